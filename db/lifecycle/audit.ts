import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import type { Decision } from '../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import type { Tables } from '../tables';

/** The hash before the first entry of a developer. */
export const firstHash = '0'.repeat(64);

/**
 * Appends one entry per decision to the developer's chain: each carries the SHA-256 of the one before and of itself
 * (over RFC 8785 canonical JSON), so that an edit or a gap shows. `lastHash` is that of the last one, read under the developer's
 * lock, which keeps the chain in order.
 */
export async function appendAudit(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  event: LifecycleEvent,
  decisions: readonly Decision[],
  { lastHash, ...times }: { at: Instant; recordedAt: Instant; lastHash: string | null },
): Promise<void> {
  let previousHash = lastHash ?? firstHash;
  const entries = decisions.map((decision) => {
    const entry = {
      developerId,
      appId: decision.appId,
      eventId: event.id,
      event: event.type,
      decision: decision.type,
      subject: decision.subject,
      actor: event.actor,
      at: times.at,
      recordedAt: times.recordedAt,
      rule: decision.rule,
      why: decision.why,
      data: JSON.parse(JSON.stringify(decision.data)) as Record<string, unknown>,
    };
    const hash = hashOf(entry, previousHash);
    const row = {
      ...entry,
      actor: JSON.stringify(entry.actor),
      at: new Date(entry.at),
      recordedAt: new Date(entry.recordedAt),
      data: JSON.stringify(entry.data),
      previousHash,
      hash,
    };
    previousHash = hash;
    return row;
  });
  await trx.insertInto('auditEntries').values(entries).execute();
}

/** SHA-256, hex, over the hash before it and the canonical entry. */
export function hashOf(entry: object, previousHash: string): string {
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalize(entry) ?? '')
    .digest('hex');
}
