import { type Kysely, sql } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import type { Tables } from '../tables';

/** What people decided about the enforcement of a developer: theirs, and what goes for everybody. */
export interface Bounds {
  isHeld: boolean;
  /** Beside those of the terms. */
  freezeDays: readonly Day[];
}

export async function boundsOf(db: Kysely<Tables>, developerId: DeveloperId): Promise<Bounds> {
  const { rows } = await sql<Bounds>`select
    exists (select from holds where lifted_at is null and (developer_id is null or developer_id = ${developerId})) as is_held,
    array(select to_char(day, 'YYYY-MM-DD') from freeze_days
      where removed_at is null and (developer_id is null or developer_id = ${developerId}) order by day) as freeze_days`.execute(
    db,
  );
  return rows[0] ?? { isHeld: false, freezeDays: [] };
}
