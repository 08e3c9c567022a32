import type { Instant } from '../../domain/calendar/instant';
import { parseKey } from '../../domain/keys/key-text';
import { reasonOf } from '../../domain/keys/reason';
import type { Verdict, VerdictCode } from '../../domain/keys/verdict';
import type { Language } from '../../domain/lifecycle/state';
import { portalPaths } from '../../domain/paths';
import { digestOf } from './digest';
import type { Follower } from './follower';

/** Who has heard nothing for longer says so, and goes on answering. */
const leaseMs = 1_000;

const unknown: Verdict = { isValid: false, code: 'NOT_FOUND', attestation: null };

/** Everything said about one key, in the asker's language. */
export interface Told {
  verdict: Verdict;
  reason: string | null;
  fixUrl: string;
}

/** Says whether keys work, from what the process knows. Nothing here waits for anything. */
export class Answers {
  readonly #paths;
  #asOf = { at: Number.NaN, text: '' };

  constructor(
    private readonly follower: Follower,
    publicUrl: string,
  ) {
    this.#paths = portalPaths(publicUrl);
  }

  /** The entry of a key by its text; -1 when it is not known. Garbage is told by its looks, with no look-up. */
  find(text: string): number {
    if (parseKey(text).kind === 'garbage') return -1;
    return this.follower.knowledge.keys.find(digestOf(text));
  }

  isStale(now: Instant): boolean {
    return now - this.follower.asOf > leaseMs;
  }

  /** Since when this has been so, for people and machines. */
  asOf(): string {
    const { asOf } = this.follower;
    if (this.#asOf.at !== asOf) this.#asOf = { at: asOf, text: new Date(asOf).toISOString() };
    return this.#asOf.text;
  }

  code(entry: number, now: Instant): VerdictCode {
    return entry < 0 || this.follower.knowledge.keys.isGone(entry)
      ? 'NOT_FOUND'
      : this.follower.knowledge.verdict(entry, now).code;
  }

  tell(entry: number, now: Instant, language: Language): Told {
    if (entry < 0) return { verdict: unknown, reason: reasonOf(unknown, this.#paths.home, language), fixUrl: '' };
    const { knowledge } = this.follower;
    const verdict = knowledge.verdict(entry, now);
    if (verdict.isValid && verdict.attestation === null && verdict.findingDueOn === undefined)
      return { verdict, reason: null, fixUrl: '' };
    const fixUrl = this.#paths.status(knowledge.apps.developerId(knowledge.keys.app(entry)));
    return { verdict, reason: reasonOf(verdict, fixUrl, language), fixUrl };
  }
}
