import type { Day } from '../calendar/instant';
import { dayOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { AppId, PersonId, RequirementId, SubmissionId } from '../ids';
import { lastAppealDay, returnedItems } from './appealable';
import type { Appeal } from './appeals';
import type { EventOf } from './events';
import {
  announceGrant,
  claimOn,
  grantExemption,
  refusedClaimOn,
  refuseExemption,
  supersedeExemptions,
} from './exemption';
import { openFindingFacts } from './finding';
import { isOfCycle } from './matter';
import { planNext } from './next-due';
import { queueNotice } from './notice';
import { cancelNotices } from './notice-outcome';
import { closePlan, outstandingOf, requirementsOf, startOver } from './plan';
import { isCovered, liftSuspensions } from './reinstate';
import { waitingItem, waitingSubmission } from './review-item';
import { flagsAfter } from './risk-flags';
import type { Plan, Requirement, Submission } from './state';
import { resumeUnlessOwed, standOn } from './stopped-clock';
import { closeTasks } from './task';
import { put, putDeveloper, record, rowOf, type Work } from './work';

export interface Item {
  requirementId: RequirementId;
  outcome: 'accept' | 'return';
  reasonCode?: string;
  reason?: string;
  /** An earlier end of the exemption claimed. */
  untilOn?: Day;
}

/** The person who reviews; null for whoever is no person of the vendor's. */
export function reviewerOf({ actor }: EventOf<'review.decided'>): PersonId | null {
  return actor.kind === 'staff' ? actor.id : null;
}

/**
 * Answers items of a submission, one by one; `by` is null for the checks. When none is left the clock runs again, or the app is
 * attested.
 */
export function answer(work: Work, submissionId: SubmissionId, items: readonly Item[], by: PersonId | null): void {
  const submission = waitingSubmission(work, submissionId);
  for (const item of items) answerItem(work, submissionId, item, by);
  const rows = work.state.requirements.filter((row) => row.submissionId === submissionId);
  if (rows.some((row) => row.state === 'submitted')) return;
  record(work, 'submission.answered', submissionId, { why: 'every item is answered' }, [
    put('submissions', { ...submission, answeredAt: work.now }),
  ]);
  closeTasks(work, ['review', 'review-overdue'], submissionId, 'the submission is answered');
  const plan = planOf(work, submissionId);
  if (!plan) return;
  if (rows.some((row) => row.state === 'returned')) sendBack(work, submission, plan);
  else if (isMet(work, plan)) acceptApp(work, submission, plan, submission.id);
  // Something was asked anew meanwhile: an exemption that ended.
  else resumeUnlessOwed(work, plan);
}

/** An appeal against a return is upheld: the items count as accepted, or as exempt where that was claimed, and with the last of them the app is attested. */
export function acceptReturned(work: Work, appeal: Pick<Appeal, 'id' | 'subject'>, by: PersonId): void {
  const submission = rowOf(work, 'submissions', appeal.subject);
  const plan = planOf(work, submission.id);
  for (const row of returnedItems(work.state, submission.id)) {
    const claim = refusedClaimOn(work, row);
    if (claim) {
      grantExemption(work, claim, row, by, undefined);
      announceGrant(work, rowOf(work, 'exemptions', claim.id), plan);
    } else accept(work, row, by, 'an appeal against the return is upheld');
  }
  if (plan && isMet(work, plan)) acceptApp(work, submission, plan, appeal.id);
}

function isMet(work: Work, plan: Plan): boolean {
  return requirementsOf(work, plan).every(
    (row) => row.state === 'accepted' || row.state === 'exempt' || row.state === 'superseded',
  );
}

function accept(work: Work, requirement: Requirement, by: PersonId | null, why: string): void {
  record(work, 'requirement.accepted', requirement.id, { why, data: { obligation: requirement.obligation } }, [
    put('requirements', {
      ...requirement,
      state: 'accepted',
      reasonCode: null,
      reason: null,
      decidedAt: work.now,
      decidedBy: by,
    }),
  ]);
  supersedeExemptions(work, requirement.appId, requirement.obligation, 'the obligation is met without it');
}

function answerItem(work: Work, submissionId: SubmissionId, item: Item, by: PersonId | null): void {
  const requirement = waitingItem(work, submissionId, item.requirementId, '/items');
  const claim = claimOn(work, requirement);
  if (item.untilOn !== undefined && (claim === undefined || item.outcome !== 'accept'))
    throw new AvowError(
      'exemption.not-claimed',
      'Leave untilOn out: it is for granting an exemption that is claimed.',
      [{ path: '/items', message: `${item.requirementId} takes no untilOn.` }],
    );
  if (item.outcome === 'accept' && claim) {
    grantExemption(work, claim, requirement, by, item.untilOn);
    announceGrant(work, rowOf(work, 'exemptions', claim.id), planOf(work, submissionId));
    return;
  }
  if (item.outcome === 'accept') {
    accept(work, requirement, by, 'the statement holds');
    return;
  }
  if (!item.reasonCode || !item.reason?.trim()) {
    throw new AvowError(
      'review.reason-missing',
      'A return needs a reason code and a sentence that tells the developer what to mend.',
      [{ path: '/items', message: 'Give reasonCode and reason.' }],
    );
  }
  record(
    work,
    'requirement.returned',
    requirement.id,
    { why: 'it has to be stated anew', data: { obligation: requirement.obligation, reasonCode: item.reasonCode } },
    [
      put('requirements', {
        ...requirement,
        state: 'returned',
        reasonCode: item.reasonCode,
        reason: item.reason.trim(),
        decidedAt: work.now,
        decidedBy: by,
      }),
    ],
  );
  if (claim) refuseExemption(work, claim, by, item.reason.trim());
}

function planOf(work: Work, submissionId: SubmissionId): Plan | undefined {
  const { cycleId, appId } = rowOf(work, 'submissions', submissionId);
  return work.state.plans.find((row) => row.cycleId === cycleId && row.appId === appId && row.closedAt === null);
}

function sendBack(work: Work, submission: Submission, plan: Plan): void {
  if (plan.passedProvisionallyAt !== null && plan.lapsedAt !== null)
    startOver(work, plan, 'a return after a provisional pass starts over with a new formal notice');
  else if (plan.passedProvisionallyAt !== null) {
    // The pass was time that the vendor took, stopped clock or not.
    const waiting: Plan = {
      ...plan,
      passedProvisionallyAt: null,
      stoppedAt: plan.stoppedAt ?? plan.passedProvisionallyAt,
      stoppedBy: plan.stoppedBy ?? 'submission',
    };
    record(work, 'plan.revised', plan.id, { why: 'the provisional pass ends with the return' }, [
      put('plans', waiting),
    ]);
  }
  standOn(work, plan);
  const returned = work.state.requirements.filter(
    (row) => row.submissionId === submission.id && row.state === 'returned',
  );
  queueNotice(work, {
    template: 'returned',
    plans: [rowOf(work, 'plans', plan.id)],
    rung: 'returned',
    occasion: submission.id,
    audience: ['signatory', 'preparer'],
    facts: {
      appealUntilOn: lastAppealDay(work.now, work.state.developer.timeZone, work.context.terms),
      returned: returned.map((row) => ({
        appId: row.appId,
        obligation: row.obligation,
        reasonCode: row.reasonCode ?? '',
        reason: row.reason ?? '',
      })),
    },
    why: `${outstandingOf(work, plan).length} items have to be stated anew`,
  });
}

/** `occasion` is what brought the acceptance about: the submission, or the appeal by which it was accepted after all. */
function acceptApp(work: Work, submission: Submission, plan: Plan, occasion: string): void {
  const app = rowOf(work, 'apps', plan.appId);
  const { developer } = work.state;
  const wasLifted = liftSuspensions(work, plan, 'cure', 'the attestation is accepted');
  closePlan(work, plan, 'the attestation is accepted');
  if (developer.anchorOn === null) {
    const anchorOn = dayOf(work.now, developer.timeZone);
    record(
      work,
      'cycle.planned',
      developer.id,
      { why: 'the first acceptance is the anchor of every later due day', rule: 'anchored-dates', data: { anchorOn } },
      [putDeveloper({ ...developer, anchorOn })],
    );
  }
  const riskFlags = flagsAfter(app, submission.riskFlags, requirementsOf(work, plan));
  record(
    work,
    'app.accepted',
    app.id,
    { why: 'every requirement of the app is met', data: { submissionId: submission.id } },
    [put('apps', { ...app, firstAcceptedAt: app.firstAcceptedAt ?? work.now, riskFlags })],
  );
  planNext(work);
  const nextDueOn = coveredThrough(work, app.id);
  record(
    work,
    'cycle.planned',
    app.id,
    {
      why: 'the acceptance covers through the next due day',
      rule: 'anchored-dates',
      data: { coveredThroughOn: nextDueOn },
    },
    [put('apps', { ...rowOf(work, 'apps', app.id), coveredThroughOn: nextDueOn })],
  );
  cancelNotices(work, 'the app is attested');
  // Another suspension may cover the app still: then nothing is reinstated yet.
  const isReinstated = wasLifted && !isCovered(work, app.id);
  queueNotice(work, {
    template: isReinstated ? 'reinstated' : 'accepted',
    plans: [rowOf(work, 'plans', plan.id)],
    rung: isReinstated ? 'reinstated' : 'accepted',
    occasion,
    audience: ['signatory', 'preparer'],
    facts: {
      ...(nextDueOn && { nextDueOn, coveredThroughOn: nextDueOn }),
      ...openFindingFacts(work.state, app.id),
      provisional: false,
      ...(isCovered(work, app.id) && { isStillSuspended: true }),
    },
    why: 'the app is attested',
  });
}

/** The day up to which the app is covered: the next due day, or an earlier one by which something else is asked. */
function coveredThrough(work: Work, appId: AppId): Day | null {
  const owed = work.state.plans
    .filter(isOfCycle)
    .filter((plan) => plan.appId === appId && plan.closedAt === null)
    .flatMap((plan) => [plan.dueOn, rowOf(work, 'cycles', plan.cycleId).dueOn]);
  return [work.state.developer.nextDueOn, ...owed].filter((day) => day !== null).sort()[0] ?? null;
}
