import { type Kysely, sql } from 'kysely';

/** What each proposed version of a tier's terms would move, and how far its developers have been taken over to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table terms_rollouts (
    terms_id text primary key references terms_versions (id),
    state text not null check (state in ('examining', 'examined', 'moving', 'moved')),
    examined_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    check ((examined_at is null) = (state = 'examining')),
    check ((started_at is not null) = (state in ('moving', 'moved'))),
    check ((ended_at is not null) = (state = 'moved'))
  )`,
  `create table terms_moves (
    terms_id text not null references terms_rollouts (terms_id),
    developer_id text not null references developers (id),
    foreseen jsonb,
    moved_days integer,
    outcome text check (outcome in ('moved', 'kept', 'left')),
    due_on date,
    settled_at timestamptz,
    primary key (terms_id, developer_id),
    check ((outcome is null) = (settled_at is null)),
    check (foreseen is not null or moved_days is null)
  )`,
  'create index terms_moves_developer on terms_moves (developer_id)',
];
