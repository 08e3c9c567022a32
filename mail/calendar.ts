import { createHash } from 'node:crypto';
import {
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Attachment } from './input';
import type { Notice } from './notice';
import { type CalendarWords, calendarWords } from './words/calendar';

/** A day in a calendar. The same uid in a later mail moves the entry of an earlier one. */
interface Deadline {
  kind: 'due' | 'cure' | 'restriction' | 'suspension';
  on: string;
}

/**
 * The deadlines that are still ahead, as an iCalendar file to import (RFC 5545, METHOD:PUBLISH): the due day, or, once it has passed, the days
 * before which nothing can happen. Whole days without a zone: they are days on the developer's own calendar. None left: no attachment.
 */
export function calendarOf(notice: Notice): Attachment[] {
  const deadlines = deadlinesOf(notice);
  if (deadlines.length === 0) return [];
  const words = calendarWords(notice.language);
  const calendar = new ICalCalendar({
    prodId: { company: 'avow', product: 'deadlines', language: notice.language === 'en' ? 'EN' : 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const deadline of deadlines) addEvent(calendar, notice, deadline, words);
  const content = `${calendar.toString().trimEnd()}\r\n`;
  return [{ filename: words.filename, contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content }];
}

function deadlinesOf({ facts, today }: Notice): Deadline[] {
  const dueOn = facts.dueOn ?? facts.extension?.grantedUntilOn;
  if (dueOn !== undefined && dueOn >= today) return [{ kind: facts.finding ? 'cure' : 'due', on: dueOn }];
  const steps: [Deadline['kind'], string | undefined][] = [
    ['restriction', facts.restrictsNotBeforeOn],
    ['suspension', facts.suspendsNotBeforeOn],
  ];
  return steps.flatMap(([kind, on]) => (on !== undefined && on >= today ? [{ kind, on }] : []));
}

function addEvent(calendar: ICalCalendar, notice: Notice, { kind, on }: Deadline, words: CalendarWords): void {
  const { vendor, organisation, links, apps, now } = notice;
  const summary = words.summary[kind](vendor.name, organisation);
  const event = calendar.createEvent({
    id: `${kind}-${stemOf(notice)}@avow`,
    // A higher number replaces what an earlier mail put into the calendar; minutes fit the 31 bits that some calendars have.
    sequence: Math.floor(now / 60_000),
    stamp: new Date(now),
    start: new Date(`${on}T00:00:00Z`),
    allDay: true,
    summary,
    description: `${words.description[kind]}\n\n${apps.map((app) => app.name).join('\n')}\n\n${links.act}`,
    url: links.act,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  });
  // 09:00 on the day before, by the clock of whoever reads it.
  event.createAlarm({ type: ICalAlarmType.display, trigger: 15 * 60 * 60, description: summary });
}

function stemOf({ extra, facts, apps }: Notice): string {
  if (facts.finding) return facts.finding.findingId;
  if (extra?.cycleId !== undefined) return extra.cycleId;
  const ids = apps.map((app) => app.id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 32);
}
