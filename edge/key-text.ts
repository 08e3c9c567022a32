/** What a key looks like by its text alone. `foreign` is not of Avow's making and may have been imported with an app. */
export type KeyLooks = 'ours' | 'garbage' | 'foreign';

const bodyAt = 'avow_live_'.length;
const checksumLength = 6;
const wholeLength = bodyAt + 33 + checksumLength;
/** No key is longer; what is cannot be one, and is not worth a hash. */
const longestKey = 200;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const isDigit = new Uint8Array(128);
for (const digit of digits) isDigit[digit.charCodeAt(0)] = 1;

const crcOfByte = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/**
 * Tells garbage from what is worth looking up. Our keys are `avow_live_` or `avow_test_`, 33 base62 digits, and the CRC-32 of all
 * that in six more; a key cut off, mistyped or made up fails here, before any hash is computed.
 */
export function looksOf(text: string): KeyLooks {
  if (!text.startsWith('avow_')) return text.length > 0 && text.length <= longestKey ? 'foreign' : 'garbage';
  if (text.length !== wholeLength) return 'garbage';
  if (!text.startsWith('live_', 5) && !text.startsWith('test_', 5)) return 'garbage';
  let crc = 0xffffffff;
  const checksumAt = wholeLength - checksumLength;
  for (let index = 0; index < checksumAt; index += 1) {
    const code = text.charCodeAt(index);
    // Above 127 there is no entry, and `undefined` is not 1.
    if (index >= bodyAt && isDigit[code] !== 1) return 'garbage';
    crc = (crc >>> 8) ^ (crcOfByte[(crc ^ code) & 0xff] as number);
  }
  let rest = (crc ^ 0xffffffff) >>> 0;
  for (let index = wholeLength - 1; index >= checksumAt; index -= 1) {
    if (text.charCodeAt(index) !== digits.charCodeAt(rest % 62)) return 'garbage';
    rest = Math.floor(rest / 62);
  }
  return 'ours';
}
