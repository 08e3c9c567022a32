const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** What a digit stands for, by its character; -1 for no digit. */
const valueOf = Int8Array.from({ length: 128 }, (_, code) => digits.indexOf(String.fromCharCode(code)));

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

/** True when a text ends in the checksum of what stands before it. Makes no text: it is asked with every key that is verified. */
export function isChecked(text: string): boolean {
  const end = text.length - checksumLength;
  if (end < 0 || !isBase62(text, end)) return false;
  let told = 0;
  for (let index = end; index < text.length; index += 1) told = told * 62 + (valueOf[text.charCodeAt(index)] ?? -1);
  return told === crc32(text, end);
}

/** True when there is nothing but digits from this place on. */
export function isBase62(text: string, from: number): boolean {
  for (let index = from; index < text.length; index += 1) if ((valueOf[text.charCodeAt(index)] ?? -1) < 0) return false;
  return true;
}

/** What eight rounds of CRC-32 make of each byte: asked for with every key that is verified. */
const crcOfByte = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as zip and PNG have it, over ASCII text, or what of it stands before `end`. */
export function crc32(text: string, end: number = text.length): number {
  let crc = 0xffffffff;
  for (let index = 0; index < end; index += 1) {
    crc = (crc >>> 8) ^ (crcOfByte[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
