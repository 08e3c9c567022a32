import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whySentences } from '../../web/desk/why-zh-cn';

const folder = join(__dirname, '..', '..', 'domain', 'lifecycle');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

describe('the reasons of the record', () => {
  it('are in Chinese too, each that is a fixed sentence', () => {
    const reasons = sources.flatMap((text) =>
      [...text.matchAll(/\bwhy(?::| =) '([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(reasons.length).toBeGreaterThan(60);
    expect(reasons.filter((why) => !Object.hasOwn(whySentences, why))).toEqual([]);
  });
});
