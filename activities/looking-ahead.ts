import { boundsOf } from '../db/lifecycle/bounds';
import { loadState } from '../db/lifecycle/load';
import { contextOf, obligationNow, offsetOf } from '../db/lifecycle/transact';
import type { Instant } from '../domain/calendar/instant';
import type { DeveloperId, TermsId } from '../domain/ids';
import type { Context } from '../domain/lifecycle/context';
import type { LifecycleState } from '../domain/lifecycle/state';
import type { ActivityDeps } from './deps';

/** What a pure question says of a developer as they are at this moment; nothing is decided or written. Null where there is none. `termsId`: a version that the question speaks of. */
export async function lookAhead<Answer>(
  { db, lifecycle, clock }: ActivityDeps,
  developerId: DeveloperId,
  question: (state: LifecycleState, context: Context, now: Instant) => Answer,
  termsId?: TermsId,
): Promise<Answer | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const state = await loadState(trx, developerId);
      if (state === null) return null;
      const now = obligationNow(clock.now(), await offsetOf(trx, lifecycle, developerId), state);
      const context = contextOf(lifecycle, await boundsOf(trx, developerId, termsId));
      return question(state, context, now);
    });
}
