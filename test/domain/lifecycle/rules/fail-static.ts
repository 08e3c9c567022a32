import type { Plan } from '../../../../domain/lifecycle/state';
import { hour, instantAt, localClock, localDay, weekdayOf } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { Broken, deliveredNotices, formalOf, isLongEnough, must, planOf, planUntil, zoneOf } from './ledger';

/** Our outage harms nobody: a step found late is not taken but planned anew, and nothing but a suspension darkens a key. */
export function failStatic({ steps }: Trace): void {
  for (const step of steps) {
    for (const decision of step.decisions) {
      if (decision.type === 'app.restricted')
        punctual(step, decision.data['planId'], restrictsAt(step, planUntil(step, decision, decision.data['planId'])));
      if (decision.type === 'suspension.opened')
        punctual(step, decision.data['planId'], suspendsAt(step, planUntil(step, decision, decision.data['planId'])));
      if (decision.type === 'plan.missed') plannedAnew(step, decision.subject, decision.data);
    }
    onlySuspensionsDarken(step);
    attestationWins(step);
  }
}

function punctual(step: Step, planId: unknown, expectedAt: number): void {
  must(
    step,
    step.now - expectedAt <= 6 * hour,
    `the step of ${String(planId)} was taken ${(step.now - expectedAt) / hour} h late`,
  );
}

/** When the restriction could first be: ten o'clock on the later of its own day and the day after the notice ran out. */
function restrictsAt(step: Step, plan: Plan | undefined): number {
  const zone = zoneOf(step);
  if (!plan) throw new Broken(step, 'a plan was restricted that was not there before');
  const gate = Math.max(plan.restrictsNotBeforeAt ?? 0, gateAt(step, plan));
  const sameDay = instantAt(localDay(gate, zone), 10, zone);
  return sameDay >= gate ? sameDay : instantAt(localDay(gate, zone) + 1, 10, zone);
}

function gateAt(step: Step, plan: Plan): number {
  const zone = zoneOf(step);
  const delivered = deliveredNotices(step, plan, formalOf(plan)).map(({ acceptedAt }) => {
    let first = localDay(acceptedAt, zone) + 1;
    while (!isLongEnough(step, plan, acceptedAt, first)) first += 1;
    return instantAt(first, 0, zone);
  });
  return Math.min(...delivered);
}

function suspendsAt(step: Step, plan: Plan | undefined): number {
  if (!plan) throw new Broken(step, 'a plan was suspended that was not there before');
  const final = Math.max(...deliveredNotices(step, plan, 'final-notice').map((notice) => notice.acceptedAt));
  return slotAfter(step, Math.max(plan.suspendsNotBeforeAt ?? 0, gateAt(step, plan), final + 72 * hour));
}

/** Taipei keeps no summer time: eight hours ahead all year. */
function slotAfter(step: Step, instant: number): number {
  for (let dayCount = localDay(instant, 'Asia/Taipei'); ; dayCount += 1) {
    const weekday = weekdayOf(dayCount);
    const isFrozen = step.context.terms.slot.freezeDays.includes(
      new Date(dayCount * 86_400_000).toISOString().slice(0, 10),
    );
    if (weekday < 2 || weekday > 4 || isFrozen) continue;
    const opens = dayCount * 24 * hour + 2 * hour;
    if (instant < opens) return opens;
    if (instant < opens + 6 * hour && localClock(instant, 'Asia/Taipei').hour >= 10) return instant;
  }
}

/** At least 14 full days ahead, with a fresh formal notice in the same deciding. */
function plannedAnew(step: Step, planId: string, data: Readonly<Record<string, unknown>>): void {
  const plan = planOf(step, planId);
  const today = localDay(step.now, zoneOf(step));
  const stepAt = data['step'] === 'restrict' ? plan.restrictsNotBeforeAt : plan.suspendsNotBeforeAt;
  const ahead = localDay(stepAt ?? 0, zoneOf(step)) - today;
  must(step, ahead >= 15, `a missed step is planned ${ahead} days ahead`);
  must(step, plan.formalRevision === plan.revision, 'older notices still open the gate');
  const isFresh = step.after.notices.some(
    (row) =>
      row.template === formalOf(plan) &&
      row.planIds.includes(plan.id) &&
      row.createdAt === step.now &&
      row.revision === plan.revision,
  );
  must(step, isFresh, 'no fresh formal notice goes out');
}

function onlySuspensionsDarken(step: Step): void {
  for (const key of step.after.keys) {
    const before = step.before?.keys.find((row) => row.id === key.id);
    if (key.state !== 'suspended' || before?.state === 'suspended') continue;
    const isCovered = step.after.suspensions.some((row) => row.appId === key.appId && row.liftedAt === null);
    must(step, isCovered, `${key.id} went dark without a suspension`);
  }
}

/** A complete submission whose checks still run, or are green, is never passed over by a punishment. */
function attestationWins(step: Step): void {
  for (const decision of step.decisions) {
    if (decision.type !== 'app.restricted' && decision.type !== 'suspension.opened') continue;
    const plan = planOf(step, decision.data['planId']);
    if (plan.findingId !== null) continue;
    const rows = step.after.requirements.filter((row) => row.cycleId === plan.cycleId && row.appId === plan.appId);
    if (rows.some((row) => row.state === 'open' || row.state === 'returned')) continue;
    const last = step.after.submissions
      .filter((row) => row.cycleId === plan.cycleId && row.appId === plan.appId && row.answeredAt === null)
      .at(-1);
    must(step, last?.checks === 'amber' || last?.checks === 'red', 'punished although everything is stated');
  }
}
