import { sql } from 'kysely';
import type { Database } from '../../db/database';

/**
 * Takes away what keeps enforcement from a test's own database: for tests that look at what follows from a suspension or a revocation
 * and not at what it takes. The triggers of the feed stay.
 */
export async function unguarded(db: Database): Promise<Database> {
  for (const [table, trigger] of [
    ['suspensions', 'suspensions_notice_gate'],
    ['suspensions', 'suspensions_explained'],
    ['suspensions', 'suspensions_upheld_appeal'],
    ['apps', 'apps_revocation_gate'],
    ['apps', 'apps_revoked_for_good'],
  ] as const)
    await sql`alter table ${sql.id(table)} disable trigger ${sql.id(trigger)}`.execute(db);
  for (const constraint of ['suspensions_of_findings_check', 'suspensions_of_people', 'suspensions_lifted_by_class'])
    await sql`alter table suspensions drop constraint ${sql.id(constraint)}`.execute(db);
  return db;
}
