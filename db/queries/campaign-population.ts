import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Audience } from '../../domain/campaigns/audience';
import type { WhatIf } from '../../domain/campaigns/what-if';
import type { CampaignId, DeveloperId } from '../../domain/ids';
import type { Tables } from '../tables';

/** Joins and conditions, after `from developers`, that leave whom an audience holds. */
export function inAudience({ sdkProducts, standings, accountManagerIds, countries }: Audience): RawBuilder<unknown> {
  const among = (column: RawBuilder<unknown>, values: readonly string[] | null) =>
    values === null ? sql`true` : sql`${column} = any(${[...values]})`;
  return sql`left join developer_profiles on developer_profiles.developer_id = developers.id
    where developers.offboarded_at is null
      and ${among(sql`developers.country`, countries)}
      and ${among(sql`developer_profiles.account_manager_id`, accountManagerIds)}
      and exists (select from apps where apps.developer_id = developers.id and apps.retired_at is null
        and ${among(sql`apps.sdk_product`, sdkProducts)} and ${among(sql`apps.standing`, standings)})`;
}

/** The next of a campaign's developers, in the order of their ids, of whom this is still open. */
export async function nextDevelopers(
  db: Kysely<Tables>,
  campaignId: CampaignId,
  open: 'whatIf' | 'outcome',
  after: DeveloperId | null,
  limit: number,
): Promise<DeveloperId[]> {
  let query = db
    .selectFrom('campaignDevelopers')
    .select('developerId')
    .where('campaignId', '=', campaignId)
    .where(open, 'is', null)
    .orderBy('developerId')
    .limit(limit);
  if (after !== null) query = query.where('developerId', '>', after);
  return (await query.execute()).map((row) => row.developerId);
}

/** How long after the end of the due day each signed last, in milliseconds; negative before it. Who never signed is left out. */
export async function lastTimes(
  db: Kysely<Tables>,
  developerIds: readonly DeveloperId[],
): Promise<Map<DeveloperId, number>> {
  const { rows } = await sql<{ developerId: DeveloperId; afterMs: number }>`
    select distinct on (submissions.developer_id) submissions.developer_id,
      (extract(epoch from submissions.signed_at - plans.due_at) * 1000)::float8 as after_ms
    from submissions
    join plans on plans.cycle_id = submissions.cycle_id and plans.app_id = submissions.app_id
    where submissions.developer_id = any(${[...developerIds]}) and plans.due_at is not null
    order by submissions.developer_id, submissions.signed_at desc`.execute(db);
  return new Map(rows.map(({ developerId, afterMs }) => [developerId, afterMs]));
}

/** Which working out of its what-if is the newest: the draft may be changed and looked at anew while the former is under way. */
export async function examinationOf(db: Kysely<Tables>, campaignId: CampaignId): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0)::float8 as seq from campaign_changes
    where campaign_id = ${campaignId} and change = 'examining'`.execute(db);
  return rows[0]?.seq ?? 0;
}

/** Writes down what a campaign would do to these, unless that is being worked out anew meanwhile. */
export async function keepWhatIfs(
  db: Kysely<Tables>,
  campaignId: CampaignId,
  examination: number,
  found: readonly { developerId: DeveloperId; whatIf: WhatIf }[],
): Promise<void> {
  if (found.length === 0) return;
  await sql`update campaign_developers set what_if = found.what_if
    from unnest(${found.map(({ developerId }) => developerId)}::text[], ${found.map(({ whatIf }) =>
      JSON.stringify(whatIf),
    )}::jsonb[]) as found (developer_id, what_if)
    where campaign_developers.campaign_id = ${campaignId} and campaign_developers.developer_id = found.developer_id
      and (select max(seq) from campaign_changes where campaign_id = ${campaignId} and change = 'examining') = ${examination}`.execute(
    db,
  );
}
