import { type Kysely, sql } from 'kysely';

/** Versions of the privacy policy as they were published, and the campaigns that ask developers to state what changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...policies, ...campaigns, ...guards]) await sql.raw(statement).execute(db);
}

const policies = [
  `create table policy_versions (
    id text primary key check (id ~ '^pol_'),
    title text not null,
    clauses jsonb not null,
    clauses_before jsonb,
    summary jsonb not null,
    is_material boolean not null,
    sdk_products jsonb not null,
    catalogue_version text not null,
    effective_on date not null,
    authors jsonb not null check (jsonb_array_length(authors) > 0),
    drafted_at timestamptz not null,
    changed_at timestamptz not null,
    published_by text references people (id),
    published_at timestamptz,
    check ((published_at is null) = (published_by is null) and (published_at is null) = (clauses_before is null)),
    check (published_by is null or not authors ? published_by)
  )`,
  'create index policy_versions_published on policy_versions (published_at desc) where published_at is not null',
];

const campaigns = [
  `create table campaigns (
    id text primary key check (id ~ '^cmp_'),
    name text not null,
    policy_version_id text not null references policy_versions (id),
    obligations jsonb not null check (jsonb_array_length(obligations) > 0),
    audience jsonb not null,
    due_after text not null,
    spread_over text not null,
    state text not null check (state in ('draft', 'examining', 'examined', 'proposed', 'running', 'paused', 'finished', 'cancelled')),
    authors jsonb not null check (jsonb_array_length(authors) > 0),
    created_at timestamptz not null,
    examined_at timestamptz,
    proposed_by text references people (id),
    proposed_at timestamptz,
    started_by text references people (id),
    started_at timestamptz,
    ended_at timestamptz,
    check ((proposed_at is null) = (proposed_by is null) and (started_at is null) = (started_by is null)),
    check (started_by is null or (started_by <> proposed_by and not authors ? started_by)),
    check (state not in ('running', 'paused', 'finished') or (started_at is not null and examined_at is not null)),
    check ((ended_at is not null) = (state in ('finished', 'cancelled')))
  )`,
  'create index campaigns_created on campaigns (created_at)',
  `create table campaign_developers (
    campaign_id text not null references campaigns (id),
    developer_id text not null references developers (id),
    what_if jsonb,
    outcome text check (outcome in ('asked', 'passed-over')),
    because text,
    due_on date,
    settled_at timestamptz,
    primary key (campaign_id, developer_id),
    check ((outcome is null) = (settled_at is null) and (because is not null) = (outcome is not distinct from 'passed-over'))
  )`,
  'create index campaign_developers_developer on campaign_developers (developer_id)',
  "create index cycles_campaign on cycles (campaign) where campaign <> ''",
  `create table campaign_changes (
    seq bigint generated always as identity primary key,
    campaign_id text not null references campaigns (id),
    change text not null check (change in
      ('drafted', 'changed', 'examining', 'examined', 'proposed', 'started', 'paused', 'resumed', 'cancelled', 'finished')),
    by text references people (id),
    reason text,
    at timestamptz not null
  )`,
  'create index campaign_changes_campaign on campaign_changes (campaign_id, seq)',
];

const guards = [
  `create function refuse_changing_published() returns trigger language plpgsql as $$
  begin
    if old.published_at is not null then
      raise exception 'a published version of the policy is never changed' using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
  end $$`,
  'create trigger policy_versions_frozen before update or delete on policy_versions for each row execute function refuse_changing_published()',
  'create trigger policy_versions_kept before truncate on policy_versions execute function refuse_change()',
  // Whom a started campaign asks, and of what, two people have looked at.
  `create function refuse_changing_started() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or (old.started_at is not null and (to_jsonb(new) - array['state', 'ended_at']) is distinct from (to_jsonb(old) - array['state', 'ended_at']))
      or (old.ended_at is not null) then
      raise exception 'a campaign that was started is not changed, and none is deleted' using errcode = 'restrict_violation';
    end if;
    return new;
  end $$`,
  'create trigger campaigns_kept before update or delete on campaigns for each row execute function refuse_changing_started()',
  'create trigger campaigns_not_emptied before truncate on campaigns execute function refuse_change()',
  'create trigger campaign_changes_append_only before update or delete or truncate on campaign_changes execute function refuse_change()',
];
