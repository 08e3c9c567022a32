import type { Instant } from '../calendar/instant';
import { addWorkingDays } from '../calendar/working-days';
import { dayOf, endOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import { answer } from './answer';
import type { EventOf } from './events';
import { hasOpenFinding } from './finding';
import { type CyclePlan, isOfCycle, outstandingOf } from './plan';
import { passProvisionally } from './provisional';
import { spread } from './spread';
import type { App, Submission } from './state';
import { maySubmissionStop, stopPlan } from './stopped-clock';
import { openTask } from './task';
import { put, record, rowOf, type Work } from './work';

/** The developer signed: every outstanding requirement of each app named is stated, and the vendor owes an answer. */
export function submissionSigned(work: Work, event: EventOf<'submission.signed'>): void {
  if (event.actor.kind !== 'person')
    throw new AvowError('access.forbidden', 'Only a signatory of the developer signs.');
  for (const entry of event.apps) {
    const app = work.state.apps.find((candidate) => candidate.id === entry.appId);
    if (!app) throw new AvowError('resource.not-found', 'There is no such app.');
    const plans = work.state.plans.filter(
      (plan): plan is CyclePlan =>
        isOfCycle(plan) && plan.appId === app.id && plan.closedAt === null && outstandingOf(work, plan).length > 0,
    );
    if (plans.length === 0)
      throw new AvowError(
        'submission.nothing-outstanding',
        'Nothing is outstanding for this app: it is under review or attested.',
      );
    for (const plan of plans) submit(work, event, app, plan, entry);
  }
}

function submit(
  work: Work,
  event: EventOf<'submission.signed'>,
  app: App,
  plan: CyclePlan,
  entry: EventOf<'submission.signed'>['apps'][number],
): void {
  const outstanding = outstandingOf(work, plan);
  const stated = new Map(entry.statements.map((statement) => [statement.obligation, statement.statementId]));
  const missing = outstanding.filter((row) => !stated.has(row.obligation));
  if (missing.length > 0) {
    throw new AvowError(
      'submission.incomplete',
      'Each outstanding obligation has to be stated before it can be signed.',
      missing.map((row) => ({ path: `/apps/${app.id}/${row.obligation}`, message: 'State this obligation.' })),
    );
  }
  const cycle = rowOf(work, 'cycles', plan.cycleId);
  const submission: Submission = {
    id: work.newId('sub'),
    signatureId: event.signatureId,
    cycleId: plan.cycleId,
    appId: app.id,
    signedAt: work.now,
    signedBy: event.actor.id as Submission['signedBy'],
    riskFlags: [...entry.riskFlags],
    checks: 'pending',
    needsReview: false,
    reviewDueAt: endOfWorkingDay(work, work.context.terms.reviewWorkingDays),
    // First attestations never pass provisionally (definition 4).
    passesProvisionallyAt:
      cycle.kind === 'onboarding' || app.firstAcceptedAt === null
        ? null
        : endOfWorkingDay(work, work.context.terms.provisionalWorkingDays),
    overdueToldAt: null,
    answeredAt: null,
  };
  record(
    work,
    'submission.received',
    submission.id,
    { why: 'the developer signed', data: { cycleId: plan.cycleId, riskFlags: submission.riskFlags } },
    [
      put('submissions', submission),
      ...outstanding.map((row) =>
        put('requirements', {
          ...row,
          state: 'submitted',
          submissionId: submission.id,
          statementId: stated.get(row.obligation) ?? null,
          reasonCode: null,
          reason: null,
          decidedAt: null,
        }),
      ),
    ],
  );
  // At most two submissions of a cycle stop the clock (definition 4).
  if (maySubmissionStop(work, plan)) stopPlan(work, plan, 'submission');
}

/** The end of the day so many of the vendor's working days from now. */
export function endOfWorkingDay(work: Work, days: number): Instant {
  const { timeZone, country } = work.context.terms.vendor;
  return endOf(addWorkingDays(dayOf(work.now, timeZone), days, country, work.context.calendars), timeZone);
}

/** The automatic checks ended: all green at low risk is accepted at once, everything else goes to an account manager. */
export function checksCompleted(work: Work, event: EventOf<'checks.completed'>): void {
  const submission = work.state.submissions.find((row) => row.id === event.submissionId);
  if (!submission || submission.answeredAt !== null || submission.checks !== 'pending') return;
  const app = rowOf(work, 'apps', submission.appId);
  const because = reasonForReview(work, submission, app, event.outcome);
  record(
    work,
    'submission.checked',
    submission.id,
    { why: because ?? 'all checks are green at low risk', data: { outcome: event.outcome } },
    [put('submissions', { ...submission, checks: event.outcome, needsReview: because !== null })],
  );
  if (because === null) {
    const items = work.state.requirements.filter(
      (row) => row.submissionId === submission.id && row.state === 'submitted',
    );
    answer(
      work,
      submission.id,
      items.map((row) => ({ requirementId: row.id, outcome: 'accept' })),
    );
    return;
  }
  openTask(work, 'review', submission.id, 'am');
  if (event.outcome === 'green' && isEnforced(work, submission))
    passProvisionally(work, submission.id, 'a complete signed submission has green checks');
}

/** True when the ladder of this very cycle has restricted or suspended the app; a finding's is not cured by attesting. */
function isEnforced(work: Work, submission: Submission): boolean {
  const plans = work.state.plans.filter(
    (row) => row.cycleId === submission.cycleId && row.appId === submission.appId && row.closedAt === null,
  );
  return plans.some(
    (plan) =>
      plan.restrictedAt !== null ||
      work.state.suspensions.some((row) => row.planId === plan.id && row.liftedAt === null),
  );
}

function reasonForReview(
  work: Work,
  submission: Submission,
  app: App,
  outcome: 'green' | 'amber' | 'red',
): string | null {
  if (outcome !== 'green') return 'a check was not green';
  if (submission.riskFlags.length > 0) return `the answers are of higher risk: ${submission.riskFlags.join(', ')}`;
  if (hasOpenFinding(work.state, app.id)) return 'a finding about the app is open';
  if (app.firstAcceptedAt === null) return 'it is the first attestation';
  if (isSampled(submission, work)) return 'it was drawn into the sample';
  return null;
}

function isSampled(submission: Submission, work: Work): boolean {
  return spread(submission.id, 10_000) < work.context.terms.sampleShare * 10_000;
}

/** Reviews past their service level: the lead hears at 5 working days, the developer passes provisionally at 10. */
export function attendReviews(work: Work): void {
  for (const { id } of work.state.submissions.filter((row) => row.answeredAt === null)) {
    const submission = rowOf(work, 'submissions', id);
    if (submission.reviewDueAt !== null && submission.reviewDueAt <= work.now && submission.overdueToldAt === null) {
      record(work, 'submission.overdue', id, { why: 'the review is past its service level', rule: 'clock-stops' }, [
        put('submissions', { ...submission, overdueToldAt: work.now }),
      ]);
      openTask(work, 'review-overdue', id, 'lead');
    }
    if (submission.passesProvisionallyAt !== null && submission.passesProvisionallyAt <= work.now) {
      passProvisionally(work, id, 'the review took longer than the service level allows');
    }
  }
}
