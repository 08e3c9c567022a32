import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { AppId, KeyId } from '../../domain/ids';
import type { Tables } from '../tables';
import { hashOfSecret } from './secrets';

type Db = Kysely<Tables>;

export interface KeySecret {
  keyId: KeyId;
  appId: AppId;
  name: string;
  /** SHA-256, hex. */
  hash: string;
  prefix: string;
  lastFour: string;
}

/** What is kept of a key's text: never the text itself. */
export function keptOf(secret: string, prefix: string): Pick<KeySecret, 'hash' | 'prefix' | 'lastFour'> {
  return { hash: hashOfSecret(secret), prefix, lastFour: secret.slice(-4) };
}

/** Stores what keys are told by. Called in the transaction that issues them. Throws request.invalid for a key that is known already. */
export async function addKeySecrets(db: Db, secrets: readonly KeySecret[]): Promise<void> {
  if (secrets.length === 0) return;
  const added = await db
    .insertInto('keySecrets')
    .values([...secrets])
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('keyId')
    .execute();
  if (added.length < secrets.length) throw knownAlready();
}

/** Throws request.invalid when one of these keys is known already, with an app other than those that the request makes. */
export async function refuseKnownKeys(db: Db, hashes: readonly string[], appIds: readonly AppId[]): Promise<void> {
  if (new Set(hashes).size < hashes.length) throw knownAlready();
  if (hashes.length === 0 || appIds.length === 0) return;
  const known = await db
    .selectFrom('keySecrets')
    .select('keyId')
    .where('hash', 'in', [...hashes])
    // A repeated request finds what the first one made.
    .where('appId', 'not in', [...appIds])
    .executeTakeFirst();
  if (known) throw knownAlready();
}

/** Those of these hashes that are known, with whatever app. */
export async function knownHashes(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const known = await db
    .selectFrom('keySecrets')
    .select('hash')
    .where(sql<boolean>`hash = any (${[...hashes]}::text[])`)
    .execute();
  return new Set(known.map(({ hash }) => hash));
}

function knownAlready(): AvowError {
  return new AvowError(
    'request.invalid',
    'One of these keys is known already, here or with another app. Leave it out.',
    [{ path: '/existingKeys', message: 'contains a key that is known already' }],
  );
}

/**
 * The secret that is about to be shown for a key that this request issued. Normally the one stored with it; after a request that died
 * before it answered nobody has that one, so the repetition's takes its place, and those who follow keys are told.
 */
export async function ensureSecret(
  db: Db,
  keyId: KeyId,
  kept: Pick<KeySecret, 'hash' | 'lastFour'>,
  now: Instant,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { hash, lastFour } = kept;
    const replaced = await transaction
      .updateTable('keySecrets')
      .set({ hash, lastFour })
      .where('keyId', '=', keyId)
      .where('hash', '<>', hash)
      .executeTakeFirst();
    if (replaced.numUpdatedRows === 0n) return;
    const key = await transaction
      .selectFrom('keys')
      .select(['appId', 'developerId', 'state'])
      .where('id', '=', keyId)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('keyChanges')
      .values({ keyId, ...key, at: new Date(now) })
      .execute();
  });
}
