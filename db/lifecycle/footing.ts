import { sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, EventId } from '../../domain/ids';
import { plannedOnce } from '../preparing-client';
import type { Tables } from '../tables';

/** What a decision stands on beside the developer's state. */
export interface Footing {
  /** The developer's stored offset in milliseconds. */
  offsetMs: number;
  /** What their workflow was last told to wake for. */
  alarmAt: Instant | null;
  /** Of the last entry in their audit log; null before the first. */
  lastHash: string | null;
  /** The event was decided before. */
  isTaken: boolean;
}

/** Read in one query, under the developer's lock. */
export async function footingOf(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  eventId: EventId,
): Promise<Footing> {
  const { rows } = await sql<Footing>`${sql.raw(plannedOnce)}
    select coalesce((select offset_ms from developer_offsets where developer_id = ${developerId}), 0)::float8 as offset_ms,
      (select alarm_at from developers where id = ${developerId}) as alarm_at,
      (select hash from audit_entries where developer_id = ${developerId} order by seq desc limit 1) as last_hash,
      exists (select from lifecycle_events where event_id = ${eventId}) as is_taken`.execute(trx);
  return rows[0] ?? { offsetMs: 0, alarmAt: null, lastHash: null, isTaken: false };
}
