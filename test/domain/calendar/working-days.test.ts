import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addWorkingDays, isWorkingDay, toWorkingDay } from '../../../domain/calendar/working-days';

describe('working days', () => {
  it('know China’s shifted Saturdays and the holidays they are worked for', () => {
    expect(isWorkingDay('2026-10-10', 'CN', {})).toBe(true);
    expect(isWorkingDay('2026-10-10', 'US', {})).toBe(false);
    expect(isWorkingDay('2026-10-01', 'CN', {})).toBe(false);
    expect(isWorkingDay('2026-10-08', 'CN', {})).toBe(true);
  });

  it.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('are the same on a machine in %s', (zone) => {
    const root = join(__dirname, '..', '..', '..');
    const asked = `
      const { isWorkingDay } = require(${JSON.stringify(join(root, 'domain/calendar/working-days.ts'))});
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000)
        process.stdout.write(String(Number(isWorkingDay(new Date(at).toISOString().slice(0, 10), 'CN', {}))));`;
    const told = (env: NodeJS.ProcessEnv) =>
      spawnSync(process.execPath, ['--require', join(root, 'test/support/run-typescript.cjs'), '-e', asked], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
    const { stdout, stderr } = told({ TZ: zone });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[01]{1096}$/);
    expect(stdout).toBe(told({ TZ: 'UTC' }).stdout);
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
