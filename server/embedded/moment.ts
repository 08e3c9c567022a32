import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../../db/database';
import { enqueue } from '../../db/lifecycle/outbox';
import { obligationNow } from '../../db/lifecycle/transact';
import type { Tables } from '../../db/tables';
import type { Instant, TimeZone } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { DeveloperId } from '../../domain/ids';

export interface ClockDeps {
  db: Database;
  /** Wall time. */
  clock: { now(): Instant };
  /** Moved time exists in embedded mode only. */
  isEmbedded: boolean;
  /** How long a step may take to be decided and its mails to be delivered. */
  stepTimeoutMs?: number;
  pollMs?: number;
}

/** Where a developer is in time, and what is still going on there. */
export interface Moment {
  now: Instant;
  timeZone: TimeZone;
  nextWakeAt: Instant | null;
  queuedNotices: string[];
  pendingChecks: string[];
}

/** Throws resource.not-found when there is no such developer. */
export async function look({ db, clock }: ClockDeps, developerId: DeveloperId): Promise<Moment> {
  const developer = await db
    .selectFrom('developers')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'developers.id')
    .select([
      'developers.timeZone',
      'developers.nextWakeAt',
      'developers.lastDecisionAt',
      'developerOffsets.offsetMs',
      sql<string[]>`array(select id from notices where developer_id = developers.id and state = 'queued')`.as(
        'queuedNotices',
      ),
      sql<string[]>`array(
        select id from submissions where developer_id = developers.id and checks = 'pending' and answered_at is null)`.as(
        'pendingChecks',
      ),
    ])
    .where('developers.id', '=', developerId)
    .executeTakeFirst();
  if (!developer) throw new AvowError('resource.not-found', 'There is no such developer.');
  const { timeZone, nextWakeAt, queuedNotices, pendingChecks, lastDecisionAt, offsetMs } = developer;
  const now = obligationNow(clock.now(), offsetMs ?? 0, { developer: { lastDecisionAt } } as Parameters<
    typeof obligationNow
  >[2]);
  return { now, timeZone, nextWakeAt, queuedNotices, pendingChecks };
}

/** What a moment still waits for, in words; empty when it is settled. */
function unsettled({ now, nextWakeAt, queuedNotices, pendingChecks }: Moment): string[] {
  return [
    ...(nextWakeAt !== null && nextWakeAt <= now ? [`the step due at ${new Date(nextWakeAt).toISOString()}`] : []),
    ...queuedNotices.map((id) => `the delivery of ${id}`),
    ...pendingChecks.map((id) => `the checks of ${id}`),
  ];
}

/** Waits until what is due is decided, mails are delivered and checks have run. Throws clock.timeout with what it waited for. */
export async function settle(deps: ClockDeps, developerId: DeveloperId): Promise<Moment> {
  const { stepTimeoutMs = 30_000, pollMs = 50 } = deps;
  const startedAt = performance.now();
  for (let isFirst = true; ; isFirst = false) {
    const moment = await look(deps, developerId);
    const waitsFor = unsettled(moment);
    if (waitsFor.length === 0) return moment;
    // The signal that should come for it may have been sent before the offset moved.
    if (isFirst && moment.nextWakeAt !== null && moment.nextWakeAt <= moment.now) await wake(deps, developerId);
    if (performance.now() - startedAt > stepTimeoutMs) {
      throw new AvowError(
        'clock.timeout',
        `Waited ${stepTimeoutMs / 1000} seconds for ${waitsFor.slice(0, 5).join(', ')}. Is the worker running, and does mail go out? Time stands at ${new Date(moment.now).toISOString()}; move it again to go on.`,
        [],
        { waitsFor },
      );
    }
    await sleep(pollMs);
  }
}

async function wake(deps: ClockDeps, developerId: DeveloperId): Promise<void> {
  await deps.db.transaction().execute((transaction) => enqueueWake(transaction, deps, developerId));
}

/** Asks for the developer's workflow to be woken, in the transaction that gives it a reason to. */
export function enqueueWake(
  transaction: Transaction<Tables>,
  { clock }: ClockDeps,
  developerId: DeveloperId,
): Promise<void> {
  return enqueue(transaction, 'wake-developer', developerId, { developerId }, clock.now());
}
