import { type Kysely, sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { Tables } from '../tables';
import { endMembership } from './contacts';
import { endDelegate } from './delegates';

/**
 * Forgets who a person is: name, address, what they typed when they signed, the mails to them, their ways in. What they did keeps their id;
 * without the salt nobody can tell the typed name from the commitment in the sealed record by guessing. False when there is no such person.
 * Throws contact.last-signatory while a developer that still uses the SDK would be left with nobody to sign.
 */
export async function erasePerson(db: Kysely<Tables>, personId: PersonId, by: Actor, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await endMemberships(transaction, personId, by, now);
    await endDelegate(transaction, personId, by, now);
    const erased = await transaction
      .updateTable('people')
      .set({ name: null, email: null, emailNormalised: null, erasedAt: new Date(now) })
      .where('id', '=', personId)
      .where('erasedAt', 'is', null)
      .executeTakeFirst();
    if (erased.numUpdatedRows === 0n) return false;
    await transaction.deleteFrom('sessions').where('personId', '=', personId).execute();
    await transaction.deleteFrom('signInLinks').where('personId', '=', personId).execute();
    await transaction.updateTable('staff').set({ isActive: false }).where('personId', '=', personId).execute();
    await transaction
      .updateTable('signatures')
      .set({ typedName: null, typedTitle: null, salt: null })
      .where('signedBy', '=', personId)
      .execute();
    // Mail servers like to say the address in their answer.
    await transaction
      .updateTable('deliveries')
      .set({ subject: null, text: null, html: null, response: null })
      .where('personId', '=', personId)
      .execute();
    return true;
  });
}

async function endMemberships(
  transaction: Transaction<Tables>,
  personId: PersonId,
  by: Actor,
  now: Instant,
): Promise<void> {
  const memberships = await transaction
    .selectFrom('memberships')
    .innerJoin('developers', 'developers.id', 'memberships.developerId')
    .select(['memberships.developerId', sql<boolean>`developers.offboarded_at is null`.as('mustSign')])
    .where('memberships.personId', '=', personId)
    .orderBy('memberships.developerId')
    .execute();
  for (const { developerId, mustSign } of memberships)
    await endMembership(transaction, { developerId, personId, by, mustSign }, now);
}
