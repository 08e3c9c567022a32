import { createHash, createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import type { Database } from '../../db/database';
import { keepSigningKey, readSigningKeys } from '../../db/workspace/signing-keys';
import type { Instant } from '../../domain/calendar/instant';

/** Signs what is published, by ES256, and says with which public keys to check it. */
export interface Signer {
  kid: string;
  /** A compact JWS with this header and payload. */
  sign(header: Record<string, unknown>, payload: Record<string, unknown>): string;
  /** The key set as JSON text: the current key and retired ones. */
  publicKeys: string;
}

/** The signer that all processes share through the record; makes its key the first time. */
export async function loadSigner(db: Database, now: Instant): Promise<Signer> {
  let keys = await readSigningKeys(db);
  if (!keys.some(({ isRetired }) => !isRetired)) {
    await keepSigningKey(db, newKey(), now);
    keys = await readSigningKeys(db);
  }
  const current = keys.find(({ isRetired }) => !isRetired);
  if (current === undefined) throw new Error('there is no signing key, and none could be made');
  const privateKey = createPrivateKey({ key: current.privateJwk as JsonWebKey, format: 'jwk' });
  return {
    kid: current.kid,
    sign: (header, payload) => compact(privateKey, { alg: 'ES256', kid: current.kid, ...header }, payload),
    publicKeys: JSON.stringify({
      keys: keys.map(({ kid, privateJwk: { d: _secret, ...open } }) => ({ ...open, kid, use: 'sig', alg: 'ES256' })),
    }),
  };
}

function compact(key: KeyObject, header: Record<string, unknown>, payload: Record<string, unknown>): string {
  const told = `${encoded(header)}.${encoded(payload)}`;
  return `${told}.${sign('sha256', Buffer.from(told), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function encoded(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** A key is named by its thumbprint (RFC 7638). */
function newKey(): { kid: string; privateJwk: Record<string, unknown> } {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const privateJwk = privateKey.export({ format: 'jwk' });
  const { crv, kty, x, y } = privateJwk;
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { kid, privateJwk: { ...privateJwk } };
}
