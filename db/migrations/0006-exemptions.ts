import { type Kysely, sql } from 'kysely';

/** Legal exemptions, and the requirements that are exempt by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table exemptions (
    id text primary key check (id ~ '^exm_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    requirement_id text not null references requirements (id),
    obligation text not null,
    submission_id text not null references submissions (id),
    statute text not null,
    jurisdiction text not null check (jurisdiction ~ '^[A-Z]{2}$'),
    reason text not null,
    asked_until_on date not null,
    ends_on date not null,
    ends_at timestamptz,
    tells_at timestamptz,
    state text not null check (state in ('claimed', 'granted', 'refused', 'ended', 'superseded')),
    asked_by text not null,
    asked_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    noticed_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    end_reason text,
    check (ends_on <= asked_until_on),
    check (decided_by is null or decided_by <> asked_by),
    check (state not in ('granted', 'ended') or (decided_by is not null and ends_at is not null)),
    check (state <> 'refused' or decision_reason is not null),
    check ((ended_at is not null) = (state in ('ended', 'superseded'))),
    check ((ended_by is null) = (end_reason is null))
  )`,
  `create unique index exemptions_one_claimed on exemptions (requirement_id) where state = 'claimed'`,
  `create unique index exemptions_one_granted on exemptions (app_id, obligation) where state = 'granted'`,
  'create index exemptions_developer on exemptions (developer_id)',
  'create index exemptions_ends on exemptions (ends_on)',
  'alter table requirements add column exemption_id text references exemptions (id)',
  `alter table requirements add constraint requirements_exempt_by check (state <> 'exempt' or exemption_id is not null)`,
];
