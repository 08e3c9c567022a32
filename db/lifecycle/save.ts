import { sql, type Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import type { Change, Decision } from '../../domain/lifecycle/decisions';
import type { Wake } from '../../domain/lifecycle/next-wake';
import type { Developer } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';
import { collections, toColumns } from './rows';

/** Writes every row that the decisions changed, each once, as it is after the last of them, and when the decider must next be asked. */
export async function saveChanges(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  decisions: readonly Decision[],
  wake: Wake | null,
): Promise<void> {
  const rows = new Map<string, Change>();
  for (const change of decisions.flatMap((decision) => decision.changes))
    rows.set(`${change.collection}/${change.row.id}`, change);
  const changes = [...rows.values()];
  const developer = changes.find((change) => change.collection === 'developer');
  if (developer) await upsert(trx, 'developers', [{ ...toColumns(developer.row), ...wakeColumns(wake) }]);
  else await saveWake(trx, developerId, wake);
  for (const collection of collections) {
    const changed = changes
      .filter((change) => change.collection === collection)
      .toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1));
    if (changed.length > 0)
      await upsert(
        trx,
        collection,
        changed.map((change) => ({ ...toColumns(change.row), developerId })),
      );
  }
}

type Stored = 'developers' | (typeof collections)[number];

async function upsert(trx: Transaction<Tables>, table: Stored, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id');
  await trx
    .insertInto(table as 'apps')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]))),
    )
    .execute();
}

/** Stores when the decider must next be asked, and what for. */
export async function saveWake(trx: Transaction<Tables>, id: Developer['id'], wake: Wake | null): Promise<void> {
  await trx.updateTable('developers').set(wakeColumns(wake)).where('id', '=', id).execute();
}

function wakeColumns(wake: Wake | null) {
  return { nextWakeAt: wake ? new Date(wake.at) : null, nextWakeFor: wake?.procedure ?? null };
}

/** Records what became of each key that a decision touched. */
export async function saveKeyChanges(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  decisions: readonly Decision[],
  at: Instant,
): Promise<void> {
  const changed = decisions.flatMap((decision) => decision.changes).filter((change) => change.collection === 'keys');
  const last = new Map(changed.map((change) => [change.row.id, change.row]));
  if (last.size === 0) return;
  await trx
    .insertInto('keyChanges')
    .values(
      [...last.values()].map((key) => ({
        keyId: key.id,
        developerId,
        appId: key.appId,
        state: key.state,
        at: new Date(at),
      })),
    )
    .execute();
}
