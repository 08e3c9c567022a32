import { Temporal } from 'temporal-polyfill';
import type { Day, Duration, Instant, TimeZone } from './instant';
import { remembered } from './remembered';

/** The day a moment falls on in a time zone. */
export const dayOf = remembered(
  (instant: Instant, timeZone: TimeZone): Day => zoned(instant, timeZone).toPlainDate().toString(),
);

/** The moment a wall clock in this zone shows `hour` on that day; in a gap or an overlap, as RFC 5545 says (the earlier reading). */
export const at = remembered(
  (day: Day, hour: number, timeZone: TimeZone): Instant =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds,
);

/** The end of a day: the first moment of the next one, itself no longer that day. */
export function endOf(day: Day, timeZone: TimeZone): Instant {
  return startOf(addDays(day, 1), timeZone);
}

/** The first moment of a day in this zone. */
export const startOf = remembered(
  (day: Day, timeZone: TimeZone): Instant =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds,
);

/** A day so many days later (earlier when negative). */
export const addDays = remembered(
  (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString(),
);

/** Calendar arithmetic on a day, `times` times the duration counted in one go, so that 29 February does not drift. */
export function addTo(day: Day, duration: Duration, times = 1): Day {
  return stepped(day, duration, times);
}

const stepped = remembered((day: Day, duration: Duration, times: number): Day => {
  const step = Temporal.Duration.from(duration);
  return Temporal.PlainDate.from(day)
    .add({ years: step.years * times, months: step.months * times, weeks: step.weeks * times, days: step.days * times })
    .toString();
});

/** A moment later by a duration: years to days by the zone's calendar, hours and below exactly. */
export const after = remembered(
  (instant: Instant, duration: Duration, timeZone: TimeZone): Instant =>
    zoned(instant, timeZone).add(duration).epochMilliseconds,
);

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** The number of days in a duration that is made of days and weeks only. Throws on anything else: a blank or a month has no number of days. */
export const daysIn = remembered((duration: Duration): number => {
  const parts = Temporal.Duration.from(duration);
  if (parts.years || parts.months || parts.hours || parts.minutes || parts.seconds) {
    throw new RangeError(`a number of days is asked for, not ${duration}`);
  }
  return parts.weeks * 7 + parts.days;
});

/** The same of what somebody wrote; null where it is no such duration. */
export function wholeDays(text: string): number | null {
  try {
    return daysIn(text);
  } catch {
    return null;
  }
}

/** ISO day of the week: Monday 1 to Sunday 7. */
export const weekday = remembered((day: Day): number => Temporal.PlainDate.from(day).dayOfWeek);

/** The hour, with its fraction, that a clock in this zone shows. */
export const hourOf = remembered((instant: Instant, timeZone: TimeZone): number => {
  const time = zoned(instant, timeZone);
  return time.hour + time.minute / 60 + time.second / 3600;
});

/** True for a day of the proleptic Gregorian calendar, written `YYYY-MM-DD`, from the year 1 on: no database knows a year 0. */
export function isDay(text: string): text is Day {
  try {
    return (
      /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) &&
      Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
    );
  } catch {
    return false;
  }
}

/** True for an ISO 8601 duration that is longer than nothing, and not so long that no calendar holds its end: a thousand years. */
export function isDuration(text: string): text is Duration {
  try {
    const end = Temporal.PlainDateTime.from('2000-01-01T00:00').add(text);
    return Temporal.Duration.from(text).sign === 1 && Temporal.PlainDateTime.compare(end, '3000-01-01T00:00') <= 0;
  } catch {
    return false;
  }
}

/** True for a time zone name that this machine's tz database knows. */
export function isTimeZone(text: string): text is TimeZone {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return /^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/.test(text) || text === 'UTC';
  } catch {
    return false;
  }
}

function zoned(instant: Instant, timeZone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}
