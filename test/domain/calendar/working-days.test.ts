import { addWorkingDays, isWorkingDay, toWorkingDay } from '../../../domain/calendar/working-days';

describe('working days', () => {
  it('know China’s shifted Saturdays and the holidays they are worked for', () => {
    expect(isWorkingDay('2026-10-10', 'CN', {})).toBe(true);
    expect(isWorkingDay('2026-10-10', 'US', {})).toBe(false);
    expect(isWorkingDay('2026-10-01', 'CN', {})).toBe(false);
    expect(isWorkingDay('2026-10-08', 'CN', {})).toBe(true);
  });

  it('count Monday to Friday where nothing is published', () => {
    expect(isWorkingDay('2039-10-05', 'CN', {})).toBe(true);
    expect(isWorkingDay('2039-10-08', 'CN', {})).toBe(false);
  });

  it('obey the calendars that the vendor adds', () => {
    const calendars = { TW: { holidays: ['2027-02-05'], workdays: ['2027-02-06'] } };
    expect(isWorkingDay('2027-02-05', 'TW', calendars)).toBe(false);
    expect(isWorkingDay('2027-02-06', 'TW', calendars)).toBe(true);
  });

  it('are found before and after a weekend', () => {
    expect(toWorkingDay('2027-11-20', -1, 'US', {})).toBe('2027-11-19');
    expect(toWorkingDay('2027-11-20', 1, 'US', {})).toBe('2027-11-22');
    expect(toWorkingDay('2027-11-19', 1, 'US', {})).toBe('2027-11-19');
  });

  it('are counted from the next day on', () => {
    expect(addWorkingDays('2027-11-19', 5, 'US', {})).toBe('2027-11-26');
    expect(addWorkingDays('2026-09-30', 1, 'CN', {})).toBe('2026-10-08');
  });
});
