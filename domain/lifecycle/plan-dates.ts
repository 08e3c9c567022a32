import type { Day, Instant } from '../calendar/instant';
import { toWorkingDay } from '../calendar/working-days';
import { addDays, at, endOf } from '../calendar/zoned';
import type { Context } from './context';
import type { Rung, RungKind } from './rungs';
import type { Cycle, Developer } from './state';
import type { TermedContext } from './terms-of';

export interface PlanDates {
  dueOn: Day;
  dueAt: Instant;
  baseOn: Day;
  rungs: Rung[];
  restrictsNotBeforeAt: Instant | null;
  suspendsNotBeforeAt: Instant | null;
}

type Counting = Pick<Developer, 'timeZone' | 'country'>;

/**
 * All dates of a plan that counts from `dueOn`, for rungs that lie at or after `from`: what lay before is left out
 * (definition 2: rungs before the cycle opened are dropped). Onboarding has nothing after its due day but a task.
 */
export function planDates(
  dueOn: Day,
  kind: Cycle['kind'],
  from: Instant,
  developer: Counting,
  context: TermedContext,
): PlanDates {
  const { terms } = context;
  const isEnforced = kind !== 'onboarding';
  const rungs = rungOffsets(context, isEnforced)
    .filter(([, offsetDays]) => at(addDays(dueOn, offsetDays), terms.localHour, developer.timeZone) >= from)
    .map(([rung, offsetDays]) => ({
      kind: rung,
      offsetDays,
      at: rungAt(rung, offsetDays, dueOn, from, developer, context),
      outcome: null,
    }));
  return {
    dueOn,
    dueAt: endOf(dueOn, developer.timeZone),
    baseOn: dueOn,
    rungs,
    restrictsNotBeforeAt: isEnforced ? stepAt(dueOn, terms.restrictAfter, developer, context) : null,
    suspendsNotBeforeAt: isEnforced ? stepAt(dueOn, terms.suspendAfter, developer, context) : null,
  };
}

/** The ladder after the due day alone, counted from another base: for plans that start over. */
export function ladderFrom(
  baseOn: Day,
  from: Instant,
  developer: Counting,
  context: TermedContext,
): Pick<PlanDates, 'rungs' | 'restrictsNotBeforeAt' | 'suspendsNotBeforeAt'> {
  const dates = planDates(baseOn, 'periodic', from, developer, context);
  return {
    rungs: dates.rungs.filter((rung) => rung.offsetDays > 0),
    restrictsNotBeforeAt: dates.restrictsNotBeforeAt,
    suspendsNotBeforeAt: dates.suspendsNotBeforeAt,
  };
}

/** The moment of one rung: reminders keep to working days, backwards before due and forwards after it; formal mail goes out any day. */
export function rungAt(
  kind: RungKind,
  offsetDays: number,
  baseOn: Day,
  from: Instant,
  developer: Counting,
  context: Context,
): Instant {
  const day = addDays(baseOn, offsetDays);
  const hour = context.terms.localHour;
  if (kind !== 'reminder') return at(day, hour, developer.timeZone);
  const moved = at(
    toWorkingDay(day, offsetDays <= 0 ? -1 : 1, developer.country, context.calendars),
    hour,
    developer.timeZone,
  );
  if (moved >= from) return moved;
  return at(toWorkingDay(day, 1, developer.country, context.calendars), hour, developer.timeZone);
}

/** The local hour of terms on a day so many days after the base. */
export function stepAt(baseOn: Day, offsetDays: number, developer: Counting, context: Context): Instant {
  return at(addDays(baseOn, offsetDays), context.terms.localHour, developer.timeZone);
}

function rungOffsets({ terms }: TermedContext, isEnforced: boolean): [RungKind, number][] {
  const before: [RungKind, number][] = [
    ...terms.remindersBefore.map((days): [RungKind, number] => ['reminder', days === 0 ? 0 : -days]),
    ['not-started', terms.escalations.notStarted],
    ['escalate-am', terms.escalations.accountManagerAndBackup],
  ];
  if (!isEnforced) return before;
  return [
    ...before,
    ['escalate-lead', terms.escalations.lead],
    ['formal-notice', terms.formalNoticeAfter],
    ...terms.remindersAfter.map((days): [RungKind, number] => ['reminder', days]),
    ['escalate-compliance', terms.escalations.compliance],
    ['final-notice', terms.suspendAfter - terms.finalNoticeBeforeSuspension],
  ];
}
