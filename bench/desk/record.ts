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
  const ms = (column: string) => sql`(extract(epoch from ${sql.ref(column)}) * 1000)::bigint`;
  await sql`alter table told add column rule text, add column canonical text`.execute(db);
  await sql`update told set rule = case when is_anchored then 'anchored-dates' end,
    canonical = '{"actor":{"id":"clock","kind":"clock"},"appId":"' || app_id || '","at":' || ${ms('at')} || ',"data":' || replace(data, ' : ', ':')
      || ',"decision":"' || decision || '","developerId":"' || developer_id || '","event":"clock.ticked","eventId":"' || event_id
      || '","recordedAt":' || ${ms('at')} || ',"rule":' || case when is_anchored then '"anchored-dates"' else 'null' end
      || ',"subject":"' || app_id || '","why":"' || why || '"}'`.execute(db);
  await sql`create function pg_temp.chained(entries text[]) returns text[] language plpgsql as $$
    declare
      entry text;
      hashes text[] := array[repeat('0', 64)];
    begin
      foreach entry in array entries loop
        hashes := hashes || encode(sha256(convert_to(hashes[array_upper(hashes, 1)] || entry, 'UTF8')), 'hex');
      end loop;
      return hashes;
    end $$`.execute(db);
  await sql`insert into audit_entries (developer_id, app_id, event_id, event, decision, subject, actor, at, recorded_at, rule, why, data,
      previous_hash, hash)
    select developer_id, app_id, event_id, 'clock.ticked', decision, app_id, '{"kind":"clock","id":"clock"}', at, at, rule, why, data::jsonb,
      hashes[step], hashes[step + 1]
    from told join (
      select developer_id, pg_temp.chained(array_agg(canonical order by step)) as hashes from told group by developer_id
    ) chains using (developer_id)
    order by developer_id, step`.execute(db);
  await sql`drop table told`.execute(db);
}
