import { hash } from 'node:crypto';

/**
 * The first 128 bits of a key's SHA-256, as four words: enough that no other text will ever have them, at half the memory.
 * One array is used for all calls, because a check makes no garbage: read it before the next call.
 */
export type Fingerprint = Uint32Array;

const words = new Uint32Array(4);

/** The fingerprint of a key's text. */
export function fingerprintOf(key: string): Fingerprint {
  const digest = hash('sha256', key, 'binary');
  for (let word = 0; word < 4; word += 1) {
    const at = word * 4;
    words[word] =
      (digest.charCodeAt(at) << 24) |
      (digest.charCodeAt(at + 1) << 16) |
      (digest.charCodeAt(at + 2) << 8) |
      digest.charCodeAt(at + 3);
  }
  return words;
}

/** The fingerprint in a whole hash of 64 hex digits, as the feed and the kept file have it (the file may have only the first 32). */
export function fingerprintFrom(hex: string): Fingerprint {
  for (let word = 0; word < 4; word += 1) words[word] = Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16);
  return words;
}

export function fingerprintText(fingerprint: ArrayLike<number>): string {
  return Array.from(fingerprint, (word) => word.toString(16).padStart(8, '0')).join('');
}
