import { type Kysely, sql } from 'kysely';

/** People, how they get in, and what makes a POST happen once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table people (
    id text primary key check (id ~ '^per_'),
    name text,
    email text,
    email_normalised text unique,
    created_at timestamptz not null,
    erased_at timestamptz,
    check ((erased_at is null) = (email is not null)),
    check ((email is null) = (email_normalised is null)),
    check (erased_at is null or name is null)
  )`,
  `create table memberships (
    person_id text not null references people (id),
    developer_id text not null references developers (id),
    role text not null check (role in ('signatory', 'preparer', 'backup', 'executive', 'legal')),
    language text not null check (language in ('en', 'zh-CN')),
    is_introducer boolean not null,
    added_at timestamptz not null,
    verified_at timestamptz,
    primary key (person_id, developer_id)
  )`,
  'create index memberships_by_developer on memberships (developer_id, added_at, person_id)',
  `create table membership_changes (
    seq bigint generated always as identity primary key,
    person_id text not null references people (id),
    developer_id text not null references developers (id),
    change text not null check (change in ('added', 'changed', 'verified', 'removed')),
    role text not null check (role in ('signatory', 'preparer', 'backup', 'executive', 'legal')),
    by jsonb not null,
    at timestamptz not null
  )`,
  'create index membership_changes_by_developer on membership_changes (developer_id, seq)',
  'create trigger membership_changes_append_only before update or delete or truncate on membership_changes execute function refuse_change()',
  `create table staff (
    person_id text primary key references people (id),
    role text not null check (role in ('am', 'lead', 'legal', 'admin')),
    language text not null check (language in ('en', 'zh-CN')),
    is_active boolean not null,
    added_at timestamptz not null
  )`,
  `create table sign_in_links (
    token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
    person_id text not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    used_at timestamptz
  )`,
  'create index sign_in_links_by_expiry on sign_in_links (expires_at)',
  `create table sessions (
    id text primary key check (id ~ '^ses_'),
    person_id text not null references people (id),
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    client text not null check (client in ('browser', 'script')),
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    revoked_at timestamptz
  )`,
  'create index sessions_by_person on sessions (person_id)',
  'create index sessions_by_expiry on sessions (expires_at)',
  `create table api_tokens (
    id text primary key check (id ~ '^tok_'),
    name text not null,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    last_four text not null,
    scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['verify', 'developers:read', 'developers:write', 'mail-events:write']),
    created_by text not null references people (id),
    created_at timestamptz not null,
    expires_at timestamptz check (expires_at > created_at),
    last_used_at timestamptz,
    revoked_at timestamptz
  )`,
  `create table idempotency_keys (
    caller text not null,
    key_hash text not null,
    request_hash text not null,
    started_at timestamptz not null,
    answered_at timestamptz,
    answer text,
    primary key (caller, key_hash),
    check ((answered_at is null) = (answer is null))
  )`,
  'create index idempotency_keys_by_start on idempotency_keys (started_at)',
];
