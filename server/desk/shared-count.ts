import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database';
import { markOfRecord } from '../../db/queries/desk-changes';
import type { Instant } from '../../domain/calendar/instant';

/** A count begins no sooner than so long after the one before it. */
const restMs = 1_000;
/** What the passing of time alone makes late is seen after so long. */
const longestMs = 30_000;

interface Kept<Answer> {
  mark: string;
  countedAt: Instant;
  began: number;
  answer: Promise<Answer>;
  /** The count that follows, while somebody waits for it. */
  next?: Promise<Kept<Answer>>;
}

/**
 * What everybody who looks at everybody's developers shares: to count these takes a good part of a second where there are many. An answer
 * holds until something is decided anywhere, and is never older than what was committed when it was asked for, but for use of keys.
 */
export class SharedCount<Answer> {
  /** By the database it was counted in, and by what was asked. */
  readonly #kept = new WeakMap<Database, Map<string, Kept<Answer>>>();

  /** Answers what `count` does, from the same count for all who ask before anything changes. `now` is wall time. */
  async of(db: Database, asked: string, now: Instant, count: () => Promise<Answer>): Promise<Answer> {
    const answers = this.#kept.get(db) ?? new Map<string, Kept<Answer>>();
    this.#kept.set(db, answers);
    const mark = await markOfRecord(db);
    const kept = answers.get(asked);
    const begin = (at: string): Kept<Answer> => {
      const fresh = { mark: at, countedAt: now, began: performance.now(), answer: count() };
      answers.set(asked, fresh);
      fresh.answer.catch(() => answers.delete(asked));
      return fresh;
    };
    if (!kept) return begin(mark).answer;
    const age = now - kept.countedAt;
    if (kept.mark === mark && age >= 0 && age < longestMs) return kept.answer;
    const rest = kept.began + restMs - performance.now();
    if (rest <= 0) return begin(mark).answer;
    kept.next ??= sleep(rest).then(async () => begin(await markOfRecord(db)));
    return (await kept.next).answer;
  }
}
