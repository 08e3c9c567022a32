import {
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Deadline } from '../../db/queries/deadlines';
import type { Instant } from '../../domain/calendar/instant';
import type { Language } from '../../domain/lifecycle/state';
import { calendarWords } from './words';

interface Calendar {
  deadlines: readonly Deadline[];
  organisation: string;
  language: Language;
  /** The page on which to do what is asked. */
  url: string;
  /** The developer's now: later copies replace earlier ones by it. */
  now: Instant;
}

/**
 * The days ahead as an iCalendar file (RFC 5545, METHOD:PUBLISH). Whole days without a zone: they are days on the developer's own calendar.
 * The same input gives the same bytes.
 */
export function calendarOf({ deadlines, organisation, language, url, now }: Calendar): string {
  const words = calendarWords(language);
  const calendar = new ICalCalendar({
    prodId: { company: 'avow', product: 'attestations', language: language === 'en' ? 'EN' : 'ZH' },
    name: words.name(organisation),
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { kind, stem, appName, on } of deadlines) {
    const summary = words.summary[kind](appName);
    const event = calendar.createEvent({
      // What is next is later due: one entry.
      id: `${kind === 'next' ? 'due' : kind}-${stem}@avow`,
      // Minutes fit the 31 bits that some calendars have.
      sequence: Math.floor(now / 60_000),
      stamp: new Date(now),
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      summary,
      description: `${words.description[kind]}\n\n${organisation}\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
    // 09:00 on the day before, by the clock of whoever reads it.
    event.createAlarm({ type: ICalAlarmType.display, trigger: 15 * 60 * 60, description: summary });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}
