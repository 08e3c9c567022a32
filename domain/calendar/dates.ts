import type { Language } from '../lifecycle/state';
import type { Day, Instant, TimeZone } from './instant';
import { remembered } from './remembered';
import { at } from './zoned';

/** How days and moments read in one language and one time zone. Absolute always: a mail is read later than it is written. */
export interface Dates {
  /** `Friday, 4 December 2026`, `2026年12月4日星期五` */
  day(day: Day): string;
  /** `4 December 2026`, for subjects. */
  shortDay(day: Day): string;
  /** `Friday, 4 December 2026 (China Standard Time, UTC+8)` */
  zonedDay(day: Day): string;
  /** ` (China Standard Time, UTC+8)`: what `zonedDay` adds. */
  zoneAfter(day: Day): string;
  /** `Friday, 4 December 2026, 10:00 (China Standard Time, UTC+8)` */
  moment(instant: Instant): string;
  /** `Friday, 4 December 2026, 10:00`, where the zone is said once for all. */
  localMoment(instant: Instant): string;
  /** `China Standard Time, UTC+8` */
  zone(instant: Instant): string;
}

interface Form {
  locale: string;
  day(parts: DateParts): string;
  shortDay(parts: DateParts): string;
  moment(day: string, clock: string): string;
  inBrackets(zone: string): string;
  comma: string;
}

// Put together from parts: the full styles of ICU change from one version to the next, what binds somebody must not.
const forms: Readonly<Record<Language, Form>> = {
  en: {
    locale: 'en-GB',
    day: ({ weekday, day, month, year }) => `${weekday}, ${day} ${month} ${year}`,
    shortDay: ({ day, month, year }) => `${day} ${month} ${year}`,
    moment: (day, clock) => `${day}, ${clock}`,
    inBrackets: (zone) => ` (${zone})`,
    comma: ', ',
  },
  'zh-CN': {
    locale: 'zh-CN',
    day: ({ weekday, day, month, year }) => `${year}年${Number.parseInt(month, 10)}月${day}日${weekday}`,
    shortDay: ({ day, month, year }) => `${year}年${Number.parseInt(month, 10)}月${day}日`,
    moment: (day, clock) => `${day} ${clock}`,
    inBrackets: (zone) => `（${zone}）`,
    comma: '，',
  },
};

/**
 * @param timeZone the one the reader's clock shows, for moments.
 * @param daysTimeZone the one in which days are meant, where it is another: staff read of days that end at the developer's midnight.
 */
export function datesIn(language: Language, timeZone: TimeZone, daysTimeZone: TimeZone = timeZone): Dates {
  const form = forms[language];
  const day = (of: Day) => form.day(partsOf(Date.parse(`${of}T00:00:00Z`), 'UTC', form.locale));
  const zoneAfter = (of: Day) => form.inBrackets(zoneAt(at(of, 12, daysTimeZone), daysTimeZone, form));
  const zone = (instant: Instant) => zoneAt(instant, timeZone, form);
  const localMoment = (instant: Instant) => {
    const parts = partsOf(instant, timeZone, form.locale);
    return form.moment(form.day(parts), parts.clock);
  };
  return {
    day,
    shortDay: (of) => form.shortDay(partsOf(Date.parse(`${of}T00:00:00Z`), 'UTC', form.locale)),
    zonedDay: (of) => `${day(of)}${zoneAfter(of)}`,
    zoneAfter,
    moment: (instant) => `${localMoment(instant)}${form.inBrackets(zone(instant))}`,
    localMoment,
    zone,
  };
}

interface DateParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  clock: string;
}

// A formatter takes longer to make than to use.
const partsIn = remembered(
  (timeZone: TimeZone, locale: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      weekday: 'long',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);
const zoneNameIn = remembered(
  (timeZone: TimeZone, locale: string, timeZoneName: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }),
);

function partsOf(instant: Instant, timeZone: TimeZone, locale: string): DateParts {
  const format = partsIn(timeZone, locale);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const { weekday = '', day = '', month = '', year = '', hour = '', minute = '' } = parts;
  return { weekday, day, month, year, clock: `${hour}:${minute}` };
}

/** `China Standard Time, UTC+8`; only the offset where the zone has no name of its own. */
function zoneAt(instant: Instant, timeZone: TimeZone, form: Form): string {
  const part = (timeZoneName: 'long' | 'shortOffset') =>
    zoneNameIn(timeZone, form.locale, timeZoneName)
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  const offset = part('shortOffset').replace('GMT', 'UTC').replace(/\+0$/, '');
  const name = part('long');
  return offset === 'UTC' || /^(GMT|UTC)/.test(name) ? offset : `${name}${form.comma}${offset}`;
}
