import { type Kysely, sql } from 'kysely';

/** Appeals against decisions, and what an upheld one leaves: a record of what was enforced wrongly, and for how long. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...appeals, ...deciders, ...lifting]) await sql.raw(statement).execute(db);
}

const appeals = [
  `create table appeals (
    id text primary key check (id ~ '^apl_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    against text not null check (against in ('return', 'finding', 'restriction', 'suspension')),
    subject text not null,
    decision text not null,
    subject_decided_at timestamptz not null,
    subject_deciders jsonb not null,
    plan_id text references plans (id),
    words text not null,
    evidence_ids jsonb not null,
    filed_at timestamptz not null,
    filed_by text not null,
    state text not null check (state in ('open', 'upheld', 'dismissed', 'withdrawn')),
    subject_ended_at timestamptz,
    first_answer_due_at timestamptz not null,
    first_answered_at timestamptz,
    first_answered_by text,
    first_answer text,
    decision_due_at timestamptz not null,
    first_late_told_at timestamptz,
    decision_late_told_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    reason text,
    check (filed_at >= subject_decided_at),
    check ((state = 'open') = (decided_at is null)),
    check ((state in ('upheld', 'dismissed')) = (decided_by is not null and reason is not null)),
    check ((first_answered_at is null) = (first_answered_by is null) and (first_answered_at is null) = (first_answer is null)),
    check (decided_by is null or (decided_by <> filed_by and not subject_deciders @> to_jsonb(decided_by)))
  )`,
  'create unique index appeals_one_a_decision on appeals (subject, decision)',
  'create index appeals_developer on appeals (developer_id, filed_at)',
  `create index appeals_open on appeals (filed_at) where state = 'open'`,
  `create table wrongful_enforcements (
    id text primary key check (id ~ '^wfe_'),
    developer_id text not null references developers (id),
    appeal_id text not null unique references appeals (id),
    app_id text not null references apps (id),
    against text not null check (against in ('return', 'finding', 'restriction', 'suspension')),
    subject text not null,
    enforced_at timestamptz not null,
    restored_at timestamptz not null,
    check (restored_at >= enforced_at)
  )`,
  'create index wrongful_enforcements_developer on wrongful_enforcements (developer_id)',
  'create index wrongful_enforcements_restored on wrongful_enforcements (restored_at)',
  `create trigger wrongful_enforcements_append_only before update or delete on wrongful_enforcements
    for each row execute function refuse_change()`,
];

const deciders = [
  'alter table requirements add column decided_by text',
  "alter table suspensions add column deciders jsonb not null default '[]'",
];

const lifting = [
  'alter table suspensions drop constraint suspensions_lifted_by_check',
  `alter table suspensions add constraint suspensions_lifted_by_check
    check (lifted_by in ('cure', 'provisional-cure', 'legal', 'retired', 'withdrawn', 'appeal'))`,
  `create function refuse_unheard_lifting() returns trigger language plpgsql as $$
  begin
    if new.lifted_by = 'appeal' and old.lifted_by is null and not exists (
      select from appeals where state = 'upheld' and developer_id = new.developer_id and app_id = new.app_id and (subject = new.id or plan_id = new.plan_id)
    ) then
      raise exception 'a suspension is lifted by an appeal only when one was upheld' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  'create trigger suspensions_upheld_appeal before update on suspensions for each row execute function refuse_unheard_lifting()',
];
