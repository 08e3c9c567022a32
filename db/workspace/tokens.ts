import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { PersonId, TokenId } from '../../domain/ids';
import { base62, checksum, isChecked } from '../../domain/keys/base62';
import type { TokenScope } from '../../domain/permissions';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { hashOfSecret } from './secrets';

const prefix = 'avow_token_';

/** A new token: prefix, 43 base62 digits (256 random bits), and six more that are the CRC-32 of the rest, so that a scanner knows a real one. */
export function newToken(): string {
  const body = prefix + base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43);
  return body + checksum(body);
}

/** True for text that was made by `newToken`; false for what was cut off or mistyped. No question to the database. */
export function isToken(text: string): boolean {
  return /^avow_token_[0-9A-Za-z]{49}$/.test(text) && isChecked(text);
}

export interface ListedToken {
  id: TokenId;
  name: string;
  lastFour: string;
  scopes: TokenScope[];
  createdBy: PersonId;
  createdAt: Instant;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
}

/**
 * Stores a token's hash. The token itself is the caller's to show, once. The same id again is a request that was repeated because
 * its process died before it answered: nobody has the first token, so the new one takes its place.
 */
export async function createToken(
  db: Kysely<Tables>,
  given: {
    id: TokenId;
    token: string;
    name: string;
    scopes: TokenScope[];
    expiresAt: Instant | null;
    createdBy: PersonId;
  },
  now: Instant,
): Promise<ListedToken> {
  const { token, expiresAt, ...rest } = given;
  return db
    .insertInto('apiTokens')
    .values({
      ...rest,
      tokenHash: hashOfSecret(token),
      lastFour: token.slice(-4),
      createdAt: new Date(now),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      lastUsedAt: null,
      revokedAt: null,
    })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ tokenHash: hashOfSecret(token), lastFour: token.slice(-4) })
        .where('apiTokens.createdBy', '=', given.createdBy)
        .where('apiTokens.lastUsedAt', 'is', null),
    )
    .returning(listed)
    .executeTakeFirstOrThrow();
}

const listed = [
  'id',
  'name',
  'lastFour',
  'scopes',
  'createdBy',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
] as const;

/** The query of all tokens, for `paged`. */
export function tokensQuery(db: Kysely<Tables>) {
  return db.selectFrom('apiTokens').select(listed);
}

/** The live token with this text; undefined when there is none. */
export async function findToken(
  db: Kysely<Tables>,
  token: string,
  now: Instant,
): Promise<{ tokenId: TokenId; scopes: TokenScope[] } | undefined> {
  if (!isToken(token)) return undefined;
  const found = await db
    .selectFrom('apiTokens')
    .select(['id', 'scopes', 'lastUsedAt'])
    .where('tokenHash', '=', hashOfSecret(token))
    .where('revokedAt', 'is', null)
    .where((where) => where.or([where('expiresAt', 'is', null), where('expiresAt', '>', moment(now))]))
    .executeTakeFirst();
  if (!found) return undefined;
  if (found.lastUsedAt === null || found.lastUsedAt < now - 60_000) {
    await db
      .updateTable('apiTokens')
      .set({ lastUsedAt: new Date(now) })
      .where('id', '=', found.id)
      .execute();
  }
  return { tokenId: found.id, scopes: found.scopes };
}

/** Notes that these tokens were used. */
export async function markTokensUsed(db: Kysely<Tables>, ids: readonly TokenId[], at: Instant): Promise<void> {
  await db
    .updateTable('apiTokens')
    .set({ lastUsedAt: new Date(at) })
    .where('id', 'in', [...ids])
    .execute();
}

/** Revokes a token for good. False when there is no such live token. */
export async function revokeToken(db: Kysely<Tables>, id: TokenId, now: Instant): Promise<boolean> {
  const revoked = await db
    .updateTable('apiTokens')
    .set({ revokedAt: new Date(now) })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return revoked.numUpdatedRows > 0n;
}
