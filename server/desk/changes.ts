import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../db/database';
import {
  type DeskChange,
  decisionsAfter,
  lastDecision,
  type OpenQuestion,
  openQuestions,
} from '../../db/queries/desk-changes';
import type { ReviewQuestionId } from '../../domain/ids';

const pollMs = 250;
/** A transaction may commit behind another that began later: entries of so long ago are looked at again. */
const settleMs = 10_000;
const mostAtOnce = 5_000;
/** What readers may be behind. */
const mostKept = 10_000;
/** What was begun before the reading and commits after its first look, as far back as it is awaited. */
const overlap = 200;

/** A change with its place in the order in which this process saw them. */
interface Seen extends Change {
  place: number;
}

/** A decision, or `question.answered`, which is none and has no number in the log. */
interface Change extends Omit<DeskChange, 'seq'> {
  seq: number | null;
}

/**
 * What was decided, as seen by this process: one reading of the audit log for all who follow it, and none while nobody does. The numbers
 * of the log are counted before the commit, so what is read is a window and not an end, and what was seen is left out. Answers to the
 * questions of reviewers decide nothing and are in no log: a question that waits no more was answered.
 */
export class DeskChanges {
  #kept: Seen[] = [];
  #place = 0;
  #followers = 0;
  #isReading = false;
  /** Resolves with the first look of the reading that is under way. */
  #begun: Promise<void> = Promise.resolve();
  #wakers = new Set<() => void>();

  constructor(
    private readonly db: Database,
    private readonly logger: Logger,
  ) {}

  get place(): number {
    return this.#place;
  }

  /** Begins reading with the first who follows; call what it returns when they leave. */
  follow(): () => void {
    this.#followers += 1;
    if (!this.#isReading) this.#begun = new Promise((resolve) => void this.#read(resolve));
    return () => {
      this.#followers -= 1;
    };
  }

  /** Resolves as soon as all that commits from then on is seen: a reader who was told of nothing before has missed nothing. */
  get begun(): Promise<void> {
    return this.#begun;
  }

  /** What was seen behind a place; undefined when that is too long ago to be told. */
  since(place: number): readonly Seen[] | undefined {
    const first = this.#kept[0]?.place ?? this.#place + 1;
    if (place + 1 < first && place < this.#place) return undefined;
    return this.#kept.filter((change) => change.place > place);
  }

  /** Resolves when something was seen behind this place, or after so long. */
  async wait(place: number, longestMs: number): Promise<void> {
    if (this.#place > place) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, longestMs).unref();
      this.#wakers.add(wake);
    });
  }

  async #read(begun: () => void): Promise<void> {
    this.#isReading = true;
    let low: number | undefined;
    let marks: { at: number; seq: number }[] = [];
    let seen = new Set<number>();
    let open: ReadonlyMap<ReviewQuestionId, OpenQuestion> | undefined;
    while (this.#followers > 0) {
      try {
        if (low === undefined) {
          const before = Math.max(0, (await lastDecision(this.db)) - overlap);
          seen = new Set((await decisionsAfter(this.db, before, mostAtOnce)).map(({ seq }) => seq));
          low = before;
        }
        // Questions first: who asked meanwhile is told by the log, behind which the answer is read too.
        const waiting = await openQuestions(this.db);
        const asked = new Map(waiting.map((question) => [question.id, question]));
        this.#add([...(open?.values() ?? [])].filter(({ id }) => !asked.has(id)).map(answered));
        open = asked;
        begun();
        const found = await decisionsAfter(this.db, low, mostAtOnce);
        this.#add(found.filter(({ seq }) => !seen.has(seq)));
        const now = performance.now();
        marks.push({ at: now, seq: found.at(-1)?.seq ?? low });
        const settled = marks.filter(({ at }) => at <= now - settleMs).at(-1);
        // A full page is left behind at once: there is more than can be looked at again.
        if (found.length === mostAtOnce) low = found.at(-1)?.seq ?? low;
        else if (settled) low = settled.seq;
        marks = marks.filter(({ at }) => at > now - settleMs);
        const from: number = low;
        seen = new Set(found.map(({ seq }) => seq).filter((seq) => seq > from));
      } catch (fault) {
        this.logger.warn({ fault: String(fault) }, 'the desk cannot see what changes; trying again');
      }
      await sleep(pollMs, undefined, { ref: false });
    }
    this.#isReading = false;
    this.#kept = [];
  }

  #add(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const change of changes) this.#kept.push({ ...change, place: (this.#place += 1) });
    this.#kept = this.#kept.slice(-mostKept);
    for (const wake of [...this.#wakers]) wake();
  }
}

const answered = ({ developerId, accountManagerId }: OpenQuestion): Change => ({
  seq: null,
  developerId,
  accountManagerId,
  decision: 'question.answered',
});
