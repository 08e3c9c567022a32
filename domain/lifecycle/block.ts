import { matterOf } from './plan';
import type { Plan } from './state';
import { openTask } from './task';
import { put, record, type Work } from './work';

/** What keeps a gated step from being taken though its time has come; null when nothing does (rule 5). */
export function blockOf(work: Work, plan: Plan): 'hold' | 'budget' | null {
  // Over the budget enforcement holds until a second person releases it; that the window rolls on does not.
  if (plan.blockedBy === 'budget') return 'budget';
  if (work.context.isHeld) return 'hold';
  return work.spent >= work.context.budgetLeft ? 'budget' : null;
}

/** Writes down what a step waits for, once, and that it waits no more. Returns the plan as it then is. */
export function recordBlock(work: Work, plan: Plan, blockedBy: 'hold' | 'budget' | null): Plan {
  if (plan.blockedBy === blockedBy) return plan;
  const changed: Plan = { ...plan, blockedBy };
  if (blockedBy === null) {
    record(work, 'plan.unblocked', plan.id, { why: 'enforcement is released', rule: 'blast-radius' }, [
      put('plans', changed),
    ]);
    return changed;
  }
  const why =
    blockedBy === 'hold' ? 'enforcement is held' : 'the enforcement budget is spent; a second person has to release it';
  record(work, 'plan.blocked', plan.id, { why, rule: 'blast-radius', data: { blockedBy } }, [put('plans', changed)]);
  if (blockedBy === 'budget') openTask(work, 'budget-exceeded', matterOf(plan), 'lead');
  return changed;
}
