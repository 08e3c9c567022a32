import type { App, LifecycleState, Plan, Standing } from './state';

/** An app's standing by its open plans and suspensions: the worst that holds (definition 1). */
export function standingOf(state: LifecycleState, app: App): Standing {
  if (state.developer.offboardedAt !== null || app.retiredAt !== null) return 'offboarded';
  if (state.suspensions.some((open) => open.appId === app.id && open.liftedAt === null)) return 'suspended';
  const plans = state.plans.filter((plan) => plan.appId === app.id && plan.closedAt === null);
  if (app.entry === 'registered' && app.firstAcceptedAt === null) return 'onboarding';
  return plans.map(standingOfPlan).reduce(worse, 'active');
}

function standingOfPlan(plan: Plan): Standing {
  if (plan.passedProvisionallyAt !== null) return 'active';
  if (plan.restrictedAt !== null) return 'restricted';
  // A finding has no time before its lapse: what it leaves is time to cure.
  if (plan.findingId !== null) return 'grace';
  return plan.lapsedAt === null ? 'due' : 'grace';
}

const badness: readonly Standing[] = ['active', 'onboarding', 'due', 'grace', 'restricted', 'suspended'];

function worse(one: Standing, other: Standing): Standing {
  return badness.indexOf(other) > badness.indexOf(one) ? other : one;
}

/** The standing a developer is shown by: the worst among their apps, offboarded ones aside; null when there is none. */
export function worstStanding(standings: readonly Standing[]): Standing | null {
  const living = standings.filter((standing) => standing !== 'offboarded' && standing !== 'revoked');
  const [first, ...rest] = living;
  if (first === undefined) return null;
  return rest.reduce(worse, first);
}
