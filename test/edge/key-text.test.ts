import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { formatKey, parseKey } from '../../domain/keys/key-text';
import { looksOf } from '../../edge/key-text';

const environment = fc.constantFrom<'live' | 'test'>('live', 'test');
const random = fc.uint8Array({ minLength: 24, maxLength: 24 });

describe('what a key looks like to the package', () => {
  it('is what Avow makes', () => {
    fc.assert(fc.property(environment, random, (one, bytes) => looksOf(formatKey(one, bytes)) === 'ours'));
  });

  it('is judged as Avow judges it, whatever is changed in it', () => {
    const changed = fc
      .tuple(environment, random, fc.nat(60), fc.string({ maxLength: 3, unit: 'binary' }), fc.nat(3))
      .map(([one, bytes, at, put, cut]) => {
        const text = formatKey(one, bytes);
        return text.slice(0, at) + put + text.slice(at + cut);
      });
    fc.assert(
      fc.property(changed, (text) => looksOf(text) === parseKey(text).kind),
      { numRuns: 5000 },
    );
  });

  it('is foreign when it was imported, and garbage when it is empty or too long to be a key', () => {
    expect(looksOf('sk_some_key_of_before')).toBe('foreign');
    expect(looksOf('')).toBe('garbage');
    expect(looksOf('x'.repeat(201))).toBe('garbage');
    expect(looksOf(`avow_live_${'x'.repeat(1 << 20)}`)).toBe('garbage');
    expect(looksOf(`${formatKey('live', randomBytes(24)).slice(0, -1)}é`)).toBe('garbage');
  });
});
