import { createHash, randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Id, idFrom, type KeyId } from '../../../domain/ids';
import { KeyTable } from '../../../server/verify/key-table';
import { PackedIds } from '../../../server/verify/packed-ids';

const sha = (text: string) => createHash('sha256').update(text).digest();
const digest = (text: string) => sha(text).toString('latin1');
const columns = { environment: 'live', state: 'active', expiresAt: null, statusIndex: 0 } as const;

describe('the table of keys', () => {
  it('finds each of many that were added while it grew, and nothing else', () => {
    const table = new KeyTable(0);
    const count = 20_000;
    for (let key = 0; key < count; key += 1)
      table.add(sha(`key ${key}`).toString('hex'), `key_${key}` as KeyId, key % 7, { ...columns, statusIndex: key });
    expect(table.size).toBe(count);
    for (let key = 0; key < count; key += 1) {
      const entry = table.find(digest(`key ${key}`));
      expect([table.statusIndex(entry), table.app(entry)]).toEqual([key, key % 7]);
    }
    for (let key = 0; key < count; key += 1) expect(table.find(digest(`other ${key}`))).toBe(-1);
  });

  it('compares all 32 bytes: two hashes that differ in the last bit are two keys', () => {
    const table = new KeyTable(8);
    const hash = sha('one');
    const other = Buffer.from(hash);
    other[31] = (other[31] ?? 0) ^ 1;
    const entry = table.add(hash.toString('hex'), 'key_1', 0, columns);
    expect(table.find(hash.toString('latin1'))).toBe(entry);
    expect(table.find(other.toString('latin1'))).toBe(-1);
    expect(table.add(other.toString('hex'), 'key_2', 0, columns)).not.toBe(entry);
  });

  it('says whether a key changed, and forgets a text that was replaced', () => {
    const table = new KeyTable(8);
    const entry = table.add(sha('one').toString('hex'), 'key_1', 0, columns);
    expect(table.set(entry, columns)).toBe(false);
    expect(table.set(entry, { ...columns, state: 'suspended', expiresAt: 5 })).toBe(true);
    expect([table.state(entry), table.environment(entry), table.expiresAt(entry)]).toEqual(['suspended', 'live', 5]);
    table.forget(entry);
    expect(table.find(digest('one'))).toBe(-1);
    expect(table.set(entry, { ...columns, environment: 'test' })).toBe(true);
    expect(table.find(digest('one'))).toBe(entry);
  });

  it('takes at most 80 bytes for a key', () => {
    // What tests before this one left must not be collected in the middle of the measuring; the second time ends what the first began.
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    collect();
    const before = process.memoryUsage().arrayBuffers;
    const table = new KeyTable(100_000);
    const grown = process.memoryUsage().arrayBuffers - before;
    expect(table.size).toBe(0);
    expect(grown).toBeLessThan(8_000_000);
    expect(grown).toBeGreaterThan(1_000_000);
  });
});

describe('packed identifiers', () => {
  it('come out as they went in, whoever made them', () => {
    const ids: Id<'key'>[] = [
      ...Array.from({ length: 500 }, () => idFrom('key', randomBytes(20))),
      'key_0000',
      'key_zzzzzzzzzzzzzzzzzzzz',
      'key_00000000000000000000',
      'key_ilouilouilouilouilou',
      'key_01hq3m5v7x9z2b4d6f8h01',
      `key_${'a'.repeat(40)}`,
    ];
    const packed = new PackedIds('key', 10);
    packed.reserve(ids.length);
    for (const [place, id] of ids.entries()) packed.set(place, id);
    expect(ids.map((_id, place) => packed.get(place))).toEqual(ids);
    for (const [place, id] of [...ids].reverse().entries()) packed.set(place, id);
    expect(ids.map((_id, place) => packed.get(place))).toEqual([...ids].reverse());
  });
});
