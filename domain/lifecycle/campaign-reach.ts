import type { Day } from '../calendar/instant';
import { obligations as all, type ObligationSlug } from '../obligations';
import type { CampaignScope, PassedOver, Reach } from './campaigns';
import { exemptionOn } from './exemption';
import { type CyclePlan, isOfCycle } from './matter';
import type { App, LifecycleState, Plan } from './state';

/** What a campaign does about one obligation of one app. */
export interface Reached {
  app: App;
  obligation: ObligationSlug;
  reach: Reach;
  /** The plan in which it is asked already; null where it is not. */
  plan: CyclePlan | null;
}

/** How a campaign with this due day meets a developer: every obligation of every app it is for, and what becomes of it. */
export function reachOf(state: LifecycleState, scope: CampaignScope, dueOn: Day): Reached[] {
  return state.apps
    .filter((app) => isInScope(app, scope))
    .flatMap((app) =>
      all
        .filter((obligation) => scope.obligations.includes(obligation))
        .map((obligation) => reach(state, scope, app, obligation, dueOn)),
    );
}

function isInScope(app: App, { sdkProducts, standings }: CampaignScope): boolean {
  return (
    app.retiredAt === null &&
    sdkProducts.includes(app.sdkProduct) &&
    (standings === null || standings.includes(app.standing))
  );
}

function reach(
  state: LifecycleState,
  { catalogueVersion }: CampaignScope,
  app: App,
  obligation: ObligationSlug,
  dueOn: Day,
): Reached {
  const asked = state.requirements.filter(
    (row) =>
      row.appId === app.id && row.obligation === obligation && ['open', 'returned', 'submitted'].includes(row.state),
  );
  const plan = state.plans
    .filter(isOfCycle)
    .find(
      (row) => row.appId === app.id && row.closedAt === null && asked.some(({ cycleId }) => cycleId === row.cycleId),
    );
  const row = asked.find(({ cycleId }) => cycleId === plan?.cycleId);
  const known = { app, obligation, plan: plan ?? null };
  if (plan && row) {
    if (row.state === 'submitted' || isReturnAppealed(state, plan)) return { ...known, reach: 'under-review' };
    return { ...known, reach: row.catalogueVersion < catalogueVersion ? 'reworded' : 'asked-already' };
  }
  // Met before its first attestation is whole, it would make the app attested by a part of it.
  if (app.firstAcceptedAt === null) return { ...known, reach: 'first-attestation' };
  if (exemptionOn(state, app.id, obligation, dueOn)) return { ...known, reach: 'exempt' };
  return { ...known, reach: 'anew' };
}

/** True while the vendor owes an answer to whether the items should have been sent back at all. */
export function isReturnAppealed(state: LifecycleState, plan: Pick<Plan, 'id'>): boolean {
  return state.appeals.some(
    (row) => row.planId === plan.id && row.against === 'return' && row.state === 'open' && row.subjectEndedAt === null,
  );
}

/** Why a campaign asks this developer nothing; null when it asks something. */
export function passedOver(reached: readonly Reached[]): PassedOver | null {
  if (reached.some(({ reach: one }) => one === 'anew' || one === 'reworded')) return null;
  const because = (['asked-already', 'under-review', 'first-attestation', 'exempt'] as const).find((reason) =>
    reached.some(({ reach: one }) => one === reason),
  );
  return because ?? 'no-app';
}
