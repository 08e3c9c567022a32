import { addDays, dayOf, daysIn } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { EventOf } from './events';
import type { Extension } from './extensions';
import { type CyclePlan, isOfCycle } from './matter';
import { queueNotice } from './notice';
import { isRunning, outstandingOf, replan } from './plan';
import type { Cycle, Plan } from './state';
import { daysToMove, resumeUnlessOwed, shifted, standOn, stopPlan } from './stopped-clock';
import { closeTasks, openTask } from './task';
import { termsOfCycle } from './terms-of';
import { put, record, rowOf, type Work } from './work';

/** The developer asks for time, with a plan and a day: once per cycle, before any restriction, at most the terms' longest. */
export function extensionRequested(work: Work, event: EventOf<'extension.requested'>): void {
  if (event.actor.kind !== 'person')
    throw new AvowError('access.forbidden', 'Only people of the developer ask for an extension.');
  const { cycle, plans } = extensibleCycle(work);
  const dueOn = firstDueOn(cycle, plans);
  const { timeZone } = work.state.developer;
  const today = dayOf(work.now, timeZone);
  const longest = addDays(dueOn, daysIn(termsOfCycle(work.context, cycle).terms.extensionLongest));
  if (event.untilOn <= dueOn || event.untilOn <= today) {
    throw new AvowError('extension.not-later', `Name a day after ${dueOn > today ? dueOn : today}.`, [
      { path: '/untilOn', message: 'This day is not later than what is due now.' },
    ]);
  }
  if (event.untilOn > longest) {
    throw new AvowError('extension.too-long', `The latest day that can be granted is ${longest}.`, [
      { path: '/untilOn', message: `Name a day up to ${longest}.` },
    ]);
  }
  const extension: Extension = {
    id: work.newId('ext'),
    cycleId: cycle.id,
    state: 'open',
    requestedAt: work.now,
    requestedBy: event.actor.id,
    untilOn: event.untilOn,
    plan: event.plan,
    grantedUntilOn: null,
    decidedAt: null,
    decidedBy: null,
    reason: null,
  };
  record(
    work,
    'extension.requested',
    extension.id,
    { why: 'the developer asks for time', data: { untilOn: event.untilOn } },
    [put('extensions', extension)],
  );
  for (const plan of plans) stopPlan(work, plan, 'extension');
  openTask(work, 'extension', extension.id, 'am');
}

function extensibleCycle(work: Work): { cycle: Cycle; plans: Plan[] } {
  const open = work.state.cycles.filter((cycle) => cycle.closedAt === null);
  const isUsed = (cycle: Cycle) => work.state.extensions.some((row) => row.cycleId === cycle.id);
  // Two cycles may ask at once; the more pressing one is meant.
  const [pressing] = open
    .map((cycle) => ({ cycle, plans: extensiblePlans(work, cycle) }))
    .filter(({ cycle, plans }) => plans.length > 0 && !isUsed(cycle))
    .sort((one, other) => (firstDueOn(one.cycle, one.plans) < firstDueOn(other.cycle, other.plans) ? -1 : 1));
  if (pressing) return pressing;
  if (open.some(isUsed))
    throw new AvowError('extension.already-used', 'One extension can be asked for in a cycle, and this one has been.');
  throw new AvowError(
    'extension.not-possible',
    'Nothing can be extended now: nothing is due, everything is under review, or an app is restricted already. Attesting lifts a restriction at once.',
  );
}

/** The day an extension counts from: the earliest that binds among the plans it is for. A plan of an earlier cycle keeps its older one. */
function firstDueOn(cycle: Cycle, plans: readonly Plan[]): string {
  const days = plans.map((plan) => plan.dueOn).filter((day) => day !== null);
  return days.sort()[0] ?? cycle.dueOn ?? '';
}

function extensiblePlans(work: Work, cycle: Cycle): Plan[] {
  return work.state.plans.filter(
    (plan) =>
      plan.cycleId === cycle.id &&
      isRunning(plan) &&
      plan.restrictedAt === null &&
      plan.dueOn !== null &&
      outstandingOf(work, plan).length > 0 &&
      !isSuspended(work, plan),
  );
}

function isSuspended(work: Work, plan: Plan): boolean {
  return work.state.suspensions.some((row) => row.planId === plan.id && row.liftedAt === null);
}

/** The vendor's answer, by somebody who is not the asker. Granted days are new dates with fresh notices; a refusal lets the clock run on. */
export function extensionDecided(work: Work, event: EventOf<'extension.decided'>): void {
  const extension = openExtension(work, event.extensionId);
  if (event.actor.kind !== 'staff') throw new AvowError('access.forbidden', 'Only staff decide on an extension.');
  if (event.actor.id === extension.requestedBy)
    throw new AvowError('extension.same-person', 'Who asked cannot decide; somebody else has to.');
  const isGranted = event.outcome === 'grant';
  const plans = stoppedPlans(work, extension);
  const grantedUntilOn = isGranted ? grantedDay(work, extension, plans, event.untilOn) : null;
  const decided: Extension = {
    ...extension,
    state: isGranted ? 'granted' : 'refused',
    grantedUntilOn,
    decidedAt: work.now,
    decidedBy: event.actor.id,
    reason: event.reason,
  };
  record(
    work,
    isGranted ? 'extension.granted' : 'extension.refused',
    extension.id,
    {
      why: isGranted ? 'the plan was found sound' : 'the plan was not found sound',
      rule: 'clock-stops',
      data: { grantedUntilOn },
    },
    [put('extensions', decided)],
  );
  for (const plan of plans) {
    if (grantedUntilOn === null) resumeUnlessOwed(work, plan);
    else giveTime(work, plan, grantedUntilOn, 'an extension was granted');
  }
  closeTasks(work, ['extension'], extension.id, 'the extension is decided');
  queueNotice(work, {
    template: isGranted ? 'extension-granted' : 'extension-refused',
    plans: plans.map((plan) => rowOf(work, 'plans', plan.id)),
    rung: 'extension',
    occasion: extension.id,
    audience: ['signatory', 'preparer'],
    facts: {
      extension: { untilOn: extension.untilOn, reason: event.reason, ...(grantedUntilOn && { grantedUntilOn }) },
    },
    why: 'the extension is decided',
  });
}

/** The developer takes the request back; the clock runs on. It counts as the cycle's one request. */
export function extensionWithdrawn(work: Work, event: EventOf<'extension.withdrawn'>): void {
  const extension = openExtension(work, event.extensionId);
  record(work, 'extension.withdrawn', extension.id, { why: 'the developer took it back' }, [
    put('extensions', { ...extension, state: 'withdrawn', decidedAt: work.now }),
  ]);
  for (const plan of stoppedPlans(work, extension)) resumeUnlessOwed(work, plan);
  closeTasks(work, ['extension'], extension.id, 'the request was withdrawn');
}

function openExtension(work: Work, id: string): Extension {
  const extension = work.state.extensions.find((row) => row.id === id);
  if (!extension) throw new AvowError('resource.not-found', 'There is no such extension request in an open cycle.');
  if (extension.state !== 'open')
    throw new AvowError(
      'extension.already-decided',
      `This request is ${extension.state} already. Reload to see the decision.`,
      [],
      { state: extension.state },
    );
  return extension;
}

/** New dates, and never fewer days than an answer alone would have left: the clock stood until now (rule 4). */
export function giveTime(work: Work, plan: CyclePlan, untilOn: string, why: string): void {
  const moved = shifted(work, plan, daysToMove(work, plan, plan.stoppedAt ?? work.now));
  replan(work, moved, latestDay(untilOn, leastDay(work), moved.dueOn), why);
  standOn(work, plan);
}

function grantedDay(work: Work, extension: Extension, plans: readonly Plan[], untilOn: string | undefined): string {
  const day = untilOn ?? extension.untilOn;
  const cycle = rowOf(work, 'cycles', extension.cycleId);
  const dueOn = firstDueOn(cycle, plans);
  const longest = addDays(dueOn, daysIn(termsOfCycle(work.context, cycle).terms.extensionLongest));
  if (day > longest)
    throw new AvowError('extension.too-long', `The latest day that can be granted is ${longest}.`, [
      { path: '/untilOn', message: `Name a day up to ${longest}.` },
    ]);
  if (day <= dueOn)
    throw new AvowError('extension.not-later', `Name a day after ${dueOn}.`, [
      { path: '/untilOn', message: 'An extension ends after the due day.' },
    ]);
  return day;
}

/** Plans that wait for this answer and for no other: a submission under review keeps its clock stopped by itself. */
function stoppedPlans(work: Work, extension: Extension): CyclePlan[] {
  return work.state.plans.filter(
    (plan): plan is CyclePlan =>
      isOfCycle(plan) && plan.cycleId === extension.cycleId && plan.closedAt === null && plan.stoppedBy === 'extension',
  );
}

function leastDay(work: Work): string {
  return addDays(dayOf(work.now, work.state.developer.timeZone), daysIn(work.context.terms.leastTimeAfterStop));
}

function latestDay(...days: (string | null)[]): string {
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? ''
  );
}
