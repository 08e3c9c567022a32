import { getDeskPortfolio } from '../../../api/desk';
import { iso } from '../../../api/values';
import { loadPortfolio, type Portfolio, type StandingCounts } from '../../../db/queries/desk-portfolio';
import type { DeskScope } from '../../../db/queries/desk-scope';
import type { Instant } from '../../../domain/calendar/instant';
import { standings } from '../../../domain/lifecycle/state';
import type { ServerDeps } from '../../deps';
import { SharedCount } from '../../desk/shared-count';
import { route } from '../../route';
import { nameOf, scopeOf } from './scope';

interface Counted {
  countedAt: Instant;
  portfolio: Portfolio;
}

const shared = new SharedCount<Counted>();

export const getDeskPortfolioRoute = route(getDeskPortfolio, async ({ query, caller, deps, now }) => {
  const scope = await scopeOf(query.scope, caller, deps, now);
  const count = async () => ({ countedAt: now, portfolio: await read(deps, scope, now) });
  const { countedAt, portfolio } = await (scope === 'all' ? shared.of(deps.db, '', now, count) : count());
  const { standings: current, trend, ...rest } = portfolio;
  return {
    countedAt: iso(countedAt),
    scope: nameOf(scope),
    ...rest,
    standings: listOf(current),
    trend: trend.map(({ day, standings: then }) => ({ day, standings: listOf(then) })),
  };
});

function read({ db, lifecycle }: ServerDeps, scope: DeskScope, now: Instant): Promise<Portfolio> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => loadPortfolio(transaction, scope, now, lifecycle.terms.vendor.timeZone));
}

const listOf = (counts: StandingCounts) => standings.map((standing) => ({ standing, apps: counts[standing] }));
