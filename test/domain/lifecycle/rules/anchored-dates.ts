import type { Plan } from '../../../../domain/lifecycle/state';
import { addMonths, day, dayNumber, hour, instantAt, localDay } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { campaignsAsk } from './campaigns';
import { exemptionsEnd } from './exemptions';
import { must, planPairs, zoneOf } from './ledger';

/** Due days follow from the anchor and from nothing else; a date that was promised only moves later, and for a stated reason. */
export function anchoredDates({ steps }: Trace): void {
  for (const step of steps) {
    nextDue(step);
    openings(step);
    for (const { before, after } of planPairs(step)) promised(step, before, after);
    cyclesStay(step);
    imports(step);
    exemptionsEnd(step);
    campaignsAsk(step);
  }
}

function isAnchor(anchorOn: string, dueOn: string): boolean {
  for (let months = 6; months < 12 * 40; months += 6) if (addMonths(anchorOn, months) === dueOn) return true;
  return false;
}

function nextDue(step: Step): void {
  const { anchorOn, nextDueOn, nextOpensAt } = step.after.developer;
  if (nextDueOn === step.before?.developer.nextDueOn || nextDueOn === null) return;
  must(
    step,
    anchorOn !== null && isAnchor(anchorOn, nextDueOn),
    `the next due day ${nextDueOn} is none of ${anchorOn}`,
  );
  must(step, nextOpensAt !== null && nextOpensAt > step.now, 'its window has opened already');
  must(
    step,
    nextOpensAt === instantAt(dayNumber(nextDueOn) - 60, 10, zoneOf(step)),
    'the window opens 60 days before, at 10',
  );
  if (step.before?.developer.anchorOn) must(step, anchorOn === step.before.developer.anchorOn, 'the anchor moved');
}

/** A periodic cycle falls due on the day that was promised; its plans too, unless we opened the window late. */
function openings(step: Step): void {
  const promise = step.before?.developer;
  for (const { changes, type } of step.decisions) {
    const [change] = changes;
    if (type !== 'cycle.opened' || change?.collection !== 'cycles' || change.row.kind !== 'periodic') continue;
    const cycle = change.row;
    if (cycle.dueOn === null) continue;
    must(step, cycle.dueOn === promise?.nextDueOn, `a cycle opens for ${cycle.dueOn}, not for the day promised`);
    const late = step.now - (promise?.nextOpensAt ?? 0);
    const daysLate = late > 6 * hour ? Math.ceil(late / day) : 0;
    const known = new Set(step.before?.plans.map((plan) => plan.id));
    for (const plan of step.after.plans) {
      if (plan.cycleId !== cycle.id || known.has(plan.id)) continue;
      const dueOn = plan.dueOn === null ? 0 : dayNumber(plan.dueOn);
      must(step, dueOn === dayNumber(cycle.dueOn) + daysLate, `the plan falls due on ${plan.dueOn}`);
    }
  }
}

function promised(step: Step, before: Plan, after: Plan): void {
  if (before.dueOn === null || after.closedAt !== null) return;
  must(step, after.dueOn !== null && after.dueOn >= before.dueOn, 'a due day came earlier');
  const isStated = step.decisions.some(
    ({ type, subject }) => subject === before.id && (type === 'plan.revised' || type === 'plan.resumed'),
  );
  if (after.dueOn !== before.dueOn) must(step, isStated, 'a due day moved without a reason');
  for (const field of ['restrictsNotBeforeAt', 'suspendsNotBeforeAt'] as const) {
    const [known, now] = [before[field], after[field]];
    if (known !== null) must(step, now !== null && now >= known, `${field} came earlier`);
  }
  must(step, after.dueAt !== null && after.dueAt >= (before.dueAt ?? 0), 'the end of the due day came earlier');
}

function cyclesStay(step: Step): void {
  for (const before of step.before?.cycles ?? []) {
    const after = step.after.cycles.find((row) => row.id === before.id);
    if (before.dueOn !== null && after) must(step, after.dueOn === before.dueOn, "a cycle's due day moved");
  }
}

/** At least 60 days after a delivered invitation, and spread over 90. */
function imports(step: Step): void {
  for (const { type, subject } of step.decisions) {
    if (type !== 'cycle.scheduled') continue;
    const plan = step.after.plans.find((row) => row.id === subject);
    const invited = step.after.notices.filter((row) => row.template === 'invitation' && row.state === 'accepted');
    const days = invited.map((row) => localDay(row.acceptedAt ?? step.now, zoneOf(step)));
    const dueOn = dayNumber(plan?.dueOn ?? '1970-01-01');
    must(step, days.length > 0 && dueOn >= Math.min(...days) + 60, 'an import has fewer than 60 days');
    const cycle = step.after.cycles.find((row) => row.id === plan?.cycleId);
    const latest = Math.max(localDay(step.now, zoneOf(step)) + 60 + 89, dayNumber(cycle?.dueOn ?? '1970-01-01'));
    must(step, dueOn <= latest, 'an import is due later than the spread');
  }
}
