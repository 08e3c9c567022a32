import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId } from '../../domain/ids';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { type DeskScope, isInScope } from './desk-scope';

const aheadMs = 14 * 86_400_000;
const dayMs = 86_400_000;

export interface SuspensionAhead {
  developerId: DeveloperId;
  legalName: string;
  appId: AppId;
  appName: string;
  /** In the time of the developer. */
  notBeforeAt: Instant;
  keyCount: number;
  verificationsLastDay: number;
}

/** Apps that can be suspended soon, with how far that reaches: over all of them, and for the first. */
export interface SuspensionsAhead {
  totals: { count: number; developerCount: number; keyCount: number; verificationsLastDay: number };
  rows: SuspensionAhead[];
}

/** Apps whose live keys can be suspended within 14 days unless they attest, soonest first. `now` is wall time. */
export async function loadSuspensionsAhead(
  db: Kysely<Tables>,
  scope: DeskScope,
  now: Instant,
  first: number,
): Promise<SuspensionsAhead> {
  const { rows } = await sql<SuspensionAhead & { total: number; developers: number; keys: number; uses: number }>`
    with ahead as (
      select plans.developer_id, profile.legal_name, plans.app_id, min(plans.suspends_not_before_at) as not_before_at
      from plans
      join developer_profiles profile on profile.developer_id = plans.developer_id
      left join developer_offsets moved on moved.developer_id = plans.developer_id
      where plans.closed_at is null and plans.lapsed_at is not null and plans.stopped_at is null
        and plans.passed_provisionally_at is null
        and plans.suspends_not_before_at < ${moment(now + aheadMs)} + make_interval(secs => coalesce(moved.offset_ms, 0) / 1000.0)
        and not exists (select from suspensions where suspensions.plan_id = plans.id and suspensions.lifted_at is null)
        and ${isInScope(scope)}
      group by plans.developer_id, profile.legal_name, plans.app_id
    ), reach as (
      select ahead.*, coalesce(used.keys, 0)::int as key_count, coalesce(used.uses, 0)::float8 as verifications_last_day
      from ahead left join lateral (
        select count(distinct keys.id) as keys, sum(key_usage.count) as uses
        from keys left join key_usage on key_usage.key_id = keys.id and key_usage.hour_at > ${moment(now - dayMs)}
        where keys.app_id = ahead.app_id and keys.environment = 'live' and keys.state = 'active'
      ) used on true
    )
    select reach.*, app.name as app_name, sum(key_count) over () as keys, sum(verifications_last_day) over () as uses,
      count(*) over () as total, (select count(distinct developer_id) from ahead) as developers
    from reach join app_profiles app on app.app_id = reach.app_id
    order by not_before_at, app_id limit ${first}`.execute(db);
  const [head] = rows;
  return {
    totals: {
      count: head?.total ?? 0,
      developerCount: head?.developers ?? 0,
      keyCount: head?.keys ?? 0,
      verificationsLastDay: head?.uses ?? 0,
    },
    rows: rows.map(({ total: _total, developers: _developers, keys: _keys, uses: _uses, ...row }) => row),
  };
}
