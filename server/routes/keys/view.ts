import type { z } from 'zod';
import type { keyView } from '../../../api/keys';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { keysQuery, type ListedKey } from '../../../db/queries/keys';
import { AvowError, codeOf } from '../../../domain/errors';
import type { DeveloperId, KeyId } from '../../../domain/ids';
import { notFound } from '../../problems';

export function viewOfKey({ issuedAt, lastUsedAt, expiresAt, ...rest }: ListedKey): z.output<typeof keyView> {
  return { ...rest, issuedAt: iso(issuedAt), lastUsedAt: isoOrNull(lastUsedAt), expiresAt: isoOrNull(expiresAt) };
}

/** One key of a developer. Throws 404 when there is none. */
export async function findKey(db: Database, developerId: DeveloperId, keyId: KeyId): Promise<ListedKey> {
  const key = await keysQuery(db, developerId).where('keys.id', '=', keyId).executeTakeFirst();
  if (!key) throw notFound('key');
  return key;
}

/** The lifecycle forgets what ended; somebody who still names an ended key is told so instead of that there is none. */
export async function orEnded(key: Pick<ListedKey, 'state'>, deciding: Promise<unknown>): Promise<void> {
  try {
    await deciding;
  } catch (fault) {
    const hasEnded = key.state === 'revoked' || key.state === 'expired';
    if (!hasEnded || codeOf(fault) !== 'resource.not-found') throw fault;
    throw new AvowError(
      'key.revoked',
      `This key is ${key.state} already. Use the one that replaced it, or issue another.`,
    );
  }
}
