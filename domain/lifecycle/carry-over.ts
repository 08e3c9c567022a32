import { isReturnAppealed } from './campaign-reach';
import type { Change } from './decisions';
import { newRequirements } from './requirement';
import type { Cycle, Plan } from './state';
import { put, record, rowOf, type Work } from './work';

/**
 * Brings the plans that are still open into the cycle that follows theirs: each keeps its older dates, its notices, its stopped clock.
 * What is unmet is asked anew in the new words; what the vendor owes an answer to moves as it is (definition 1).
 */
export function carryOver(work: Work, former: Cycle, cycleId: Cycle['id']): void {
  for (const plan of work.state.plans) {
    if (plan.cycleId === former.id && plan.closedAt === null) carryPlan(work, plan, cycleId);
  }
  const carried = work.state.plans.some((plan) => plan.cycleId === cycleId && plan.stoppedBy === 'extension');
  for (const extension of work.state.extensions) {
    if (!carried || extension.cycleId !== former.id || extension.state !== 'open') continue;
    record(
      work,
      'extension.requested',
      extension.id,
      { why: 'the request for time is still unanswered, so it moves into the new cycle', rule: 'clock-stops' },
      [put('extensions', { ...extension, cycleId })],
    );
  }
}

function carryPlan(work: Work, plan: Plan, cycleId: Cycle['id']): void {
  const cycle = rowOf(work, 'cycles', cycleId);
  const isOfPlan = (row: { cycleId: string; appId: string }) =>
    row.cycleId === plan.cycleId && row.appId === plan.appId;
  const rows = work.state.requirements.filter(isOfPlan);
  const isUnderReview = rows.some((row) => row.state === 'submitted') || isReturnAppealed(work.state, plan);
  const changes: Change[] = isUnderReview
    ? [
        ...rows.map((row) => put('requirements', { ...row, cycleId })),
        ...work.state.submissions.filter(isOfPlan).map((row) => put('submissions', { ...row, cycleId })),
      ]
    : [
        ...rows
          .filter((row) => row.state === 'open' || row.state === 'returned')
          .map((row) => put('requirements', { ...row, state: 'superseded' })),
        ...newRequirements(work, cycle, plan.appId),
      ];
  const notices = work.state.notices.filter((notice) => notice.planIds.includes(plan.id));
  const carried: Plan = isUnderReview
    ? { ...plan, cycleId, submissionStops: plan.stoppedBy === 'submission' ? 1 : 0 }
    : { ...plan, cycleId, submissionStops: 0, walkStep: null, walkSteps: [] };
  record(
    work,
    'requirement.superseded',
    plan.id,
    {
      why: isUnderReview
        ? 'what is under review moves into the new cycle and keeps its older due date'
        : 'unmet requirements are asked anew and keep their older due date',
      rule: 'anchored-dates',
      data: { dueOn: plan.dueOn },
    },
    [put('plans', carried), ...changes, ...notices.map((notice) => put('notices', { ...notice, cycleId }))],
  );
}
