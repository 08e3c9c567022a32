import { type Kysely, sql } from 'kysely';

/** Agencies that act for a developer: for what, until when, by whom and under which mandate. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table delegations (
    id text primary key check (id ~ '^dlg_'),
    developer_id text not null references developers (id),
    agency_name text not null,
    scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['draft', 'sign', 'keys']),
    granted_by text not null references people (id),
    granted_at timestamptz not null,
    ends_on date not null,
    ends_at timestamptz not null check (ends_at > granted_at),
    mandate_evidence_id text,
    revoked_by text references people (id),
    revoked_at timestamptz,
    revocation_reason text,
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revocation_reason is null))
  )`,
  'create index delegations_by_developer on delegations (developer_id, granted_at, id)',
  `create table mandates (
    id text primary key check (id ~ '^evd_'),
    delegation_id text not null references delegations (id),
    developer_id text not null references developers (id),
    file_name text not null,
    media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    size integer not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea,
    uploaded_by text not null references people (id),
    uploaded_at timestamptz not null,
    unique (id, delegation_id)
  )`,
  // Only a mandate of its own.
  'alter table delegations add foreign key (mandate_evidence_id, id) references mandates (id, delegation_id)',
  `create table delegates (
    delegation_id text not null references delegations (id),
    person_id text not null references people (id),
    language text not null check (language in ('en', 'zh-CN')),
    is_introducer boolean not null,
    added_at timestamptz not null,
    verified_at timestamptz,
    primary key (delegation_id, person_id)
  )`,
  'create index delegates_by_person on delegates (person_id)',
  `create table delegation_changes (
    seq bigint generated always as identity primary key,
    delegation_id text not null references delegations (id),
    developer_id text not null references developers (id),
    change text not null check (change in
      ('granted', 'mandate-uploaded', 'delegate-added', 'delegate-verified', 'delegate-removed', 'revoked')),
    person_id text references people (id),
    mandate_evidence_id text references mandates (id),
    by jsonb not null,
    at timestamptz not null,
    check ((person_id is not null) = (change like 'delegate-%')),
    check ((mandate_evidence_id is not null) = (change = 'mandate-uploaded'))
  )`,
  'create index delegation_changes_by_delegation on delegation_changes (delegation_id, seq)',
  'create trigger delegation_changes_append_only before update or delete or truncate on delegation_changes execute function refuse_change()',
  // What was granted stays as it was granted: only a mandate comes, and an end, once.
  `create function refuse_regranting() returns trigger language plpgsql as $$
  declare
    later text[] := array['mandate_evidence_id', 'revoked_by', 'revoked_at', 'revocation_reason'];
  begin
    if tg_op = 'UPDATE' and old.revoked_at is null and to_jsonb(new) - later = to_jsonb(old) - later then
      return new;
    end if;
    raise exception 'delegations: what was granted stays as it was granted' using errcode = 'restrict_violation';
  end $$`,
  'create trigger delegations_granted before update or delete on delegations for each row execute function refuse_regranting()',
  // The file itself can be destroyed, what it was stays.
  `create function refuse_other_mandate() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and new.content is null and to_jsonb(new) - 'content' = to_jsonb(old) - 'content' then
      return new;
    end if;
    raise exception 'mandates is append-only, but for destroying a file' using errcode = 'restrict_violation';
  end $$`,
  'create trigger mandates_kept before update or delete on mandates for each row execute function refuse_other_mandate()',
  'alter table signatures add column delegation_id text references delegations (id)',
];
