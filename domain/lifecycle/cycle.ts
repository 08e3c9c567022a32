import type { Day, Instant } from '../calendar/instant';
import { addDays } from '../calendar/zoned';
import type { CycleId } from '../ids';
import type { ObligationSlug } from '../obligations';
import { carryOver } from './carry-over';
import { isOfCycle } from './matter';
import { isMissed } from './missed';
import { attestingApps, planNext } from './next-due';
import { type Dating, newPlan } from './plan';
import { isOfCampaign, leftToAsk, newRequirements } from './requirement';
import type { App, Cycle } from './state';
import { closeTasks } from './task';
import { put, record, rowOf, type Work } from './work';

/** Opens a cycle of a kind with no app in it yet; `addToCycle` brings them in. */
export function openCycle(
  work: Work,
  kind: Cycle['kind'],
  dueOn: Day | null,
  {
    campaign = '',
    catalogueVersion = work.context.catalogueVersion,
    spreadOver = null,
  }: Partial<Pick<Cycle, 'campaign' | 'catalogueVersion' | 'spreadOver'>> = {},
): CycleId {
  const cycle: Cycle = {
    id: work.newId('cyc'),
    kind,
    campaign,
    catalogueVersion,
    dueOn,
    termsId: work.state.developer.termsId,
    spreadOver,
    openedAt: work.now,
    closedAt: null,
  };
  record(
    work,
    'cycle.opened',
    cycle.id,
    { why: `the ${kind} cycle opens`, rule: 'anchored-dates', data: { kind, dueOn } },
    [put('cycles', cycle)],
  );
  return cycle.id;
}

/**
 * Gives an app its plan and its requirements in an open cycle: all four, unless others are named. Without dates it waits for an
 * invitation to be delivered.
 */
export function addToCycle(
  work: Work,
  cycleId: CycleId,
  app: App,
  dating: Dating | null,
  asked?: readonly ObligationSlug[],
): void {
  const cycle = rowOf(work, 'cycles', cycleId);
  const plan = newPlan(work, cycle, app, dating);
  record(
    work,
    'cycle.opened',
    plan.id,
    {
      why: 'the app owes its requirements in this cycle',
      rule: 'anchored-dates',
      data: { cycleId, dueOn: plan.dueOn },
    },
    [put('plans', plan), ...newRequirements(work, cycle, app.id, asked)],
  );
}

/** The window of the next periodic cycle opens. Plans still unmet move into it and keep their older dates (definition 1). */
export function openPeriodic(work: Work): void {
  const { developer } = work.state;
  if (developer.nextDueOn === null || developer.nextOpensAt === null || developer.nextOpensAt > work.now) return;
  const former = work.state.cycles.find((cycle) => cycle.kind === 'periodic' && cycle.closedAt === null);
  if (former) closeCycle(work, former, 'the next periodic cycle opens');
  const cycleId = openCycle(work, 'periodic', developer.nextDueOn);
  if (former) {
    carryOver(work, former, cycleId);
    withdrawExtension(work, former);
  }
  const cycle = rowOf(work, 'cycles', cycleId);
  const dating = windowDating(work, developer.nextDueOn, developer.nextOpensAt);
  for (const app of attestingApps(work)) {
    // A campaign that asks all there is speaks for this cycle too: a plan that asks nothing would lapse for nothing.
    if (!hasRegularPlan(work, app) && leftToAsk(work, cycle, app.id).length > 0) addToCycle(work, cycleId, app, dating);
  }
  planNext(work, developer.nextDueOn);
}

/** What a campaign asks again runs beside the periodic cycle, not in its place. */
function hasRegularPlan(work: Work, app: App): boolean {
  const others = work.state.cycles.filter(isOfCampaign).map((cycle) => cycle.id);
  return work.state.plans.some(
    (plan) => isOfCycle(plan) && plan.appId === app.id && plan.closedAt === null && !others.includes(plan.cycleId),
  );
}

/** Rungs count from when the window was to open. Opened late for our reasons, it stays open as long as was promised (rule 6). */
function windowDating(work: Work, dueOn: Day, opensAt: Instant): Dating {
  if (!isMissed(opensAt, work.now, work.context)) return { dueOn, from: opensAt };
  return { dueOn: addDays(dueOn, Math.ceil((work.now - opensAt) / 86_400_000)), from: work.now };
}

/** Closes cycles in which nothing is owed any more. */
export function closeFinishedCycles(work: Work): void {
  for (const cycle of work.state.cycles) {
    if (cycle.closedAt !== null) continue;
    const isOwed = work.state.plans.some((plan) => plan.cycleId === cycle.id && plan.closedAt === null);
    if (isOwed) continue;
    withdrawExtension(work, cycle);
    closeCycle(work, cycle, 'nothing is owed in it any more');
  }
}

/** A request for time that nobody answered yet has nothing left to extend. */
function withdrawExtension(work: Work, cycle: Cycle): void {
  for (const extension of work.state.extensions) {
    if (extension.cycleId !== cycle.id || extension.state !== 'open') continue;
    record(work, 'extension.withdrawn', extension.id, { why: 'nothing is left to extend' }, [
      put('extensions', { ...extension, state: 'withdrawn', decidedAt: work.now }),
    ]);
    closeTasks(work, ['extension'], extension.id, 'nothing is left to extend');
  }
}

function closeCycle(work: Work, cycle: Cycle, why: string): void {
  record(work, 'cycle.closed', cycle.id, { why }, [put('cycles', { ...cycle, closedAt: work.now })]);
  closeTasks(
    work,
    ['not-started', 'due-soon', 'past-due', 'onboarding-overdue', 'compliance', 'budget-exceeded'],
    cycle.id,
    why,
  );
}
