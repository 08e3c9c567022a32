import { type Kysely, sql } from 'kysely';

/** What is remembered beside the lifecycle: who did what, what leaves the house, what people wrote and signed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...record, ...guards]) await sql.raw(statement).execute(db);
}

const record = [
  `create table lifecycle_events (
    event_id text primary key check (event_id ~ '^evt_'),
    developer_id text not null references developers (id),
    type text not null,
    taken_at timestamptz not null
  )`,
  `create table audit_entries (
    seq bigint generated always as identity primary key,
    developer_id text not null references developers (id),
    app_id text,
    event_id text not null,
    event text not null,
    decision text not null,
    subject text not null,
    actor jsonb not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    rule text,
    why text not null,
    data jsonb not null,
    previous_hash text not null,
    hash text not null unique
  )`,
  'create index audit_developer on audit_entries (developer_id, seq)',
  `create table outbox (
    id bigint generated always as identity primary key,
    kind text not null,
    subject text not null,
    payload jsonb not null,
    created_at timestamptz not null,
    not_before_at timestamptz not null,
    delivered_at timestamptz,
    version integer not null default 0,
    leased_until_at timestamptz,
    attempts integer not null default 0,
    last_fault text
  )`,
  'create unique index outbox_waiting on outbox (kind, subject) where delivered_at is null',
  'create index outbox_next on outbox (not_before_at) where delivered_at is null',
  `create table key_changes (
    seq bigint generated always as identity primary key,
    key_id text not null,
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    state text not null,
    at timestamptz not null
  )`,
  `create table enforcement_spends (
    id bigint generated always as identity primary key,
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    step text not null check (step in ('restrict', 'suspend')),
    event_id text not null,
    at timestamptz not null,
    unique (event_id, app_id, step)
  )`,
  'create index enforcement_spends_at on enforcement_spends (at)',
  'create table enforcement_budget (id integer primary key check (id = 1))',
  'insert into enforcement_budget (id) values (1)',
  `create table durable_engine (id integer primary key check (id = 1), identity text not null)`,
  `create table developer_offsets (
    developer_id text primary key references developers (id),
    offset_ms bigint not null check (offset_ms >= 0)
  )`,
  `create table developer_profiles (
    developer_id text primary key references developers (id),
    legal_name text not null,
    account_manager_id text,
    created_at timestamptz not null
  )`,
  'create index developer_profiles_manager on developer_profiles (account_manager_id)',
  'create index developer_profiles_name on developer_profiles (lower(legal_name), developer_id)',
  `create table app_profiles (
    app_id text primary key references apps (id),
    developer_id text not null references developers (id),
    name text not null,
    created_at timestamptz not null
  )`,
  `create table key_secrets (
    key_id text primary key references keys (id),
    app_id text not null references apps (id),
    hash text not null unique,
    name text not null,
    prefix text not null,
    last_four text not null
  )`,
  `create table drafts (
    requirement_id text primary key references requirements (id),
    developer_id text not null references developers (id),
    answers jsonb not null,
    version integer not null,
    saved_by text not null,
    saved_at timestamptz not null
  )`,
  `create table evidence (
    id text primary key check (id ~ '^evd_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    file_name text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    content bytea,
    uploaded_by text not null,
    uploaded_at timestamptz not null
  )`,
  'create index evidence_developer on evidence (developer_id, app_id)',
  `create table signatures (
    id text primary key check (id ~ '^sig_'),
    developer_id text not null references developers (id),
    signed_by text not null,
    signed_at timestamptz not null,
    words text not null,
    language text not null,
    salt text,
    commitment text not null,
    typed_name text,
    typed_title text,
    check ((salt is null) = (typed_name is null) and (salt is null) = (typed_title is null))
  )`,
  `create table statements (
    id text primary key check (id ~ '^stm_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    requirement_id text not null references requirements (id),
    signature_id text not null references signatures (id),
    submission_id text,
    record jsonb not null,
    sha256 text not null,
    created_at timestamptz not null
  )`,
  'create index statements_requirement on statements (requirement_id)',
  'create index statements_signature on statements (signature_id)',
  `create table check_results (
    submission_id text primary key references submissions (id),
    developer_id text not null references developers (id),
    results jsonb not null,
    at timestamptz not null
  )`,
  `create table deliveries (
    id bigint generated always as identity primary key,
    notice_id text not null references notices (id),
    developer_id text not null references developers (id),
    person_id text not null,
    audience text not null,
    message_id text not null unique,
    state text not null check (state in ('sending', 'accepted', 'bounced', 'failed')),
    attempts integer not null default 0,
    response text,
    sent_at timestamptz,
    settled_at timestamptz,
    subject text,
    text text,
    html text,
    unique (notice_id, person_id)
  )`,
];

const guards = [
  ...['audit_entries', 'lifecycle_events', 'key_changes', 'enforcement_spends'].map(
    (table) =>
      `create trigger ${table}_append_only before update or delete or truncate on ${table} execute function refuse_change()`,
  ),
  // A sealed record never changes; the typed name beside it can be erased, nothing else.
  `create function refuse_resigning() returns trigger language plpgsql as $$
  declare
    erasable text[] := array['typed_name', 'typed_title', 'salt'];
  begin
    if tg_op = 'UPDATE' and new.salt is null and to_jsonb(new) - erasable = to_jsonb(old) - erasable then
      return new;
    end if;
    raise exception 'signatures is append-only, but for erasing what was typed' using errcode = 'restrict_violation';
  end $$`,
  'create trigger signatures_sealed before update or delete on signatures for each row execute function refuse_resigning()',
  'create trigger signatures_kept before truncate on signatures execute function refuse_change()',
  'create trigger statements_sealed before update or delete or truncate on statements execute function refuse_change()',
];
