import type { CycleId, FindingId } from '../ids';
import type { Plan } from './state';

/** A plan of a cycle, as against one of a finding. */
export type CyclePlan = Plan & { cycleId: CycleId };

/** A plan of a finding. */
export type FindingPlan = Plan & { findingId: FindingId };

export function isOfCycle(plan: Plan): plan is CyclePlan {
  return plan.cycleId !== null;
}

export function isOfFinding(plan: Plan): plan is FindingPlan {
  return plan.findingId !== null;
}

/** What the plan is about: its cycle or its finding. */
export function matterOf(plan: Plan): string {
  return plan.cycleId ?? plan.findingId ?? plan.id;
}
