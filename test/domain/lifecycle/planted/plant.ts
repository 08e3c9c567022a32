import type { Decision, Rule } from '../../../../domain/lifecycle/decisions';
import type { Work } from '../../../../domain/lifecycle/work';
import { type Decider, loadDecider } from '../decider';

export type Module = Record<string, unknown>;
type Guard = (...args: never[]) => unknown;

/** A fault put into one guard of the decider, and the rule that must catch it. */
export interface Planted {
  rule: Rule;
  fault: string;
  /** The module of domain/lifecycle that holds the guard, and what stands in its place. */
  module: string;
  instead: (real: Module) => Module;
}

/** The same lives each time: with others a fault that is rarely met would be found in seconds one day and in minutes the next. */
export const whereItIsFound = { years: 1000, seed: 20_261_123, isShrunk: false };

/** Calls what really stands there. */
export const call = (real: Module, name: string, ...args: unknown[]): unknown =>
  (real[name] as Guard)(...(args as never[]));

/** Leaves out of the record what it decides, though the state follows it. */
export const forgets = (type: Decision['type']) => (real: Module) => ({
  record: (work: Work, ...rest: [Decision['type'], ...unknown[]]) => {
    call(real, 'record', work, ...rest);
    if (rest[0] === type) work.decisions.pop();
  },
});

/** The handler takes the caller for another person of the same role. */
export const asSomebodyElse = (handler: string) => (real: Module) => ({
  [handler]: (work: Work, event: { actor: object }) =>
    call(real, handler, work, { ...event, actor: { ...event.actor, id: 'per_else' } }),
});

/** The decider with one guard replaced. Modules are loaded anew, so nothing of it stays. */
export function faultyDecider({ module, instead }: Planted): Decider {
  const path = `../../../../domain/lifecycle/${module}`;
  let decider: Decider | undefined;
  jest.isolateModules(() => {
    jest.doMock(path, () => {
      const real = jest.requireActual<Module>(path);
      return { ...real, ...instead(real) };
    });
    decider = loadDecider();
    jest.dontMock(path);
  });
  if (!decider) throw new Error('no decider was loaded');
  return decider;
}
