import { type Kysely, sql } from 'kysely';

/** The lifecycle columns, and the constraints that hold what the domain promises. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...lifecycle, ...guards]) await sql.raw(statement).execute(db);
}

const lifecycle = [
  `create table developers (
    id text primary key check (id ~ '^dev_'),
    time_zone text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    language text not null check (language in ('en', 'zh-CN')),
    enrolled_at timestamptz not null,
    anchor_on date,
    next_due_on date,
    next_opens_at timestamptz,
    last_decision_at timestamptz not null,
    last_reminded_on date,
    offboarded_at timestamptz,
    next_wake_at timestamptz,
    next_wake_for text,
    alarm_at timestamptz,
    shown jsonb,
    check ((next_due_on is null) = (next_opens_at is null))
  )`,
  'create index developers_next_wake on developers (next_wake_at) where next_wake_at is not null',
  `create table apps (
    id text primary key check (id ~ '^app_'),
    developer_id text not null references developers (id),
    sdk_product text not null,
    entry text not null check (entry in ('registered', 'imported')),
    standing text not null check (standing in ('onboarding', 'active', 'due', 'grace', 'restricted', 'suspended', 'revoked', 'offboarded')),
    standing_changed_at timestamptz not null,
    registered_at timestamptz not null,
    first_accepted_at timestamptz,
    covered_through_on date,
    risk_flags jsonb not null,
    lapsed_at timestamptz,
    retired_at timestamptz
  )`,
  'create index apps_developer on apps (developer_id)',
  'create index apps_standing on apps (standing)',
  `create table cycles (
    id text primary key check (id ~ '^cyc_'),
    developer_id text not null references developers (id),
    kind text not null check (kind in ('onboarding', 'periodic', 'campaign')),
    campaign text not null,
    catalogue_version text not null,
    due_on date,
    opened_at timestamptz not null,
    closed_at timestamptz
  )`,
  'create unique index cycles_one_open on cycles (developer_id, kind, campaign) where closed_at is null',
  'create index cycles_due on cycles (due_on) where closed_at is null',
  `create table requirements (
    id text primary key check (id ~ '^req_'),
    developer_id text not null references developers (id),
    cycle_id text not null references cycles (id),
    app_id text not null references apps (id),
    obligation text not null check (obligation in ('law', 'notice', 'consent', 'rights')),
    catalogue_version text not null,
    state text not null check (state in ('open', 'submitted', 'returned', 'accepted', 'exempt', 'superseded')),
    statement_id text,
    submission_id text,
    reason_code text,
    reason text,
    decided_at timestamptz,
    check (state <> 'returned' or (reason_code is not null and reason is not null)),
    check (state not in ('submitted', 'accepted') or submission_id is not null)
  )`,
  `create unique index requirements_one on requirements (cycle_id, app_id, obligation) where state <> 'superseded'`,
  'create index requirements_developer on requirements (developer_id)',
  `create table plans (
    id text primary key check (id ~ '^pln_'),
    developer_id text not null references developers (id),
    opened_at timestamptz not null,
    cycle_id text not null references cycles (id),
    app_id text not null references apps (id),
    revision integer not null check (revision >= 1),
    formal_revision integer not null check (formal_revision between 1 and revision),
    due_on date,
    due_at timestamptz,
    base_on date,
    lapsed_at timestamptz,
    rungs jsonb not null,
    restricts_not_before_at timestamptz,
    suspends_not_before_at timestamptz,
    restricted_at timestamptz,
    restrict_notice_id text,
    stopped_at timestamptz,
    stopped_by text check (stopped_by in ('submission', 'extension', 'appeal')),
    submission_stops integer not null,
    passed_provisionally_at timestamptz,
    blocked_by text check (blocked_by in ('notice', 'budget', 'hold')),
    walk_step text,
    walk_steps jsonb not null,
    closed_at timestamptz,
    check ((stopped_at is null) = (stopped_by is null)),
    check (restricted_at is null or restrict_notice_id is not null),
    check (restricted_at is null or restricts_not_before_at <= restricted_at)
  )`,
  'create unique index plans_one_open on plans (cycle_id, app_id) where closed_at is null',
  'create index plans_developer on plans (developer_id)',
  `create table submissions (
    id text primary key check (id ~ '^sub_'),
    developer_id text not null references developers (id),
    signature_id text not null,
    cycle_id text not null references cycles (id),
    app_id text not null references apps (id),
    signed_at timestamptz not null,
    signed_by text not null,
    risk_flags jsonb not null,
    checks text not null check (checks in ('pending', 'green', 'amber', 'red')),
    needs_review boolean not null,
    review_due_at timestamptz,
    passes_provisionally_at timestamptz,
    overdue_told_at timestamptz,
    answered_at timestamptz
  )`,
  'create index submissions_developer on submissions (developer_id)',
  'create index submissions_waiting on submissions (signed_at) where answered_at is null',
  `create table extensions (
    id text primary key check (id ~ '^ext_'),
    developer_id text not null references developers (id),
    cycle_id text not null references cycles (id),
    state text not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
    requested_at timestamptz not null,
    requested_by text not null,
    until_on date not null,
    plan text not null,
    granted_until_on date,
    decided_at timestamptz,
    decided_by text,
    reason text,
    check ((state = 'granted') = (granted_until_on is not null)),
    check (decided_by is null or decided_by <> requested_by)
  )`,
  'create unique index extensions_one_a_cycle on extensions (cycle_id)',
  "create index extensions_open on extensions (requested_at) where state = 'open'",
  `create table notices (
    id text primary key check (id ~ '^ntc_'),
    developer_id text not null references developers (id),
    template text not null,
    scope text not null,
    app_ids jsonb not null,
    rung text not null,
    occasion text not null,
    cycle_id text references cycles (id),
    plan_ids jsonb not null,
    revision integer not null,
    audience jsonb not null,
    facts jsonb not null,
    state text not null check (state in ('queued', 'accepted', 'bounced', 'cancelled')),
    created_at timestamptz not null,
    accepted_at timestamptz,
    bounced_at timestamptz,
    confirmations jsonb not null,
    check ((state = 'accepted') = (accepted_at is not null)),
    unique (developer_id, scope, template, rung, occasion)
  )`,
  `create unique index notices_one_reminder_a_day on notices (developer_id, occasion) where template = 'reminder'`,
  'create index notices_developer on notices (developer_id, created_at)',
  `create index notices_queued on notices (created_at) where state = 'queued'`,
  `create table suspensions (
    id text primary key check (id ~ '^sus_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    class text not null check (class in ('obligation', 'finding', 'account-manager', 'legal', 'developer')),
    plan_id text references plans (id),
    formal_notice_id text references notices (id),
    final_notice_id text references notices (id),
    opened_at timestamptz not null,
    lifted_at timestamptz,
    lifted_by text check (lifted_by in ('cure', 'provisional-cure', 'legal', 'retired')),
    check (class <> 'obligation' or (plan_id is not null and formal_notice_id is not null and final_notice_id is not null)),
    check ((lifted_at is null) = (lifted_by is null)),
    check (lifted_at is null or lifted_at >= opened_at)
  )`,
  'create unique index suspensions_one_open on suspensions (plan_id, class) where lifted_at is null',
  'create index suspensions_developer on suspensions (developer_id)',
  'create index suspensions_app on suspensions (app_id) where lifted_at is null',
  `create table keys (
    id text primary key check (id ~ '^key_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    environment text not null check (environment in ('test', 'live')),
    state text not null check (state in ('active', 'suspended', 'revoked', 'expired')),
    issued_at timestamptz not null,
    expires_at timestamptz,
    replaced_by text,
    check (environment = 'live' or state <> 'suspended')
  )`,
  'create index keys_developer on keys (developer_id)',
  'create index keys_app on keys (app_id)',
  `create table tasks (
    id text primary key check (id ~ '^tsk_'),
    developer_id text not null references developers (id),
    kind text not null,
    subject text not null,
    assignee text not null check (assignee in ('am', 'lead', 'compliance')),
    opened_at timestamptz not null,
    closed_at timestamptz
  )`,
  'create unique index tasks_one_open on tasks (developer_id, kind, subject) where closed_at is null',
  'create index tasks_open on tasks (opened_at) where closed_at is null',
];

const guards = [
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  `create function refuse_unheard_suspension() returns trigger language plpgsql as $$
  begin
    if new.class = 'obligation' and (
      not exists (select from notices where id = new.formal_notice_id and template = 'formal-notice' and state = 'accepted' and accepted_at <= new.opened_at - interval '14 days')
      or not exists (select from notices where id = new.final_notice_id and template = 'final-notice' and state = 'accepted'
        and accepted_at <= new.opened_at - interval '72 hours' and accepted_at >= new.opened_at - interval '14 days 2 hours')
    ) then
      raise exception 'a suspension needs its delivered formal and final notice' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  'create trigger suspensions_notice_gate before insert on suspensions for each row execute function refuse_unheard_suspension()',
];
