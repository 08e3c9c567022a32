import { type AskedRequirement, isOutstanding, stepsEntered } from '../../../db/queries/drafts';
import { type DraftToSave, draftClosed, saveDraft } from '../../../db/workspace/drafts';
import type { Instant } from '../../../domain/calendar/instant';
import type { EventId } from '../../../domain/ids';
import type { Actor } from '../../../domain/lifecycle/events';
import type { ServerDeps } from '../../deps';

/**
 * Saves a draft; the first save under an obligation is the entry into its step, in the same transaction.
 * `at` is obligation time. Throws draft.closed and draft.stale; then nothing is entered either.
 */
export async function enterAndSave(
  deps: ServerDeps,
  { actor, eventId }: { actor: Actor; eventId: EventId },
  requirement: AskedRequirement,
  draft: DraftToSave,
  at: Instant,
): Promise<void> {
  if (!isOutstanding(requirement) || requirement.cycleClosedAt !== null) throw draftClosed(requirement.state);
  const { appId, obligation } = requirement;
  const plans = await stepsEntered(deps.db, draft.developerId, appId);
  const isEntered = plans.every((plan) => plan.walkSteps.includes(obligation));
  if (isEntered) {
    await deps.db.transaction().execute((trx) => saveDraft(trx, draft, at));
    return;
  }
  await deps.lifecycle.transact(
    draft.developerId,
    { id: eventId, type: 'walk.advanced', actor, appId, step: obligation },
    { alongside: async (trx) => void (await saveDraft(trx, draft, at)) },
  );
}
