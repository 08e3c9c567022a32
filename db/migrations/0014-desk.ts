import { type Kysely, sql } from 'kysely';

/**
 * What the desk's list of developers is sorted, filtered and searched by, kept ready in rows of its own: to reckon it for 100,000
 * developers at each request would take a second. Triggers write it. Every decision leaves an audit entry in the transaction that
 * changes the state, so that one trigger there misses nothing; names are changed beside the lifecycle and have triggers of their own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Standings from best to worst: the place in it is the rank. */
const fromBest = "array['active', 'onboarding', 'due', 'grace', 'restricted', 'suspended']";

const statements = [
  `create table desk_developers (
    developer_id text primary key references developers (id),
    account_manager_id text,
    name_key text not null,
    country text not null,
    language text not null,
    enrolled_at timestamptz not null,
    is_offboarded boolean not null,
    standing_rank integer not null,
    due_on date not null,
    app_count integer not null,
    sdk_products text[] not null,
    open_task_count integer not null,
    open_review_count integer not null,
    is_unreachable boolean not null
  )`,
  'create index desk_developers_name on desk_developers (name_key, developer_id)',
  'create index desk_developers_due on desk_developers (due_on, developer_id)',
  'create index desk_developers_enrolled on desk_developers (enrolled_at, developer_id)',
  'create index desk_developers_rank on desk_developers (standing_rank, developer_id)',
  'create index desk_developers_standing on desk_developers (standing_rank, name_key, developer_id)',
  'create index desk_developers_manager on desk_developers (account_manager_id, name_key, developer_id)',
  'create index desk_developers_country on desk_developers (country, name_key, developer_id)',
  'create index desk_developers_in_review on desk_developers (name_key, developer_id) where open_review_count > 0',
  'create index desk_developers_with_tasks on desk_developers (name_key, developer_id) where open_task_count > 0',
  'create index desk_developers_unreachable on desk_developers (name_key, developer_id) where is_unreachable',
  'create index desk_developers_gone on desk_developers (name_key, developer_id) where is_offboarded',
  // The developers are locked first: of two that write at once the second then sees what the first wrote.
  `create function refresh_desk_developers(ids text[]) returns void language plpgsql as $$
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
        coalesce(open.bounces, 0) > 0
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
      open_review_count = excluded.open_review_count, is_unreachable = excluded.is_unreachable
    where desk_developers is distinct from excluded;
  end $$`,
  `create function refresh_desk_by_decision() returns trigger language plpgsql as $$
  begin
    perform refresh_desk_developers(array(select distinct developer_id from added));
    return null;
  end $$`,
  `create trigger audit_entries_desk after insert on audit_entries referencing new table as added
    for each statement execute function refresh_desk_by_decision()`,

  // Names by every letter and every pair of letters: a search for two Chinese characters is as quick as one for a whole word.
  `create table developer_search (
    developer_id text primary key references developers (id),
    words text not null,
    grams text[] not null
  )`,
  'create index developer_search_grams on developer_search using gin (grams)',
  `create function grams_of(words text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct substr(words, place, length)), '{}')
    from generate_series(1, char_length(words)) place, generate_series(1, 2) length
  $$`,
  `create function refresh_developer_search(ids text[]) returns void language plpgsql as $$
  begin
    insert into developer_search
      select developer_id, words, grams_of(words) from (
        select profile.developer_id, lower(profile.legal_name) || coalesce(E'\\n' || (
          select string_agg(lower(app.name), E'\\n' order by app.app_id) from app_profiles app
          where app.developer_id = profile.developer_id), '') as words
        from developer_profiles profile where profile.developer_id = any (ids)
      ) named
    on conflict (developer_id) do update set words = excluded.words, grams = excluded.grams
    where developer_search.words <> excluded.words;
  end $$`,
  `create function refresh_desk_by_name() returns trigger language plpgsql as $$
  begin
    perform refresh_desk_developers(array[new.developer_id]);
    perform refresh_developer_search(array[new.developer_id]);
    return null;
  end $$`,
  'create trigger developer_profiles_desk after insert or update on developer_profiles for each row execute function refresh_desk_by_name()',
  'create trigger app_profiles_desk after insert or update on app_profiles for each row execute function refresh_desk_by_name()',
  'create index tasks_of_developer on tasks (developer_id) where closed_at is null',
  'create index plans_lapsed on plans (suspends_not_before_at) where closed_at is null and lapsed_at is not null',
  `create index audit_standings on audit_entries (at)
    where decision in ('app.standing-changed', 'app.registered', 'app.imported')`,
  `select refresh_desk_developers(array(select id from developers))`,
  `select refresh_developer_search(array(select id from developers))`,

  `create table desk_views (
    id text primary key check (id ~ '^dvw_'),
    person_id text not null references people (id),
    name text not null,
    query text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  'create index desk_views_person on desk_views (person_id, created_at, id)',
  'create unique index desk_views_name on desk_views (person_id, lower(name))',
  `create table developer_notes (
    id text primary key check (id ~ '^nte_'),
    developer_id text not null references developers (id),
    words text not null,
    written_by text not null references people (id),
    written_at timestamptz not null
  )`,
  'create index developer_notes_developer on developer_notes (developer_id, written_at, id)',
  'create trigger developer_notes_append_only before update or delete or truncate on developer_notes execute function refuse_change()',
];
