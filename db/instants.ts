import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/calendar/instant';

/** An instant to compare a timestamptz column with: `.where('expiresAt', '>', moment(now))`. Columns are read as numbers, so a Date would not type. */
export function moment(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`${new Date(instant)}::timestamptz`;
}
