import type { Key } from '../lifecycle/state';

type Environment = Key['environment'];

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^33 is more than 2^196: 24 random bytes fit. */
const bodyLength = 33;
const checksumLength = 6;
const form = /^avow_(live|test)_([0-9A-Za-z]{39})$/;

/** How many random bytes a key is made of: 192 bits. */
export const keyRandomBytes = 24;

/** What keys of an environment begin with. */
export function keyPrefix(environment: Environment): `avow_${Environment}_` {
  return `avow_${environment}_`;
}

/**
 * The text of a key: a prefix that scanners of leaked secrets know, the randomness in base62, and six digits that are the CRC-32 of all
 * before them. Throws a RangeError for less randomness than `keyRandomBytes`.
 */
export function formatKey(environment: Environment, random: Uint8Array): string {
  if (random.length < keyRandomBytes) throw new RangeError(`a key is made of ${keyRandomBytes} random bytes`);
  const value = random.slice(0, keyRandomBytes).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const text = keyPrefix(environment) + base62(value, bodyLength);
  return text + checksum(text);
}

export type ParsedKey =
  | { kind: 'ours'; environment: Environment }
  /** Begins like one of ours and is none: cut off, mistyped or made up. */
  | { kind: 'garbage' }
  /** Not of our making: it may have been imported with an app. */
  | { kind: 'foreign' };

/** What a text is, by its looks alone. */
export function parseKey(text: string): ParsedKey {
  if (!text.startsWith('avow_')) return { kind: 'foreign' };
  const match = form.exec(text);
  if (!match || checksum(text.slice(0, -checksumLength)) !== text.slice(-checksumLength)) return { kind: 'garbage' };
  return { kind: 'ours', environment: match[1] === 'live' ? 'live' : 'test' };
}

function checksum(text: string): string {
  let rest = crc32(text);
  let digitsOfRest = '';
  while (digitsOfRest.length < checksumLength) {
    digitsOfRest = (digits[rest % 62] ?? '') + digitsOfRest;
    rest = Math.floor(rest / 62);
  }
  return digitsOfRest;
}

/** What eight rounds of CRC-32 make of each byte: asked for with every key that is verified. */
const crcOfByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as zip and PNG have it, over ASCII text. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc = (crc >>> 8) ^ (crcOfByte[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = (digits[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}
