import { type Kysely, sql } from 'kysely';

/**
 * The notices of a suspension are looked at when it opens, and never again: a notice that comes back later must not keep it from being
 * lifted. Rows are written by upsert, and a trigger before the insert would see those that are there already as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'drop trigger suspensions_notice_gate on suspensions',
  'create trigger suspensions_notice_gate after insert on suspensions for each row execute function refuse_unheard_suspension()',
];
