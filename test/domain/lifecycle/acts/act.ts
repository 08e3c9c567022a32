import type { App, LifecycleState } from '../../../../domain/lifecycle/state';
import { next, type World } from '../simulation';

/** A moment of a life, as somebody who acts finds it. */
export interface Moment {
  world: World;
  state: LifecycleState;
  /** One of the apps, by chance. */
  app: App | undefined;
  appId: App['id'];
  envelope: () => ReturnType<typeof next>;
}

/** Something that people may do; what makes no sense in this state is refused or not done. */
export interface Act {
  /** How often it is done, beside the others. */
  weight: number;
  /** Who neglects the obligations seldom does it. */
  isRareInNeglect?: true;
  act: (moment: Moment) => void;
}

export function momentOf(world: World, state: LifecycleState): Moment {
  const app = world.chance.one(state.apps);
  return { world, state, app, appId: app?.id ?? 'app_none', envelope: () => next(world) };
}

export const signatory = { kind: 'person', id: 'per_signatory' } as const;
export const staff = (id: 'per_first' | 'per_second') => ({ kind: 'staff', id, role: 'am' }) as const;
