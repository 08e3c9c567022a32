import * as fc from 'fast-check';
import { createVerifier } from '../../edge';
import { until } from '../support/until';
import { aKey, FixtureAvow, token } from './avow';

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('change'), key: fc.nat(9), code: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('drop', 'wait', 'half') }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('restart', 'forget', 'cut') }) },
);
type Act = { act: string; key?: number; code?: number };
const codes = ['VALID', 'SUSPENDED_OBLIGATION', 'REVOKED'];

describe('whatever happens in whatever order', () => {
  it('the verifier ends up knowing what Avow knows, and never says what was never so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts: Act[]) => {
        const avow = new FixtureAvow();
        await avow.start();
        const keys = Array.from({ length: 10 }, () => aKey());
        avow.add(...keys, ...Array.from({ length: 600 }, () => aKey()));
        const wasSo = new Set(keys.map(({ text }) => `${text} VALID`));
        const verifier = createVerifier({ url: avow.url, token, mostBackoffMs: 50, leaseMs: 60_000 });
        try {
          await verifier.ready();
          for (const { act, key = 0, code = 0 } of acts) {
            const subject = keys[key] as (typeof keys)[number];
            if (act === 'change') {
              wasSo.add(`${subject.text} ${codes[code]}`);
              avow.change(subject, { code: codes[code] });
            } else if (act === 'drop') avow.drop();
            else if (act === 'wait') await new Promise((resolve) => setTimeout(resolve, 20));
            else if (act === 'half') {
              avow.say('event: key\nid: 999');
              avow.drop();
            } else if (act === 'restart') {
              await avow.stop();
              await avow.start();
            } else if (act === 'forget') {
              // What happened lately is no longer known change by change: only a snapshot helps.
              avow.seq += 1;
              avow.changes.splice(0, avow.changes.length, { seq: avow.seq + 1, row: [] });
              avow.seq += 1;
              avow.drop();
            } else avow.cutSnapshotAfterRows = avow.cutSnapshotAfterRows === null ? 500 : null;
            for (const { text } of keys) expect(wasSo.has(`${text} ${verifier.check(text).code}`)).toBe(true);
          }
          avow.cutSnapshotAfterRows = null;
          await until('the same on both sides', () =>
            keys.every(({ text, code }) => verifier.check(text).code === code),
          );
        } finally {
          await verifier.close();
          await avow.stop();
        }
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
