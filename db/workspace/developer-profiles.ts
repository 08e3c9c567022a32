import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, PersonId } from '../../domain/ids';
import { enqueue } from '../lifecycle/outbox';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

export interface DeveloperProfile {
  developerId: DeveloperId;
  legalName: string;
  accountManagerId: PersonId | null;
}

/** Names a developer. Called in the transaction that enrols them. */
export async function addDeveloperProfile(db: Db, profile: DeveloperProfile, now: Instant): Promise<void> {
  await db
    .insertInto('developerProfiles')
    .values({ ...profile, createdAt: new Date(now) })
    .execute();
}

/** Changes what a developer is called or who looks after them; Temporal's page shows the latter, so the workflow is woken for it. */
export async function changeDeveloperProfile(
  transaction: Transaction<Tables>,
  developerId: DeveloperId,
  change: Partial<Omit<DeveloperProfile, 'developerId'>>,
  now: Instant,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await transaction.updateTable('developerProfiles').set(change).where('developerId', '=', developerId).execute();
  if (change.accountManagerId !== undefined)
    await enqueue(transaction, 'wake-developer', developerId, { developerId }, now);
}

/** True for somebody who can look after developers: of the vendor's people, active, in a role that acts. */
export async function mayManageAccounts(db: Db, personId: PersonId): Promise<boolean> {
  const found = await db
    .selectFrom('staff')
    .select('personId')
    .where('personId', '=', personId)
    .where('isActive', '=', true)
    .where('role', 'in', ['am', 'lead', 'admin'])
    .executeTakeFirst();
  return found !== undefined;
}
