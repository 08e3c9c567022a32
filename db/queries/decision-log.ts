import type { Kysely } from 'kysely';
import type { DeveloperId } from '../../domain/ids';
import { firstHash, hashOf } from '../lifecycle/audit';
import type { Tables } from '../tables';

const entriesAtOnce = 500;

/** One entry of a developer's log: what was hashed, the hash before it, and its own. */
export interface LogEntry {
  entry: Readonly<Record<string, unknown>>;
  previousHash: string;
  hash: string;
}

/** A developer's whole log, oldest first, some hundred entries at a time. */
export async function* logOf(db: Kysely<Tables>, developerId: DeveloperId): AsyncGenerator<LogEntry> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('developerId', '=', developerId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(entriesAtOnce)
      .execute();
    for (const { seq: _seq, previousHash, hash, ...entry } of rows) yield { entry, previousHash, hash };
    const last = rows.at(-1);
    if (!last) return;
    after = last.seq;
  }
}

/** Follows a log entry by entry and says whether its chain holds: nothing edited, nothing missing. */
export class LogChain {
  count = 0;
  /** The hash of the last entry. */
  head = firstHash;
  /** The number of the first entry that does not fit, counted from 1; null while all do. */
  brokenAt: number | null = null;

  add({ entry, previousHash, hash }: LogEntry): void {
    this.count += 1;
    const holds = previousHash === this.head && hashOf(entry, previousHash) === hash;
    if (!holds) this.brokenAt ??= this.count;
    this.head = hash;
  }
}
