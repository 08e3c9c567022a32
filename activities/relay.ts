import { setTimeout as sleep } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { moment } from '../db/instants';
import type { RecordTables } from '../db/tables/record';
import type { ActivityDeps } from './deps';

export type OutboxRow = Selectable<RecordTables['outbox']>;

/** Carries out one row; throws when it has to be tried again. */
export type Dispatch = (row: OutboxRow) => Promise<void>;

/** A killed relay's rows wait for so long; a living one renews its leases well before. */
const leaseMs = 4_000;
const renewEveryMs = 1_000;
const longestBackoffMs = 60_000;
const batchSize = 100;

type Kind = OutboxRow['kind'];

/** One for each receiver and for crowds: while Temporal hangs people still get in, and while the mail server hangs workflows are still woken. */
const lanes: readonly (readonly Kind[])[] = [
  ['wake-developer', 'deliver-notice', 'run-checks', 'run-import', 'run-campaign', 'change-terms'],
  [
    'send-sign-in-link',
    'send-staff-invitation',
    'send-enforcement-alert',
    'send-delegate-invitation',
    'tell-of-delegation',
  ],
  // What comes in crowds waits for nobody but itself.
  ['wake-held', 'release-developer'],
];

interface RelayOptions {
  /** How often a lane is looked at while there is work. */
  pollMs: number;
  /** How often it is looked at after a while of nothing; as often when left out. */
  idlePollMs?: number;
  signal: AbortSignal;
}

/**
 * Carries what transactions left in the outbox to Temporal and the mail server, until `signal` aborts. Every row is tried until it is
 * taken; several relays share the work by leases, and a wish that joins a row meanwhile is carried out again.
 */
export async function relayOutbox(deps: ActivityDeps, dispatch: Dispatch, options: RelayOptions): Promise<void> {
  await Promise.all(lanes.map((kinds) => relayLane(deps, dispatch, kinds, options)));
}

async function relayLane(
  deps: ActivityDeps,
  dispatch: Dispatch,
  kinds: readonly Kind[],
  options: RelayOptions,
): Promise<void> {
  const { pollMs, idlePollMs = pollMs } = options;
  let waitMs = pollMs;
  while (!options.signal.aborted) {
    const count = await relayOnce(deps, dispatch, kinds).catch((fault: unknown) => {
      deps.logger.warn({ fault: String(fault) }, 'the outbox could not be read; trying again');
      return 0;
    });
    waitMs = count > 0 ? pollMs : Math.min(waitMs * 1.25, idlePollMs);
    if (count < batchSize) await sleep(waitMs, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

/** Carries out what waits now, of these kinds. Returns how many rows there were. */
export async function relayOnce(
  deps: ActivityDeps,
  dispatch: Dispatch,
  kinds: readonly Kind[] = lanes.flat(),
): Promise<number> {
  const rows = await lease(deps, kinds);
  const underWay = new Set(rows.map((row) => row.id));
  const renewing = setInterval(() => void renew(deps, [...underWay]), renewEveryMs);
  try {
    await Promise.all(rows.map((row) => carryOut(deps, dispatch, row).finally(() => underWay.delete(row.id))));
  } finally {
    clearInterval(renewing);
  }
  return rows.length;
}

/** Those that were let go of meanwhile stay free. */
async function renew(deps: ActivityDeps, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await deps.db
    .updateTable('outbox')
    .set({ leasedUntilAt: new Date(deps.clock.now() + leaseMs) })
    .where('id', 'in', (query) =>
      query
        .selectFrom('outbox')
        .select('id')
        .where('id', 'in', ids)
        .where('leasedUntilAt', 'is not', null)
        // In one order, and not those that somebody writes just now: a wish that joins one must not be waited for by all the others.
        .orderBy('id')
        .forUpdate()
        .skipLocked(),
    )
    .execute()
    // Not renewed: another relay may carry it out too, which each receiver takes for the same.
    .catch(() => undefined);
}

async function lease(deps: ActivityDeps, kinds: readonly Kind[]): Promise<OutboxRow[]> {
  const now = deps.clock.now();
  return deps.db
    .updateTable('outbox')
    .set({ leasedUntilAt: new Date(now + leaseMs) })
    .where('id', 'in', (query) =>
      query
        .selectFrom('outbox')
        .select('id')
        .where('deliveredAt', 'is', null)
        .where('kind', 'in', kinds)
        .where('notBeforeAt', '<=', moment(now))
        .where((row) => row.or([row('leasedUntilAt', 'is', null), row('leasedUntilAt', '<', moment(now))]))
        .orderBy('id')
        .limit(batchSize)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

async function carryOut(deps: ActivityDeps, dispatch: Dispatch, row: OutboxRow): Promise<void> {
  const done = deps.db.updateTable('outbox').where('id', '=', row.id);
  try {
    await dispatch(row);
    const { numUpdatedRows } = await done
      .set({ deliveredAt: new Date(deps.clock.now()), leasedUntilAt: null })
      .where('version', '=', row.version)
      .executeTakeFirstOrThrow();
    // A newer wish joined the row while it was carried out: it stays, and is free at once.
    if (numUpdatedRows === 0n) await done.set({ leasedUntilAt: null }).execute();
  } catch (fault) {
    const backoffMs = Math.min(longestBackoffMs, 250 * 2 ** Math.min(row.attempts, 10));
    deps.logger.warn(
      { outboxId: row.id, kind: row.kind, attempts: row.attempts + 1, fault: String(fault) },
      'not taken yet; trying again',
    );
    await done
      .set({
        attempts: sql`attempts + 1`,
        lastFault: String(fault).slice(0, 500),
        leasedUntilAt: null,
        notBeforeAt: new Date(deps.clock.now() + backoffMs),
      })
      .execute()
      .catch(() => undefined);
  }
}
