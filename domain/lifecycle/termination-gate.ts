import { type Instant, latest } from '../calendar/instant';
import { after } from '../calendar/zoned';
import type { AppId, PlanId } from '../ids';
import type { Context } from './context';
import { atLocalHour } from './gates';
import { queueNotice } from './notice';
import { terminationGateOpensAt } from './notice-periods';
import { stepAt } from './plan-dates';
import type { Developer, LifecycleState, Plan } from './state';
import { closeTasks, openTask } from './task';
import type { Termination } from './terminations';
import { termsOfPlan } from './terms-of';
import { put, record, rowOf, type Work } from './work';

/**
 * The first moment at which an announced termination may be confirmed; null until its notice is delivered. A revocation waits for
 * the days after due as well, counted from the day from which the ladder counts where that is the later one (rule 1).
 */
export function terminationOpensAt(state: LifecycleState, termination: Termination, context: Context): Instant | null {
  const { developer } = state;
  const notice = state.notices.find((row) => row.id === termination.noticeId);
  if (notice?.state !== 'accepted' || notice.acceptedAt === null) return null;
  const heard = terminationGateOpensAt(notice.acceptedAt, developer.timeZone, context);
  const opensAt = atLocalHour(heard, developer.timeZone, context);
  if (termination.kind === 'offboarding') return opensAt;
  const revocableAt = planRevocableAt(planOf(state, termination), developer, context);
  return revocableAt === null ? null : latest(opensAt, revocableAt);
}

/** Not before so many days after due: from the day from which the ladder counts, where that is the later one. Null where nothing is due. */
export function planRevocableAt(plan: Plan | undefined, developer: Developer, context: Context): Instant | null {
  const countsFrom = [plan?.dueOn, plan?.baseOn]
    .filter((day) => day != null)
    .sort()
    .at(-1);
  if (plan === undefined || countsFrom === undefined) return null;
  return stepAt(countsFrom, termsOfPlan(context, plan).terms.revokeAfter, developer, context);
}

export function planOf(state: LifecycleState, termination: Termination): Plan | undefined {
  return state.plans.find((row) => row.id === termination.planId);
}

/** When the leads hear that a termination may be confirmed; null when they have heard, or when it has to wait. */
export function attendsAt(state: LifecycleState, termination: Termination): Instant | null {
  const isWaiting = termination.toldAt !== null || planOf(state, termination)?.stoppedAt != null;
  return termination.state !== 'announced' || isWaiting ? null : termination.notBeforeAt;
}

/** The gate has opened and nobody decided: the leads hear of it. The clock itself ends nobody. */
export function attendTerminations(work: Work): void {
  for (const termination of work.state.terminations) {
    const at = attendsAt(work.state, termination);
    if (at === null || at > work.now) continue;
    record(
      work,
      'termination.opened',
      termination.id,
      { why: 'its notice has run out; a second person may confirm', rule: 'notice-gate', data: { notBeforeAt: at } },
      [put('terminations', { ...termination, toldAt: work.now })],
    );
    openTask(work, 'termination', termination.id, 'lead');
  }
}

/** What follows for announced terminations from any decision: a cure ends them, a delivery dates them, a bounce takes the date away. */
export function settleTerminations(work: Work): void {
  for (const { id } of work.state.terminations.filter((row) => row.state === 'announced')) {
    const termination = rowOf(work, 'terminations', id);
    if (termination.kind === 'revocation' && !hasGround(work.state, termination)) loseGround(work, termination);
    else dateAnew(work, termination);
  }
}

/** True while the app is suspended for what the revocation was announced for. */
export function hasGround(state: LifecycleState, { planId }: Termination): boolean {
  return state.suspensions.some((row) => row.planId === planId && row.liftedAt === null);
}

function loseGround(work: Work, termination: Termination): void {
  const isByLegal = work.state.suspensions.some(
    (row) => row.planId === termination.planId && row.liftedBy === 'legal' && row.liftedAt === work.now,
  );
  if (isByLegal) cancelTermination(work, termination, 'withdrawn', 'legal lifted the suspension it rests on');
  else cancelTermination(work, termination, 'cured', 'what it rests on is put right');
}

function dateAnew(work: Work, termination: Termination): void {
  const opensAt = terminationOpensAt(work.state, termination, work.context);
  const notBeforeAt = opensAt === null ? null : latest(opensAt, termination.notBeforeAt ?? opensAt);
  if (notBeforeAt === termination.notBeforeAt) return;
  dated(work, termination, notBeforeAt, notBeforeAt === null ? 'its notice came back' : 'its notice is delivered');
}

function dated(work: Work, termination: Termination, notBeforeAt: Instant | null, why: string): void {
  record(work, 'termination.dated', termination.id, { why, rule: 'notice-gate', data: { notBeforeAt } }, [
    put('terminations', { ...termination, notBeforeAt, toldAt: null }),
  ]);
  closeTasks(work, ['termination'], termination.id, 'it has to wait longer');
}

/** The plan's clock stood for so many days: a revocation of its app waits as much longer (rule 4). */
export function moveTerminations(work: Work, planId: PlanId, days: number): void {
  const { timeZone } = work.state.developer;
  for (const termination of work.state.terminations) {
    if (termination.planId !== planId || termination.state !== 'announced' || termination.notBeforeAt === null)
      continue;
    const moved = after(termination.notBeforeAt, `P${days}D`, timeZone);
    const least = after(work.now, work.context.terms.leastTimeAfterStop, timeZone);
    dated(work, termination, latest(moved, least), 'the clock stood while the vendor owed an answer');
  }
}

/** Ends an announced termination without executing it, and says so to the developer unless they have left themselves. */
export function cancelTermination(
  work: Work,
  termination: Termination,
  state: 'withdrawn' | 'cured',
  why: string,
  isTold = true,
): void {
  record(
    work,
    state === 'cured' ? 'termination.cured' : 'termination.withdrawn',
    termination.id,
    { why, rule: 'notice-gate', data: { kind: termination.kind } },
    [put('terminations', { ...termination, state, notBeforeAt: null, cancelledAt: work.now })],
  );
  closeTasks(work, ['termination'], termination.id, why);
  cancelItsNotice(work, termination, why);
  if (!isTold) return;
  queueNotice(work, {
    template: 'termination-cancelled',
    plans: [],
    apps: work.state.apps.filter((app) => app.retiredAt === null && [null, app.id].includes(termination.appId)),
    rung: 'cancelled',
    occasion: termination.id,
    audience: ['signatory', 'preparer', 'backup'],
    facts: { termination: { kind: termination.kind, isCured: state === 'cured' } },
    why: 'the termination that was announced will not happen',
  });
}

/** A termination notice that nobody has got is not sent any more. */
function cancelItsNotice(work: Work, termination: Termination, why: string): void {
  const notice = work.state.notices.find((row) => row.id === termination.noticeId);
  if (notice?.state !== 'queued' && notice?.state !== 'bounced') return;
  record(work, 'notice.cancelled', notice.id, { why, data: { template: notice.template } }, [
    put('notices', { ...notice, state: 'cancelled' }),
  ]);
  closeTasks(work, ['bounced-contact'], notice.id, 'the notice is not needed any more');
}

/** The app ends, or with null the developer: nothing is left to terminate. */
export function withdrawTerminationsOf(work: Work, appId: AppId | null, why: string): void {
  for (const termination of work.state.terminations) {
    if (termination.state === 'announced' && termination.appId === appId)
      cancelTermination(work, termination, 'withdrawn', why, false);
  }
}
