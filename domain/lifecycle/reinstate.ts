import type { App, Plan, Suspension } from './state';
import { put, record, type Work } from './work';

/** Lifts the suspensions that a plan has led to, and no others (rule 7: by cure). Keys follow when the decision settles. Returns whether there were any. */
export function liftSuspensions(work: Work, plan: Plan, by: NonNullable<Suspension['liftedBy']>, why: string): boolean {
  const open = work.state.suspensions.filter((row) => row.planId === plan.id && row.liftedAt === null);
  for (const suspension of open) {
    record(work, 'suspension.lifted', suspension.id, { why, rule: 'late-is-curable', data: { by } }, [
      put('suspensions', { ...suspension, liftedAt: work.now, liftedBy: by }),
    ]);
  }
  return open.length > 0;
}

/** True while a suspension of any class covers the app: its live keys do not work. */
export function isCovered(work: Work, appId: App['id']): boolean {
  return work.state.suspensions.some((row) => row.appId === appId && row.liftedAt === null);
}
