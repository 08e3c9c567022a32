import type { Key } from '../lifecycle/state';
import { base62, checksum, checksumLength, isBase62, isChecked } from './base62';

type Environment = Key['environment'];

/** 62^33 is more than 2^196: 24 random bytes fit. */
const bodyLength = 33;
const bodyAt = 'avow_live_'.length;
const wholeLength = bodyAt + bodyLength + checksumLength;

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
  | { readonly kind: 'ours'; readonly environment: Environment }
  /** Begins like one of ours and is none: cut off, mistyped or made up. */
  | { readonly kind: 'garbage' }
  /** Not of our making: it may have been imported with an app. */
  | { readonly kind: 'foreign' };

const foreign: ParsedKey = { kind: 'foreign' };
const garbage: ParsedKey = { kind: 'garbage' };
const ofLive: ParsedKey = { kind: 'ours', environment: 'live' };
const ofTest: ParsedKey = { kind: 'ours', environment: 'test' };

/** What a text is, by its looks alone. */
export function parseKey(text: string): ParsedKey {
  if (!text.startsWith('avow_')) return foreign;
  const ours = text.startsWith('live_', 5) ? ofLive : text.startsWith('test_', 5) ? ofTest : garbage;
  return text.length === wholeLength && isBase62(text, bodyAt) && isChecked(text) ? ours : garbage;
}
