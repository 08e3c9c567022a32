import { latest } from '../calendar/instant';
import { addDays, after, dayOf } from '../calendar/zoned';
import { distancesOf } from './distances';
import { deliveredFormal } from './gates';
import { formalGateOpensAt } from './notice-periods';
import { stepAt } from './plan-dates';
import type { Rung } from './rungs';
import { slotFrom } from './slots';
import type { Plan } from './state';
import { termsOfPlan } from './terms-of';
import { put, record, type Work } from './work';

/** The next slot lies too far behind the final notice: another goes out, as long before the slot as the terms say. */
export function renewFinal(work: Work, plan: Plan): void {
  if (plan.rungs.some((rung) => rung.kind === 'final-notice' && rung.outcome === null)) return;
  const formal = deliveredFormal(work.state, plan);
  if (plan.suspendsNotBeforeAt === null || formal?.acceptedAt == null) return;
  const { terms } = termsOfPlan(work.context, plan);
  const { developer } = work.state;
  const { finalNoticeBefore } = distancesOf(plan, developer, work.context);
  const soonest = stepAt(dayOf(work.now, developer.timeZone), 1, developer, work.context);
  // Counted from the slot it is for, lest it grow old too while a gate or a freeze lies between.
  const slot = slotFrom(
    latest(
      plan.suspendsNotBeforeAt,
      formalGateOpensAt(formal.acceptedAt, plan, developer, work.context),
      after(soonest, terms.finalNoticePeriod, developer.timeZone),
    ),
    work.context,
  );
  const slotOn = dayOf(slot, developer.timeZone);
  const final: Rung = {
    kind: 'final-notice',
    offsetDays: terms.suspendAfter - finalNoticeBefore,
    at: latest(soonest, stepAt(addDays(slotOn, -finalNoticeBefore), 0, developer, work.context)),
    outcome: null,
  };
  const renewed: Plan = { ...plan, revision: plan.revision + 1, rungs: [...plan.rungs, final] };
  record(
    work,
    'plan.revised',
    plan.id,
    {
      why: 'the final notice grew too old for the next slot, so another goes out',
      rule: 'notice-gate',
      data: { revision: renewed.revision },
    },
    [put('plans', renewed)],
  );
}
