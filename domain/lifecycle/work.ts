import type { Instant } from '../calendar/instant';
import { childIds, type EventId, type Id } from '../ids';
import type { Context } from './context';
import type { Change, Decision, DecisionType, Rule } from './decisions';
import { evolve } from './evolve';
import type { Developer, LifecycleCollection, LifecycleRows, LifecycleState } from './state';

interface Reason {
  why: string;
  rule?: Rule;
  data?: Record<string, unknown>;
  spendsBudget?: boolean;
}

/** One deciding in progress: the state as decided so far and the decisions that led there. */
export interface Work {
  readonly context: Context;
  readonly now: Instant;
  readonly newId: <Prefix extends string>(prefix: Prefix) => Id<Prefix>;
  state: LifecycleState;
  readonly decisions: Decision[];
  /** Apps that this deciding has already taken from the budget. */
  spent: number;
}

export function beginWork(state: LifecycleState, eventId: EventId, context: Context, now: Instant): Work {
  return { state, context, now, newId: childIds(eventId), decisions: [], spent: 0 };
}

/** Decides one thing: adds it to the list and goes on from the state it leads to. */
export function record(work: Work, type: DecisionType, subject: string, reason: Reason, changes: Change[]): void {
  const appId = changes.map(appOf).find((id) => id !== null) ?? null;
  const decision: Decision = {
    type,
    subject,
    appId,
    rule: reason.rule ?? null,
    why: reason.why,
    data: reason.data ?? {},
    spendsBudget: reason.spendsBudget ?? false,
    changes,
  };
  if (decision.spendsBudget) work.spent += 1;
  work.decisions.push(decision);
  work.state = evolve(work.state, decision);
}

/** A change of one row. */
export function put<Collection extends LifecycleCollection>(
  collection: Collection,
  row: LifecycleRows[Collection],
): Change {
  return { collection, row } as Change;
}

export function putDeveloper(row: Developer): Change {
  return { collection: 'developer', row };
}

/** The row with this id as it stands now. Throws when there is none: the caller looked it up before. */
export function rowOf<Collection extends LifecycleCollection>(
  work: Work,
  collection: Collection,
  id: string,
): LifecycleRows[Collection] {
  const rows = work.state[collection] as LifecycleRows[Collection][];
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no ${collection} row ${id}`);
  return row;
}

function appOf(change: Change): Decision['appId'] {
  if (change.collection === 'apps') return change.row.id;
  return 'appId' in change.row ? change.row.appId : null;
}
