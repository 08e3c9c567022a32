import type { Transaction } from 'kysely';
import { type Instant, never } from '../../domain/calendar/instant';
import type { Calendars } from '../../domain/calendar/working-days';
import type { DeveloperId } from '../../domain/ids';
import type { Context } from '../../domain/lifecycle/context';
import { decide } from '../../domain/lifecycle/decide';
import type { Decision } from '../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import { current } from '../../domain/lifecycle/evolve';
import { nextWake, type Wake } from '../../domain/lifecycle/next-wake';
import type { LifecycleState } from '../../domain/lifecycle/state';
import type { Terms } from '../../domain/terms';
import type { Database } from '../database';
import type { Tables } from '../tables';
import { keepAlert } from './alerts';
import { appendAudit } from './audit';
import { type Bounds, boundsOf } from './bounds';
import { lockBudget, readBudget, spendBudget } from './budget';
import { type Footing, footingOf } from './footing';
import { loadState } from './load';
import { appealedBy } from './load-appeals';
import { fillOutbox } from './outbox';
import { saveChanges, saveKeyChanges, saveWake } from './save';

export interface LifecycleDeps {
  db: Database;
  /** Wall time. */
  clock: { now(): Instant };
  terms: Terms;
  calendars: Calendars;
  catalogueVersion: string;
  isEmbedded: boolean;
  /** Told after each commit that decided something: those who answer from memory read what is new. */
  announce?: () => void;
}

export interface Transacted {
  /** What was decided; empty when the event had been taken before, or nothing followed from it. */
  decisions: readonly Decision[];
  state: LifecycleState;
  next: Wake | null;
  /** Obligation time of the decision. */
  at: Instant;
  /** The developer's stored offset in milliseconds; always 0 outside embedded mode. */
  offsetMs: number;
  wasTaken: boolean;
}

export interface TransactOptions {
  /** Writes in the same transaction, only when the event is taken for the first time. */
  alongside?: ((trx: Transaction<Tables>, transacted: Omit<Transacted, 'wasTaken'>) => Promise<void>) | undefined;
}

export type Transact = (
  developerId: DeveloperId,
  event: LifecycleEvent,
  options?: TransactOptions,
) => Promise<Transacted>;

/**
 * The decider's transaction, the only writer of lifecycle columns: locks the developer, decides, and writes state, audit entries,
 * key changes, notices and outbox together, or nothing. Idempotent by the event's id. Throws the decider's `AvowError`.
 */
export function createTransact(deps: LifecycleDeps): Transact {
  return async (developerId, event, options = {}) => {
    const transacted = await deps.db.transaction().execute((trx) => transact(trx, deps, developerId, event, options));
    if (transacted.decisions.length > 0) deps.announce?.();
    return transacted;
  };
}

async function transact(
  trx: Transaction<Tables>,
  deps: LifecycleDeps,
  developerId: DeveloperId,
  event: LifecycleEvent,
  options: TransactOptions,
): Promise<Transacted> {
  const noticeId = 'noticeId' in event ? event.noticeId : undefined;
  const state = await loadState(trx, developerId, { lock: true, noticeId, ...appealedBy(event) });
  const wall = deps.clock.now();
  const footing = await footingOf(trx, developerId, event.id);
  const offsetMs = deps.isEmbedded ? footing.offsetMs : 0;
  const at = obligationNow(wall, offsetMs, state);
  const termsId = 'termsId' in event ? event.termsId : undefined;
  const context = contextOf(deps, await boundsOf(trx, developerId, termsId));
  if (state && footing.isTaken) {
    return { decisions: [], state, next: nextWake(state, context), at, offsetMs, wasTaken: true };
  }
  let decided = decide(state, event, context, at);
  // Over the budget nothing is enforced, so nobody has to be kept out: a thousand that lapse together do not wait for each other.
  if (decided.decisions.some(isEnforcement) && (await readBudget(trx, deps.terms, wall)).left <= 0)
    decided = decide(state, event, { ...context, budgetLeft: 0 }, at);
  if (decided.decisions.some(isEnforcement)) {
    // Locked only when there is something to enforce, and decided anew by what is left and who holds: the guards hold at the commit.
    const { left } = await lockBudget(trx, deps.terms, wall);
    const bounded = contextOf(deps, await boundsOf(trx, developerId, termsId));
    decided = decide(state, event, { ...bounded, budgetLeft: left }, at);
  }
  const after = current(decided.state);
  const next = nextWake(after, context);
  if (decided.decisions.length > 0)
    await write(trx, developerId, event, decided.decisions, { at, wall, next, footing });
  // A frozen day that came or went moves the next step without anything being decided.
  else if (event.type === 'clock.ticked') await saveWake(trx, developerId, next);
  await keepAlert(trx, event, { before: state, ...decided }, deps.terms, wall);
  if (decided.decisions.length > 0) {
    await fillOutbox(
      trx,
      developerId,
      decided.decisions,
      { next, alarmAt: footing.alarmAt, obligationNow: at, isTold: event.actor.kind === 'clock' },
      wall,
    );
  }
  const transacted = { decisions: decided.decisions, state: after, next, at, offsetMs };
  await options.alongside?.(trx, transacted);
  return { ...transacted, wasTaken: false };
}

async function write(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  event: LifecycleEvent,
  decisions: readonly Decision[],
  { at, wall, next, footing }: { at: Instant; wall: Instant; next: Wake | null; footing: Footing },
): Promise<void> {
  await saveChanges(trx, developerId, decisions, next);
  await trx
    .insertInto('lifecycleEvents')
    .values({ eventId: event.id, developerId, type: event.type, takenAt: new Date(wall) })
    .execute();
  await appendAudit(trx, developerId, event, decisions, { at, recordedAt: wall, lastHash: footing.lastHash });
  await saveKeyChanges(trx, developerId, decisions, wall);
  await spendBudget(trx, developerId, event, decisions, wall);
}

/** Obligation time: wall time plus the developer's stored offset, never before their last decision (definition 3). */
export function obligationNow(
  wall: Instant,
  offsetMs: number,
  state: Pick<LifecycleState, 'developer'> | null,
): Instant {
  return Math.max(wall + offsetMs, state?.developer.lastDecisionAt ?? 0);
}

function isEnforcement({ type, spendsBudget }: Decision): boolean {
  return spendsBudget || type === 'app.restricted' || type === 'suspension.opened';
}

/** What decisions depend on, with no budget counted: for reading ahead. */
export function contextOf(
  { terms, ...deps }: Pick<LifecycleDeps, 'terms' | 'calendars' | 'catalogueVersion'>,
  { isHeld, freezeDays, tierTerms }: Bounds,
): Context {
  return {
    terms: { ...terms, slot: { ...terms.slot, freezeDays: [...terms.slot.freezeDays, ...freezeDays] } },
    tierTerms: { shipped: terms, versions: tierTerms },
    calendars: deps.calendars,
    catalogueVersion: deps.catalogueVersion,
    budgetLeft: never,
    isHeld,
  };
}

/** The developer's stored offset in milliseconds; always 0 outside embedded mode. */
export async function offsetOf(
  trx: Database | Transaction<Tables>,
  deps: Pick<LifecycleDeps, 'isEmbedded'>,
  developerId: DeveloperId,
): Promise<number> {
  if (!deps.isEmbedded) return 0;
  const row = await trx
    .selectFrom('developerOffsets')
    .select('offsetMs')
    .where('developerId', '=', developerId)
    .executeTakeFirst();
  return row?.offsetMs ?? 0;
}
