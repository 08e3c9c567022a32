import { datesIn } from '../../../domain/calendar/dates';

const moment = Date.parse('2026-12-30T02:00:00Z');

it.each([
  ['en', 'Asia/Shanghai', 'Wednesday, 30 December 2026, 10:00 (China Standard Time, UTC+8)'],
  ['en', 'Europe/Berlin', 'Wednesday, 30 December 2026, 03:00 (Central European Standard Time, UTC+1)'],
  ['en', 'America/Los_Angeles', 'Tuesday, 29 December 2026, 18:00 (Pacific Standard Time, UTC-8)'],
  ['en', 'UTC', 'Wednesday, 30 December 2026, 02:00 (UTC)'],
  ['en', 'Asia/Kolkata', 'Wednesday, 30 December 2026, 07:30 (India Standard Time, UTC+5:30)'],
  ['zh-CN', 'Asia/Shanghai', '2026年12月30日星期三 10:00（中国标准时间，UTC+8）'],
] as const)('a moment in %s and %s', (language, timeZone, words) => {
  expect(datesIn(language, timeZone).moment(moment)).toBe(words);
});

it('midnight is 00:00 of the day it begins', () => {
  expect(datesIn('en', 'UTC').moment(Date.parse('2026-12-30T00:00:00Z'))).toContain('30 December 2026, 00:00');
});

it('a day stays the day it is, wherever it is read', () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai']) {
    expect(datesIn('en', timeZone).day('2028-02-29')).toBe('Tuesday, 29 February 2028');
    expect(datesIn('zh-CN', timeZone).shortDay('2028-02-29')).toBe('2028年2月29日');
  }
});

it('a day has the offset of its own season', () => {
  expect(datesIn('en', 'Europe/Berlin').zonedDay('2026-07-01')).toContain('UTC+2');
  expect(datesIn('en', 'Europe/Berlin').zonedDay('2026-12-01')).toContain('UTC+1');
});

it('staff read of days in the zone in which they are meant', () => {
  const dates = datesIn('en', 'Asia/Taipei', 'Europe/Berlin');
  expect(dates.zonedDay('2026-12-01')).toContain('Central European');
  expect(dates.moment(moment)).toContain('Taiwan');
});
