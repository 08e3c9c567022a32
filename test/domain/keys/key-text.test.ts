import { randomBytes } from 'node:crypto';
import { crc32 as crc32OfNode } from 'node:zlib';
import { crc32 } from '../../../domain/keys/base62';
import { formatKey, keyRandomBytes, parseKey } from '../../../domain/keys/key-text';

const key = (environment: 'live' | 'test' = 'live') => formatKey(environment, randomBytes(keyRandomBytes));

describe('the text of a key', () => {
  it.each(['live', 'test'] as const)('tells that it is a %s key, and is known again', (environment) => {
    const text = key(environment);
    expect(text).toMatch(new RegExp(`^avow_${environment}_[0-9A-Za-z]{39}$`));
    expect(parseKey(text)).toEqual({ kind: 'ours', environment });
  });

  it('keeps all of the randomness: two that differ in one bit differ, from the least number to the greatest', () => {
    const random = new Uint8Array(keyRandomBytes);
    const texts = new Set([formatKey('live', random), formatKey('live', new Uint8Array(keyRandomBytes).fill(255))]);
    for (let bit = 0; bit < keyRandomBytes * 8; bit += 1) {
      const other = Uint8Array.from(random);
      other[bit >> 3] = 1 << (bit & 7);
      texts.add(formatKey('live', other));
    }
    expect(texts.size).toBe(keyRandomBytes * 8 + 2);
  });

  it('cannot be made from less than 192 random bits', () => {
    expect(() => formatKey('live', randomBytes(keyRandomBytes - 1))).toThrow(RangeError);
  });

  it('is refused with any one character changed, cut off or of the other environment', () => {
    const text = key();
    for (let index = 'avow_live_'.length; index < text.length; index += 1) {
      const other = text[index] === 'A' ? 'B' : 'A';
      expect(parseKey(text.slice(0, index) + other + text.slice(index + 1))).toEqual({ kind: 'garbage' });
    }
    for (const mangled of [text.slice(0, -1), `${text}x`, text.replace('live', 'test'), 'avow_', 'avow_live_'])
      expect(parseKey(mangled)).toEqual({ kind: 'garbage' });
  });

  it('of another make is told apart: it may have been imported', () => {
    expect(parseKey('sk-0123456789')).toEqual({ kind: 'foreign' });
  });

  it('carries the checksum that others compute too', () => {
    for (const text of ['', 'a', '123456789', key()]) expect(crc32(text)).toBe(crc32OfNode(text));
  });
});
