import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { DeveloperId, PersonId } from '../../domain/ids';
import type { Tables } from '../tables';
import { normaliseEmail } from './sign-in-links';

type Db = Kysely<Tables>;

/** True when there is such a developer. */
export async function developerExists(db: Db, developerId: DeveloperId): Promise<boolean> {
  return (
    (await db.selectFrom('developers').select('id').where('id', '=', developerId).executeTakeFirst()) !== undefined
  );
}

/** True for a confirmed contact of this developer, also one that only receives mail. */
export async function isContactOf(db: Db, developerId: DeveloperId, personId: PersonId): Promise<boolean> {
  const membership = db
    .selectFrom('memberships')
    .select('personId')
    .where('developerId', '=', developerId)
    .where('personId', '=', personId)
    .where('verifiedAt', 'is not', null);
  return (await membership.executeTakeFirst()) !== undefined;
}

/**
 * Waits for a decision about the developer that is under way, and keeps the next one out until the transaction ends: done before anything
 * is locked that a decision may want too. Several may hold a developer at once.
 */
export async function holdDeveloper(transaction: Transaction<Tables>, developerId: DeveloperId): Promise<void> {
  await transaction.selectFrom('developers').select('id').where('id', '=', developerId).forShare().execute();
}

/** The person with this address, made when there is none. Says whether they are new. */
export async function findOrAddPerson(
  db: Db,
  given: { id: PersonId; name: string; email: string },
  now: Instant,
): Promise<{ personId: PersonId; isNew: boolean }> {
  const emailNormalised = normaliseEmail(given.email);
  const added = await db
    .insertInto('people')
    .values({ ...given, emailNormalised, createdAt: new Date(now), erasedAt: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return { personId: added.id, isNew: true };
  const known = await db
    .selectFrom('people')
    .select('id')
    .where('emailNormalised', '=', emailNormalised)
    .executeTakeFirst();
  if (known) return { personId: known.id, isNew: false };
  // The id is taken but the address is not: a repetition for a person who was erased in between.
  throw new AvowError('resource.not-found', 'This person was erased. Add them with a new request.');
}
