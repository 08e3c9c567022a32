import { getDeskPortfolio } from '../../../api/desk';
import { iso } from '../../../api/values';
import type { Database } from '../../../db/database';
import { loadPortfolio, type Portfolio, type StandingCounts } from '../../../db/queries/desk-portfolio';
import type { DeskScope } from '../../../db/queries/desk-scope';
import type { Instant } from '../../../domain/calendar/instant';
import { standings } from '../../../domain/lifecycle/state';
import type { ServerDeps } from '../../deps';
import { route } from '../../route';
import { nameOf, scopeOf } from './scope';

/** To count everybody's takes a good part of a second where there are many; leads who look at once share one count. */
const keptMs = 3_000;

interface Counted {
  countedAt: Instant;
  portfolio: Promise<Portfolio>;
}

/** The last count of everybody's, by the database it was counted in. */
const counted = new WeakMap<Database, Counted>();

export const getDeskPortfolioRoute = route(getDeskPortfolio, async ({ query, caller, deps, now }) => {
  const scope = await scopeOf(query.scope, caller, deps, now);
  const { countedAt, portfolio } = count(deps, scope, now);
  const { standings: current, trend, ...rest } = await portfolio;
  return {
    countedAt: iso(countedAt),
    scope: nameOf(scope),
    ...rest,
    standings: listOf(current),
    trend: trend.map(({ day, standings: then }) => ({ day, standings: listOf(then) })),
  };
});

function count({ db, lifecycle }: ServerDeps, scope: DeskScope, now: Instant): Counted {
  const kept = counted.get(db);
  if (scope === 'all' && kept && now - kept.countedAt < keptMs) return kept;
  const portfolio = db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((transaction) => loadPortfolio(transaction, scope, now, lifecycle.terms.vendor.timeZone));
  const fresh = { countedAt: now, portfolio };
  if (scope === 'all') {
    counted.set(db, fresh);
    portfolio.catch(() => counted.delete(db));
  }
  return fresh;
}

const listOf = (counts: StandingCounts) => standings.map((standing) => ({ standing, apps: counts[standing] }));
