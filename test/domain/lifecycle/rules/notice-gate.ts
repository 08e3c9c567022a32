import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Plan } from '../../../../domain/lifecycle/state';
import { day, dayNumber, hour, localDay, workedBetween } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { endIsTold } from './exemptions';
import { agreedOf, deliveredNotices, formalOf, isByPeople, isLongEnough, must, planOf, zoneOf } from './ledger';
import { opened, revocation, revokedStays, termination } from './terminations';

/** Every restriction and suspension had its delivered notices, as long before as was promised; what an exemption's end asks has its own. */
export function noticeGate({ steps }: Trace): void {
  // Who moves keeps the moments that were set: days are counted where they were set, and nowhere else.
  const zones = new Map<unknown, string>();
  const revoked = new Set<string>();
  for (const step of steps) {
    for (const plan of step.after.plans) if (!zones.has(plan.id)) zones.set(plan.id, zoneOf(step));
    for (const decision of step.decisions) {
      terminationStep(step, decision);
      if (decision.type === 'exemption.ended') endIsTold(step, decision.subject);
      if (decision.type !== 'app.restricted' && decision.type !== 'suspension.opened') continue;
      if (isByPeople(decision)) continue;
      const { planId } = decision.data;
      const hasMoved = zones.get(planId) !== zoneOf(step);
      if (decision.type === 'app.restricted') restriction(step, planId, hasMoved);
      else suspension(step, planId, hasMoved);
    }
    revokedStays(step, revoked);
  }
}

function terminationStep(step: Step, decision: Decision): void {
  if (decision.type === 'termination.confirmed') termination(step, decision.subject);
  if (decision.type === 'termination.opened') opened(step, decision.subject);
  if (decision.type === 'app.revoked') revocation(step, decision);
}

function restriction(step: Step, planId: unknown, hasMoved: boolean): void {
  const plan = planOf(step, planId);
  const today = localDay(step.now, zoneOf(step));
  formal(step, planId);
  const least = plan.findingId === null ? Math.max(16, agreedOf(step, plan.termsId).restrictAfter) : 1;
  const isSoon = plan.dueOn === null || today < dayNumber(plan.dueOn) + least;
  must(step, !isSoon || (hasMoved && plan.findingId !== null), 'restricted too soon after the due day');
  must(step, plan.restrictNoticeId !== null, 'a restriction names its notice');
}

/** Fourteen full days, or five that are worked, lie between the day of delivery and the step, in the developer's zone. */
function formal(step: Step, planId: unknown): void {
  const plan = planOf(step, planId);
  const today = localDay(step.now, zoneOf(step));
  const notices = deliveredNotices(step, plan, formalOf(plan)).filter(
    ({ acceptedAt }) => isLongEnough(step, plan, acceptedAt, today) && step.now - acceptedAt >= day,
  );
  must(step, notices.length > 0, 'no formal notice was delivered long enough before');
}

function suspension(step: Step, planId: unknown, hasMoved: boolean): void {
  const plan = planOf(step, planId);
  formal(step, planId);
  const finals = deliveredNotices(step, plan, 'final-notice').filter(({ acceptedAt }) => {
    const age = step.now - acceptedAt;
    return age >= 72 * hour && age <= 14 * day + hour;
  });
  must(step, finals.length > 0, 'no final notice was delivered 72 hours to 14 days before');
  if (plan.findingId === null) ladderOfCycle(step, plan, hasMoved);
  else if (!hasMoved) ladderOfFinding(step, plan);
  const suspensions = step.after.suspensions.filter((row) => row.planId === planId && row.liftedAt === null);
  must(
    step,
    suspensions.every((row) => row.formalNoticeId !== null && row.finalNoticeId !== null),
    'a suspension names both notices',
  );
  must(
    step,
    suspensions.every((row) => row.class === (plan.findingId === null ? 'obligation' : 'finding')),
    'a suspension is of another class than its plan',
  );
}

function ladderOfCycle(step: Step, plan: Plan, hasMoved: boolean): void {
  const zone = zoneOf(step);
  const today = localDay(step.now, zone);
  const { restrictAfter, suspendAfter } = agreedOf(step, plan.termsId);
  must(
    step,
    plan.restrictedAt !== null && today - localDay(plan.restrictedAt, zone) >= suspendAfter - restrictAfter,
    'too soon after restriction',
  );
  // The moment that was set may fall on the day before where they live now, as a slot keeps the vendor's hours.
  const least = suspendAfter - (hasMoved ? 1 : 0);
  must(step, plan.dueOn !== null && today >= dayNumber(plan.dueOn) + least, `suspended before day ${suspendAfter}`);
}

/** Five more working days after the restriction, and after the five in which it was to be cured. */
function ladderOfFinding(step: Step, plan: Plan): void {
  const zone = zoneOf(step);
  const today = localDay(step.now, zone);
  const { country } = step.after.developer;
  const restrictedOn = plan.restrictedAt === null ? today : localDay(plan.restrictedAt, zone);
  must(step, workedBetween(restrictedOn - 1, today, country) >= 5, 'too soon after restriction');
  const dueOn = plan.dueOn === null ? today : dayNumber(plan.dueOn);
  must(step, workedBetween(dueOn, today, country) >= 5, 'suspended before ten working days');
}
