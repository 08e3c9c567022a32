import { type Kysely, sql } from 'kysely';

/**
 * The words that a developer is searched by stand in its row of the desk, with an index over their letters and nothing more: a search then
 * finds, sorts and shows within one narrow table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Standings from best to worst: the place in it is the rank. */
const fromBest = "array['active', 'onboarding', 'due', 'grace', 'restricted', 'suspended']";

const statements = [
  `alter table desk_developers add column words text not null default ''`,
  `create or replace function refresh_desk_developers(ids text[]) returns void language plpgsql as $$
  begin
    perform from developers where id = any (ids) order by id for no key update;
    insert into desk_developers
      select developer.id, profile.account_manager_id, lower(profile.legal_name), developer.country, developer.language,
        developer.enrolled_at, developer.offboarded_at is not null,
        coalesce(used.standing_rank, 0),
        coalesce(
          (select min(due_on) from plans where developer_id = developer.id and closed_at is null),
          developer.next_due_on, date '9999-12-31'),
        coalesce(used.app_count, 0), coalesce(used.sdk_products, '{}'),
        coalesce(open.tasks, 0),
        (select count(*) from submissions where developer_id = developer.id and answered_at is null and needs_review),
        coalesce(open.bounces, 0) > 0,
        lower(profile.legal_name) || coalesce(E'\\n' || (
          select string_agg(lower(app.name), E'\\n' order by app.app_id) from app_profiles app
          where app.developer_id = developer.id), '')
      from developers developer
      join developer_profiles profile on profile.developer_id = developer.id
      left join lateral (
        select count(*) as app_count, array_agg(distinct sdk_product order by sdk_product) as sdk_products,
          max(array_position(${fromBest}, standing)) as standing_rank
        from apps where developer_id = developer.id and retired_at is null
      ) used on true
      left join lateral (
        select count(*) as tasks, count(*) filter (where kind = 'bounced-contact') as bounces
        from tasks where developer_id = developer.id and closed_at is null
      ) open on true
      where developer.id = any (ids)
    on conflict (developer_id) do update set
      account_manager_id = excluded.account_manager_id, name_key = excluded.name_key, country = excluded.country,
      language = excluded.language, enrolled_at = excluded.enrolled_at, is_offboarded = excluded.is_offboarded,
      standing_rank = excluded.standing_rank, due_on = excluded.due_on, app_count = excluded.app_count,
      sdk_products = excluded.sdk_products, open_task_count = excluded.open_task_count,
      open_review_count = excluded.open_review_count, is_unreachable = excluded.is_unreachable,
      words = excluded.words
    where desk_developers is distinct from excluded;
  end $$`,
  `create or replace function refresh_desk_by_name() returns trigger language plpgsql as $$
  begin
    perform refresh_desk_developers(array[new.developer_id]);
    return null;
  end $$`,
  'drop table developer_search',
  'drop function refresh_developer_search(text[])',
  // Every letter and every pair of letters that stand side by side.
  `create or replace function grams_of(words text) returns text[] language plpgsql immutable parallel safe as $$
  declare
    grams text[] := string_to_array(words, null);
    letters integer := cardinality(grams);
  begin
    for place in 2 .. letters loop
      grams[letters + place - 1] := grams[place - 1] || grams[place];
    end loop;
    return grams;
  end $$`,
  `select refresh_desk_developers(array(select id from developers))`,
  'alter table desk_developers alter column words drop default',
  'create index desk_developers_grams on desk_developers using gin (grams_of(words))',
];
