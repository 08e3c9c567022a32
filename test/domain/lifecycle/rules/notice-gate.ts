import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Termination } from '../../../../domain/lifecycle/terminations';
import { day, dayNumber, hour, localDay } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { Broken, deliveredNotices, isByPeople, must, planOf, types, zoneOf } from './ledger';

/** Every restriction and suspension had its delivered notices, as long before as was promised. */
export function noticeGate({ steps }: Trace): void {
  const revoked = new Set<string>();
  for (const step of steps) {
    for (const decision of step.decisions) {
      if (decision.type === 'app.restricted') restriction(step, decision.data['planId']);
      if (decision.type === 'suspension.opened' && !isByPeople(decision)) suspension(step, decision.data['planId']);
      if (decision.type === 'termination.confirmed') termination(step, decision.subject);
      if (decision.type === 'termination.opened') opened(step, decision.subject);
      if (decision.type === 'app.revoked') revocation(step, decision);
    }
    for (const app of step.after.apps) {
      must(step, !revoked.has(app.id) || app.standing === 'revoked', `${app.id} came back`);
      if (app.standing !== 'revoked') continue;
      must(step, types(step).includes('app.revoked'), `${app.id} is revoked by nothing`);
      revoked.add(app.id);
    }
  }
}

function terminationIn(state: Step['before'], step: Step, id: unknown): Termination {
  const row = state?.terminations.find((one) => one.id === id);
  if (!row) throw new Broken(step, `there is no termination ${String(id)}`);
  return row;
}

/** Two people, and thirty full days between the day of delivery and the end. */
function termination(step: Step, id: string): void {
  const { actor } = step.event;
  const known = terminationIn(step.before, step, id);
  must(step, actor.kind === 'staff' && actor.id !== known.announcedBy, 'who announced a termination confirmed it');
  must(step, !step.context.isHeld, 'a termination was executed while enforcement was held');
  must(step, known.notBeforeAt !== null && step.now >= known.notBeforeAt, 'a termination came before its day');
  const notice = step.after.notices.find((row) => row.id === known.noticeId);
  must(step, notice?.template === 'termination-notice' && notice.state === 'accepted', 'its notice was not delivered');
  const acceptedAt = notice?.acceptedAt ?? step.now;
  const days = localDay(step.now, zoneOf(step)) - localDay(acceptedAt, zoneOf(step));
  must(step, days >= 31 && step.now - acceptedAt >= 30 * day, `its notice was delivered ${days} days before`);
}

/** The leads are asked when it can be done: not while the vendor owes the developer an answer. */
function opened(step: Step, id: string): void {
  const { planId } = terminationIn(step.after, step, id);
  const plan = step.after.plans.find((row) => row.id === planId);
  must(step, plan?.stoppedAt == null, 'a termination opened while the clock stood');
}

/** Ninety days after due, still suspended for it, with nothing that waits for an answer. */
function revocation(step: Step, { subject, data }: Decision): void {
  must(step, types(step).includes('termination.confirmed'), 'an app was revoked that nobody confirmed');
  const { appId, planId } = terminationIn(step.before, step, data['terminationId']);
  must(step, appId === subject, 'another app was revoked than was announced');
  const plan = step.before?.plans.find((row) => row.id === planId);
  must(step, plan?.stoppedAt === null, 'revoked while the clock stood');
  const today = localDay(step.now, zoneOf(step));
  must(step, plan?.dueOn != null && today >= dayNumber(plan.dueOn) + 90, 'revoked before day 90');
  const isSuspended = step.before?.suspensions.some((row) => row.planId === planId && row.liftedAt === null);
  must(step, isSuspended === true, 'revoked though it was not suspended for it');
  const alive = step.after.keys.filter((row) => row.appId === subject && row.state !== 'revoked');
  must(
    step,
    alive.every((row) => row.state === 'expired'),
    'a key of a revoked app lives on',
  );
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
