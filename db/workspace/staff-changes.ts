import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { PersonId } from '../../domain/ids';
import type { Tables } from '../tables';

export interface StaffChange {
  personId: PersonId;
  change: 'added' | 'changed' | 'leave-entered' | 'leave-ended' | 'handed-over';
  /** Ids, days, roles; no names. */
  data: Readonly<Record<string, unknown>>;
  by: PersonId;
}

/** Writes down what was changed about one of the vendor's people, in the transaction that changes it. */
export async function noteStaffChange(
  db: Kysely<Tables>,
  { data, ...change }: StaffChange,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('staffChanges')
    .values({ ...change, data: JSON.stringify(data), at: new Date(now) })
    .execute();
}
