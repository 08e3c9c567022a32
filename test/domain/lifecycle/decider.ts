import type { Context } from '../../../domain/lifecycle/context';
import type { Decided } from '../../../domain/lifecycle/decide';
import type { Decision } from '../../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../../domain/lifecycle/events';
import type { Wake } from '../../../domain/lifecycle/next-wake';
import type { LifecycleState } from '../../../domain/lifecycle/state';

/** The decider under test: the real one, or one with a planted fault. */
export interface Decider {
  decide(state: LifecycleState | null, event: LifecycleEvent, context: Context, now: number): Decided;
  current(state: LifecycleState): LifecycleState;
  evolve(state: LifecycleState, decision: Decision): LifecycleState;
  nextWake(state: LifecycleState, context: Context): Wake | null;
}

/** Loads the decider anew, so that modules that were replaced before are part of it. */
export function loadDecider(): Decider {
  const from = <Module>(name: string): Module => require(`../../../domain/lifecycle/${name}`) as Module;
  const { decide } = from<Pick<Decider, 'decide'>>('decide');
  const { current, evolve } = from<Pick<Decider, 'current' | 'evolve'>>('evolve');
  const { nextWake } = from<Pick<Decider, 'nextWake'>>('next-wake');
  return { decide, current, evolve, nextWake };
}
