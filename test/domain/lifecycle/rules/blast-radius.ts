import { localClock, localDay } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { must } from './ledger';

/**
 * No more apps than the budget allows, no suspension outside a slot or on a frozen day, none while enforcement is held; a plan over
 * budget goes on only when a second person released it, and a release is good for one step.
 */
export function blastRadius({ steps }: Trace): void {
  const blocked = new Map<string, string>();
  const used = new Set<string>();
  for (const step of steps) {
    const spending = step.decisions.filter(
      (decision) => decision.type === 'app.restricted' || decision.type === 'suspension.opened',
    );
    for (const decision of spending) {
      const { planId, releaseId } = decision.data;
      must(
        step,
        decision.spendsBudget === (releaseId === undefined),
        'a punishment spent nothing, and nobody released it',
      );
      if (releaseId === undefined) continue;
      must(step, !used.has(`${String(planId)} ${String(releaseId)}`), 'one release let two steps go');
      used.add(`${String(planId)} ${String(releaseId)}`);
      const plan = step.after.plans.find((row) => row.id === planId);
      must(step, plan?.releasedBy === null, 'a step left its release unused');
    }
    must(
      step,
      spending.filter((decision) => decision.spendsBudget).length <= step.context.budgetLeft,
      'more was spent than was left',
    );
    if (step.event.type === 'enforcement.released')
      must(step, step.event.proposedBy !== step.event.actor.id, 'one person named the list and released it');
    must(step, !step.context.isHeld || spending.length === 0, 'something was enforced while it was held');
    for (const decision of spending) {
      must(step, blocked.get(String(decision.data['planId'])) !== 'budget', 'a plan over budget went on by itself');
      if (decision.type === 'suspension.opened') slot(step);
    }
    for (const decision of step.decisions) {
      for (const change of decision.changes) {
        if (change.collection !== 'plans') continue;
        const isOverBudget = blocked.get(change.row.id) === 'budget' && change.row.blockedBy === null;
        must(
          step,
          !isOverBudget || unblocking.includes(decision.type),
          `${decision.type} lets a plan over budget go on`,
        );
        if (change.row.blockedBy === null) blocked.delete(change.row.id);
        else blocked.set(change.row.id, change.row.blockedBy);
      }
      if (decision.type === 'plan.blocked')
        must(step, blocked.has(decision.subject), 'a blocked plan does not say what for');
    }
  }
}

/** What may end the wait for the budget: a release, or what makes the plan another. */
const unblocking = [
  'plan.released',
  'plan.revised',
  'plan.missed',
  'plan.resumed',
  'plan.closed',
  'submission.passed-provisionally',
];

/** Tuesday to Thursday, 10 to 16 in Taipei, on no frozen day. */
function slot(step: Step): void {
  const { weekday, hour } = localClock(step.now, 'Asia/Taipei');
  must(step, weekday >= 2 && weekday <= 4 && hour >= 10 && hour < 16, 'suspended outside the enforcement window');
  const today = new Date(localDay(step.now, 'Asia/Taipei') * 86_400_000).toISOString().slice(0, 10);
  must(step, !step.context.terms.slot.freezeDays.includes(today), 'suspended on a frozen day');
}
