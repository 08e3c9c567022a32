import { getDayDetail } from 'chinese-days';

// Calendar arithmetic of the tests' own, on Intl alone: what the decider computes is not checked by what it computes with.

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      weekday: 'short',
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}

export const hour = 3_600_000;
export const day = 24 * hour;

/** The local calendar day, as a number of days since 1970-01-01. */
export function localDay(instant: number, zone: string): number {
  const { year, month, day: dayOfMonth } = partsOf(instant, zone);
  return Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)) / day;
}

export function dayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / day;
}

/** ISO weekday (Monday 1) and hour with its fraction, as a clock there shows them. */
export function localClock(instant: number, zone: string): { weekday: number; hour: number } {
  const parts = partsOf(instant, zone);
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday'] ?? '') + 1;
  return { weekday, hour: Number(parts['hour']) + Number(parts['minute']) / 60 + Number(parts['second']) / 3600 };
}

/** The moment at which a clock there shows this hour on this day number; the first such in an overlap. */
export function instantAt(dayCount: number, hourOfDay: number, zone: string): number {
  const wanted = dayCount * day + hourOfDay * hour;
  let guess = wanted;
  for (let tries = 0; tries < 3; tries += 1) guess += wanted - wallOf(guess, zone);
  return guess;
}

function wallOf(instant: number, zone: string): number {
  const { hour: hourOfDay } = localClock(instant, zone);
  return localDay(instant, zone) * day + Math.round(hourOfDay * 3600) * 1000;
}

/** The day so many months later, the last of its month where the month is too short. */
export function addMonths(text: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(count / 12), count % 12, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

/** The end of the n-th working day, Monday to Friday, after this moment's day. */
export function endOfWorkingDays(instant: number, count: number, zone: string): number {
  let current = localDay(instant, zone);
  for (let left = count; left > 0; ) {
    current += 1;
    if (weekdayOf(current) <= 5) left -= 1;
  }
  return instantAt(current + 1, 0, zone);
}

/** ISO weekday of a day number: 1970-01-01 was a Thursday. */
export function weekdayOf(dayCount: number): number {
  return ((dayCount + 3) % 7) + 1;
}

/** True when people work on this day: by the State Council's calendar in China, Monday to Friday elsewhere. */
export function isWorked(dayCount: number, country: string): boolean {
  if (country !== 'CN') return weekdayOf(dayCount) <= 5;
  const { name, work } = getDayDetail(new Date(dayCount * day).toISOString().slice(0, 10));
  // A day that was published has a name with commas; the weekday of any other would be that of the machine's zone.
  return name.includes(',') ? work : weekdayOf(dayCount) <= 5;
}

/** Full working days that lie between two days, neither of them counted. */
export function workedBetween(from: number, until: number, country: string): number {
  let count = 0;
  for (let current = from + 1; current < until; current += 1) if (isWorked(current, country)) count += 1;
  return count;
}
