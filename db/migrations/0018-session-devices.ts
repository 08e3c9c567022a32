import { type Kysely, sql } from 'kysely';

/** By what a session was begun, so that a person knows their own: two names, and never the header that they were read from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sessions
    add column browser text check (length(browser) between 1 and 40),
    add column operating_system text check (length(operating_system) between 1 and 40)`.execute(db);
}
