import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { fingerprintOf } from '../../edge/fingerprint';
import { KeyTable } from '../../edge/key-table';
import { type KeyRow, rowArray, rowFrom } from '../../edge/row';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

function aRow(text: string, facts: Partial<KeyRow> = {}): KeyRow {
  return {
    hash: hashOf(text),
    code: 'VALID',
    keyId: `key_${text}`,
    appId: 'app_1',
    developerId: 'dev_1',
    sdkProduct: 'native',
    environment: 'live',
    state: 'active',
    dueOn: null,
    expiresAt: null,
    ...facts,
  };
}

describe('the table of keys', () => {
  it('holds what a map would hold, in any order of additions and changes', () => {
    const act = fc.record({
      text: fc.nat(40).map(String),
      code: fc.constantFrom('VALID', 'REVOKED', 'SUSPENDED_OTHER'),
      state: fc.constantFrom('active', 'grace'),
      appId: fc.constantFrom('app_1', 'app_2'),
      dueOn: fc.constantFrom(null, '2027-02-28', '1969-12-31'),
      expiresAt: fc.constantFrom(null, 1_800_000_000_000, 500),
      settles: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const table = new KeyTable();
        const map = new Map<string, KeyRow>();
        for (const { text, settles, appId, ...facts } of acts) {
          const row = aRow(text, { ...facts, appId: map.get(text)?.appId ?? appId });
          table.put(row);
          map.set(text, { ...row, expiresAt: row.expiresAt === 500 ? 1000 : row.expiresAt });
          if (settles) table.settle();
        }
        expect(table.size).toBe(map.size);
        for (const [text, row] of map) {
          expect(table.row(table.find(fingerprintOf(text)))).toEqual({ ...row, hash: row.hash.slice(0, 32) });
        }
        expect(table.find(fingerprintOf('never put'))).toBe(-1);
      }),
    );
  });

  it('tells two keys apart that share the place where they belong', () => {
    const table = new KeyTable(4);
    const start = hashOf('one').slice(0, 8);
    const texts = ['1', '2', '3'].map((digit) => start + digit.repeat(56));
    for (const hash of texts) table.put(aRow('', { hash, keyId: `key_${hash[8]}` }));
    expect(texts.map((hash) => table.row(texts.indexOf(hash)).hash)).toEqual(texts.map((hash) => hash.slice(0, 32)));
    expect(table.size).toBe(3);
  });

  it('takes 100,000 keys, two for an app, in at most 10 MB, and stays exact through them', () => {
    const count = 100_000;
    const table = new KeyTable(count);
    for (let key = 0; key < count; key += 1) {
      const id = String(key).padStart(20, '0');
      const app = String(key >> 1).padStart(20, '0');
      table.put(aRow(String(key), { keyId: `key_${id}`, appId: `app_${app}`, developerId: `dev_${app}` }));
    }
    table.settle();
    expect(table.size).toBe(count);
    expect(table.sizeBytes).toBeLessThan(10 << 20);
    for (let key = 0; key < count; key += 997) {
      expect(table.keyId(table.find(fingerprintOf(String(key))))).toBe(`key_${String(key).padStart(20, '0')}`);
    }
    table.put(aRow('one more'));
    expect(table.code(table.find(fingerprintOf('one more')))).toBe('VALID');
  });

  it('reads a row with odd fields, and none without a hash or a code', () => {
    const row = aRow('1', { dueOn: '2027-01-31', expiresAt: 5000 });
    expect(rowFrom(rowArray(row))).toEqual(row);
    const hash = hashOf('1');
    expect(
      rowFrom([hash, 'SOME_CODE_OF_LATER', 'key_1', 'app_1', 'dev_1', 'native', 'live', 'active', 7, 'soon']),
    ).toEqual(aRow('1', { code: 'SOME_CODE_OF_LATER', dueOn: null, expiresAt: null }));
    expect(rowFrom([hash, 'VALID', 'k', 'a', 'd', 's', 'e', 's', null, '2027-01-01T00:00:00Z'])?.expiresAt).toBe(
      Date.UTC(2027, 0, 1),
    );
    for (const bad of [null, {}, [], ['abc', 'VALID'], [hash], [hash, ''], [hash.toUpperCase(), 'VALID']]) {
      expect(rowFrom(bad)).toBeNull();
    }
  });
});
