import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';

const inflated = promisify(inflate);

/** What a list grows to at most when it is unpacked: 64 million keys of two bits. A larger one is an attack or a mistake. */
const mostBytes = 16 << 20;
const toleranceSeconds = 60;
const defaultTtlSeconds = 60;
const base64url = /^[A-Za-z0-9_-]+$/;

/** The states of many keys, as few bits each: a list of the IETF draft "Token Status List". */
export interface StatusList {
  bits: 1 | 2 | 4 | 8;
  bytes: Uint8Array;
}

/** A list that was signed for its address, and how long it holds. */
export interface SignedList extends StatusList {
  /** Wall time, ms. */
  issuedAt: number;
  /** Not to be relied upon after; null when it does not say. */
  expiresAt: number | null;
  ttlMs: number;
}

/** Unpacks the claim `status_list` of a list's token. Throws when it is not as the draft wants it. */
export async function unpackList(claim: unknown): Promise<StatusList> {
  const { bits, lst } = (claim ?? {}) as { bits?: unknown; lst?: unknown };
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8)
    throw new Error('a status list has 1, 2, 4 or 8 bits a key');
  if (typeof lst !== 'string' || !base64url.test(lst)) throw new Error('the status list is not base64url');
  const bytes = await inflated(Buffer.from(lst, 'base64url'), { maxOutputLength: mostBytes });
  return { bits, bytes };
}

/** The state at an index, counted from the lowest bit of each byte; null beyond the end, where no statement is made. */
export function statusAt({ bits, bytes }: StatusList, index: number): number | null {
  const at = Math.floor((index * bits) / 8);
  const byte = bytes[at];
  if (byte === undefined) return null;
  return (byte >>> ((index * bits) % 8)) & ((1 << bits) - 1);
}

/**
 * Reads a `statuslist+jwt`. Throws unless it is signed (ES256) by one of these keys, was made for the address it was fetched from, is
 * not from the future and has not expired. Keys named by the token itself count for nothing.
 */
export async function readSignedList(
  token: string,
  uri: string,
  keys: JSONWebKeySet,
  now: number,
): Promise<SignedList> {
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    algorithms: ['ES256'],
    typ: 'statuslist+jwt',
    subject: uri,
    requiredClaims: ['iat', 'sub', 'status_list'],
    clockTolerance: toleranceSeconds,
    currentDate: new Date(now),
  });
  const { iat = 0, exp, ttl } = payload;
  if (iat * 1000 > now + toleranceSeconds * 1000) throw new Error('the status list is from the future');
  const list = await unpackList(payload.status_list);
  return {
    ...list,
    issuedAt: iat * 1000,
    expiresAt: exp === undefined ? null : exp * 1000,
    ttlMs: (typeof ttl === 'number' && ttl > 0 ? ttl : defaultTtlSeconds) * 1000,
  };
}
