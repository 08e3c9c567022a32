import { type Kysely, sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { CampaignId } from '../../domain/ids';
import type { PassedOver } from '../../domain/lifecycle/campaigns';
import type { Tables } from '../tables';

export interface OnDay {
  on: Day;
  count: number;
}

/** Campaigns with the title of their policy and how far each has come. */
export function campaignsQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('campaigns')
    .innerJoin('policyVersions', 'policyVersions.id', 'campaigns.policyVersionId')
    .selectAll('campaigns')
    .select('policyVersions.title as policyTitle')
    .select([
      sql<number>`(select count(*)::int from campaign_developers where campaign_id = campaigns.id)`.as('count'),
      sql<number>`(select count(what_if)::int from campaign_developers where campaign_id = campaigns.id)`.as(
        'examined',
      ),
      sql<number>`(select count(outcome)::int from campaign_developers where campaign_id = campaigns.id)`.as('settled'),
    ]);
}

/** Whom it passed over and why, and how many it asked in the last so many seconds. */
export async function campaignProgress(db: Kysely<Tables>, id: CampaignId, now: Instant, seconds: number) {
  const { rows } = await sql<{ because: PassedOver | null; count: number; recent: number }>`
    select because, count(*)::int as count,
      (count(*) filter (where settled_at > ${new Date(now - seconds * 1000)}))::int as recent
    from campaign_developers where campaign_id = ${id} and outcome is not null group by because order by because`.execute(
    db,
  );
  return {
    asked: rows.find((row) => row.because === null)?.count ?? 0,
    passedOver: rows.flatMap(({ because, count }) => (because === null ? [] : [{ because, count }])),
    perSecond: rows.reduce((sum, row) => sum + row.recent, 0) / seconds,
  };
}

export type CampaignOutcome = 'attested' | 'underReview' | 'open' | 'overdue' | 'restricted' | 'suspended' | 'ended';

/** What became of the apps that a campaign asked in a cycle of its own. */
export async function campaignResults(db: Kysely<Tables>, id: CampaignId): Promise<Map<CampaignOutcome, number>> {
  const { rows } = await sql<{ outcome: CampaignOutcome; count: number }>`
    select case
        when plans.closed_at is not null then
          case when asked.is_met then 'attested' else 'ended' end
        when exists (select from suspensions where suspensions.plan_id = plans.id and lifted_at is null) then 'suspended'
        when asked.is_submitted then 'underReview'
        when plans.restricted_at is not null then 'restricted'
        when plans.lapsed_at is not null then 'overdue'
        else 'open' end as outcome, count(*)::int as count
    from cycles join plans on plans.cycle_id = cycles.id
    cross join lateral (
      select coalesce(bool_and(state in ('accepted', 'exempt')), false) as is_met,
        coalesce(bool_or(state = 'submitted'), false) as is_submitted
      from requirements where requirements.cycle_id = cycles.id and requirements.app_id = plans.app_id and state <> 'superseded'
    ) as asked
    where cycles.campaign = ${id} group by 1`.execute(db);
  return new Map(rows.map(({ outcome, count }) => [outcome, count]));
}

/** The due days that were given, and the notices sent in its cycles by day of the developer. */
export async function campaignDays(db: Kysely<Tables>, id: CampaignId): Promise<{ dueOn: OnDay[]; mailsOn: OnDay[] }> {
  const due = await sql<OnDay>`select to_char(due_on, 'YYYY-MM-DD') as "on", count(*)::int as count
    from campaign_developers where campaign_id = ${id} and due_on is not null group by due_on order by due_on`.execute(
    db,
  );
  const mails = await sql<OnDay>`
    select to_char(notices.created_at at time zone developers.time_zone, 'YYYY-MM-DD') as "on", count(*)::int as count
    from notices join developers on developers.id = notices.developer_id
    where notices.template <> 'task' and (
      notices.facts #>> '{policy,campaignId}' = ${id}
      or notices.cycle_id in (select cycles.id from cycles where cycles.campaign = ${id}))
    and notices.developer_id in (select developer_id from campaign_developers where campaign_id = ${id})
    group by 1 order by 1`.execute(db);
  return { dueOn: due.rows, mailsOn: mails.rows };
}

const courses = ['asLastTime', 'notAtAll'] as const;
export type CourseName = (typeof courses)[number];

/** The what-if summed up: rows of what, on which day (empty for none), how many. */
export async function whatIfFigures(db: Kysely<Tables>, id: CampaignId) {
  const perCourse = courses.map(
    (course) => sql`
      select ${`${course}.mails`}, mail."on", 1 from found, jsonb_array_elements_text(what_if #> array[${course}, 'mailsOn']) as mail ("on")
      union all select ${`${course}.lapsed`}, what_if #>> array[${course}, 'lapsedOn'], 1 from found
      union all select ${`${course}.restricted`}, what_if #>> array[${course}, 'restrictedOn'], 1 from found
      union all select ${`${course}.suspended`}, what_if #>> array[${course}, 'suspendedOn'], 1 from found
      union all select ${`${course}.reviews`}, what_if #>> array[${course}, 'signedOn'], (what_if #>> array[${course}, 'reviews'])::int from found`,
  );
  const { rows } = await sql<{ what: string; on: string; count: number }>`
    with found as materialized (
      select what_if from campaign_developers where campaign_id = ${id} and what_if is not null),
    figures (what, "on", count) as (
      select 'asked', 'all', 1 from found where what_if ->> 'passedOver' is null
      union all select 'passedOver', what_if ->> 'passedOver', 1 from found
      union all select 'dueOn', what_if ->> 'dueOn', 1 from found
      union all ${sql.join(perCourse, sql` union all `)})
    select what, "on", sum(count)::int as count from figures where "on" is not null group by what, "on" having sum(count) > 0 order by what, "on"`.execute(
    db,
  );
  return (what: string): OnDay[] => rows.filter((row) => row.what === what).map(({ on, count }) => ({ on, count }));
}
