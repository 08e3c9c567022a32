import type { Instant } from '../calendar/instant';
import { addDays, after, dayOf } from '../calendar/zoned';
import type { Context } from './context';
import { daysUntilImportIsDue } from './import-dates';
import { type CyclePlan, isOfCycle } from './matter';
import { planNext } from './next-due';
import { queueNotice } from './notice';
import { planDates } from './plan-dates';
import type { LifecycleState, Notice, Plan } from './state';
import { termsOfCycle } from './terms-of';
import { put, putDeveloper, record, rowOf, type Work } from './work';

/** Asks a developer to attest for the first time in a cycle, for all of these plans of it by one mail. */
export function invite(work: Work, plans: readonly [Plan, ...Plan[]]): void {
  queueNotice(work, {
    template: 'invitation',
    plans,
    rung: 'invitation',
    // Apps that join the cycle later may be invited too, each once.
    occasion: plans[0].id,
    audience: ['signatory', 'backup'],
    why: 'the developer is asked to attest for the first time',
  });
}

/** Invites for every import that no invitation speaks for; imports that wait together share one. */
export function inviteForImports(work: Work): void {
  const uninvited = work.state.plans
    .filter(isOfCycle)
    .filter((plan) => plan.closedAt === null && plan.dueOn === null && invitationsFor(work.state, plan).length === 0);
  for (const cycleId of new Set(uninvited.map((plan) => plan.cycleId))) {
    const [first, ...others] = uninvited.filter((plan) => plan.cycleId === cycleId);
    if (first) invite(work, [first, ...others]);
  }
}

function invitationsFor(state: LifecycleState, plan: Plan): Notice[] {
  const cycle = state.cycles.find((row) => row.id === plan.cycleId);
  return state.notices.filter(
    (notice) =>
      notice.template === 'invitation' &&
      notice.state !== 'cancelled' &&
      (notice.planIds.includes(plan.id) || (cycle?.dueOn === null && notice.cycleId === cycle.id)),
  );
}

/** When an import can be given its due day: its invitation was delivered and can no longer bounce. Null while it was not. */
export function schedulesAt(state: LifecycleState, plan: Plan, context: Context): Instant | null {
  if (!isOfCycle(plan) || plan.closedAt !== null || plan.dueOn !== null) return null;
  const acceptedAt = invitationsFor(state, plan)
    .filter((notice) => notice.state === 'accepted')
    .map((notice) => notice.acceptedAt ?? 0)
    .sort((one, other) => one - other)[0];
  return acceptedAt === undefined ? null : after(acceptedAt, context.terms.bounceWindow, state.developer.timeZone);
}

/** Sets the due day of imports whose invitation was delivered, spread over the window (rule 2). */
export function scheduleImports(work: Work): void {
  // All that share the invitation, before the first of them gives their cycle its due day.
  const due = work.state.plans.filter((plan) => {
    const at = schedulesAt(work.state, plan, work.context);
    return at !== null && at <= work.now;
  });
  for (const { id } of due) {
    const plan = rowOf(work, 'plans', id);
    if (isOfCycle(plan)) schedule(work, plan);
  }
}

function schedule(work: Work, plan: CyclePlan): void {
  const { developer } = work.state;
  const cycle = rowOf(work, 'cycles', plan.cycleId);
  const context = termsOfCycle(work.context, cycle);
  const days = daysUntilImportIsDue(developer.id, context.terms, cycle.spreadOver ?? undefined);
  const soonest = addDays(dayOf(work.now, developer.timeZone), days);
  const dueOn = cycle.dueOn !== null && cycle.dueOn > soonest ? cycle.dueOn : soonest;
  const isFirst = cycle.dueOn === null;
  const dated: Plan = { ...plan, ...planDates(dueOn, cycle.kind, work.now, developer, context) };
  record(
    work,
    'cycle.scheduled',
    plan.id,
    {
      why: 'the invitation was delivered; dates of an import are spread',
      rule: 'anchored-dates',
      data: { dueOn, cycleId: cycle.id },
    },
    [
      put('plans', dated),
      ...(isFirst ? [put('cycles', { ...cycle, dueOn })] : []),
      ...(developer.anchorOn === null ? [putDeveloper({ ...developer, anchorOn: dueOn })] : []),
    ],
  );
  planNext(work);
}
