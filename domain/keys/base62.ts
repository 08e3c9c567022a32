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
  return base62(BigInt(crc32(text)), checksumLength);
}

/** True when a text ends in the checksum of what stands before it. */
export function isChecked(text: string): boolean {
  return checksum(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
}

/** CRC-32 as zip and PNG have it, over ASCII text. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) & 0xff;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
