import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Tables } from '../tables';

export interface SigningKey {
  kid: string;
  privateJwk: Record<string, unknown>;
  isRetired: boolean;
}

/** Every signing key, the current one first. */
export async function readSigningKeys(db: Kysely<Tables>): Promise<SigningKey[]> {
  const rows = await db.selectFrom('signingKeys').selectAll().orderBy('createdAt', 'desc').execute();
  return rows
    .map(({ kid, privateJwk, retiredAt }) => ({ kid, privateJwk, isRetired: retiredAt !== null }))
    .sort((one, other) => Number(one.isRetired) - Number(other.isRetired));
}

/** Keeps this key as the current one, unless there is one: many processes may begin at once. */
export async function keepSigningKey(
  db: Kysely<Tables>,
  key: { kid: string; privateJwk: Record<string, unknown> },
  now: Instant,
): Promise<void> {
  await db
    .insertInto('signingKeys')
    .values({ kid: key.kid, privateJwk: JSON.stringify(key.privateJwk), createdAt: new Date(now), retiredAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
