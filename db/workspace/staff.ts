import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { PersonId } from '../../domain/ids';
import type { Language } from '../../domain/lifecycle/state';
import type { StaffRole } from '../../domain/permissions';
import type { Database } from '../database';
import { enqueue } from '../lifecycle/outbox';
import type { Tables } from '../tables';
import { findOrAddPerson } from './people';
import { noteStaffChange } from './staff-changes';

type Db = Kysely<Tables>;

export interface StaffMember {
  personId: PersonId;
  name: string;
  email: string;
  role: StaffRole;
  language: Language;
  isActive: boolean;
  addedAt: Instant;
  team: string | null;
}

/** The query of the vendor's people, active or not, for `paged` and for one. */
export function staffQuery(db: Db) {
  return db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .where('people.erasedAt', 'is', null)
    .select(['staff.personId', 'staff.role', 'staff.language', 'staff.isActive', 'staff.addedAt', 'staff.team'])
    .select((column) => [
      column.ref('people.name').$notNull().as('name'),
      column.ref('people.email').$notNull().as('email'),
    ]);
}

/**
 * Adds one of the vendor's people, and has them invited by mail; a contact with this address becomes staff as well. `by` whom: null for the
 * start, of which nobody is told. Throws contact.exists.
 */
export async function addStaff(
  db: Db,
  given: {
    personId: PersonId;
    name: string;
    email: string;
    role: StaffRole;
    language: Language;
    team?: string | null;
  },
  now: Instant,
  by: PersonId | null = null,
): Promise<StaffMember> {
  return db.transaction().execute(async (transaction) => {
    const { personId } = await findOrAddPerson(
      transaction,
      { id: given.personId, name: given.name, email: given.email },
      now,
    );
    const added = await transaction
      .insertInto('staff')
      .values({
        personId,
        role: given.role,
        language: given.language,
        isActive: true,
        addedAt: new Date(now),
        team: given.team ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('personId')
      .executeTakeFirst();
    if (!added && personId !== given.personId) {
      throw new AvowError(
        'contact.exists',
        "This address is one of the vendor's people already. Change its role instead.",
        [{ path: '/email', message: 'is known already' }],
      );
    }
    if (added && by !== null) {
      await noteStaffChange(transaction, { personId, change: 'added', data: { role: given.role }, by }, now);
      await enqueue(transaction, 'send-staff-invitation', personId, { personId, by }, now);
    }
    return staffQuery(transaction).where('staff.personId', '=', personId).executeTakeFirstOrThrow();
  });
}

/** Changes role, team, language or whether somebody is active. Undefined when there is no such person. */
export async function changeStaff(
  db: Database,
  personId: PersonId,
  change: { role?: StaffRole; language?: Language; isActive?: boolean; team?: string | null },
  by: PersonId,
  now: Instant,
): Promise<StaffMember | undefined> {
  return db.transaction().execute(async (trx) => {
    if (Object.keys(change).length > 0) {
      const changed = await trx
        .updateTable('staff')
        .set(change)
        .where('personId', '=', personId)
        .returning('personId')
        .executeTakeFirst();
      if (changed) await noteStaffChange(trx, { personId, change: 'changed', data: change, by }, now);
    }
    return staffQuery(trx).where('staff.personId', '=', personId).executeTakeFirst();
  });
}
