import type { Rule } from './decisions';
import { startOver } from './plan';
import { liftSuspension } from './reinstate';
import type { Suspension } from './state';
import { standOn } from './stopped-clock';
import { put, rowOf, type Work } from './work';

/** Lifts a suspension that should not have been: it counts as no lapse and does not shorten the period. */
export function liftWrongful(
  work: Work,
  suspension: Suspension,
  by: 'appeal' | 'undone',
  reason: { why: string; rule: Rule },
): void {
  const app = rowOf(work, 'apps', suspension.appId);
  const also = app.lapsedAt === suspension.openedAt ? [put('apps', { ...app, lapsedAt: null })] : [];
  liftSuspension(work, suspension, by, reason, also);
}

/** The plan that led to it starts over today with fresh notices; where none did, or it has ended, nothing does. */
export function beginAnew(work: Work, { planId }: Pick<Suspension, 'planId'>, why: string): void {
  const plan = work.state.plans.find((row) => row.id === planId && row.closedAt === null);
  if (!plan) return;
  startOver(work, plan, why);
  standOn(work, plan);
}
