import { setTimeout as sleep } from 'node:timers/promises';
import type { DeveloperId } from '../domain/ids';

/** A leg is over after so long: shorter than the grace that a worker has when it is stopped. */
const legMs = 8_000;
/** Transactions under way at a time: as many as leave the database to others. */
const atOnce = 4;

/** Where a leg stands; heard by Temporal, so that the next try goes on from there. */
export interface Place {
  cursor: DeveloperId | null;
}

/** A walk over developers in the order of their ids, for something whose record says whether it goes on. */
export interface Walk<Subject> {
  /** As its record is now: asked before every step, so that who stops it is heard. */
  look(): Promise<Subject>;
  isWalking(subject: Subject): boolean;
  /** The next of whom something is left to do, after the cursor. */
  next(subject: Subject, cursor: DeveloperId | null): Promise<readonly DeveloperId[]>;
  /** Does it for these. Answers the last one before whom, and with whom, all are done. */
  settle(subject: Subject, developerIds: readonly DeveloperId[]): Promise<DeveloperId | null>;
  /** Nobody is left. */
  finish(subject: Subject): Promise<void>;
}

/** One leg of some seconds. `tell` hears of each place that everybody before is settled; `goesOn` says that there is more to walk at once. */
export async function walkOn<Subject>(
  walk: Walk<Subject>,
  from: Place,
  tell: (place: Place) => void,
): Promise<{ subject: Subject; goesOn: boolean }> {
  let { cursor } = from;
  const endsAt = Date.now() + legMs;
  for (;;) {
    const subject = await walk.look();
    if (!walk.isWalking(subject)) return { subject, goesOn: false };
    if (Date.now() > endsAt) return { subject, goesOn: true };
    const batch = await walk.next(subject, cursor);
    if (batch.length === 0 && cursor === null) await walk.finish(subject);
    else if (batch.length === 0) {
      // Once more from the start: a leg that was cut off may have left somebody behind.
      cursor = null;
    } else {
      cursor = await walk.settle(subject, batch);
      tell({ cursor });
    }
  }
}

/**
 * Does something for these developers for a second: no more of them, so that mail and reviews follow in no faster a stream; and no longer,
 * so that a pause is heard in time where the database is slower than the rate. Returns the last for whom it was done; it is for all before.
 */
export async function forOneSecond(
  developerIds: readonly DeveloperId[],
  settleOne: (developerId: DeveloperId) => Promise<void>,
): Promise<DeveloperId | null> {
  const second = sleep(1_000);
  const until = performance.now() + 1_000;
  const waiting = [...developerIds];
  let last: DeveloperId | null = null;
  const goOn = async () => {
    for (
      let next = waiting.shift();
      next !== undefined;
      next = performance.now() < until ? waiting.shift() : undefined
    ) {
      last = next;
      await settleOne(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  await second;
  return last;
}
