import { noticeTemplates } from '../../domain/lifecycle/notices';
import { type NoticeInput, renderNotice } from '../../mail';
import { languages, noticeInput, samples } from '../../mail/samples/samples';

interface Entry {
  [property: string]: string;
}

/** Reads a calendar: unfolds its lines (RFC 5545, 3.1) and gives each event's properties by name with parameters. */
function eventsOf(content: string): Entry[] {
  expect(content.endsWith('\r\n')).toBe(true);
  for (const row of content.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
  const rows = content
    .replace(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n');
  expect(rows[0]).toBe('BEGIN:VCALENDAR');
  expect(rows.at(-1)).toBe('END:VCALENDAR');
  expect(rows).toContain('METHOD:PUBLISH');
  const events: Entry[] = [];
  let alarm = false;
  for (const row of rows) {
    if (row === 'BEGIN:VEVENT') events.push({});
    if (row === 'BEGIN:VALARM') alarm = true;
    if (row === 'END:VALARM') alarm = false;
    const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(row) ?? [];
    const event = events.at(-1);
    if (event) event[alarm ? `ALARM-${name}` : name] = value;
  }
  return events;
}

const events = (input: NoticeInput) => renderNotice(input).attachments.flatMap(({ content }) => eventsOf(content));

describe.each(languages)('the calendar file in %s', (language) => {
  it('comes with the mails that name days ahead and no other', () => {
    const withFile = noticeTemplates.filter((one) => renderNotice(noticeInput(one, language)).attachments.length > 0);
    expect(withFile).toEqual([
      'invitation',
      'reminder',
      'formal-notice',
      'finding-notice',
      'final-notice',
      'finding-not-cured',
      'policy-changed',
      'extension-granted',
      'exemption-ended',
    ]);
  });

  it('has the due day as a whole day, stamped by the notice, with an alarm on the morning before', () => {
    const [due, ...more] = events(noticeInput('reminder', language));
    expect(more).toEqual([]);
    expect(due).toMatchObject({
      UID: 'due-cyc_0123456789abcdefghjk@avow',
      DTSTAMP: '20261123T020000Z',
      'DTSTART;VALUE=DATE': '20261130',
      'ALARM-TRIGGER': '-PT15H',
    });
    expect(due?.SUMMARY).toContain(language === 'en' ? 'Attestation due' : '声明截止');
  });

  it('names the days of the next steps once the due day has passed', () => {
    const dates = events(noticeInput('formal-notice', language)).map((one) => one['DTSTART;VALUE=DATE']);
    expect(dates).toEqual(['20261216', '20261230']);
  });
});

it('a later mail moves the entry of an earlier one', () => {
  const [first] = events(noticeInput('reminder', 'en'));
  const [later] = events(noticeInput('extension-granted', 'en'));
  expect(later?.UID).toBe(first?.UID);
  expect(Number(later?.SEQUENCE)).toBeGreaterThan(Number(first?.SEQUENCE));
  expect(later?.['DTSTART;VALUE=DATE']).toBe('20261214');
});

it('without a cycle the same apps make the same entry, other apps another', () => {
  const input = noticeInput('reminder', 'en', { extra: {} });
  const { facts } = samples.reminder;
  const reversed = { ...input, facts: { ...facts, apps: facts.apps.toReversed() } };
  const fewer = { ...input, facts: { ...facts, apps: facts.apps.slice(0, 1) } };
  expect(events(reversed)[0]?.UID).toBe(events(input)[0]?.UID);
  expect(events(fewer)[0]?.UID).not.toBe(events(input)[0]?.UID);
});

it('there is no file where no day lies ahead', () => {
  const { facts } = samples.invitation;
  expect(events(noticeInput('invitation', 'en', { facts: { ...facts, dueOn: undefined } }))).toEqual([]);
  expect(events(noticeInput('final-notice', 'en', { now: Date.parse('2027-03-01T00:00:00Z') }))).toEqual([]);
});
