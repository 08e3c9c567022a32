import { sql } from 'kysely';
import type { Maker } from './population';

/**
 * What the audit log says of the standings: where each app came from, and what it became. Chained as the decider chains it, each entry by
 * the hash of the one before over its canonical JSON.
 */
export async function addRecord(db: Maker, now: Date): Promise<void> {
  await sql`create temp table told as
    select row_number() over (partition by developer_id order by at, app_id, decision) as step, told.*,
      'evt_' || substr(md5(app_id || decision || at), 1, 26) as event_id
    from (
      select apps.developer_id, apps.id as app_id, apps.registered_at as at,
        case apps.entry when 'imported' then 'app.imported' else 'app.registered' end as decision,
        case apps.entry when 'imported' then 'it was live before Avow asked' else 'a new app embeds the SDK' end as why,
        json_build_object('sdkProduct', apps.sdk_product)::text as data, apps.entry = 'imported' as is_anchored
      from apps join born on born.id = apps.developer_id
      union all
      select developer_id, app_id, at, 'app.standing-changed', 'from ' || before || ' to ' || after,
        '{"from":"' || before || '","to":"' || after || '"}', false
      from (
        select apps.developer_id, apps.id as app_id, change.at, change.before, change.after
        from apps join born on born.id = apps.developer_id
        left join plans on plans.cycle_id = born.cycle_id and plans.app_id = apps.id
        cross join lateral (values
          (born.enrolled_at + interval '30 days', 'due', 'active', born.standing <> 'onboarding'),
          ((born.due_on - 60)::timestamptz, 'active', 'due', plans.id is not null and born.standing <> 'onboarding'),
          (plans.lapsed_at, 'due', 'grace', plans.lapsed_at is not null),
          (plans.restricted_at, 'grace', 'restricted', plans.restricted_at is not null),
          (plans.suspends_not_before_at, 'restricted', 'suspended', apps.standing = 'suspended'),
          (${now}::timestamptz - interval '20 days', 'active', 'offboarded', apps.standing = 'offboarded')
        ) change (at, before, after, happened)
        where change.happened
      ) changed
    ) told`.execute(db);
  await sql`create unique index on told (step, developer_id)`.execute(db);
  await sql`analyze told`.execute(db);
  const { rows } = await sql<{ steps: number }>`select max(step) as steps from told`.execute(db);
  const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;
  for (let step = 1; step <= (rows[0]?.steps ?? 0); step += 1) {
    await sql`insert into audit_entries (developer_id, app_id, event_id, event, decision, subject, actor, at, recorded_at, rule, why, data,
        previous_hash, hash)
      select developer_id, app_id, event_id, 'clock.ticked', decision, app_id, '{"kind":"clock","id":"clock"}', at, at, rule, why, data::jsonb,
        previous_hash, encode(sha256(convert_to(previous_hash || canonical, 'UTF8')), 'hex')
      from (
        select told.*, case when is_anchored then 'anchored-dates' end as rule, coalesce(last.hash, repeat('0', 64)) as previous_hash,
          '{"actor":{"id":"clock","kind":"clock"},"appId":"' || app_id || '","at":' || ${ms('told.at')} || ',"data":' || replace(told.data, ' : ', ':')
            || ',"decision":"' || told.decision || '","developerId":"' || told.developer_id || '","event":"clock.ticked","eventId":"'
            || told.event_id || '","recordedAt":' || ${ms('told.at')} || ',"rule":' || case when is_anchored then '"anchored-dates"' else 'null' end
            || ',"subject":"' || app_id || '","why":"' || told.why || '"}' as canonical
        from told left join lateral (
          select hash from audit_entries where audit_entries.developer_id = told.developer_id order by seq desc limit 1
        ) last on true
        where told.step = ${sql.lit(step)}
      ) entry`.execute(db);
  }
  await sql`drop table told`.execute(db);
}
