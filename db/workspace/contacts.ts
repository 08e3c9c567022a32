import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import { type DeveloperId, type EventId, idFrom, type PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { Language } from '../../domain/lifecycle/state';
import type { ContactRole } from '../../domain/permissions';
import { enqueue } from '../lifecycle/outbox';
import type { Tables } from '../tables';
import { rememberMembership } from './membership-changes';
import { findOrAddPerson } from './people';

type Db = Kysely<Tables>;

export interface Contact {
  personId: PersonId;
  /** Null while it is somebody else's to tell: the person was known before and has not confirmed this contact yet. */
  name: string | null;
  email: string;
  role: ContactRole;
  language: Language;
  addedAt: Instant;
  verifiedAt: Instant | null;
}

/** The query of a developer's contacts, for `paged` and for one. */
export function contactsQuery(db: Db, developerId: DeveloperId) {
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .where('memberships.developerId', '=', developerId)
    .where('people.erasedAt', 'is', null)
    .select([
      'memberships.personId',
      'memberships.role',
      'memberships.language',
      'memberships.addedAt',
      'memberships.verifiedAt',
    ])
    .select((column) => [
      column.ref('people.email').$notNull().as('email'),
      column
        .case()
        .when(
          column.or([column('memberships.isIntroducer', '=', true), column('memberships.verifiedAt', 'is not', null)]),
        )
        .then(column.ref('people.name'))
        .else(null)
        .end()
        .as('name'),
    ]);
}

/** One contact; undefined when the person is none of this developer's. */
export async function findContact(db: Db, developerId: DeveloperId, personId: PersonId): Promise<Contact | undefined> {
  return contactsQuery(db, developerId).where('memberships.personId', '=', personId).executeTakeFirst();
}

export interface NewContact {
  /** Used when the person is new. */
  personId: PersonId;
  developerId: DeveloperId;
  name: string;
  email: string;
  role: ContactRole;
  language: Language;
  by: Actor;
}

/**
 * Adds a contact, not confirmed yet, and asks for a link to be mailed to them. A repetition with the same `personId` finds what the
 * first made. Throws contact.exists when the person is a contact already.
 */
export async function addContact(db: Db, given: NewContact, now: Instant): Promise<Contact> {
  return db.transaction().execute(async (transaction) => {
    const { developerId, role, language } = given;
    const { personId, isNew } = await findOrAddPerson(
      transaction,
      { id: given.personId, name: given.name, email: given.email },
      now,
    );
    const added = await transaction
      .insertInto('memberships')
      .values({ personId, developerId, role, language, isIntroducer: isNew, addedAt: new Date(now), verifiedAt: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('personId')
      .executeTakeFirst();
    if (added) {
      await rememberMembership(transaction, { personId, developerId, change: 'added', role, by: given.by }, now);
      await enqueue(transaction, 'send-sign-in-link', personId, { personId }, now);
    } else if (personId !== given.personId) {
      throw new AvowError(
        'contact.exists',
        'This address is a contact of the developer already. Change its role instead.',
        [{ path: '/email', message: 'is a contact already' }],
      );
    }
    const contact = await findContact(transaction, developerId, personId);
    if (!contact) throw new AvowError('resource.not-found', 'This person was erased. Add them with a new request.');
    return contact;
  });
}

export interface ContactChange {
  role?: ContactRole;
  language?: Language;
  name?: string;
}

/** Changes a contact. Undefined when there is none. Throws contact.last-signatory; access.forbidden for a name that is the person's own to change. */
export async function changeContact(
  db: Db,
  developerId: DeveloperId,
  personId: PersonId,
  change: ContactChange,
  by: Actor,
  now: Instant,
): Promise<Contact | undefined> {
  return db.transaction().execute(async (transaction) => {
    const all = await lockMemberships(transaction, developerId);
    const membership = all.find((one) => one.personId === personId);
    if (!membership) return undefined;
    const { name, ...columns } = change;
    if (change.role !== undefined && change.role !== membership.role) {
      if (membership.role === 'signatory') refuseLastSignatory(all, personId);
      await rememberMembership(transaction, { personId, developerId, change: 'changed', role: change.role, by }, now);
    }
    if (Object.keys(columns).length > 0) {
      await transaction
        .updateTable('memberships')
        .set(columns)
        .where('personId', '=', personId)
        .where('developerId', '=', developerId)
        .execute();
    }
    if (name !== undefined) {
      if (!membership.isIntroducer || membership.verifiedAt !== null) {
        throw new AvowError(
          'access.forbidden',
          'A name can be corrected until the person has confirmed; from then on it is theirs.',
          [{ path: '/name', message: 'is no longer yours to change' }],
        );
      }
      await transaction.updateTable('people').set({ name }).where('id', '=', personId).execute();
    }
    return findContact(transaction, developerId, personId);
  });
}

/** Removes a contact. False when there is none. Throws contact.last-signatory. */
export async function removeContact(
  db: Db,
  developerId: DeveloperId,
  personId: PersonId,
  by: Actor,
  now: Instant,
): Promise<boolean> {
  return db
    .transaction()
    .execute((transaction) => endMembership(transaction, { developerId, personId, by, mustSign: true }, now));
}

interface EndingMembership {
  developerId: DeveloperId;
  personId: PersonId;
  by: Actor;
  /** Somebody who can sign has to be left. */
  mustSign: boolean;
}

/** As `removeContact`, within a transaction that does more. */
export async function endMembership(
  transaction: Transaction<Tables>,
  { developerId, personId, by, mustSign }: EndingMembership,
  now: Instant,
): Promise<boolean> {
  const all = await lockMemberships(transaction, developerId);
  const membership = all.find((one) => one.personId === personId);
  if (!membership) return false;
  if (mustSign && membership.role === 'signatory') refuseLastSignatory(all, personId);
  await transaction
    .deleteFrom('memberships')
    .where('personId', '=', personId)
    .where('developerId', '=', developerId)
    .execute();
  await rememberMembership(transaction, { personId, developerId, change: 'removed', role: membership.role, by }, now);
  return true;
}

type LockedMembership = Awaited<ReturnType<typeof lockMemberships>>[number];

// All rows of the developer, in one order: two removals at once must not each count on the other's signatory.
function lockMemberships(transaction: Transaction<Tables>, developerId: DeveloperId) {
  return transaction
    .selectFrom('memberships')
    .select(['personId', 'role', 'verifiedAt', 'isIntroducer'])
    .where('developerId', '=', developerId)
    .orderBy('personId')
    .forUpdate()
    .execute();
}

function refuseLastSignatory(all: readonly LockedMembership[], leaving: PersonId): void {
  const left = all.filter((one) => one.role === 'signatory' && one.personId !== leaving);
  const isConfirmed = all.some((one) => one.personId === leaving && one.verifiedAt !== null);
  if (left.length > 0 && (!isConfirmed || left.some((one) => one.verifiedAt !== null))) return;
  throw new AvowError(
    'contact.last-signatory',
    'Somebody must be able to sign. Add another signatory, let them confirm their address, then try again.',
  );
}

/** What waits for a person's confirmation, with the event that tells the lifecycle: the same event however often it is tried. */
export async function unconfirmedMemberships(
  db: Db,
  personId: PersonId,
): Promise<{ developerId: DeveloperId; role: ContactRole; eventId: EventId }[]> {
  const rows = await db
    .selectFrom('memberships')
    .select(['developerId', 'role', 'addedAt'])
    .where('personId', '=', personId)
    .where('verifiedAt', 'is', null)
    .orderBy('developerId')
    .execute();
  return rows.map(({ developerId, role, addedAt }) => ({
    developerId,
    role,
    eventId: idFrom(
      'evt',
      createHash('sha256').update(`contact.verified\n${developerId}\n${personId}\n${addedAt}`).digest(),
    ),
  }));
}

/** Marks a contact as confirmed. Called in the transaction that tells the lifecycle. */
export async function confirmMembership(
  transaction: Db,
  developerId: DeveloperId,
  personId: PersonId,
  now: Instant,
): Promise<void> {
  const confirmed = await transaction
    .updateTable('memberships')
    .set({ verifiedAt: new Date(now) })
    .where('developerId', '=', developerId)
    .where('personId', '=', personId)
    .where('verifiedAt', 'is', null)
    .returning('role')
    .executeTakeFirst();
  if (confirmed)
    await rememberMembership(
      transaction,
      { personId, developerId, change: 'verified', role: confirmed.role, by: { kind: 'person', id: personId } },
      now,
    );
}

/**
 * The contacts that the vendor names when it enrols a developer. It vouches for their addresses, so they count as confirmed.
 * Called in the transaction that enrols; a person known from elsewhere keeps the name they have.
 */
export async function addVouchedContacts(
  transaction: Db,
  developerId: DeveloperId,
  contacts: readonly Pick<NewContact, 'personId' | 'name' | 'email' | 'role' | 'language'>[],
  by: Actor,
  now: Instant,
): Promise<void> {
  const at = new Date(now);
  const found: { personId: PersonId; isNew: boolean; role: ContactRole; language: Language }[] = [];
  // In one order everywhere: two developers that name the same people must not wait for each other.
  for (const { personId: id, name, email, role, language } of contacts.toSorted((a, b) => (a.email < b.email ? -1 : 1)))
    found.push({ ...(await findOrAddPerson(transaction, { id, name, email }, now)), role, language });
  if (found.length === 0) return;
  await transaction
    .insertInto('memberships')
    .values(
      found.map(({ isNew, ...one }) => ({ ...one, developerId, isIntroducer: isNew, addedAt: at, verifiedAt: at })),
    )
    .execute();
  await rememberMembership(
    transaction,
    found.flatMap(({ personId, role }) =>
      (['added', 'verified'] as const).map((change) => ({ personId, developerId, change, role, by })),
    ),
    now,
  );
}
