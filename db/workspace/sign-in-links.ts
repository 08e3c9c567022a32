import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { PersonId } from '../../domain/ids';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { hashOfSecret, newSecret } from './secrets';

/** How long a link can be followed. */
export const linkLifetimeMs = 15 * 60_000;

/** Makes the address the same however it is written: trimmed, lower case, one Unicode form. */
export function normaliseEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/**
 * Asks for a link to be mailed, if somebody known has this address: staff, a contact of a developer, or a delegate. One statement either way,
 * so that neither the answer nor its time tells whether the address is known. A request that still waits is not doubled; one that comes while a mail
 * is handed over has another sent.
 */
export async function requestSignInLink(db: Kysely<Tables>, email: string, now: Instant): Promise<void> {
  await sql`
    insert into outbox (kind, subject, payload, created_at, not_before_at)
    select 'send-sign-in-link', people.id, jsonb_build_object('personId', people.id), ${new Date(now)}, ${new Date(now)}
    from people
    where people.email_normalised = ${normaliseEmail(email)} and people.erased_at is null
      and (exists (select 1 from memberships where memberships.person_id = people.id)
        or exists (select 1 from staff where staff.person_id = people.id and staff.is_active)
        or exists (select 1 from delegates join delegations on delegations.id = delegates.delegation_id
          where delegates.person_id = people.id and delegations.revoked_at is null and delegations.ends_at > ${new Date(now)}))
    on conflict (kind, subject) where delivered_at is null do update set version = outbox.version + 1`.execute(db);
}

/** Makes a link's token: called when the mail is sent, so that its time runs from then. The token is only in the mail; its hash is stored. */
export async function createSignInLink(db: Kysely<Tables>, personId: PersonId, now: Instant): Promise<string> {
  const token = newSecret();
  await db
    .insertInto('signInLinks')
    .values({
      tokenHash: hashOfSecret(token),
      personId,
      createdAt: new Date(now),
      expiresAt: new Date(now + linkLifetimeMs),
      usedAt: null,
    })
    .execute();
  return token;
}

/** Whose link this is, without using it. Throws sign-in.link-expired or sign-in.link-used. */
export async function findSignInLink(db: Kysely<Tables>, token: string, now: Instant): Promise<PersonId> {
  const link = await db
    .selectFrom('signInLinks')
    .selectAll()
    .where('tokenHash', '=', hashOfSecret(token))
    .executeTakeFirst();
  if (link?.usedAt != null)
    throw new AvowError('sign-in.link-used', 'Each link works once. Ask for a new one at /sign-in.');
  if (!link || link.expiresAt <= now)
    throw new AvowError('sign-in.link-expired', 'A link works for 15 minutes. Ask for a new one at /sign-in.');
  return link.personId;
}

/** Uses a link up, once whatever happens at the same time. Throws sign-in.link-expired or sign-in.link-used. */
export async function consumeSignInLink(db: Kysely<Tables>, token: string, now: Instant): Promise<PersonId> {
  const used = await db
    .updateTable('signInLinks')
    .set({ usedAt: new Date(now) })
    .where('tokenHash', '=', hashOfSecret(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', moment(now))
    .returning('personId')
    .executeTakeFirst();
  if (used) return used.personId;
  await findSignInLink(db, token, now);
  throw new AvowError('sign-in.link-used', 'Each link works once. Ask for a new one at /sign-in.');
}
