import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import { addDays, dayOf } from '../../domain/calendar/zoned';
import { type Standing, standings } from '../../domain/lifecycle/state';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { type DeskScope, isInScope } from './desk-scope';

type Db = Kysely<Tables>;

/** How many apps there are in each standing; every standing is there. */
export type StandingCounts = Record<Standing, number>;

export interface Portfolio {
  developerCount: number;
  appCount: number;
  standings: StandingCounts;
  due: { overdue: number; within7Days: number; within14Days: number; within30Days: number };
  /** The end of each day, the last one is today. */
  trend: { day: Day; standings: StandingCounts }[];
}

const trendDays = 30;

/** A portfolio as a whole. Days are the vendor's; `now` is wall time. */
export async function loadPortfolio(db: Db, scope: DeskScope, now: Instant, timeZone: TimeZone): Promise<Portfolio> {
  const today = dayOf(now, timeZone);
  const counts = await countStandings(db, scope);
  return {
    ...(await countDevelopers(db, scope, today)),
    standings: counts,
    trend: await loadTrend(db, scope, counts, { now, today, timeZone }),
  };
}

/** Apps by standing, retired ones too: they are offboarded. */
export async function countStandings(db: Db, scope: DeskScope): Promise<StandingCounts> {
  const { rows } = await sql<{ standing: Standing; count: number }>`select apps.standing, count(*) as count from apps
    ${scope === 'all' ? sql`` : sql`join developer_profiles profile on profile.developer_id = apps.developer_id`}
    where ${isInScope(scope)} group by apps.standing`.execute(db);
  const counts = none();
  for (const { standing, count } of rows) counts[standing] = count;
  return counts;
}

async function countDevelopers(db: Db, scope: DeskScope, today: Day) {
  // In the embedded mode a developer's day may lie ahead of the vendor's by days.
  const day = sql`(${today}::date + (coalesce(moved.offset_ms, 0) / 86400000)::int)`;
  const within = (days: number) =>
    sql`count(*) filter (where desk.due_on >= ${day} and desk.due_on <= ${day} + ${sql.lit(days)})`;
  const { rows } = await sql<{
    developers: number;
    apps: number;
    past: number;
    week: number;
    two: number;
    month: number;
  }>`
    select count(*) as developers, coalesce(sum(desk.app_count), 0) as apps, count(*) filter (where desk.due_on < ${day}) as past,
      ${within(7)} as week, ${within(14)} as two, ${within(30)} as month
    from desk_developers desk left join developer_offsets moved on moved.developer_id = desk.developer_id
    where not desk.is_offboarded and ${scope === 'all' ? sql`true` : sql`desk.account_manager_id = any (${scope}::text[])`}`.execute(
    db,
  );
  const { developers = 0, apps = 0, past = 0, week = 0, two = 0, month = 0 } = rows[0] ?? {};
  return {
    developerCount: developers,
    appCount: apps,
    due: { overdue: past, within7Days: week, within14Days: two, within30Days: month },
  };
}

interface Change {
  daysAgo: number;
  before: Standing | null;
  after: Standing;
  count: number;
}

/** Today's counts, taken back day by day by what the audit log says changed since. Moments are told from each developer's own now. */
async function loadTrend(
  db: Db,
  scope: DeskScope,
  current: StandingCounts,
  { now, today, timeZone }: { now: Instant; today: Day; timeZone: TimeZone },
): Promise<Portfolio['trend']> {
  const offset = sql`make_interval(secs => coalesce(moved.offset_ms, 0) / 1000.0)`;
  const { rows } = await sql<Change>`
    select ${today}::date - ((entry.at - ${offset}) at time zone ${timeZone})::date as days_ago,
      case when entry.decision = 'app.standing-changed' then entry.data ->> 'from' end as before,
      case entry.decision when 'app.standing-changed' then entry.data ->> 'to'
        when 'app.imported' then 'due' else 'onboarding' end as after,
      count(*) as count
    from ${entriesOf(scope, now - (trendDays + 1) * 86_400_000)}
    left join developer_offsets moved on moved.developer_id = entry.developer_id
    group by 1, 2, 3`.execute(db);
  const running = { ...current };
  const trend: Portfolio['trend'] = [];
  for (let daysAgo = 0; daysAgo < trendDays; daysAgo += 1) {
    trend.push({ day: addDays(today, -daysAgo), standings: { ...running } });
    for (const change of rows.filter((row) => row.daysAgo === daysAgo || (daysAgo === 0 && row.daysAgo < 0))) {
      running[change.after] -= change.count;
      if (change.before !== null) running[change.before] += change.count;
    }
  }
  return trend.reverse();
}

/** What apps became since, as `entry`. A portfolio's is read developer by developer: everybody's of a month is many times more. */
function entriesOf(scope: DeskScope, since: Instant): RawBuilder<unknown> {
  const isTold = sql`entry.at > ${moment(since)} and entry.decision in ('app.standing-changed', 'app.registered', 'app.imported')`;
  if (scope === 'all') return sql`(select entry.* from audit_entries entry where ${isTold}) entry`;
  return sql`developer_profiles profile join lateral (
    select entry.* from audit_entries entry where entry.developer_id = profile.developer_id and ${isTold} offset 0
  ) entry on ${isInScope(scope)}`;
}

function none(): StandingCounts {
  return Object.fromEntries(standings.map((standing) => [standing, 0])) as StandingCounts;
}
