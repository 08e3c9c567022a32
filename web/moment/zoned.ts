import type { Language } from '../../domain/lifecycle/state';

// British English writes the day before the month in words: no date can be read two ways.
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN' };
const dayMs = 86_400_000;

/** "24 Nov 2026, 23:59 GMT+8". `at` is a moment (ms, or as views show it). */
export function instantText(at: number | string, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));
}

/** "Tuesday, 24 November 2026": a calendar day, `YYYY-MM-DD`, which no zone moves. */
export function dayText(on: string, language: Language, options: { isShort?: boolean } = {}): string {
  return new Intl.DateTimeFormat(locales[language], {
    year: 'numeric',
    month: options.isShort ? 'short' : 'long',
    day: 'numeric',
    ...(!options.isShort && { weekday: 'long' }),
    timeZone: 'UTC',
  }).format(new Date(`${on}T00:00:00Z`));
}

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export function dayOf(at: number | string, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    new Date(at),
  );
}

/** "in 3 days", "tomorrow", "2 hours ago": by calendar days in the zone, by hours within the same day. */
export function relativeText(at: number | string, now: number, language: Language, timeZone?: string): string {
  const days = daysBetween(dayOf(now, timeZone), dayOf(at, timeZone));
  if (days !== 0) return relativeDayText(days, language);
  const minutes = Math.round((new Date(at).getTime() - now) / 60_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return Math.abs(minutes) < 60
    ? relative.format(minutes, 'minute')
    : relative.format(Math.round(minutes / 60), 'hour');
}

/** "in 3 days" for 3, "yesterday" for -1; months and years when it is far. */
export function relativeDayText(days: number, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const far = Math.abs(days);
  if (far < 90) return relative.format(days, 'day');
  return far < 730
    ? relative.format(Math.round(days / 30.44), 'month')
    : relative.format(Math.round(days / 365.25), 'year');
}

/** Calendar days from one to the other; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
