import { type Kysely, sql } from 'kysely';
import type { AppId, DeveloperId, TokenId } from '../../domain/ids';
import type { Tables } from '../tables';

/** What the feed told in one reading. */
export interface FeedReading {
  /** Every transaction before this one has ended: whoever read up to here need never look behind it again. */
  low: number;
  /** No transaction from this one on can have been seen. */
  high: number;
  rows: { xid: number; subject: AppId | DeveloperId | TokenId }[];
}

/**
 * Whose facts changed in transactions from `from` on, as far as they have ended. Rows of transactions that were still running at an
 * earlier reading appear here late; nothing is passed over, because `low` waits for them, and nothing else waits for them.
 * Numbers that this server has not come to yet were copied here from another one.
 */
export async function readFeed(db: Kysely<Tables>, from: number): Promise<FeedReading> {
  const { rows } = await sql<{
    low: number;
    high: number;
    xid: number | null;
    subject: AppId | DeveloperId | TokenId | null;
  }>`
    select pg_snapshot_xmin(seen)::text::bigint as low, pg_snapshot_xmax(seen)::text::bigint as high,
      changes.xid::text::bigint as xid, changes.subject
    from pg_current_snapshot() as seen
    left join verification_changes as changes
      on changes.xid >= ${String(from)}::xid8 and changes.xid < pg_snapshot_xmax(seen)`.execute(db);
  const { low = 0, high = 0 } = rows[0] ?? {};
  return {
    low,
    high,
    rows: rows.flatMap(({ xid, subject }) => (xid === null || subject === null ? [] : [{ xid, subject }])),
  };
}

/**
 * Which history the transaction numbers belong to. Another one after a restored backup, a fail-over or a copied database: then numbers
 * cannot be compared, and all is read anew.
 */
export async function feedHistory(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ history: string }>`
    select concat_ws('/', (select system_identifier from pg_control_system()),
      left(pg_walfile_name(pg_current_wal_lsn()), 8),
      (select oid from pg_database where datname = current_database())) as history`.execute(db);
  return rows[0]?.history ?? '';
}

/** How many transactions the feed is kept for; who comes back later reads all anew. */
const keptTransactions = 5_000_000;

/** Deletes what every reader has read long ago. For a daily schedule. */
export async function trimFeed(db: Kysely<Tables>): Promise<void> {
  await sql`
    delete from verification_changes
    where xid < greatest(pg_snapshot_xmin(pg_current_snapshot())::text::bigint - ${keptTransactions}, 3)::text::xid8`.execute(
    db,
  );
}
