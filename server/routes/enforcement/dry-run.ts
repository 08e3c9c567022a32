import type { z } from 'zod';
import { dryRunEnforcement, type dryRunView } from '../../../api/enforcement';
import { iso } from '../../../api/values';
import { boundsOf } from '../../../db/lifecycle/bounds';
import { loadState } from '../../../db/lifecycle/load';
import { contextOf, obligationNow, offsetOf } from '../../../db/lifecycle/transact';
import { blockedQuery } from '../../../db/queries/blocked';
import { developersNearStep, liveKeysOf, namesOfApps, plansOfRelease } from '../../../db/queries/dry-run';
import { after } from '../../../domain/calendar/zoned';
import { AvowError } from '../../../domain/errors';
import type { AppId, DeveloperId, PlanId } from '../../../domain/ids';
import { forecast } from '../../../domain/lifecycle/forecast';
import type { ServerDeps } from '../../deps';
import { notFound } from '../../problems';
import { route } from '../../route';

const longest = 'P90D';
/** Each is forecast by the decider; more would keep the caller waiting. */
const mostDevelopers = 500;

type DryRun = z.output<typeof dryRunView>;
type Item = DryRun['items'][number];
type Step = Pick<Item, 'developerId' | 'appId' | 'planId' | 'step' | 'at' | 'blockedBy'>;

export const dryRunRoute = route(dryRunEnforcement, async ({ query, deps, now }) => {
  const { db } = deps;
  const aheadMs = after(now, query.ahead, 'UTC') - now;
  if (aheadMs > after(now, longest, 'UTC') - now) {
    throw new AvowError('request.invalid', `Correct /query/ahead: at most ${longest} can be told ahead.`, [
      { path: '/query/ahead', message: `at most ${longest}` },
    ]);
  }
  const named = query.releaseId === undefined ? null : new Set<PlanId>(await plansOfRelease(db, query.releaseId));
  if (named?.size === 0) throw notFound('release');
  const waiting = await stepsWaiting(deps, query.developerId);
  const near = named
    ? { ids: [], leftOff: 0 }
    : await developersNearStep(db, { now, aheadMs, developerId: query.developerId, atMost: mostDevelopers });
  const coming: Step[] = [];
  for (const developerId of near.ids) coming.push(...(await stepsAhead(deps, developerId, now, query.ahead)));
  const steps = [...waiting, ...coming].filter((step) => named?.has(step.planId) ?? true);
  return {
    asOf: iso(now),
    ahead: query.ahead,
    leftOff: near.leftOff,
    ...(await withKeys(deps, steps, now)),
  };
});

/** Waits for the budget now. What waits for a hold is told by the forecast, as if it were lifted. */
async function stepsWaiting({ db }: ServerDeps, developerId: DeveloperId | undefined): Promise<Step[]> {
  let blocked = blockedQuery(db).where('plans.blockedBy', '=', 'budget').orderBy('plans.id');
  if (developerId !== undefined) blocked = blocked.where('plans.developerId', '=', developerId);
  return (await blocked.execute()).map((row) => ({ ...row, at: null }));
}

/** The decider's own forecast, with nobody acting and nothing held. */
async function stepsAhead(deps: ServerDeps, developerId: DeveloperId, wall: number, ahead: string): Promise<Step[]> {
  const { db, lifecycle } = deps;
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => {
      const state = await loadState(transaction, developerId);
      if (state === null) return [];
      const bounds = await boundsOf(transaction, developerId);
      const now = obligationNow(wall, await offsetOf(transaction, lifecycle, developerId), state);
      const context = contextOf(lifecycle, { ...bounds, isHeld: false });
      const until = after(now, ahead, state.developer.timeZone);
      return forecast(state, context, now, until).flatMap(({ at, decision }) => {
        if (decision.type !== 'app.restricted' && decision.type !== 'suspension.opened') return [];
        const { planId } = decision.data as { planId: PlanId };
        const plan = state.plans.find((row) => row.id === planId);
        const step = decision.type === 'app.restricted' ? ('restrict' as const) : ('suspend' as const);
        const isHeld = bounds.isHeld || plan?.blockedBy === 'hold';
        const blockedBy = isHeld ? ('hold' as const) : null;
        return [{ developerId, appId: decision.appId as AppId, planId, step, at: iso(at), blockedBy }];
      });
    });
}

async function withKeys(
  { db }: ServerDeps,
  steps: readonly Step[],
  now: number,
): Promise<Pick<DryRun, 'items' | 'totals'>> {
  const appIds = [...new Set(steps.map((step) => step.appId))];
  const names = await namesOfApps(db, appIds);
  const keys = await liveKeysOf(db, appIds, now);
  return {
    totals: {
      developers: new Set(steps.map((step) => step.developerId)).size,
      apps: appIds.length,
      keys: keys.length,
      verificationsLastDay: keys.reduce((sum, key) => sum + key.verificationsLastDay, 0),
    },
    items: steps.map(({ developerId, appId, planId, step, at, blockedBy }) => ({
      developerId,
      developerName: names.get(appId)?.developerName ?? developerId,
      appId,
      appName: names.get(appId)?.appName ?? appId,
      planId,
      step,
      at,
      blockedBy,
      keys: keys.filter((key) => key.appId === appId).map(({ appId: _app, ...key }) => key),
    })),
  };
}
