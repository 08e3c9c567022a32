import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Termination } from '../../../../domain/lifecycle/terminations';
import { day, dayNumber, localDay } from '../calendar-of-tests';
import type { Step } from '../simulation';
import { agreedOf, Broken, must, types, zoneOf } from './ledger';

/** What was revoked stays revoked, and only a confirmed termination revokes. */
export function revokedStays(step: Step, revoked: Set<string>): void {
  for (const app of step.after.apps) {
    must(step, !revoked.has(app.id) || app.standing === 'revoked', `${app.id} came back`);
    if (app.standing !== 'revoked') continue;
    must(step, types(step).includes('app.revoked'), `${app.id} is revoked by nothing`);
    revoked.add(app.id);
  }
}

function terminationIn(state: Step['before'], step: Step, id: unknown): Termination {
  const row = state?.terminations.find((one) => one.id === id);
  if (!row) throw new Broken(step, `there is no termination ${String(id)}`);
  return row;
}

/** Two people, and thirty full days between the day of delivery and the end. */
export function termination(step: Step, id: string): void {
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
export function opened(step: Step, id: string): void {
  const { planId } = terminationIn(step.after, step, id);
  const plan = step.after.plans.find((row) => row.id === planId);
  must(step, plan?.stoppedAt == null, 'a termination opened while the clock stood');
}

/** Ninety days after due, or more where agreed, still suspended for it, with nothing that waits for an answer. */
export function revocation(step: Step, { subject, data }: Decision): void {
  must(step, types(step).includes('termination.confirmed'), 'an app was revoked that nobody confirmed');
  const { appId, planId } = terminationIn(step.before, step, data['terminationId']);
  must(step, appId === subject, 'another app was revoked than was announced');
  const plan = step.before?.plans.find((row) => row.id === planId);
  must(step, plan?.stoppedAt === null, 'revoked while the clock stood');
  const today = localDay(step.now, zoneOf(step));
  const least = Math.max(90, agreedOf(step, plan?.termsId ?? null).revokeAfter);
  must(step, plan?.dueOn != null && today >= dayNumber(plan.dueOn) + least, `revoked before day ${least}`);
  const isSuspended = step.before?.suspensions.some((row) => row.planId === planId && row.liftedAt === null);
  must(step, isSuspended === true, 'revoked though it was not suspended for it');
  const alive = step.after.keys.filter((row) => row.appId === subject && row.state !== 'revoked');
  must(
    step,
    alive.every((row) => row.state === 'expired'),
    'a key of a revoked app lives on',
  );
}
