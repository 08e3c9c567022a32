import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { PersonId } from '../../domain/ids';
import { lookedAfterBy } from '../../domain/staff/leave';
import type { Tables } from '../tables';
import { leavesFrom } from '../workspace/leaves';

/** Whose developers the desk looks at: those of some account managers, or everybody's. */
export type DeskScope = readonly PersonId[] | 'all';

/** Those a person looks after today: their own, and those of whom they stand in for. */
export async function ownScope(db: Kysely<Tables>, personId: PersonId, today: Day): Promise<readonly PersonId[]> {
  return lookedAfterBy(personId, await leavesFrom(db, today), today);
}

/** The condition on `developer_profiles`, joined as `profile`. */
export function isInScope(scope: DeskScope): RawBuilder<boolean> {
  return scope === 'all' ? sql<boolean>`true` : sql<boolean>`profile.account_manager_id = any (${scope}::text[])`;
}
