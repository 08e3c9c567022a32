import { dayOf } from '../calendar/zoned';
import { blockOf, recordBlock, unblockAfterHold } from './block';
import { renewFinal } from './final-renewal';
import { completeSubmission, type GatedStep, gatedStep } from './gates';
import { isMissed, replanMissed } from './missed';
import { queueNotice } from './notice';
import { isRunning, matterOf } from './plan';
import { stepAt } from './plan-dates';
import { passProvisionally } from './provisional';
import { consumed } from './release';
import { fireFormal, groupsOf, occasionOf } from './rung';
import { slipped } from './slip';
import { isInSlot, slotFrom } from './slots';
import type { Plan, Suspension } from './state';
import { put, record, rowOf, type Work } from './work';

/** Takes the gated steps whose time has come: restrictions and suspensions, each past every guard (rules 1, 5 and 6). */
export function enforce(work: Work): void {
  const taken: Record<GatedStep['step'], Plan[]> = { restrict: [], suspend: [] };
  for (const { id } of work.state.plans.filter(isRunning)) {
    const plan = unblockAfterHold(work, rowOf(work, 'plans', id));
    const step = gatedStep(work.state, plan, work.context);
    // While something blocks the step no day can be announced for it.
    if (step?.isFinalStale && plan.blockedBy === null) renewFinal(work, plan);
    if (!step || step.at === null || step.at > work.now) continue;
    if (isTaken(work, plan, step, step.at)) taken[step.step].push(rowOf(work, 'plans', id));
  }
  // A step planned anew brings its fresh formal notice along.
  fireFormal(work);
  announce(work, 'restricted', taken.restrict);
  announce(work, 'suspended', taken.suspend);
}

/** Takes a step that is due, or decides what becomes of it instead. */
function isTaken(work: Work, plan: Plan, step: GatedStep, at: number): boolean {
  const submission = completeSubmission(work.state, plan);
  if (submission?.checks === 'green') {
    // What would lift the step at once is there already (rule 3).
    passProvisionally(work, submission.id, 'a complete signed submission has green checks');
    return false;
  }
  // Found late: that is our outage even if a hold would keep it now. Waiting for a hold or the budget is none.
  if (plan.blockedBy === null && isMissed(at, work.now, work.context)) {
    replanMissed(work, plan, step.step);
    return false;
  }
  const blockedBy = blockOf(work, plan);
  if (blockedBy !== null) {
    recordBlock(work, plan, blockedBy);
    return false;
  }
  if (step.step === 'restrict') restrict(work, plan, step);
  else if (isInSlot(work.now, work.context)) suspend(work, plan, step);
  else {
    waitForSlot(work, plan);
    return false;
  }
  return true;
}

/** Found late, but not too late, and the enforcement window has closed: the next one counts (rule 5). */
function waitForSlot(work: Work, plan: Plan): void {
  const suspendsNotBeforeAt = slotFrom(work.now, work.context);
  record(
    work,
    'plan.revised',
    plan.id,
    {
      why: 'the enforcement window had closed, so the next one counts',
      rule: 'blast-radius',
      data: { suspendsNotBeforeAt },
    },
    [put('plans', { ...plan, suspendsNotBeforeAt })],
  );
  const waiting = rowOf(work, 'plans', plan.id);
  if (gatedStep(work.state, waiting, work.context)?.isFinalStale) renewFinal(work, waiting);
}

function restrict(work: Work, plan: Plan, step: GatedStep): void {
  // Suspension keeps its distance from the day of the restriction itself, however late that came.
  const restricted: Plan = {
    ...consumed(plan),
    restrictedAt: work.now,
    restrictNoticeId: step.formalNoticeId,
    blockedBy: null,
  };
  const { developer } = work.state;
  const spaced = slipped(work, restricted, stepAt(dayOf(work.now, developer.timeZone), 0, developer, work.context));
  record(
    work,
    'app.restricted',
    plan.appId,
    {
      why: 'the formal notice ran out unanswered',
      rule: 'notice-gate',
      data: {
        planId: plan.id,
        formalNoticeId: step.formalNoticeId,
        notBeforeAt: step.at,
        ...(plan.releasedBy !== null && { releaseId: plan.releasedBy }),
      },
      spendsBudget: plan.releasedBy === null,
    },
    [put('plans', spaced), put('apps', rowOf(work, 'apps', plan.appId))],
  );
}

function suspend(work: Work, plan: Plan, step: GatedStep): void {
  const app = rowOf(work, 'apps', plan.appId);
  const suspension: Suspension = {
    id: work.newId('sus'),
    appId: plan.appId,
    class: plan.findingId === null ? 'obligation' : 'finding',
    planId: plan.id,
    formalNoticeId: step.formalNoticeId,
    finalNoticeId: step.finalNoticeId,
    openedAt: work.now,
    liftedAt: null,
    liftedBy: null,
  };
  record(
    work,
    'suspension.opened',
    suspension.id,
    {
      why: 'the final notice ran out unanswered',
      rule: 'notice-gate',
      data: {
        planId: plan.id,
        formalNoticeId: step.formalNoticeId,
        finalNoticeId: step.finalNoticeId,
        notBeforeAt: step.at,
        ...(plan.releasedBy !== null && { releaseId: plan.releasedBy }),
      },
      spendsBudget: plan.releasedBy === null,
    },
    [
      put('suspensions', suspension),
      put('plans', { ...consumed(plan), blockedBy: null }),
      ...(plan.findingId === null ? [put('apps', { ...app, lapsedAt: work.now })] : []),
    ],
  );
}

function announce(work: Work, template: 'restricted' | 'suspended', plans: readonly Plan[]): void {
  for (const group of groupsOf(plans, (plan) => [matterOf(plan), plan.suspendsNotBeforeAt])) {
    queueNotice(work, {
      template,
      plans: group,
      rung: template,
      occasion: occasionOf(group),
      audience: ['signatory', 'preparer', 'backup'],
      why: template === 'restricted' ? 'the app is restricted' : 'the live keys are suspended',
    });
  }
}
