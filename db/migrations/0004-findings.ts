import { type Kysely, sql } from 'kysely';

/** Findings: what the vendor holds to be false or true no longer, each with a plan of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...findings, ...plans]) await sql.raw(statement).execute(db);
}

const findings = [
  `create table findings (
    id text primary key check (id ~ '^fnd_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id)
  )`,
];

const plans = [
  'alter table plans alter column cycle_id drop not null',
  'alter table plans add column finding_id text references findings (id)',
  'alter table plans add constraint plans_matter_check check ((cycle_id is null) <> (finding_id is null))',
  'create unique index plans_one_of_finding on plans (finding_id) where finding_id is not null',
];
