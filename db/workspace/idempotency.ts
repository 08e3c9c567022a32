import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import { moment } from '../instants';
import type { Tables } from '../tables';

/** How long an answer can be asked for again. */
export const answersKeptMs = 24 * 3_600_000;
/** A claim that nobody renewed for so long has died with its process; a repetition may take over. */
const abandonedAfterMs = 5_000;
/** How often a request that is still at work says so. */
export const claimRenewedEveryMs = 1_500;

export type Begun = { state: 'begun'; startedAt: Instant } | { state: 'done'; answer: unknown };

/**
 * Claims a key for a caller by inserting it; the primary key decides between requests of the same moment.
 * Throws request.idempotency-mismatch when it belongs to another request, request.in-progress while the first is at work.
 */
export async function beginOnce(
  db: Kysely<Tables>,
  request: { caller: string; key: string; requestHash: string; now: Instant },
): Promise<Begun> {
  const { caller, key, requestHash, now } = request;
  const keyHash = hashOf(key);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const claimed = await sql`
      insert into idempotency_keys as held (caller, key_hash, request_hash, started_at)
      values (${caller}, ${keyHash}, ${requestHash}, ${new Date(now)})
      on conflict (caller, key_hash) do update
        set request_hash = excluded.request_hash, started_at = excluded.started_at, answered_at = null, answer = null
        where held.started_at <= ${new Date(now - answersKeptMs)}
          or (held.answered_at is null and held.request_hash = excluded.request_hash and held.started_at <= ${new Date(now - abandonedAfterMs)})
      returning caller`.execute(db);
    if (claimed.rows.length > 0) return { state: 'begun', startedAt: now };
    const held = await db
      .selectFrom('idempotencyKeys')
      .selectAll()
      .where('caller', '=', caller)
      .where('keyHash', '=', keyHash)
      .executeTakeFirst();
    // Released in between: claim it again.
    if (!held) continue;
    if (held.requestHash !== requestHash) {
      throw new AvowError(
        'request.idempotency-mismatch',
        'This Idempotency-Key was sent with another request before. Use a new key for a new request.',
      );
    }
    if (held.answer !== null) return { state: 'done', answer: open(held.answer, key) };
    break;
  }
  throw new AvowError(
    'request.in-progress',
    'Wait for the first answer, or send the same request with the same key again in a moment.',
    [],
    { retryAfterSeconds: 1 },
  );
}

interface Claim {
  caller: string;
  key: string;
  startedAt: Instant;
}

/** The request is still at work: its claim counts from now. Returns the claim as it is to be finished or released. */
export async function renewOnce<Held extends Claim>(db: Kysely<Tables>, claim: Held, now: Instant): Promise<Held> {
  const { numUpdatedRows } = await db
    .updateTable('idempotencyKeys')
    .set({ startedAt: new Date(now) })
    .where('caller', '=', claim.caller)
    .where('keyHash', '=', hashOf(claim.key))
    .where('startedAt', '=', moment(claim.startedAt))
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 0n ? claim : { ...claim, startedAt: now };
}

/** Keeps the answer of a claimed key. */
export async function finishOnce(db: Kysely<Tables>, claim: Claim & { answer: unknown; now: Instant }): Promise<void> {
  await db
    .updateTable('idempotencyKeys')
    .set({ answeredAt: new Date(claim.now), answer: seal(claim.answer, claim.key) })
    .where('caller', '=', claim.caller)
    .where('keyHash', '=', hashOf(claim.key))
    .where('startedAt', '=', moment(claim.startedAt))
    .execute();
}

/** Gives a claimed key back, after a refusal: nothing was done, so the same request may be tried again. */
export async function releaseOnce(db: Kysely<Tables>, claim: Claim): Promise<void> {
  await db
    .deleteFrom('idempotencyKeys')
    .where('caller', '=', claim.caller)
    .where('keyHash', '=', hashOf(claim.key))
    .where('startedAt', '=', moment(claim.startedAt))
    .where('answeredAt', 'is', null)
    .execute();
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

// Answers can hold secrets that are shown once. They are kept under a key that only the caller has.
function seal(answer: unknown, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', cipherKey(key), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(stored: string, key: string): unknown {
  const bytes = Buffer.from(stored, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(key), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
}

function cipherKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'avow idempotency answer', 32));
}
