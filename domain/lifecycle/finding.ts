import type { AppId } from '../ids';
import type { Actor } from './events';
import { type Finding, isOpenFinding } from './findings';
import { cancelNotices } from './notice-outcome';
import type { NoticeFacts } from './notices';
import { closePlan, type FindingPlan, isOfFinding } from './plan';
import { liftSuspensions } from './reinstate';
import type { LifecycleState, Suspension } from './state';
import { closeTasks } from './task';
import type { TaskKind } from './tasks';
import { put, record, type Work } from './work';

/** Tasks about a finding; all end with it. */
export const findingTasks: readonly TaskKind[] = ['finding-answer', 'finding-overdue', 'finding-long-overdue'];

/** True while a finding about the app binds: nothing about it is of low risk then. */
export function hasOpenFinding(state: LifecycleState, appId: AppId): boolean {
  return state.findings.some((row) => row.appId === appId && isOpenFinding(row));
}

/** What a word about the attestation says of findings: how many are open beside it, where there are any. */
export function openFindingFacts(state: LifecycleState, appId: AppId): Pick<NoticeFacts, 'openFindings'> {
  const openFindings = state.findings.filter((row) => row.appId === appId && isOpenFinding(row)).length;
  return openFindings === 0 ? {} : { openFindings };
}

/** The plan on which an open finding runs. */
export function planOfFinding(work: Work, finding: Finding): FindingPlan | undefined {
  return work.state.plans.filter(isOfFinding).find((row) => row.findingId === finding.id && row.closedAt === null);
}

/** How a finding ends. */
export interface Ending {
  outcome: 'cured' | 'withdrawn';
  why: string;
  by: Actor | null;
  /** In the vendor's words; kept in the finding's row. */
  reason: string | null;
  liftedBy: NonNullable<Suspension['liftedBy']>;
}

/**
 * Closes a finding with its plan and lifts what it led to, at once; what other plans have led to stays. Returns whether there was a
 * suspension to lift.
 */
export function endFinding(work: Work, finding: Finding, ending: Ending): boolean {
  const { outcome, why } = ending;
  const plan = planOfFinding(work, finding);
  const ended: Finding = {
    ...finding,
    state: outcome,
    outcome,
    reviewDueAt: null,
    reviewEscalatesAt: null,
    decidedAt: work.now,
    decidedBy: ending.by,
    reason: ending.reason,
  };
  record(
    work,
    outcome === 'cured' ? 'finding.cured' : 'finding.withdrawn',
    finding.id,
    { why, rule: 'late-is-curable' },
    [put('findings', ended)],
  );
  closeTasks(work, [...findingTasks, 'budget-exceeded'], finding.id, why);
  if (!plan) return false;
  const wasLifted = liftSuspensions(work, plan, ending.liftedBy, why);
  closePlan(work, plan, why);
  cancelNotices(work, why);
  return wasLifted;
}

/** Takes a finding back, its plan, restriction and suspension with it. Whoever decides so tells the developer. */
export function withdrawFinding(
  work: Work,
  finding: Finding,
  why: string,
  by: { actor?: Actor; reason?: string; liftedBy?: Suspension['liftedBy'] } = {},
): boolean {
  return endFinding(work, finding, {
    outcome: 'withdrawn',
    why,
    by: by.actor ?? null,
    reason: by.reason ?? null,
    liftedBy: by.liftedBy ?? 'withdrawn',
  });
}
