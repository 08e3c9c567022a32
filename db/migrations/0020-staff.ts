import { type Kysely, sql } from 'kysely';

/** Teams of the vendor's people, who stands in for whom, and what was changed about them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table staff add column team text check (length(team) between 1 and 60)',
  `create table staff_leaves (
    id text primary key check (id ~ '^lve_'),
    person_id text not null references staff (person_id),
    from_on date not null,
    until_on date not null,
    stand_in_id text not null references staff (person_id),
    entered_by text not null references people (id),
    entered_at timestamptz not null,
    ended_by text references people (id),
    ended_at timestamptz,
    check (until_on >= from_on),
    check (stand_in_id <> person_id),
    check ((ended_at is null) = (ended_by is null))
  )`,
  'create index staff_leaves_standing on staff_leaves (until_on) where ended_at is null',
  `create table staff_changes (
    seq bigint generated always as identity primary key,
    person_id text not null references people (id),
    change text not null check (change in ('added', 'changed', 'leave-entered', 'leave-ended', 'handed-over')),
    data jsonb not null,
    by text not null references people (id),
    at timestamptz not null
  )`,
  'create index staff_changes_of on staff_changes (person_id, seq)',
  'create trigger staff_changes_append_only before update or delete or truncate on staff_changes execute function refuse_change()',
];
