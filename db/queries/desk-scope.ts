import { type RawBuilder, sql } from 'kysely';
import type { PersonId } from '../../domain/ids';

/** Whose developers the desk looks at: those of one account manager, or everybody's. */
export type DeskScope = PersonId | 'all';

/** The condition on `developer_profiles`, joined as `profile`. */
export function isInScope(scope: DeskScope): RawBuilder<boolean> {
  return scope === 'all' ? sql<boolean>`true` : sql<boolean>`profile.account_manager_id = ${scope}`;
}
