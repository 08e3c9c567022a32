import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { after } from '../../domain/calendar/zoned';
import type { DeveloperId, PlanId } from '../../domain/ids';
import type { Decision } from '../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import type { Terms } from '../../domain/terms';
import { moment } from '../instants';
import type { Tables } from '../tables';

/**
 * How many apps may still be restricted or suspended in this rolling window of wall time (rule 5). Locks the budget until the
 * transaction ends, so that two enforcers never count the same room; always taken after the developer's row.
 */
export async function lockBudget(trx: Transaction<Tables>, terms: Terms, now: Instant): Promise<number> {
  await trx.selectFrom('enforcementBudget').select('id').where('id', '=', 1).forUpdate().executeTakeFirstOrThrow();
  const since = now - (after(0, terms.budget.window, 'UTC') - 0);
  const spent = await trx
    .selectFrom('enforcementSpends')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('at', '>', moment(since))
    .executeTakeFirstOrThrow();
  const active = await trx
    .selectFrom('apps')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('standing', 'in', ['active', 'due', 'grace', 'restricted'])
    .executeTakeFirstOrThrow();
  return Math.max(terms.budget.apps, Math.floor(active.count * terms.budget.share)) - spent.count;
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
