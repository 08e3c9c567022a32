import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AlertId } from '../../domain/ids';
import type { Decision } from '../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import type { LifecycleState } from '../../domain/lifecycle/state';
import type { Terms } from '../../domain/terms';
import type { Tables } from '../tables';
import { lockEnforcement, readBudget } from './budget';
import { enqueue } from './outbox';

interface Happened {
  before: LifecycleState | null;
  state: LifecycleState;
  decisions: readonly Decision[];
}

/**
 * The leads hear once that enforcement is over its budget, however many apps that stops: with the first step that waits an alert
 * opens, and it closes when none waits any more. Part of the transaction that decides either.
 */
export async function keepAlert(
  trx: Transaction<Tables>,
  event: LifecycleEvent,
  { before, state, decisions }: Happened,
  terms: Terms,
  now: Instant,
): Promise<void> {
  if (decisions.some(({ type, data }) => type === 'plan.blocked' && data.blockedBy === 'budget'))
    await open(trx, event, terms, now);
  else if (isSomeLetGo(before, state)) await closeWhenNoneWaits(trx, now);
}

async function open(trx: Transaction<Tables>, event: LifecycleEvent, terms: Terms, now: Instant): Promise<void> {
  // Whoever comes second holds on to the first one's until the commit, so that nobody closes it without seeing who waits here.
  if (await holdOpen(trx, 'share')) return;
  const id: AlertId = `alr_${event.id.slice(4)}`;
  const opened = await trx
    .insertInto('enforcementAlerts')
    .values({
      id,
      openedAt: new Date(now),
      closedAt: null,
      budgetSize: (await readBudget(trx, terms, now)).size,
      budgetWindow: terms.budget.window,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (opened) await enqueue(trx, 'send-enforcement-alert', id, { alertId: id }, now);
  // Another was quicker, and has committed; should it be closed again already, ours is opened.
  else await open(trx, event, terms, now);
}

async function holdOpen(trx: Transaction<Tables>, how: 'share' | 'update'): Promise<boolean> {
  const found = trx.selectFrom('enforcementAlerts').select('id').where('closedAt', 'is', null);
  return (await (how === 'share' ? found.forShare() : found.forUpdate()).executeTakeFirst()) !== undefined;
}

function isSomeLetGo(before: LifecycleState | null, after: LifecycleState): boolean {
  const waiting = before?.plans.filter((plan) => plan.blockedBy === 'budget') ?? [];
  return waiting.some(({ id }) => after.plans.find((plan) => plan.id === id)?.blockedBy !== 'budget');
}

/** Under the lock, so that of two who let go the last ones together one sees it; and what waits since then is seen by the next query. */
async function closeWhenNoneWaits(trx: Transaction<Tables>, now: Instant): Promise<void> {
  await lockEnforcement(trx);
  if (!(await holdOpen(trx, 'update'))) return;
  await trx
    .updateTable('enforcementAlerts')
    .set({ closedAt: new Date(now) })
    .where('closedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plans').select('plans.id').where('blockedBy', '=', 'budget').where('plans.closedAt', 'is', null),
        ),
      ),
    )
    .execute();
}
