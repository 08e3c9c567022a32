import { AvowError } from '../errors';
import { datesAfterWait } from './block';
import type { EventOf } from './events';
import { isRunning } from './plan';
import { isSecondPerson } from './second-person';
import type { Plan } from './state';
import { put, record, type Work } from './work';

/**
 * Two people let the named plans go past the budget: the next gated step of each may be taken once, by every other guard (rule 5).
 * A plan that does not wait for the budget any more, or whose clock stands, is passed over; so a repetition does nothing.
 */
export function enforcementReleased(work: Work, event: EventOf<'enforcement.released'>): void {
  if (!isSecondPerson(event.proposedBy, event.actor.id)) {
    throw new AvowError('release.same-person', 'Who named the list cannot release it. Ask another lead or admin.');
  }
  for (const plan of work.state.plans) {
    if (!event.planIds.includes(plan.id) || plan.blockedBy !== 'budget' || !isRunning(plan)) continue;
    const released: Plan = {
      ...plan,
      ...datesAfterWait(work, plan),
      blockedBy: null,
      releasedBy: event.releaseId,
    };
    record(
      work,
      'plan.released',
      plan.id,
      {
        why: 'two people released this step past the budget',
        rule: 'blast-radius',
        data: { releaseId: event.releaseId, proposedBy: event.proposedBy },
      },
      [put('plans', released)],
    );
  }
}

/** The step is taken: what released it is used up, and the next one spends from the budget again. */
export function consumed(plan: Plan): Plan {
  return { ...plan, releasedBy: null };
}
