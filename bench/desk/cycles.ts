import { sql } from 'kysely';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { obligations } from '../../domain/obligations';
import type { Maker } from './population';

/** Cycles with their plans and requirements: the open ones, and for who is active the next that is promised. */
export async function addCycles(db: Maker, now: Date): Promise<void> {
  await sql`alter table born add column due_on date, add column cycle_id text`.execute(db);
  await sql`update born set cycle_id = 'cyc_' || lpad(n::text, 20, '0'), due_on = case standing
      when 'onboarding' then (enrolled_at + interval '30 days')::date
      when 'due' then ${now}::date + floor(day_lot * 60)::int
      when 'grace' then ${now}::date - 1 - floor(day_lot * 14)::int
      when 'restricted' then ${now}::date - 17 - floor(day_lot * 12)::int
      when 'suspended' then ${now}::date - 32 - floor(day_lot * 50)::int
      when 'active' then ${now}::date + 61 + floor(day_lot * 300)::int end`.execute(db);
  await sql`update developers set anchor_on = born.due_on,
      next_due_on = case when born.standing = 'active' then born.due_on end,
      next_opens_at = case when born.standing = 'active' then (born.due_on - 60)::timestamp at time zone born.time_zone end,
      next_wake_at = case when born.standing = 'active' then (born.due_on - 60)::timestamp at time zone born.time_zone end,
      next_wake_for = case when born.standing = 'active' then 'open-cycle' end
    from born where born.id = developers.id and born.due_on is not null`.execute(db);
  await sql`insert into cycles (id, developer_id, kind, campaign, catalogue_version, due_on, opened_at)
    select cycle_id, id, case standing when 'onboarding' then 'onboarding' else 'periodic' end, '', ${currentCatalogueVersion}, due_on,
      case standing when 'onboarding' then enrolled_at else (due_on - 60)::timestamp at time zone time_zone end
    from born where standing not in ('active', 'offboarded')`.execute(db);
  await addPlans(db);
  await sql`insert into requirements (id, developer_id, cycle_id, app_id, obligation, catalogue_version, state)
    select 'req_' || substr(plans.id, 5) || ordinal, plans.developer_id, plans.cycle_id, plans.app_id, obligation, ${currentCatalogueVersion}, 'open'
    from plans join born on born.cycle_id = plans.cycle_id
    cross join unnest(${sql.lit(`{${obligations.join()}}`)}::text[]) with ordinality obligation (obligation, ordinal)`.execute(
    db,
  );
}

/** One for each app that has still to attest, with the notices that opened its gates and the suspension they led to. */
async function addPlans(db: Maker): Promise<void> {
  const morning = (day: ReturnType<typeof sql>) => sql`(${day} + time '10:00') at time zone born.time_zone`;
  const isLapsed = sql`born.standing in ('grace', 'restricted', 'suspended')`;
  const isRestricted = sql`born.standing in ('restricted', 'suspended')`;
  await sql`insert into plans (id, developer_id, opened_at, cycle_id, app_id, revision, formal_revision, due_on, due_at, base_on, lapsed_at,
      rungs, restricts_not_before_at, suspends_not_before_at, restricted_at, restrict_notice_id, submission_stops, walk_step, walk_steps)
    select 'pln_' || substr(apps.id, 5), born.id, cycles.opened_at, born.cycle_id, apps.id, 1, 1, born.due_on,
      (born.due_on + 1)::timestamp at time zone born.time_zone, born.due_on,
      case when ${isLapsed} then (born.due_on + 1)::timestamp at time zone born.time_zone end,
      '[]',
      case when born.standing <> 'onboarding' then ${morning(sql`(born.due_on + 16)`)} end,
      case when born.standing <> 'onboarding' then ${morning(sql`(born.due_on + 30)`)} end,
      case when ${isRestricted} then ${morning(sql`(born.due_on + 16)`)} end,
      case when ${isRestricted} then 'ntc_f' || substr(apps.id, 6) end,
      0, case when born.n % 3 = 0 then 'notice' end, case when born.n % 3 = 0 then '["law","notice"]'::jsonb else '[]' end
    from born join apps on apps.developer_id = born.id and apps.standing = born.standing join cycles on cycles.id = born.cycle_id`.execute(
    db,
  );
  for (const [letter, template, days, rung, standings] of [
    ['f', 'formal-notice', 1, '+1', '{grace,restricted,suspended}'],
    ['l', 'final-notice', 25, '+25', '{suspended}'],
  ] as const) {
    await sql`insert into notices (id, developer_id, template, scope, app_ids, rung, occasion, cycle_id, plan_ids, revision, audience, facts,
        state, created_at, accepted_at, confirmations)
      select 'ntc_' || ${sql.lit(letter)} || substr(plans.app_id, 6), born.id, ${template}, plans.app_id, jsonb_build_array(plans.app_id), ${rung},
        plans.id || '.1', plans.cycle_id, jsonb_build_array(plans.id), 1, '["signatory","backup"]',
        jsonb_build_object('dueOn', born.due_on, 'apps', jsonb_build_array(jsonb_build_object('appId', plans.app_id, 'standing', 'grace',
          'dueOn', born.due_on, 'outstanding', ${sql.lit(JSON.stringify(obligations))}::jsonb))),
        'accepted', ${morning(sql`(born.due_on + ${sql.lit(days)})`)}, ${morning(sql`(born.due_on + ${sql.lit(days)})`)}, '[]'
      from born join plans on plans.cycle_id = born.cycle_id where born.standing = any (${sql.lit(standings)}::text[])`.execute(
      db,
    );
  }
  await sql`insert into suspensions (id, developer_id, app_id, class, plan_id, formal_notice_id, final_notice_id, opened_at)
    select 'sus_' || substr(plans.app_id, 5), born.id, plans.app_id, 'obligation', plans.id, 'ntc_f' || substr(plans.app_id, 6),
      'ntc_l' || substr(plans.app_id, 6), ${morning(sql`(born.due_on + 30)`)}
    from born join plans on plans.cycle_id = born.cycle_id where born.standing = 'suspended'`.execute(db);
  await sql`update developers set
      next_wake_at = case born.standing when 'grace' then plans.restricts_not_before_at when 'restricted' then plans.suspends_not_before_at
        when 'suspended' then null else plans.due_at end,
      next_wake_for = case born.standing when 'grace' then 'restrict' when 'restricted' then 'suspend' when 'suspended' then null else 'lapse' end
    from born join plans on plans.cycle_id = born.cycle_id where born.id = developers.id`.execute(db);
}
