import { type Instant, latest } from '../calendar/instant';
import { dayOf } from '../calendar/zoned';
import { distancesOf } from './distances';
import { atLocalHour, deliveredFormal } from './gates';
import { formalGateOpensAt } from './notice-periods';
import { stepAt } from './plan-dates';
import type { Notice, Plan } from './state';
import { put, record, type Work } from './work';

/**
 * Keeps the distances of the terms when a rung slipped: restriction not before the formal notice's gate, suspension as long
 * after restriction as the terms say, the final notice as long before suspension (rule 1: later ones move, never closer together).
 */
export function slipped(work: Work, plan: Plan, restrictsNotBeforeAt: Instant): Plan {
  if (plan.suspendsNotBeforeAt === null) return plan;
  const { developer } = work.state;
  const distances = distancesOf(plan, developer, work.context);
  const restrictsOn = dayOf(restrictsNotBeforeAt, developer.timeZone);
  const suspendsNotBeforeAt = latest(
    plan.suspendsNotBeforeAt,
    stepAt(distances.suspendsAfter(restrictsOn), 0, developer, work.context),
  );
  const finalAt = stepAt(
    dayOf(suspendsNotBeforeAt, developer.timeZone),
    -distances.finalNoticeBefore,
    developer,
    work.context,
  );
  const rungs = plan.rungs.map((rung) =>
    rung.kind === 'final-notice' && rung.outcome === null ? { ...rung, at: latest(rung.at, finalAt) } : rung,
  );
  return {
    ...plan,
    restrictsNotBeforeAt:
      plan.restrictedAt === null ? latest(plan.restrictsNotBeforeAt, restrictsNotBeforeAt) : plan.restrictsNotBeforeAt,
    suspendsNotBeforeAt,
    rungs,
  };
}

/** A formal notice goes out at this moment: the steps behind it keep their distance from it. Returns the plan as it then is. */
export function keepDistance(work: Work, plan: Plan, formalAt: Instant, why: string): Plan {
  const { developer } = work.state;
  const opensAt = formalGateOpensAt(formalAt, plan, developer, work.context);
  const gateAt = atLocalHour(opensAt, developer.timeZone, work.context);
  const moved = slipped(work, plan, plan.restrictedAt ?? latest(gateAt, plan.restrictsNotBeforeAt));
  if (
    moved.restrictsNotBeforeAt === plan.restrictsNotBeforeAt &&
    moved.suspendsNotBeforeAt === plan.suspendsNotBeforeAt
  )
    return plan;
  record(
    work,
    'plan.revised',
    plan.id,
    {
      why,
      rule: 'notice-gate',
      data: { restrictsNotBeforeAt: moved.restrictsNotBeforeAt, suspendsNotBeforeAt: moved.suspendsNotBeforeAt },
    },
    [put('plans', moved)],
  );
  return moved;
}

/** A formal notice was delivered, perhaps late: the steps behind it keep their distance from that day. */
export function slipAfterDelivery(work: Work, notice: Notice): void {
  for (const plan of work.state.plans) {
    if (!notice.planIds.includes(plan.id) || plan.closedAt !== null || plan.restrictedAt !== null) continue;
    if (deliveredFormal(work.state, plan)?.id !== notice.id) continue;
    keepDistance(
      work,
      plan,
      notice.acceptedAt ?? work.now,
      'the formal notice was delivered later than planned, so the steps behind it move',
    );
  }
}
