import { type Kysely, sql } from 'kysely';

/**
 * Files of developers that were live before Avow asked. A developer is imported once: by the reference that the vendor knows it by. What
 * a row says is kept until it was carried out and no longer: names and addresses lie in the erasable tables then.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table imports (
    id text primary key check (id ~ '^imp_'),
    file_name text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    state text not null check (state in ('previewed', 'running', 'stopped', 'completed')),
    uploaded_by text not null references people (id),
    uploaded_at timestamptz not null,
    started_by text references people (id),
    started_at timestamptz,
    ended_at timestamptz,
    check ((started_at is null) = (started_by is null)),
    check (state in ('previewed') or started_at is not null),
    check ((state = 'completed') = (ended_at is not null))
  )`,
  'create index imports_uploaded on imports (uploaded_at, id)',
  `create table import_rows (
    import_id text not null references imports (id) on delete cascade,
    row_number integer not null check (row_number >= 2),
    developer_reference text not null,
    cells jsonb,
    problems jsonb not null,
    outcome text not null check (outcome in ('waiting', 'left-out', 'known', 'created', 'failed')),
    developer_id text references developers (id),
    fault jsonb,
    settled_at timestamptz,
    primary key (import_id, row_number),
    check ((outcome = 'failed') = (fault is not null)),
    check (outcome <> 'created' or (developer_id is not null and cells is null))
  )`,
  "create index import_rows_waiting on import_rows (import_id, row_number) where outcome = 'waiting'",
  'create index import_rows_reference on import_rows (import_id, developer_reference)',
  `create table developer_references (
    reference text primary key,
    developer_id text not null unique references developers (id),
    import_id text not null,
    created_at timestamptz not null
  )`,
];
