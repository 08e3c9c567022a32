import {
  addTo,
  after,
  at,
  dayOf,
  daysBetween,
  daysIn,
  endOf,
  hourOf,
  isDay,
  isDuration,
  isTimeZone,
  startOf,
  weekday,
} from '../../../domain/calendar/zoned';

const iso = (instant: number) => new Date(instant).toISOString();

describe('days and moments in a time zone', () => {
  it('keep the hour on the wall across summer time', () => {
    expect(iso(at('2027-03-13', 10, 'America/New_York'))).toBe('2027-03-13T15:00:00.000Z');
    expect(iso(at('2027-03-14', 10, 'America/New_York'))).toBe('2027-03-14T14:00:00.000Z');
    expect(iso(after(at('2027-03-13', 10, 'America/New_York'), 'P1D', 'America/New_York'))).toBe(
      '2027-03-14T14:00:00.000Z',
    );
    expect(iso(after(at('2027-03-13', 10, 'America/New_York'), 'PT24H', 'America/New_York'))).toBe(
      '2027-03-14T15:00:00.000Z',
    );
  });

  it('read an hour that does not exist, or exists twice, as RFC 5545 does', () => {
    expect(iso(at('2027-03-14', 2, 'America/New_York'))).toBe('2027-03-14T07:00:00.000Z');
    expect(iso(at('2027-11-07', 1, 'America/New_York'))).toBe('2027-11-07T05:00:00.000Z');
  });

  it('end a day where the next begins', () => {
    expect(endOf('2027-04-04', 'Pacific/Auckland')).toBe(startOf('2027-04-05', 'Pacific/Auckland'));
    expect((endOf('2027-04-04', 'Pacific/Auckland') - startOf('2027-04-04', 'Pacific/Auckland')) / 3_600_000).toBe(25);
    expect(dayOf(endOf('2027-04-04', 'Pacific/Auckland') - 1, 'Pacific/Auckland')).toBe('2027-04-04');
    expect(hourOf(at('2027-04-04', 10, 'Pacific/Auckland'), 'Pacific/Auckland')).toBe(10);
  });

  it('count months from where they start, in one go', () => {
    expect(addTo('2028-02-29', 'P1Y', 3)).toBe('2031-02-28');
    expect(addTo('2028-02-29', 'P1Y', 4)).toBe('2032-02-29');
    expect(addTo('2027-08-31', 'P6M', 1)).toBe('2028-02-29');
    expect(addTo('2027-08-31', 'P6M', 2)).toBe('2028-08-31');
  });

  it('know lengths and weekdays', () => {
    expect(daysBetween('2027-02-28', '2028-03-01')).toBe(367);
    expect(daysIn('P2W1D')).toBe(15);
    expect(() => daysIn('P1M')).toThrow(RangeError);
    expect(weekday('2026-11-23')).toBe(1);
  });

  it('tell what is none', () => {
    expect([isDay('2027-02-29'), isDay('2028-02-29'), isDay('2028-2-29')]).toEqual([false, true, false]);
    expect([isDay('0000-01-01'), isDay('0001-01-01')]).toEqual([false, true]);
    expect([isDuration('P14D'), isDuration('PT0S'), isDuration('-P1D'), isDuration('fortnight')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([isDuration('P1000Y'), isDuration('P1001Y'), isDuration('P99999999D'), isDuration('PT9e15S')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([isTimeZone('Asia/Taipei'), isTimeZone('UTC'), isTimeZone('Mars/Olympus'), isTimeZone('+08:00')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
