import { hash } from 'node:crypto';

/** A SHA-256 as a text of 32 characters, one for each byte: half as dear to make as a Buffer, and it leaves no more behind. */
export type Digest = string;

/** The digest of a text in UTF-8. */
export function digestOf(text: string): Digest {
  return hash('sha256', text, 'binary');
}

/** The digest that 64 hex digits spell. */
export function digestFrom(hex: string): Digest {
  return Buffer.from(hex, 'hex').toString('latin1');
}

/** Whether two are the same, in the same time wherever they differ. */
export function isSameDigest(one: Digest, other: Digest): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
