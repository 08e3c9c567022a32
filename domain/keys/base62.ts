const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** How many digits a checksum has: 62^6 is more than 2^32. */
export const checksumLength = 6;

/** A number in base62, so many digits long, the last ones where it is longer. */
export function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  while (text.length < length) {
    text = (digits[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}

/** Six digits that are the CRC-32 of a text: what was cut off or mistyped is known without a question to the database. */
export function checksum(text: string): string {
  let rest = crc32(text);
  let told = '';
  while (told.length < checksumLength) {
    told = (digits[rest % 62] ?? '') + told;
    rest = Math.floor(rest / 62);
  }
  return told;
}

/** True when a text ends in the checksum of what stands before it. */
export function isChecked(text: string): boolean {
  return checksum(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
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
