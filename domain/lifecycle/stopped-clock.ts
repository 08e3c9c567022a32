import { type Instant, latest } from '../calendar/instant';
import { addDays, after, dayOf, endOf } from '../calendar/zoned';
import { distancesOf } from './distances';
import { isRunning } from './plan';
import { rungAt } from './plan-dates';
import type { Rung } from './rungs';
import type { Plan } from './state';
import { moveTerminations } from './termination-gate';
import { put, record, rowOf, type Work } from './work';

type StoppedBy = NonNullable<Plan['stoppedBy']>;

/** The clock stands from now on: the vendor owes an answer (rule 4). */
export function stopPlan(work: Work, plan: Plan, by: StoppedBy): void {
  if (!isRunning(plan)) return;
  record(work, 'plan.stopped', plan.id, { why: `the clock stands until the ${by} is answered`, rule: 'clock-stops' }, [
    put('plans', { ...plan, stoppedAt: work.now, stoppedBy: by, submissionStops: stopsWith(plan, by) }),
  ]);
}

function stopsWith(plan: Plan, by: StoppedBy): number {
  return plan.submissionStops + (isAnswerable(by) && plan.stoppedBy !== by ? 1 : 0);
}

/** What the developer says that the vendor has to answer: only so many of them stop the clock. */
function isAnswerable(by: StoppedBy): boolean {
  return by === 'submission' || by === 'answer';
}

/** True while another submission, or answer to the finding, may stop the clock: at most two of a cycle do (definition 4). */
export function maySubmissionStop(work: Work, plan: Plan): boolean {
  return plan.submissionStops < work.context.terms.submissionStops;
}

/** What else the vendor still owes on this plan, so that its clock stands on; null when everything is answered. */
function owedOn(work: Work, plan: Plan): StoppedBy | null {
  if (plan.findingId !== null) return answerOwedOn(work, plan) ?? appealOwedOn(work, plan);
  const isUnanswered = work.state.submissions.some(
    (row) => row.cycleId === plan.cycleId && row.appId === plan.appId && row.answeredAt === null,
  );
  if (isUnanswered && (plan.stoppedBy === 'submission' || maySubmissionStop(work, plan))) return 'submission';
  // Time is for what binds and is not restricted yet: new dates for the others would contradict what happened.
  const isExtensible = plan.restrictedAt === null && plan.dueOn !== null;
  const isAsked =
    isExtensible && work.state.extensions.some((row) => row.cycleId === plan.cycleId && row.state === 'open');
  if (isAsked) return 'extension';
  return appealOwedOn(work, plan);
}

function appealOwedOn(work: Work, plan: Plan): 'appeal' | null {
  return work.state.appeals.some((row) => row.planId === plan.id && row.state === 'open') ? 'appeal' : null;
}

function answerOwedOn(work: Work, plan: Plan): 'answer' | null {
  const isAnswered = work.state.findings.some((row) => row.id === plan.findingId && row.state === 'answered');
  return isAnswered && (plan.stoppedBy === 'answer' || maySubmissionStop(work, plan)) ? 'answer' : null;
}

/** One answer came. The clock runs again, unless the vendor owes another one still. */
export function resumeUnlessOwed(work: Work, plan: Plan): void {
  const owed = owedOn(work, plan);
  if (owed === null) {
    resumePlan(work, plan);
    return;
  }
  if (plan.stoppedAt !== null && plan.stoppedBy === owed) return;
  const stopped: Plan = {
    ...plan,
    stoppedAt: plan.stoppedAt ?? work.now,
    stoppedBy: owed,
    submissionStops: stopsWith(plan, owed),
  };
  record(
    work,
    'plan.stopped',
    plan.id,
    { why: `the clock stands until the ${owed} is answered`, rule: 'clock-stops' },
    [put('plans', stopped)],
  );
}

/** The plan was made anew while its clock stood: it stands on for what is still owed, and that is no further stop. */
export function standOn(work: Work, former: Plan): void {
  const plan = rowOf(work, 'plans', former.id);
  resumeUnlessOwed(work, { ...plan, stoppedBy: plan.stoppedBy ?? former.stoppedBy });
}

/**
 * The clock runs again. What has not fired yet moves by at least the time it stood, in whole calendar days, and at least
 * `leastTimeAfterStop` stays before the next thing that binds (definition 4).
 */
function resumePlan(work: Work, plan: Plan): void {
  if (plan.stoppedAt === null) return;
  const days = daysToMove(work, plan, plan.stoppedAt);
  const resumed: Plan = {
    ...shifted(work, plan, days),
    stoppedAt: null,
    stoppedBy: null,
    blockedBy: null,
    releasedBy: null,
  };
  record(
    work,
    'plan.resumed',
    plan.id,
    {
      why: `the answer came: what lay ahead moves by ${days} days`,
      rule: 'clock-stops',
      data: { days, dueOn: resumed.dueOn },
    },
    [put('plans', resumed)],
  );
  moveTerminations(work, plan.id, days);
}

/** Whole days by which everything ahead moves when the clock runs on after it stood since then. */
export function daysToMove(work: Work, plan: Plan, stoppedAt: Instant): number {
  const { timeZone } = work.state.developer;
  const stood = work.now - stoppedAt;
  const leastAt = after(work.now, work.context.terms.leastTimeAfterStop, timeZone);
  const ahead = [
    plan.lapsedAt === null ? plan.dueAt : null,
    plan.restrictedAt === null ? plan.restrictsNotBeforeAt : null,
    isSuspended(work, plan) ? null : plan.suspendsNotBeforeAt,
  ].filter((instant) => instant !== null);
  const { daysLeft } = distancesOf(plan, work.state.developer, work.context);
  const on = (instant: Instant) => dayOf(instant, timeZone);
  // A weekend or a holiday may have come between: of the days that count none is lost.
  const isShorter = (instant: Instant) =>
    daysLeft(on(work.now), on(later(instant, days, timeZone))) < daysLeft(on(stoppedAt), on(instant));
  let days = Math.ceil(stood / 86_400_000);
  const [binding] = ahead;
  if (binding === undefined) return days;
  days = Math.max(days, Math.floor((leastAt - binding) / 86_400_000));
  // A calendar day may be an hour short, and a step's hour of the day may lie before that of the answer.
  const isTooSoon = () =>
    later(binding, days, timeZone) < leastAt ||
    ahead.some((instant) => later(instant, days, timeZone) - instant < stood || isShorter(instant));
  while (isTooSoon()) days += 1;
  return days;
}

function isSuspended(work: Work, plan: Plan): boolean {
  return work.state.suspensions.some((row) => row.planId === plan.id && row.liftedAt === null);
}

function later(instant: Instant, days: number, timeZone: string): Instant {
  return after(instant, `P${days}D`, timeZone);
}

/** The plan with everything that lies ahead so many days later, each at its own hour. */
export function shifted<Kind extends Plan>(work: Work, plan: Kind, days: number): Kind {
  if (days === 0 || plan.baseOn === null) return plan;
  const { developer } = work.state;
  const { timeZone } = developer;
  const baseOn = addDays(plan.baseOn, days);
  const moved = (instant: Instant | null) => (instant === null ? null : later(instant, days, timeZone));
  const movedRung = (rung: Rung): Rung => {
    if (rung.outcome !== null) return rung;
    // A reminder is counted from the base anew, so that it finds its working day; the others may have slipped on their own.
    if (rung.kind !== 'reminder') return { ...rung, at: later(rung.at, days, timeZone) };
    return {
      ...rung,
      at: latest(rung.at, rungAt(rung.kind, rung.offsetDays, baseOn, work.now, developer, work.context)),
    };
  };
  const ahead: Kind = {
    ...plan,
    baseOn,
    rungs: plan.rungs.map(movedRung),
    restrictsNotBeforeAt: plan.restrictedAt === null ? moved(plan.restrictsNotBeforeAt) : plan.restrictsNotBeforeAt,
    suspendsNotBeforeAt: moved(plan.suspendsNotBeforeAt),
  };
  if (plan.lapsedAt !== null || plan.dueOn === null || plan.dueAt === null) return ahead;
  const dueOn = addDays(plan.dueOn, days);
  return { ...ahead, dueOn, dueAt: latest(later(plan.dueAt, days, timeZone), endOf(dueOn, timeZone)) };
}
