import { isOfCycle, isRunning, outstandingOf } from './plan';
import type { Plan } from './state';
import { openTask } from './task';
import { put, record, rowOf, type Work } from './work';

/** Due days that ended unmet: an attested app goes into grace; an overdue first attestation is a task and nothing more. */
export function lapse(work: Work): void {
  for (const { id } of work.state.plans.filter(isRunning)) {
    const plan = rowOf(work, 'plans', id);
    if (plan.dueAt === null || plan.dueAt > work.now || plan.lapsedAt !== null) continue;
    if (!isOfCycle(plan)) {
      lapseFinding(work, plan);
      continue;
    }
    const cycle = rowOf(work, 'cycles', plan.cycleId);
    const outstanding = outstandingOf(work, plan).map((row) => row.obligation);
    record(
      work,
      'cycle.lapsed',
      plan.id,
      {
        why: 'the due day ended without a complete attestation',
        rule: 'anchored-dates',
        data: { dueOn: plan.dueOn, outstanding },
      },
      [put('plans', { ...plan, lapsedAt: work.now })],
    );
    if (cycle.kind === 'onboarding') openTask(work, 'onboarding-overdue', cycle.id, 'am');
  }
}

function lapseFinding(work: Work, plan: Plan): void {
  record(
    work,
    'finding.lapsed',
    plan.id,
    { why: 'the working days to cure the finding are over', rule: 'anchored-dates', data: { dueOn: plan.dueOn } },
    [put('plans', { ...plan, lapsedAt: work.now })],
  );
}
