import { day, dayNumber, hour, localDay } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { endIsTold } from './exemptions';
import { deliveredNotices, must, planOf, zoneOf } from './ledger';

/** Every restriction and suspension had its delivered notices, as long before as was promised; what an exemption's end asks has its own. */
export function noticeGate({ steps }: Trace): void {
  for (const step of steps) {
    for (const decision of step.decisions) {
      if (decision.type === 'app.restricted') restriction(step, decision.data['planId']);
      if (decision.type === 'suspension.opened') suspension(step, decision.data['planId']);
      if (decision.type === 'exemption.ended') endIsTold(step, decision.subject);
    }
  }
}

function restriction(step: Step, planId: unknown): void {
  const plan = planOf(step, planId);
  const today = localDay(step.now, zoneOf(step));
  formal(step, planId);
  must(step, plan.dueOn !== null && today >= dayNumber(plan.dueOn) + 16, 'restricted before day 16');
  must(step, plan.restrictNoticeId !== null, 'a restriction names its notice');
}

/** Fourteen full days lie between the day of delivery and the step, in the developer's zone. */
function formal(step: Step, planId: unknown): void {
  const plan = planOf(step, planId);
  const today = localDay(step.now, zoneOf(step));
  const notices = deliveredNotices(step, plan, 'formal-notice').filter(
    ({ acceptedAt }) => today - localDay(acceptedAt, zoneOf(step)) >= 15 && step.now - acceptedAt >= day,
  );
  must(step, notices.length > 0, 'no formal notice was delivered 14 full days before');
}

function suspension(step: Step, planId: unknown): void {
  const plan = planOf(step, planId);
  const zone = zoneOf(step);
  formal(step, planId);
  const finals = deliveredNotices(step, plan, 'final-notice').filter(({ acceptedAt }) => {
    const age = step.now - acceptedAt;
    return age >= 72 * hour && age <= 14 * day + hour;
  });
  must(step, finals.length > 0, 'no final notice was delivered 72 hours to 14 days before');
  const today = localDay(step.now, zone);
  must(
    step,
    plan.restrictedAt !== null && today - localDay(plan.restrictedAt, zone) >= 14,
    'too soon after restriction',
  );
  must(step, plan.dueOn !== null && today >= dayNumber(plan.dueOn) + 30, 'suspended before day 30');
  const suspensions = step.after.suspensions.filter((row) => row.planId === planId && row.liftedAt === null);
  must(
    step,
    suspensions.every((row) => row.formalNoticeId !== null && row.finalNoticeId !== null),
    'a suspension names both notices',
  );
}
