import type { Plan } from '../../../../domain/lifecycle/state';
import type { TierTerms } from '../../../../domain/terms/tier-terms';
import { addMonths, day, dayNumber, hour, instantAt, localDay } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { campaignsAsk } from './campaigns';
import { exemptionsEnd } from './exemptions';
import { agreedOf, inDuration, must, planPairs, zoneOf } from './ledger';
import { termsLedger } from './terms';

/** Due days follow from the anchor and from nothing else; a date that was promised only moves later, and for a stated reason. */
export function anchoredDates({ steps }: Trace): void {
  const terms = termsLedger();
  const opened = new Set<string>();
  for (const step of steps) {
    terms(step);
    nextDue(step, opened);
    openings(step);
    for (const { before, after } of planPairs(step)) promised(step, before, after);
    cyclesStay(step);
    imports(step);
    exemptionsEnd(step);
    campaignsAsk(step);
  }
}

/** A whole number of periods after the anchor: of the agreed ones, or of the shorter. */
function isAnchor(anchorOn: string, dueOn: string, agreed: TierTerms): boolean {
  for (const period of [agreed.period, agreed.shortPeriod]) {
    const each = inDuration(period) * (period.endsWith('Y') ? 12 : 1);
    for (let months = each; months < 12 * 40; months += each) if (addMonths(anchorOn, months) === dueOn) return true;
  }
  return false;
}

function nextDue(step: Step, opened: Set<string>): void {
  const { anchorOn, nextDueOn, nextOpensAt, termsId } = step.after.developer;
  const promise = step.before?.developer;
  for (const { dueOn, id } of step.after.cycles) {
    const isPromised = dueOn !== null && dueOn === promise?.nextDueOn && (promise.nextOpensAt ?? step.now) <= step.now;
    if (isPromised && !step.before?.cycles.some((known) => known.id === id)) opened.add(dueOn);
  }
  const isKept =
    nextDueOn === promise?.nextDueOn && nextOpensAt === promise?.nextOpensAt && termsId === promise?.termsId;
  if (nextDueOn === null || isKept) return;
  must(step, !opened.has(nextDueOn), `${nextDueOn} is promised again`);
  const agreed = agreedOf(step, termsId);
  must(
    step,
    anchorOn !== null && isAnchor(anchorOn, nextDueOn, agreed),
    `the next due day ${nextDueOn} is none of ${anchorOn}`,
  );
  must(step, nextOpensAt !== null && nextOpensAt > step.now, 'its window has opened already');
  must(
    step,
    nextOpensAt === instantAt(dayNumber(nextDueOn) - inDuration(agreed.windowOpensBefore), 10, zoneOf(step)),
    'the window opens as many days before as agreed, at 10',
  );
  if (promise?.anchorOn) must(step, anchorOn === promise.anchorOn, 'the anchor moved');
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

/** As many days after a delivered invitation as agreed, never fewer than 60, and spread. */
function imports(step: Step): void {
  for (const { type, subject } of step.decisions) {
    if (type !== 'cycle.scheduled') continue;
    const plan = step.after.plans.find((row) => row.id === subject);
    const cycle = step.after.cycles.find((row) => row.id === plan?.cycleId);
    const agreed = agreedOf(step, cycle?.termsId ?? null);
    const least = Math.max(60, inDuration(agreed.importDueAfter));
    const invited = step.after.notices.filter((row) => row.template === 'invitation' && row.state === 'accepted');
    const days = invited.map((row) => localDay(row.acceptedAt ?? step.now, zoneOf(step)));
    const dueOn = dayNumber(plan?.dueOn ?? '1970-01-01');
    must(step, days.length > 0 && dueOn >= Math.min(...days) + least, `an import has fewer than ${least} days`);
    const soonest = localDay(step.now, zoneOf(step)) + least;
    const latest = Math.max(soonest + inDuration(agreed.importSpread) - 1, dayNumber(cycle?.dueOn ?? '1970-01-01'));
    must(step, dueOn <= latest, 'an import is due later than the spread');
  }
}
