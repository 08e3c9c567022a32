import type { Instant } from '../calendar/instant';
import { latest } from '../calendar/instant';
import { dayOf } from '../calendar/zoned';
import { distancesOf } from './distances';
import type { CyclePlan } from './matter';
import { cancelNotices } from './notice-outcome';
import { planDates } from './plan-dates';
import type { App, Cycle, Plan, Requirement } from './state';
import { closeTasks } from './task';
import { termsOfCycle, termsOfPlan } from './terms-of';
import { put, record, rowOf, type Work } from './work';

/** When a plan falls due and from when its rungs count; null for an import that waits for its invitation to be delivered. */
export interface Dating {
  dueOn: string;
  from: Instant;
}

/** A plan in a cycle, with its dates where it has some. */
export function newPlan(work: Work, cycle: Cycle, app: App, dating: Dating | null): Plan {
  const unscheduled: Plan = {
    ...undatedPlan(work, app.id),
    cycleId: cycle.id,
    termsId: cycle.termsId,
  };
  if (dating === null) return unscheduled;
  return {
    ...unscheduled,
    ...planDates(dating.dueOn, cycle.kind, dating.from, work.state.developer, termsOfCycle(work.context, cycle)),
  };
}

/** A plan of an app that is about nothing yet and has no dates. */
export function undatedPlan(work: Work, appId: App['id']): Plan {
  return {
    id: work.newId('pln'),
    openedAt: work.now,
    cycleId: null,
    findingId: null,
    appId,
    termsId: null,
    revision: 1,
    formalRevision: 1,
    dueOn: null,
    dueAt: null,
    baseOn: null,
    lapsedAt: null,
    rungs: [],
    restrictsNotBeforeAt: null,
    suspendsNotBeforeAt: null,
    restrictedAt: null,
    restrictNoticeId: null,
    stoppedAt: null,
    stoppedBy: null,
    submissionStops: 0,
    passedProvisionallyAt: null,
    blockedBy: null,
    releasedBy: null,
    walkStep: null,
    walkSteps: [],
    closedAt: null,
  };
}

/** True while the plan runs: open, its clock not stopped, not passed provisionally. */
export function isRunning(plan: Plan): boolean {
  return plan.closedAt === null && plan.stoppedAt === null && plan.passedProvisionallyAt === null;
}

export function requirementsOf(work: Work, plan: Plan): Requirement[] {
  return work.state.requirements.filter((row) => row.cycleId === plan.cycleId && row.appId === plan.appId);
}

/** What the developer still has to state for this plan. */
export function outstandingOf(work: Work, plan: Plan): Requirement[] {
  return requirementsOf(work, plan).filter((row) => row.state === 'open' || row.state === 'returned');
}

/** New dates for the whole ladder from a new due day, with fresh notices: what an extension grants. Nothing comes earlier by it. */
export function replan(work: Work, plan: CyclePlan, dueOn: string, why: string): void {
  const cycle = rowOf(work, 'cycles', plan.cycleId);
  const revision = plan.revision + 1;
  const dates = planDates(dueOn, cycle.kind, work.now, work.state.developer, termsOfPlan(work.context, plan));
  const notEarlier = (known: Instant | null, planned: Instant | null) =>
    planned === null ? null : latest(known, planned);
  const replanned: Plan = {
    ...plan,
    ...dates,
    restrictsNotBeforeAt: notEarlier(plan.restrictsNotBeforeAt, dates.restrictsNotBeforeAt),
    suspendsNotBeforeAt: notEarlier(plan.suspendsNotBeforeAt, dates.suspendsNotBeforeAt),
    revision,
    formalRevision: revision,
    lapsedAt: null,
    stoppedAt: null,
    stoppedBy: null,
    blockedBy: null,
    releasedBy: null,
  };
  record(work, 'plan.revised', plan.id, { why, rule: 'anchored-dates', data: { dueOn, revision } }, [
    put('plans', replanned),
  ]);
  cancelNotices(work, 'the plan it speaks of was made anew');
}

/** The ladder after the due day starts over from today, with a new formal notice: what follows a return after a provisional pass. */
export function startOver(work: Work, plan: Plan, why: string): void {
  const { developer } = work.state;
  const baseOn = dayOf(work.now, developer.timeZone);
  const revision = plan.revision + 1;
  const restarted: Plan = {
    ...plan,
    ...distancesOf(plan, developer, work.context).ladder(baseOn, work.now),
    baseOn,
    revision,
    formalRevision: revision,
    restrictedAt: null,
    restrictNoticeId: null,
    stoppedAt: null,
    stoppedBy: null,
    blockedBy: null,
    releasedBy: null,
    passedProvisionallyAt: null,
  };
  record(work, 'plan.revised', plan.id, { why, rule: 'notice-gate', data: { baseOn, revision } }, [
    put('plans', restarted),
  ]);
  cancelNotices(work, 'the plan it speaks of was made anew');
}

/** The plan has nothing left to ask. */
export function closePlan(work: Work, plan: Plan, why: string): void {
  const closed: Plan = {
    ...plan,
    closedAt: work.now,
    stoppedAt: null,
    stoppedBy: null,
    blockedBy: null,
    releasedBy: null,
    restrictedAt: null,
    restrictNoticeId: null,
  };
  record(work, 'plan.closed', plan.id, { why }, [put('plans', closed)]);
  closeTasks(work, ['missed-step'], plan.id, why);
}
