import { day } from '../calendar-of-tests';
import { happen, next, terms, type World } from '../simulation';

/** Somebody holds enforcement. */
export function hold(world: World): void {
  world.context = { ...world.context, isHeld: true };
}

/** The hold ends, and the developer is woken. */
export function lift(world: World): void {
  world.context = { ...world.context, isHeld: false };
  happen(world, { ...next(world), type: 'clock.ticked', actor: { kind: 'system', id: 'lift' } });
}

/** What waits for the budget is released, once as a list and once more as a repetition would. */
export function release(world: World, confirmedBy: 'per_first' | 'per_second'): void {
  const plans = world.state?.plans.filter((plan) => plan.blockedBy === 'budget') ?? [];
  const event = {
    type: 'enforcement.released',
    actor: { kind: 'staff', id: confirmedBy, role: 'lead' },
    releaseId: `rls_${world.count}`,
    planIds: plans.map((plan) => plan.id),
    proposedBy: 'per_first',
  } as const;
  happen(world, { ...next(world), ...event });
  if (world.chance.next() < 0.3) happen(world, { ...next(world), ...event });
}

/** One of the next days is taken out of enforcement. */
export function freeze(world: World): void {
  withDays(world, [...world.context.terms.slot.freezeDays, dayAhead(world, world.chance.between(0, 9))]);
}

/** Days that somebody froze and that are still ahead are given back. */
export function thaw(world: World): void {
  const today = dayAhead(world, 1);
  withDays(
    world,
    world.context.terms.slot.freezeDays.filter((one) => one <= today || terms.slot.freezeDays.includes(one)),
  );
}

function dayAhead(world: World, days: number): string {
  return new Date(world.now + days * day).toISOString().slice(0, 10);
}

function withDays(world: World, freezeDays: readonly string[]): void {
  const { slot } = world.context.terms;
  world.context = { ...world.context, terms: { ...world.context.terms, slot: { ...slot, freezeDays } } };
}
