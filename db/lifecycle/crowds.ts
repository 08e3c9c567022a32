import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, ReleaseId } from '../../domain/ids';
import type { Tables } from '../tables';

/**
 * A hold that is lifted, a day that thaws and a list that is released concern many developers at once. They are told through a lane
 * of their own in the outbox, so many a second, in an order that says nothing.
 */
export const crowdPerSecond = 20;

/** Wakes whoever waits for a hold that covers them no longer. Returns how many. */
export async function wakeHeld(db: Kysely<Tables>, now: Instant): Promise<number> {
  return wake(
    db,
    now,
    sql`select distinct plans.developer_id from plans where plans.blocked_by = 'hold' and plans.closed_at is null and not exists (
      select from holds where holds.lifted_at is null and (holds.developer_id is null or holds.developer_id = plans.developer_id))`,
  );
}

/** Wakes whose suspension may come earlier now that a day is frozen no longer: everybody's, or one developer's. Returns how many. */
export async function wakeThawed(db: Kysely<Tables>, developerId: DeveloperId | null, now: Instant): Promise<number> {
  return wake(
    db,
    now,
    sql`select distinct plans.developer_id from plans where plans.restricted_at is not null and plans.closed_at is null
      and (${developerId}::text is null or plans.developer_id = ${developerId})
      and not exists (select from suspensions where suspensions.plan_id = plans.id and suspensions.lifted_at is null)`,
  );
}

/** Carries a confirmed release to each developer whose plans it names. */
export async function tellReleased(db: Kysely<Tables>, releaseId: ReleaseId, now: Instant): Promise<number> {
  return insert(
    db,
    now,
    sql`select 'release-developer', ${releaseId} || '/' || found.developer_id,
      jsonb_build_object('releaseId', ${releaseId}::text, 'developerId', found.developer_id), found.place
      from (select developer_id, row_number() over (order by md5(developer_id)) as place
        from (select distinct developer_id from release_plans where release_id = ${releaseId}) as named) as found`,
  );
}

function wake(db: Kysely<Tables>, now: Instant, developers: RawBuilder<unknown>): Promise<number> {
  return insert(
    db,
    now,
    sql`select 'wake-held', found.developer_id, jsonb_build_object('developerId', found.developer_id), found.place
      from (select developer_id, row_number() over (order by md5(developer_id)) as place from (${developers}) as woken) as found`,
  );
}

async function insert(db: Kysely<Tables>, now: Instant, errands: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`insert into outbox (kind, subject, payload, created_at, not_before_at)
    select kind, subject, payload, ${new Date(now)}::timestamptz,
      ${new Date(now)}::timestamptz + make_interval(secs => (place - 1) / ${crowdPerSecond}::float8)
    from (${errands}) as errands (kind, subject, payload, place)
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}
