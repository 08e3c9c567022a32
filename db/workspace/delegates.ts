import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { mostDelegates } from '../../domain/delegation';
import { AvowError } from '../../domain/errors';
import type { DelegationId, DeveloperId, PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { Language } from '../../domain/lifecycle/state';
import { enqueue } from '../lifecycle/outbox';
import { inForce } from '../queries/delegations';
import type { Tables } from '../tables';
import { rememberDelegation } from './delegation-changes';
import { findOrAddPerson, holdDeveloper } from './people';

type Db = Kysely<Tables>;

export interface NewDelegate {
  /** Used when the person is new. */
  personId: PersonId;
  name: string;
  email: string;
  language: Language;
}

/**
 * Adds a person of the agency, not confirmed yet, and asks for an invitation to be mailed to them. Call it with the delegation locked.
 * A repetition with the same `personId` changes nothing. Throws delegate.exists, delegate.too-many.
 */
export async function addDelegate(
  transaction: Transaction<Tables>,
  of: { delegationId: DelegationId; developerId: DeveloperId },
  given: NewDelegate,
  by: Actor,
  now: Instant,
): Promise<PersonId> {
  const { delegationId } = of;
  const { personId: id, name, email, language } = given;
  const { personId, isNew } = await findOrAddPerson(transaction, { id, name, email }, now);
  const delegates = await transaction
    .selectFrom('delegates')
    .select('personId')
    .where('delegationId', '=', delegationId)
    .execute();
  if (delegates.some((delegate) => delegate.personId === personId)) {
    if (personId === id) return personId;
    throw new AvowError('delegate.exists', 'This address belongs to a delegate already. Leave it out.', [
      { path: '/email', message: 'is a delegate already' },
    ]);
  }
  if (delegates.length >= mostDelegates) {
    throw new AvowError(
      'delegate.too-many',
      `A delegation lets in ${mostDelegates} people at most. Remove somebody first, or grant another delegation.`,
    );
  }
  await transaction
    .insertInto('delegates')
    .values({ delegationId, personId, language, isIntroducer: isNew, addedAt: new Date(now), verifiedAt: null })
    .execute();
  await rememberDelegation(transaction, { ...of, change: 'delegate-added', personId, by }, now);
  const payload = { delegationId, personId };
  await enqueue(transaction, 'send-delegate-invitation', `${delegationId}/${personId}`, payload, now);
  return personId;
}

/** Removes a delegate; takes effect at once, in sessions too. False when they are none of this delegation's. */
export async function removeDelegate(
  db: Db,
  of: { delegationId: DelegationId; developerId: DeveloperId },
  personId: PersonId,
  by: Actor,
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await holdDeveloper(transaction, of.developerId);
    const removed = await transaction
      .deleteFrom('delegates')
      .using('delegations')
      .whereRef('delegations.id', '=', 'delegates.delegationId')
      .where('delegations.developerId', '=', of.developerId)
      .where('delegates.delegationId', '=', of.delegationId)
      .where('delegates.personId', '=', personId)
      .executeTakeFirst();
    if (removed.numDeletedRows === 0n) return false;
    await rememberDelegation(transaction, { ...of, change: 'delegate-removed', personId, by }, now);
    return true;
  });
}

/** A person followed a link, so the address is theirs: confirms them as delegate wherever that is in force. Answers how many waited. */
export async function confirmDelegate(db: Db, personId: PersonId, now: Instant): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const waiting = await inForce(transaction, now)
      .innerJoin('delegates', 'delegates.delegationId', 'delegations.id')
      .where('delegates.personId', '=', personId)
      .where('delegates.verifiedAt', 'is', null)
      .select(['delegations.id as delegationId', 'delegations.developerId'])
      // In the order in which `endDelegate` takes them: the two would else wait for each other.
      .orderBy('delegations.developerId')
      .orderBy('delegations.id')
      .forUpdate('delegates')
      .execute();
    for (const of of waiting) {
      await transaction
        .updateTable('delegates')
        .set({ verifiedAt: new Date(now) })
        .where('delegationId', '=', of.delegationId)
        .where('personId', '=', personId)
        .execute();
      const by: Actor = { kind: 'person', id: personId };
      await rememberDelegation(transaction, { ...of, change: 'delegate-verified', personId, by }, now);
    }
    return waiting.length;
  });
}

/** Ends whatever a person is a delegate of, in the transaction that erases them. */
export async function endDelegate(
  transaction: Transaction<Tables>,
  personId: PersonId,
  by: Actor,
  now: Instant,
): Promise<void> {
  const delegations = await transaction
    .selectFrom('delegates')
    .innerJoin('delegations', 'delegations.id', 'delegates.delegationId')
    .where('delegates.personId', '=', personId)
    .select(['delegations.id as delegationId', 'developerId'])
    .orderBy('developerId')
    .orderBy('delegations.id')
    .execute();
  for (const of of delegations) {
    await holdDeveloper(transaction, of.developerId);
    await transaction
      .deleteFrom('delegates')
      .where('delegationId', '=', of.delegationId)
      .where('personId', '=', personId)
      .execute();
    await rememberDelegation(transaction, { ...of, change: 'delegate-removed', personId, by }, now);
  }
}
