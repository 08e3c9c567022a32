import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { after } from '../../domain/calendar/zoned';
import type { DeveloperId, PlanId } from '../../domain/ids';
import type { Decision } from '../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import type { Terms } from '../../domain/terms';
import { moment } from '../instants';
import type { Tables } from '../tables';

/** How many apps may be restricted or suspended in a rolling window of wall time, and how many were in this one. */
export interface Budget {
  size: number;
  spent: number;
  left: number;
  /** What was spent before this does not count any more. */
  since: Instant;
}

/**
 * Locks the budget until the transaction ends, so that two enforcers never count the same room, and so that a hold is placed either
 * before or after an enforcement and never during it (rule 5). Always taken after the developer's row.
 */
export async function lockBudget(trx: Transaction<Tables>, terms: Terms, now: Instant): Promise<Budget> {
  await lockEnforcement(trx);
  return readBudget(trx, terms, now);
}

/** Keeps every enforcement out until the transaction ends. */
export async function lockEnforcement(trx: Transaction<Tables>): Promise<void> {
  await trx.selectFrom('enforcementBudget').select('id').where('id', '=', 1).forUpdate().executeTakeFirstOrThrow();
}

export async function readBudget(db: Kysely<Tables>, terms: Terms, now: Instant): Promise<Budget> {
  const since = now - after(0, terms.budget.window, 'UTC');
  const spent = await db
    .selectFrom('enforcementSpends')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('at', '>', moment(since))
    .executeTakeFirstOrThrow();
  const active = await db
    .selectFrom('apps')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('standing', 'in', ['active', 'due', 'grace', 'restricted'])
    .executeTakeFirstOrThrow();
  const size = Math.max(terms.budget.apps, Math.floor(active.count * terms.budget.share));
  return { size, spent: spent.count, left: size - spent.count, since };
}

/** Writes down what was spent, in the transaction that spends it. */
export async function spendBudget(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  event: LifecycleEvent,
  decisions: readonly Decision[],
  now: Instant,
): Promise<void> {
  const spends = decisions.filter((decision) => decision.spendsBudget && decision.appId !== null);
  if (spends.length === 0) return;
  await trx
    .insertInto('enforcementSpends')
    .values(
      spends.map((decision) => ({
        developerId,
        appId: decision.appId as NonNullable<Decision['appId']>,
        step: decision.type === 'app.restricted' ? ('restrict' as const) : ('suspend' as const),
        eventId: event.id,
        planId: (decision.data['planId'] as PlanId | undefined) ?? null,
        at: new Date(now),
      })),
    )
    .execute();
}
