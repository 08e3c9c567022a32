import { type Kysely, sql } from 'kysely';

/** The names of a developer's apps are gathered whenever one of them changes: without an index that walked through those of everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index app_profiles_developer on app_profiles (developer_id)`.execute(db);
}
