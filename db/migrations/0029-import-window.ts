import { type Kysely, sql } from 'kysely';

/** The window over which the due days of an import are spread, as it was chosen for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table imports add column spread_over text',
  'alter table cycles add column spread_over text',
];
