import { sql } from 'kysely';
import { AvowError } from '../domain/errors';
import type { Database } from './database';

/** Refuses a database that answers "committed" before it is on disk: what was acknowledged must survive a power cut (rule 8). */
export async function assertDurable(db: Database): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit'] as const) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db);
    const value = rows[0]?.value;
    if (value === 'off' || (setting === 'synchronous_commit' && value === 'local')) {
      throw new AvowError(
        'start.setting-invalid',
        `PostgreSQL runs with ${setting} = ${value}. Turn it on: Avow promises that what it acknowledged is kept.`,
      );
    }
  }
}
