import { basename } from 'node:path';
import { filesBelow, textOf } from './tree';

const records = filesBelow('docs/adr', /^\d{4}-.+\.md$/);

describe('decision records', () => {
  it('are there', () => {
    expect(records.length).toBeGreaterThan(0);
  });

  it.each(records)('%s has its number, a status, a date and the three parts', (path) => {
    const text = textOf(path);
    expect(text).toMatch(new RegExp(`^# ${Number(basename(path).slice(0, 4))}\\. \\S`));
    expect(text).toMatch(/^- Status: (proposed|accepted|superseded by \d{4})$/m);
    expect(text).toMatch(/^- Date: \d{4}-\d{2}-\d{2}$/m);
    for (const part of ['Context', 'Decision', 'Consequences']) expect(text).toMatch(new RegExp(`^## ${part}$`, 'm'));
  });

  it('have numbers of their own, without gaps', () => {
    const numbers = records.map((path) => Number(basename(path).slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
