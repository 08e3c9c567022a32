import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { ContactRole } from '../../domain/permissions';
import type { Tables } from '../tables';

interface MembershipChange {
  personId: PersonId;
  developerId: DeveloperId;
  change: 'added' | 'changed' | 'verified' | 'removed';
  role: ContactRole;
  by: Actor;
}

/** Writes down what became of memberships, in the transaction that does it. */
export async function rememberMembership(
  db: Kysely<Tables>,
  given: MembershipChange | MembershipChange[],
  now: Instant,
): Promise<void> {
  const changes = Array.isArray(given) ? given : [given];
  await db
    .insertInto('membershipChanges')
    .values(changes.map((change) => ({ ...change, by: JSON.stringify(change.by), at: new Date(now) })))
    .execute();
}
