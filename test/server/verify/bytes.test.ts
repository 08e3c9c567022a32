import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as fc from 'fast-check';
import { digestFrom, digestOf, isSameDigest } from '../../../server/verify/digest';
import { headerOf } from '../../../server/verify/header';
import { JsonBytes, piece } from '../../../server/verify/json-bytes';
import { PackedIds } from '../../../server/verify/packed-ids';
import { PackedTexts } from '../../../server/verify/packed-texts';

const read = (json: JsonBytes) => Buffer.from(json.bytesAsText(), 'latin1').toString('utf8');

describe('JSON put together byte by byte', () => {
  it('is what was put, in UTF-8, whatever its length', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.nat(), (texts, number) => {
        const json = new JsonBytes().clear();
        for (const text of texts) json.text(JSON.stringify(text)).put(piece(','));
        json.number(number);
        expect(read(json)).toBe(texts.map((text) => `${JSON.stringify(text)},`).join('') + String(number));
      }),
    );
    const json = new JsonBytes();
    for (let count = 0; count < 3; count += 1) {
      json.clear();
      for (let part = 0; part < 50_000; part += 1) json.text('密钥').number(part);
      expect(read(json)).toBe(Array.from({ length: 50_000 }, (_, part) => `密钥${part}`).join(''));
    }
  });

  it('takes identifiers and texts from their columns', () => {
    const ids = new PackedIds('app', 2);
    const names = new PackedTexts(2);
    for (const [place, id] of ['app_0123456789abcdefghjk', 'of another make'].entries()) ids.set(place, id);
    for (const [place, name] of ['App', '应用 "2"'].entries()) names.set(place, name);
    const json = new JsonBytes().clear();
    for (const place of [0, 1]) json.written(ids, place).written(names, place);
    expect(read(json)).toBe('app_0123456789abcdefghjk"App"of another make"应用 \\"2\\""');
  });
});

describe('packed texts', () => {
  it('are the last that was set in each place, and say whether it changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.string({ unit: 'grapheme', maxLength: 400 }))), (changes) => {
        const texts = new PackedTexts(10);
        const told = new Map<number, string>();
        for (const [place, text] of changes) {
          expect(texts.set(place, text)).toBe(told.get(place) !== text);
          told.set(place, text);
        }
        texts.reserve(20);
        for (const [place, text] of told) expect(texts.get(place)).toBe(text);
      }),
    );
  });

  it('do not grow by being replaced', () => {
    const texts = new PackedTexts(1);
    for (let count = 0; count < 100_000; count += 1) texts.set(0, `name ${count}`);
    expect(texts.byteLength).toBeLessThan(5_000);
  });
});

describe('a digest', () => {
  it('is the SHA-256 of a text, a character for each byte', () => {
    for (const text of ['', 'key', '密钥']) {
      const hash = createHash('sha256').update(text).digest();
      expect(Buffer.from(digestOf(text), 'latin1')).toEqual(hash);
      expect(digestFrom(hash.toString('hex'))).toBe(digestOf(text));
    }
  });

  it('equals no other, wherever they differ', () => {
    const one = digestOf('one');
    expect(isSameDigest(one, digestOf('one'))).toBe(true);
    for (let at = 0; at < 32; at += 1) {
      const other = one.slice(0, at) + String.fromCharCode(one.charCodeAt(at) ^ 1) + one.slice(at + 1);
      expect(isSameDigest(one, other)).toBe(false);
    }
    expect([isSameDigest(one, one.slice(1)), isSameDigest(one, `${one}x`), isSameDigest('', one)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a header', () => {
  const request = (headers: Record<string, string>, ...rawHeaders: string[]) =>
    ({ rawHeaders, headers }) as unknown as IncomingMessage;

  it('is found however it is spelt', () => {
    for (const name of ['X-SDK-Key', 'x-sdk-key', 'X-Sdk-KEY'])
      expect(headerOf(request({}, 'Host', 'a', name, 'key', 'Accept', '*/*'), 'x-sdk-key')).toBe('key');
    expect(headerOf(request({}, 'X-SDK-Kex', 'key', 'Authorization', 'x-sdk-key'), 'x-sdk-key')).toBeUndefined();
  });

  it('that is sent twice is what node:http makes of it', () => {
    const twice = request({ 'x-sdk-key': 'a, b' }, 'X-SDK-Key', 'a', 'x-sdk-key', 'b');
    expect(headerOf(twice, 'x-sdk-key')).toBe('a, b');
  });
});
