import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { answersKeptMs } from './idempotency';

const day = 24 * 3_600_000;

/** Deletes what no longer lets anybody in or answers anything: links and sessions a day after their end, answers after 24 hours. For a daily schedule. */
export async function deleteExpired(db: Kysely<Tables>, now: Instant): Promise<void> {
  await db
    .deleteFrom('signInLinks')
    .where('expiresAt', '<', moment(now - day))
    .execute();
  await db
    .deleteFrom('sessions')
    .where('expiresAt', '<', moment(now - day))
    .execute();
  await db
    .deleteFrom('idempotencyKeys')
    .where('startedAt', '<=', moment(now - answersKeptMs))
    .execute();
  // A file that nobody started holds names and addresses.
  await db
    .deleteFrom('imports')
    .where('state', '=', 'previewed')
    .where('uploadedAt', '<', moment(now - 7 * day))
    .execute();
  await db
    .updateTable('importRows')
    .set({ cells: null, outcome: sql`case outcome when 'waiting' then 'left-out' else outcome end` })
    .where('cells', 'is not', null)
    .where('importId', 'in', (imports) =>
      imports
        .selectFrom('imports')
        .select('id')
        .where('startedAt', '<', moment(now - 30 * day)),
    )
    .execute();
}
