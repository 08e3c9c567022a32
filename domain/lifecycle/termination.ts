import { type Instant, latest } from '../calendar/instant';
import { dayOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { PersonId } from '../ids';
import { hasOpenAppeal } from './appealable';
import { leave, retire } from './enrolment';
import type { Actor, EventOf } from './events';
import { atLocalHour, completeSubmission } from './gates';
import { inviteForImports } from './invitation';
import { planNext } from './next-due';
import { queueNotice } from './notice';
import { cancelNotices } from './notice-outcome';
import { terminationGateOpensAt } from './notice-periods';
import type { Plan } from './state';
import { closeTasks } from './task';
import { cancelTermination, hasGround, planOf, planRevocableAt } from './termination-gate';
import type { Termination } from './terminations';
import { put, record, rowOf, type Work } from './work';

/**
 * The vendor announces that an app will be revoked, or that the whole developer will be offboarded. The notice goes out with it;
 * nothing ends before it is delivered, its time has passed, and a second person confirms.
 */
export function terminationAnnounced(work: Work, event: EventOf<'termination.announced'>): void {
  const by = staffOf(event.actor);
  const plan = event.kind === 'revocation' ? suspendedPlan(work, event.appId) : null;
  const appId = plan?.appId ?? null;
  const known = work.state.terminations.find((row) => row.state === 'announced' && row.appId === appId);
  if (known)
    throw new AvowError(
      'termination.already-announced',
      'This was announced already. Confirm or withdraw that termination.',
      [],
      { terminationId: known.id },
    );
  const id = work.newId('trm');
  const noticeId = queueNotice(work, {
    template: 'termination-notice',
    plans: plan ? [plan] : [],
    ...(plan ? {} : { apps: work.state.apps.filter((app) => app.retiredAt === null) }),
    rung: event.kind,
    occasion: id,
    audience: ['signatory', 'backup'],
    facts: {
      termination: { kind: event.kind, reason: event.reason, notBeforeOn: soonestDay(work, plan) },
    },
    why: 'nothing ends without a delivered notice',
  });
  const termination: Termination = {
    id,
    kind: event.kind,
    appId,
    planId: plan?.id ?? null,
    reason: event.reason,
    state: 'announced',
    announcedBy: by,
    announcedAt: work.now,
    noticeId,
    notBeforeAt: null,
    toldAt: null,
    confirmedBy: null,
    executedAt: null,
    cancelledAt: null,
  };
  record(
    work,
    'termination.announced',
    id,
    {
      why: 'a person announces it; another one has to confirm',
      rule: 'notice-gate',
      data: { kind: event.kind, appId },
    },
    [put('terminations', termination)],
  );
}

/** The plan that an app is suspended for. Only suspended for an obligation or a finding can it be revoked. */
function suspendedPlan(work: Work, appId: string | undefined): Plan {
  const app = work.state.apps.find((row) => row.id === appId);
  if (!app) throw new AvowError('resource.not-found', 'There is no such app.');
  if (app.retiredAt !== null) throw new AvowError('app.retired', 'This app is retired; its keys have ended.');
  const suspended = work.state.suspensions
    .filter((row) => row.appId === app.id && row.liftedAt === null && row.planId !== null)
    .sort((one, other) => one.openedAt - other.openedAt);
  const plan = work.state.plans.find((row) => row.id === suspended[0]?.planId && row.closedAt === null);
  if (!plan)
    throw new AvowError(
      'termination.not-possible',
      'Only an app that is suspended for an obligation or a finding can be revoked. This one is not.',
    );
  return plan;
}

/** The earliest day there can be, should the notice be delivered today: what the notice promises. */
function soonestDay(work: Work, plan: Plan | null): string {
  const { timeZone } = work.state.developer;
  const { context } = work;
  const heard: Instant = atLocalHour(terminationGateOpensAt(work.now, timeZone, context), timeZone, context);
  const revocableAt = plan && planRevocableAt(plan, work.state.developer, context);
  return dayOf(revocableAt === null ? heard : latest(heard, revocableAt), timeZone);
}

/** A second person ends it, for good, past every guard as it stands at this moment. */
export function terminationConfirmed(work: Work, event: EventOf<'termination.confirmed'>): void {
  const termination = announced(work, event.terminationId);
  const by = staffOf(event.actor);
  if (by === termination.announcedBy)
    throw new AvowError('termination.same-person', 'Who announced it cannot confirm it; somebody else has to.');
  if (work.context.isHeld)
    throw new AvowError(
      'enforcement.held',
      'Enforcement is held for this developer. Confirm it once the hold is lifted.',
    );
  refuseEarly(work, termination);
  refuseOwed(work, termination);
  const executed: Termination = { ...termination, state: 'executed', confirmedBy: by, executedAt: work.now };
  record(
    work,
    'termination.confirmed',
    termination.id,
    {
      why: 'a second person confirms what was announced',
      rule: 'notice-gate',
      data: { kind: termination.kind, noticeId: termination.noticeId, notBeforeAt: termination.notBeforeAt },
    },
    [put('terminations', executed)],
  );
  closeTasks(work, ['termination'], termination.id, 'a second person confirmed it');
  if (executed.appId === null) {
    leave(work, { why: 'the vendor ends it', whyOffboarded: 'the vendor ended the use of the SDK', by: 'vendor' });
    return;
  }
  revoke(work, executed, executed.appId);
}

function revoke(work: Work, termination: Termination, appId: NonNullable<Termination['appId']>): void {
  const why = 'revoked after its termination notice';
  retire(work, rowOf(work, 'apps', appId), why, {
    type: 'app.revoked',
    liftedBy: 'revoked',
    data: { terminationId: termination.id, noticeId: termination.noticeId, planId: termination.planId },
  });
  cancelNotices(work, 'the app is revoked');
  inviteForImports(work);
  planNext(work);
  queueNotice(work, {
    template: 'revoked',
    plans: [],
    apps: [rowOf(work, 'apps', appId)],
    rung: 'revoked',
    occasion: termination.id,
    audience: ['signatory', 'preparer', 'backup'],
    facts: { termination: { kind: 'revocation', reason: termination.reason } },
    why: 'the app is revoked for good',
  });
}

function refuseEarly(work: Work, { notBeforeAt }: Termination): void {
  if (notBeforeAt === null)
    throw new AvowError(
      'termination.too-early',
      'The termination notice has not been delivered. Its time counts from the delivery.',
      [],
      { notBeforeAt: null },
    );
  if (work.now < notBeforeAt) {
    const at = new Date(notBeforeAt).toISOString();
    throw new AvowError('termination.too-early', `The notice has not run out: confirm it from ${at} on.`, [], {
      notBeforeAt: at,
    });
  }
}

/** What was stated and not answered yet comes first: the vendor's delay is not the developer's fault (rules 3 and 4). */
function refuseOwed(work: Work, termination: Termination): void {
  const plan = planOf(work.state, termination);
  if (termination.kind === 'offboarding') return;
  if (!plan || !hasGround(work.state, termination))
    throw new AvowError('termination.not-possible', 'The app is no longer suspended for what this was announced for.');
  const isAppealed = hasOpenAppeal(work.state, plan.appId);
  // The third answer to a finding stops no clock, and yet nobody is ended past it.
  const isAnswered = work.state.findings.some((row) => row.id === plan.findingId && row.state === 'answered');
  const isStated = isAnswered || completeSubmission(work.state, plan) !== undefined;
  if (plan.stoppedAt === null && !isAppealed && !isStated) return;
  throw new AvowError(
    'termination.answer-owed',
    'The developer waits for an answer of yours about this app. Give it first; then confirm.',
  );
}

/** The vendor takes it back before it is executed. */
export function terminationWithdrawn(work: Work, event: EventOf<'termination.withdrawn'>): void {
  const termination = announced(work, event.terminationId);
  staffOf(event.actor);
  cancelTermination(work, termination, 'withdrawn', 'the vendor took it back');
}

function announced(work: Work, id: string): Termination {
  const termination = work.state.terminations.find((row) => row.id === id);
  if (termination?.state !== 'announced')
    throw new AvowError('termination.already-decided', 'This termination is decided already. Reload to see how.');
  return termination;
}

function staffOf(actor: Actor): PersonId {
  if (actor.kind === 'staff') return actor.id;
  throw new AvowError('access.forbidden', 'Only people of the vendor decide on a termination.');
}
