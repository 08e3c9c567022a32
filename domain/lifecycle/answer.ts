import { dayOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { RequirementId, SubmissionId } from '../ids';
import { openFindingFacts } from './finding';
import { planNext } from './next-due';
import { queueNotice } from './notice';
import { cancelNotices } from './notice-outcome';
import { closePlan, outstandingOf, requirementsOf, startOver } from './plan';
import { isCovered, liftSuspensions } from './reinstate';
import type { Plan, Submission } from './state';
import { resumeUnlessOwed } from './stopped-clock';
import { closeTasks } from './task';
import { put, putDeveloper, record, rowOf, type Work } from './work';

export interface Item {
  requirementId: RequirementId;
  outcome: 'accept' | 'return';
  reasonCode?: string;
  reason?: string;
}

/** Answers items of a submission, one by one. When none is left the clock runs again, or the app is attested. */
export function answer(work: Work, submissionId: SubmissionId, items: readonly Item[]): void {
  const submission = work.state.submissions.find((row) => row.id === submissionId);
  if (!submission)
    throw new AvowError('resource.not-found', 'There is no such submission that waits for an answer. Reload the list.');
  if (submission.answeredAt !== null)
    throw new AvowError('submission.already-answered', 'Somebody has answered this submission already. Reload it.');
  for (const item of items) answerItem(work, submissionId, item);
  const rows = work.state.requirements.filter((row) => row.submissionId === submissionId);
  if (rows.some((row) => row.state === 'submitted')) return;
  record(work, 'submission.answered', submissionId, { why: 'every item is answered' }, [
    put('submissions', { ...submission, answeredAt: work.now }),
  ]);
  closeTasks(work, ['review', 'review-overdue'], submissionId, 'the submission is answered');
  const plan = work.state.plans.find(
    (row) => row.cycleId === submission.cycleId && row.appId === submission.appId && row.closedAt === null,
  );
  if (!plan) return;
  if (rows.some((row) => row.state === 'returned')) sendBack(work, submission, plan);
  else if (
    requirementsOf(work, plan).every(
      (row) => row.state === 'accepted' || row.state === 'exempt' || row.state === 'superseded',
    )
  )
    acceptApp(work, submission, plan);
}

function answerItem(work: Work, submissionId: SubmissionId, item: Item): void {
  const requirement = work.state.requirements.find((row) => row.id === item.requirementId);
  if (!requirement || requirement.submissionId !== submissionId) {
    throw new AvowError('requirement.not-submitted', 'This item is not part of the submission.', [
      { path: '/items', message: `${item.requirementId} is not part of it.` },
    ]);
  }
  if (requirement.state !== 'submitted') {
    throw new AvowError(
      'requirement.already-decided',
      `Somebody has decided this item already: it is ${requirement.state}. Reload to see the decision.`,
      [],
      {
        requirementId: requirement.id,
        state: requirement.state,
      },
    );
  }
  if (item.outcome === 'accept') {
    record(
      work,
      'requirement.accepted',
      requirement.id,
      { why: 'the statement holds', data: { obligation: requirement.obligation } },
      [put('requirements', { ...requirement, state: 'accepted', decidedAt: work.now })],
    );
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
      }),
    ],
  );
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
  resumeUnlessOwed(work, rowOf(work, 'plans', plan.id));
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

function acceptApp(work: Work, submission: Submission, plan: Plan): void {
  const app = rowOf(work, 'apps', plan.appId);
  const { developer } = work.state;
  // Another suspension may cover the app still: then nothing is reinstated yet.
  const wasLifted = liftSuspensions(work, plan, 'cure', 'the attestation is accepted') && !isCovered(work, app.id);
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
  record(
    work,
    'app.accepted',
    app.id,
    { why: 'every requirement of the app is met', data: { submissionId: submission.id } },
    [put('apps', { ...app, firstAcceptedAt: app.firstAcceptedAt ?? work.now, riskFlags: submission.riskFlags })],
  );
  planNext(work);
  const nextDueOn = work.state.developer.nextDueOn;
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
  queueNotice(work, {
    template: wasLifted ? 'reinstated' : 'accepted',
    plans: [rowOf(work, 'plans', plan.id)],
    rung: wasLifted ? 'reinstated' : 'accepted',
    occasion: submission.id,
    audience: ['signatory', 'preparer'],
    facts: {
      ...(nextDueOn && { nextDueOn, coveredThroughOn: nextDueOn }),
      ...openFindingFacts(work.state, app.id),
      provisional: false,
    },
    why: 'the app is attested',
  });
}
