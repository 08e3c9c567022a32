import { type Answer, KnownKey, unknownKey } from './answer';
import { type Ask, createAsk, type Told } from './ask';
import { followFeed } from './feed';
import { fingerprintOf } from './fingerprint';
import { keepFile } from './keeper';
import { looksOf } from './key-text';
import { Knowledge } from './knowledge';
import { type CommonOptions, settled } from './settings';

export interface VerifierOptions extends CommonOptions {
  /** Where the last state is kept, so that a process started while Avow is down still knows. */
  file?: string;
  /** How often the file is written at most. One minute unless told. */
  saveEveryMs?: number;
  /** Not heard from for so long, answers say `stale`. 1 s unless told. */
  leaseMs?: number;
  /** Without a byte for so long the connection is given up and made anew. 2 s unless told. */
  silenceMs?: number;
  /** The longest wait between two attempts to connect. 5 s unless told. */
  mostBackoffMs?: number;
  /** A whole new state with a smaller share of the known keys is not believed. Half unless told; 0 believes everything. */
  leastShare?: number;
}

/** Says whether a key works. */
export interface Verifier {
  /** At once, from memory. A key that `ask` would ask about is answered `known: false`. */
  check(key: string): Answer;
  /** The same, and by the policy `ask` asks Avow about a key that is not known. Never rejects. */
  verify(key: string): Promise<Answer>;
  /** True as soon as the keys are known, by Avow or by the file; false if they are not after so long (10 s unless told). */
  ready(timeoutMs?: number): Promise<boolean>;
  /** How old the knowledge is; Infinity when there is none. */
  readonly ageMs: number;
  readonly stale: boolean;
  /** How many keys are known. */
  readonly size: number;
  readonly isConnected: boolean;
  /** How often each code was answered. */
  readonly counts: ReadonlyMap<string, number>;
  /** Ends the connection and writes the file. */
  close(): Promise<void>;
}

/** A verifier that knows every key and hears of each change as it happens. */
export function createVerifier(options: VerifierOptions): Verifier {
  const settings = settled(options);
  const { clock, hooks, onUnknown, url } = settings;
  const { leaseMs = 1000, silenceMs = 2000, mostBackoffMs = 5000, leastShare = 0.5 } = options;
  const counts = new Map<string, number>();
  const waiting = new Set<() => void>();
  const { problem, replaced } = hooks;
  const knowledge = new Knowledge({ clock, leaseMs, leastShare, problem, replaced });
  const ask = createAsk({ ...settings, timeoutMs: settings.askTimeoutMs });
  const progressed = () => {
    if (!knowledge.isWhole || waiting.size === 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const keeper = keepFile({ ...options, url, knowledge, problem });
  let feed: ReturnType<typeof followFeed> | null = null;
  let isClosed = false;
  // The file first: going on from its sequence saves a whole snapshot.
  const started = keeper.restored.then(() => {
    progressed();
    if (!isClosed) feed = followFeed({ ...settings, ...hooks, silenceMs, mostBackoffMs, knowledge, progressed });
  });

  function look(key: string): Answer {
    const ageMs = knowledge.ageMs;
    const stale = knowledge.isStale(ageMs);
    if (looksOf(key) === 'garbage') return unknownKey(false, ageMs, stale);
    const { table } = knowledge;
    const row = table.find(fingerprintOf(key));
    if (row === -1) return unknownKey(onUnknown === 'allow' && stale, ageMs, stale);
    const expiresAt = table.expiresAt(row);
    // The end of an overlap was decided when the key was rolled: it comes without Avow saying so again.
    const code = expiresAt !== 0 && expiresAt <= clock.wall() ? 'REVOKED' : table.code(row);
    return new KnownKey(table, row, code, ageMs, stale);
  }

  function counted(answer: Answer): Answer {
    counts.set(answer.code, (counts.get(answer.code) ?? 0) + 1);
    hooks.checked(answer.code);
    return answer;
  }

  return {
    check: (key) => counted(look(key)),
    verify: async (key) => {
      const answer = look(key);
      if (answer.known || onUnknown !== 'ask' || looksOf(key) === 'garbage') return counted(answer);
      return counted(await asked(ask, key, answer));
    },
    ready: (timeoutMs = 10_000) =>
      new Promise((resolve) => {
        if (knowledge.isWhole) return resolve(true);
        const timer = setTimeout(() => {
          waiting.delete(known);
          resolve(false);
        }, timeoutMs);
        const known = () => {
          clearTimeout(timer);
          resolve(true);
        };
        waiting.add(known);
      }),
    get ageMs() {
      return knowledge.ageMs;
    },
    get stale() {
      return knowledge.isStale(knowledge.ageMs);
    },
    get size() {
      return knowledge.table.size;
    },
    get isConnected() {
      return feed?.isConnected ?? false;
    },
    counts,
    close: async () => {
      isClosed = true;
      await started;
      feed?.close();
      await keeper.close();
    },
  };
}

/** What Avow says when asked; what was known before if it does not answer. */
async function asked(ask: Ask, key: string, fallback: Answer): Promise<Answer> {
  const told = await ask(key);
  return told === null ? fallback : answerFrom(told);
}

/** An answer that Avow gave just now. */
export function answerFrom(told: Told): Answer {
  const { valid, code, app, sdkProduct, environment, attestation, reason } = told;
  return {
    valid,
    code,
    known: code !== 'NOT_FOUND',
    keyId: null,
    appId: app?.id ?? null,
    developerId: app?.developerId ?? null,
    sdkProduct,
    environment,
    attestation: attestation === null ? null : { state: attestation.state, dueOn: attestation.dueOn },
    ageMs: 0,
    stale: false,
    reason,
  };
}
