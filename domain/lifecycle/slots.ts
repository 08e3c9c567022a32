import type { Instant } from '../calendar/instant';
import { isWorkingDay } from '../calendar/working-days';
import { addDays, at, dayOf, hourOf, weekday } from '../calendar/zoned';
import type { Context } from './context';

/** True while suspensions may happen: the enforcement window, vendor time, on a day the vendor works and nobody froze (rule 5). */
export function isInSlot(instant: Instant, context: Context): boolean {
  const { slot, vendor } = context.terms;
  const hour = hourOf(instant, vendor.timeZone);
  return isSlotDay(dayOf(instant, vendor.timeZone), context) && hour >= slot.fromHour && hour < slot.untilHour;
}

/** The first enforcement-window instant at or after this moment (definition 5). */
export function slotFrom(instant: Instant, context: Context): Instant {
  if (isInSlot(instant, context)) return instant;
  const { slot, vendor } = context.terms;
  let day = dayOf(instant, vendor.timeZone);
  for (let tries = 0; tries < 400; tries += 1) {
    const opening = at(day, slot.fromHour, vendor.timeZone);
    if (opening >= instant && isSlotDay(day, context)) return opening;
    day = addDays(day, 1);
  }
  throw new RangeError('the terms leave no enforcement slot within a year');
}

function isSlotDay(day: string, context: Context): boolean {
  const { slot, vendor } = context.terms;
  return (
    slot.weekdays.includes(weekday(day)) &&
    !slot.freezeDays.includes(day) &&
    isWorkingDay(day, vendor.country, context.calendars)
  );
}
