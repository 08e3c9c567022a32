import { type Kysely, sql } from 'kysely';

/** What bounds enforcement beside the notices: holds, frozen days, the alert over the budget, its release; and how much keys are used. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...bounds, ...releases, ...usage, ...guards]) await sql.raw(statement).execute(db);
}

const bounds = [
  `create table holds (
    id text primary key check (id ~ '^hld_'),
    developer_id text references developers (id),
    reason text not null,
    placed_by text not null,
    placed_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lift_reason text,
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
  )`,
  'create index holds_open on holds (developer_id) where lifted_at is null',
  `create table freeze_days (
    id text primary key check (id ~ '^frz_'),
    developer_id text references developers (id),
    day date not null,
    reason text not null,
    added_by text not null,
    added_at timestamptz not null,
    removed_by text,
    removed_at timestamptz,
    removal_reason text,
    check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removal_reason is null))
  )`,
  `create unique index freeze_days_one on freeze_days (coalesce(developer_id, ''), day) where removed_at is null`,
  `create table enforcement_alerts (
    id text primary key check (id ~ '^alr_'),
    opened_at timestamptz not null,
    closed_at timestamptz,
    budget_size integer not null,
    budget_window text not null,
    check (closed_at is null or closed_at >= opened_at)
  )`,
  'create unique index enforcement_alerts_one_open on enforcement_alerts ((closed_at is null)) where closed_at is null',
  `create table alert_mails (
    alert_id text not null references enforcement_alerts (id),
    person_id text not null,
    settled_at timestamptz not null,
    primary key (alert_id, person_id)
  )`,
];

const releases = [
  `create table releases (
    id text primary key check (id ~ '^rls_'),
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    check ((confirmed_at is null) = (confirmed_by is null)),
    check (confirmed_by is null or confirmed_by <> proposed_by)
  )`,
  'create index releases_proposed on releases (proposed_at)',
  `create table release_plans (
    release_id text not null references releases (id),
    plan_id text not null references plans (id),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    step text not null check (step in ('restrict', 'suspend')),
    outcome text check (outcome in ('released', 'passed-over')),
    settled_at timestamptz,
    primary key (release_id, plan_id),
    check ((outcome is null) = (settled_at is null))
  )`,
  'create index release_plans_developer on release_plans (release_id, developer_id)',
  'alter table plans add column released_by text references releases (id)',
  "alter table plans add constraint plans_released_check check (released_by is null or blocked_by is distinct from 'budget')",
  'create index plans_blocked on plans (blocked_by, developer_id) where blocked_by is not null and closed_at is null',
];

const usage = [
  `create table key_usage (
    key_id text not null references keys (id),
    hour_at timestamptz not null,
    count bigint not null check (count > 0),
    primary key (key_id, hour_at)
  )`,
  'create index key_usage_hour on key_usage (hour_at)',
];

const guards = [
  // What people decided stays as it was written; it can be ended once, by naming who ended it.
  `create function refuse_rewriting() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv and to_jsonb(old) -> tg_argv[0] = 'null'::jsonb then
      return new;
    end if;
    raise exception '% is append-only, but for ending a row once', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  ...(
    [
      ['holds', ['lifted_at', 'lifted_by', 'lift_reason']],
      ['freeze_days', ['removed_at', 'removed_by', 'removal_reason']],
      ['releases', ['confirmed_at', 'confirmed_by']],
    ] as const
  ).flatMap(([table, ending]) => [
    `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_rewriting(${ending.map((name) => `'${name}'`).join(', ')})`,
    `create trigger ${table}_kept before truncate on ${table} execute function refuse_change()`,
  ]),
];
