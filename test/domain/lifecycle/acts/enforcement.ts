import { day } from '../calendar-of-tests';
import { happen, terms, type World } from '../simulation';
import type { Act, Moment } from './act';

/** What bounds enforcement: the budget and its release, holds, frozen days. */
export const enforcement = {
  'budget-none': {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world }) => {
      // A budget of nothing holds every plan until it is released, so lives under it are kept rare.
      if (world.chance.next() < 0.3) world.context = { ...world.context, budgetLeft: 0 };
    },
  },
  'budget-one': {
    weight: 1,
    act: ({ world }) => {
      world.context = { ...world.context, budgetLeft: 1 };
    },
  },
  'budget-unlimited': {
    weight: 2,
    act: ({ world }) => {
      world.context = { ...world.context, budgetLeft: Number.POSITIVE_INFINITY };
    },
  },
  hold: {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world }) => {
      world.context = { ...world.context, isHeld: true };
    },
  },
  lift: {
    weight: 2,
    act: ({ world, envelope }) => {
      world.context = { ...world.context, isHeld: false };
      happen(world, { ...envelope(), type: 'clock.ticked', actor: { kind: 'system', id: 'lift' } });
    },
  },
  release: { weight: 3, act: (moment) => release(moment, 'per_second') },
  'release-alone': { weight: 1, act: (moment) => release(moment, 'per_first') },
  freeze: {
    weight: 1,
    isRareInNeglect: true,
    act: ({ world }) => {
      withDays(world, [...world.context.terms.slot.freezeDays, dayAhead(world, world.chance.between(0, 9))]);
    },
  },
  thaw: {
    weight: 1,
    act: ({ world }) => {
      const tomorrow = dayAhead(world, 1);
      withDays(
        world,
        world.context.terms.slot.freezeDays.filter((one) => one <= tomorrow || terms.slot.freezeDays.includes(one)),
      );
    },
  },
} as const satisfies Record<string, Act>;

/** What waits for the budget is released as a list, and now and then once more, as a repetition would. */
function release({ world, state, envelope }: Moment, confirmedBy: 'per_first' | 'per_second'): void {
  const plans = state.plans.filter((plan) => plan.blockedBy === 'budget');
  const event = {
    type: 'enforcement.released',
    actor: { kind: 'staff', id: confirmedBy, role: 'lead' },
    releaseId: `rls_${world.count}`,
    planIds: plans.map((plan) => plan.id),
    proposedBy: 'per_first',
  } as const;
  happen(world, { ...envelope(), ...event });
  if (world.chance.next() < 0.3) happen(world, { ...envelope(), ...event });
}

function dayAhead(world: World, days: number): string {
  return new Date(world.now + days * day).toISOString().slice(0, 10);
}

function withDays(world: World, freezeDays: readonly string[]): void {
  const { slot } = world.context.terms;
  world.context = { ...world.context, terms: { ...world.context.terms, slot: { ...slot, freezeDays } } };
}
