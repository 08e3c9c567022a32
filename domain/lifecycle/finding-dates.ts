import type { Day, Instant } from '../calendar/instant';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days';
import { addDays, dayOf, endOf } from '../calendar/zoned';
import type { Context } from './context';
import { type PlanDates, stepAt } from './plan-dates';
import type { Rung } from './rungs';
import type { Developer } from './state';

type Counting = Pick<Developer, 'timeZone' | 'country'>;

/** The last day to cure a finding that counts from this one: so many of the developer's working days, the day itself not counted. */
export function cureDueOn(baseOn: Day, { country }: Counting, { terms, calendars }: Context): Day {
  return addWorkingDays(baseOn, terms.findingCureWorkingDays, country, calendars);
}

/** Restricted on the day after the last day to cure it. */
export function findingRestrictsOn(baseOn: Day, developer: Counting, context: Context): Day {
  return addDays(cureDueOn(baseOn, developer, context), 1);
}

/** Suspended not before the day after so many working days. */
export function findingSuspendsOn(baseOn: Day, { country }: Counting, { terms, calendars }: Context): Day {
  return addDays(addWorkingDays(baseOn, terms.findingSuspendWorkingDays, country, calendars), 1);
}

/** As many working days lie between restriction and suspension as between the terms of the two, however late the first came. */
export function findingSuspendsAfter(restrictsOn: Day, { country }: Counting, { terms, calendars }: Context): Day {
  const between = terms.findingSuspendWorkingDays - terms.findingCureWorkingDays;
  return addDays(addWorkingDays(addDays(restrictsOn, -1), between, country, calendars), 1);
}

/** The first day on which a notice delivered on this one opens its gate: full working days lie between, the day of delivery not counted (rule 1). */
export function findingGateOn(deliveredOn: Day, { country }: Counting, { terms, calendars }: Context): Day {
  return addDays(addWorkingDays(deliveredOn, terms.findingNoticeWorkingDays, country, calendars), 1);
}

/** The developer's working days after one day up to and with another. */
export function workingDaysLeft(from: Day, until: Day, { country }: Counting, { calendars }: Context): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (isWorkingDay(day, country, calendars)) count += 1;
  return count;
}

/** The ladder of a finding that counts from a day: the formal notice at once, the final one ahead of the suspension. */
export function findingLadder(
  baseOn: Day,
  from: Instant,
  developer: Counting,
  context: Context,
): Pick<PlanDates, 'rungs' | 'restrictsNotBeforeAt' | 'suspendsNotBeforeAt'> {
  const suspendsOn = findingSuspendsOn(baseOn, developer, context);
  const before = context.terms.findingFinalNoticeBefore;
  const rungs: Rung[] = [
    { kind: 'formal-notice', offsetDays: 0, at: from, outcome: null },
    { kind: 'final-notice', offsetDays: before, at: stepAt(suspendsOn, -before, developer, context), outcome: null },
  ];
  return {
    rungs,
    restrictsNotBeforeAt: stepAt(findingRestrictsOn(baseOn, developer, context), 0, developer, context),
    suspendsNotBeforeAt: stepAt(suspendsOn, 0, developer, context),
  };
}

/** All dates of a finding that is raised at this moment. */
export function findingDates(raisedAt: Instant, developer: Counting, context: Context): PlanDates {
  const baseOn = dayOf(raisedAt, developer.timeZone);
  const dueOn = cureDueOn(baseOn, developer, context);
  return {
    dueOn,
    dueAt: endOf(dueOn, developer.timeZone),
    baseOn,
    ...findingLadder(baseOn, raisedAt, developer, context),
  };
}
