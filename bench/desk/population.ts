import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/database';
import type { Tables } from '../../db/tables';
import type { Instant } from '../../domain/calendar/instant';
import { addCycles } from './cycles';
import { addDevelopers } from './developers';
import { addRecord } from './record';
import { addWaiting } from './waiting';

/** One connection, with the table `born` of the developers that are made on it. */
export type Maker = Kysely<Tables>;

/**
 * So many developers, three apps each on average, as a vendor has them some years on: most are active, some are due, late, restricted or
 * suspended, some wait for an answer. The same number makes the same developers. The rows are written as they would have become, in bulk
 * and without the decider: for looking at and for measuring. `now` is wall time.
 */
export async function populateDesk(
  db: Database,
  { developers, now, say = () => undefined }: { developers: number; now: Instant; say?: (line: string) => void },
): Promise<void> {
  await db.connection().execute(async (one) => {
    // This is the past: neither foreign keys nor triggers ask about it.
    await sql`set session_replication_role = replica`.execute(one);
    // Nothing of it is worth a wait for the disk: whoever loses it makes it again.
    await sql`set synchronous_commit = off`.execute(one);
    try {
      await addDevelopers(one, developers, new Date(now));
      await weigh(one);
      say('developers, contacts, apps and keys');
      await addCycles(one, new Date(now));
      await weigh(one);
      say('cycles, plans and requirements');
      await addWaiting(one, new Date(now));
      await weigh(one);
      say('what waits for the vendor');
      await addRecord(one, new Date(now));
      say('the record');
      await fillDesk(one);
      say('what the desk is sorted and searched by');
      await sql`drop table born`.execute(one);
    } finally {
      await sql`set session_replication_role = origin`.execute(one);
      await sql`set synchronous_commit = on`.execute(one);
    }
    await sql`vacuum analyze`.execute(one);
  });
}

/** An index that is built at once takes a fraction of the time that it takes row by row. */
async function fillDesk(one: Maker): Promise<void> {
  const { rows } = await sql<{ made: string }>`
    select indexdef as made from pg_indexes where indexname = 'desk_developers_grams'`.execute(one);
  await sql`drop index desk_developers_grams`.execute(one);
  try {
    await sql`select refresh_desk_developers(array(select id from born))`.execute(one);
  } finally {
    await sql.raw(rows[0]?.made ?? '').execute(one);
  }
}

/** Tables that were empty a moment ago look so to the planner, which would walk through them for each developer. */
async function weigh(one: Maker): Promise<void> {
  await sql`analyze`.execute(one);
}
