import type { DeveloperId } from '../domain/ids';

/** A leg is over after so long: shorter than the grace that a worker has when it is stopped. */
const legMs = 8_000;

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
  /** True, a moment later, while nobody more is to be taken up: everything is asked again then. */
  waited(subject: Subject): Promise<boolean>;
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
    } else if (!(await walk.waited(subject))) {
      cursor = await walk.settle(subject, batch);
      tell({ cursor });
    }
  }
}
