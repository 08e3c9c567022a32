import { type Answer, unknownKey } from './answer';
import { createAsk, type Told } from './ask';
import { fingerprintOf, fingerprintText } from './fingerprint';
import { looksOf } from './key-text';
import { createListSource, type HeldList } from './list-source';
import { type CommonOptions, settled } from './settings';
import { statusAt } from './status-list';
import { answerFrom, type Verifier } from './verifier';

export interface StatusListVerifierOptions extends Omit<CommonOptions, 'onUnknown'> {
  /** How many keys are remembered; the longest unused is forgotten first. 100,000 unless told. */
  mostKeys?: number;
  /**
   * What a list is worth once it has expired and no newer one can be had. `keep` (default): the last good state goes on, and says
   * that it is stale. `refuse`: as the draft wants it, nothing is known any more.
   */
  onExpired?: 'keep' | 'refuse';
}

interface Listed {
  told: Told;
  /** Wall time here, ms. */
  toldAt: number;
  idx: number;
  uri: string;
}

const codeOfStatus: Readonly<Record<number, string>> = {
  0: 'VALID',
  1: 'REVOKED',
  2: 'SUSPENDED',
  3: 'NOT_YET_ATTESTED',
};

/**
 * A verifier without a stream, for who has few keys each or a cache in between: Avow is asked once about each key, and from then on
 * the signed status list says how it stands.
 */
export function createStatusListVerifier(options: StatusListVerifierOptions): Verifier {
  const settings = settled(options);
  const { clock, hooks, askTimeoutMs } = settings;
  const { mostKeys = 100_000, onExpired = 'keep' } = options;
  const ask = createAsk({ ...settings, timeoutMs: askTimeoutMs });
  const source = createListSource({ ...settings, timeoutMs: Math.max(askTimeoutMs, 5000), problem: hooks.problem });
  const listed = new Map<string, Listed>();
  const counts = new Map<string, number>();

  const ageOf = ({ freshAt, freshWall }: HeldList) =>
    Math.max(0, clock.monotonic() - freshAt, clock.wall() - freshWall);
  const isPastTtl = (held: HeldList, ageMs: number) => ageMs > held.list.ttlMs;
  const isExpired = ({ list }: HeldList) => list.expiresAt !== null && list.expiresAt <= clock.wall();
  /** The oldest list in use. */
  const age = () =>
    source
      .all()
      .reduce((most, held) => Math.max(most, ageOf(held)), source.all().length === 0 ? Number.POSITIVE_INFINITY : 0);
  const stale = () => source.all().length === 0 || source.all().some((held) => isPastTtl(held, ageOf(held)));

  function look(key: string): Answer {
    const nothing = () => unknownKey(false, age(), stale());
    if (looksOf(key) === 'garbage') return nothing();
    const print = fingerprintText(fingerprintOf(key));
    const entry = listed.get(print);
    const held = entry && source.held(entry.uri);
    if (entry === undefined || held === undefined) return nothing();
    if (onExpired === 'refuse' && isExpired(held)) return nothing();
    const status = statusAt(held.list, entry.idx);
    // Beyond the end of the list no statement is made.
    if (status === null) return nothing();
    listed.delete(print);
    listed.set(print, entry);
    return isToldLater(entry.told, status, held) ? later(entry) : fromList(entry, status, held);
  }

  /** What Avow said itself after the list was made. */
  function later({ told, toldAt }: Listed): Answer {
    const ageMs = Math.max(0, clock.wall() - toldAt);
    return { ...answerFrom(told), ageMs, stale: stale() };
  }

  function fromList({ told }: Listed, status: number, held: HeldList): Answer {
    const ageMs = ageOf(held);
    const code = codeFor(status, told.code);
    const { reason, ...rest } = answerFrom(told);
    const sentence = code === told.code ? { reason } : {};
    return { ...rest, ...sentence, valid: code === 'VALID', code, ageMs, stale: isPastTtl(held, ageMs) };
  }

  function counted(answer: Answer): Answer {
    counts.set(answer.code, (counts.get(answer.code) ?? 0) + 1);
    hooks.checked(answer.code);
    return answer;
  }

  async function asked(key: string, before: Answer): Promise<Answer> {
    const told = await ask(key);
    if (told === null) return before;
    if (told.statusList !== null) {
      const print = fingerprintText(fingerprintOf(key));
      listed.delete(print);
      listed.set(print, { told, toldAt: clock.wall(), ...told.statusList });
      if (listed.size > mostKeys) listed.delete(listed.keys().next().value as string);
      // Not waited for: this answer is Avow's own.
      void source.need(told.statusList.uri);
    }
    return answerFrom(told);
  }

  return {
    check: (key) => counted(look(key)),
    verify: async (key) => {
      const answer = look(key);
      if (looksOf(key) === 'garbage') return counted(answer);
      // The list says that a key is suspended, Avow says what for.
      const isExact = answer.known && answer.code !== 'SUSPENDED';
      return counted(isExact ? answer : await asked(key, answer));
    },
    ready: () => Promise.resolve(true),
    get ageMs() {
      return age();
    },
    get stale() {
      return stale();
    },
    get size() {
      return listed.size;
    },
    isConnected: false,
    counts,
    close: () => {
      source.close();
      return Promise.resolve();
    },
  };
}

/** The newer statement counts. A list is dated to the second: within that second, the one that refuses. */
function isToldLater(told: Told, status: number, { list }: HeldList): boolean {
  const second = Math.floor(told.asOf / 1000) * 1000;
  return second === list.issuedAt ? status === 0 && !told.valid : second > list.issuedAt;
}

/** What the list says, in the words in which Avow said it before where both agree. */
function codeFor(status: number, told: string): string {
  if (status === 2 && told.startsWith('SUSPENDED_')) return told;
  if (status === 1 && told === 'OFFBOARDED') return told;
  return codeOfStatus[status] ?? 'SUSPENDED';
}
