import { getDayDetail } from 'chinese-days';
import type { Day } from './instant';
import { remembered } from './remembered';
import { addDays, weekday } from './zoned';

/** ISO 3166-1 alpha-2. */
export type Country = string;

/** Days that differ from Monday to Friday, as a country's government publishes them; added to by terms. */
export interface DatedCalendar {
  holidays: readonly Day[];
  /** Weekend days that are worked, China's shifted Saturdays and Sundays for one. */
  workdays: readonly Day[];
}

/** Dated calendars by country, beside the built-in one for China (State Council notices, carried by the package `chinese-days`). */
export type Calendars = Readonly<Record<Country, DatedCalendar>>;

/**
 * The package says of a day that was published what it is called, in several words with commas, and of any other its weekday; and that by
 * the zone of the machine, which west of Greenwich is the day before. So the weekday is ours.
 */
const isWorkedInChina = remembered((day: Day) => {
  const { name, work } = getDayDetail(day);
  return name.includes(',') ? work : weekday(day) <= 5;
});

/** True when people work on this day in this country. Unpublished years count Monday to Friday. */
export function isWorkingDay(day: Day, country: Country, calendars: Calendars): boolean {
  const dated = calendars[country];
  if (dated?.holidays.includes(day)) return false;
  if (dated?.workdays.includes(day)) return true;
  if (country === 'CN') return isWorkedInChina(day);
  return weekday(day) <= 5;
}

/** The day itself when it is worked, else the nearest one before it (−1) or after it (+1). */
export function toWorkingDay(day: Day, direction: 1 | -1, country: Country, calendars: Calendars): Day {
  let candidate = day;
  while (!isWorkingDay(candidate, country, calendars)) candidate = addDays(candidate, direction);
  return candidate;
}

/** How many working days lie after one day, up to and with another; 0 when that is not later. */
export function workingDaysBetween(from: Day, to: Day, country: Country, calendars: Calendars): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, country, calendars)) count += 1;
  }
  return count;
}

/** The day so many working days after this one; the day itself is not counted. */
export function addWorkingDays(day: Day, count: number, country: Country, calendars: Calendars): Day {
  let candidate = day;
  for (let left = count; left > 0; left -= 1) {
    candidate = toWorkingDay(addDays(candidate, 1), 1, country, calendars);
  }
  return candidate;
}
