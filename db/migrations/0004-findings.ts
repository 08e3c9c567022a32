import { type Kysely, sql } from 'kysely';

/** Findings: what the vendor holds to be false, or true no longer, each with a plan and a suspension of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...findings, ...plans, ...enforcement]) await sql.raw(statement).execute(db);
}

const findings = [
  `create table findings (
    id text primary key check (id ~ '^fnd_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    obligation text not null check (obligation in ('law', 'notice', 'consent', 'rights')),
    clause text not null,
    facts text not null,
    evidence jsonb not null,
    state text not null check (state in ('open', 'answered', 'cured', 'withdrawn', 'superseded')),
    raised_at timestamptz not null,
    raised_by jsonb not null,
    answer text,
    answer_evidence jsonb not null,
    answered_at timestamptz,
    answered_by text,
    review_due_at timestamptz,
    review_escalates_at timestamptz,
    outcome text check (outcome in ('cured', 'not-cured', 'withdrawn')),
    decided_at timestamptz,
    decided_by jsonb,
    reason text,
    check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)),
    check (state <> 'answered' or answered_at is not null),
    check (state not in ('cured', 'withdrawn') or outcome is not distinct from state),
    check ((outcome is null) = (decided_at is null)),
    check (outcome is distinct from 'not-cured' or reason is not null),
    check (decided_by ->> 'id' is null or decided_by ->> 'id' <> answered_by)
  )`,
  'create index findings_developer on findings (developer_id, raised_at)',
  "create index findings_open on findings (raised_at) where state in ('open', 'answered')",
  "create index findings_app_open on findings (app_id) where state in ('open', 'answered')",
];

const plans = [
  'alter table plans alter column cycle_id drop not null',
  'alter table plans add column finding_id text references findings (id)',
  'alter table plans add constraint plans_matter_check check ((cycle_id is null) <> (finding_id is null))',
  // A finding stops for its own answer, a cycle never does; and a finding never passes provisionally.
  'alter table plans drop constraint plans_stopped_by_check',
  "alter table plans add constraint plans_stopped_by_check check (stopped_by in ('submission', 'extension', 'appeal', 'answer'))",
  "alter table plans add constraint plans_of_findings_check check (finding_id is null or (passed_provisionally_at is null and stopped_by is distinct from 'submission' and stopped_by is distinct from 'extension'))",
  'create unique index plans_one_of_finding on plans (finding_id)',
];

const enforcement = [
  'alter table suspensions drop constraint suspensions_lifted_by_check',
  "alter table suspensions add constraint suspensions_lifted_by_check check (lifted_by in ('cure', 'provisional-cure', 'legal', 'retired', 'withdrawn'))",
  "alter table suspensions add constraint suspensions_of_findings_check check (class <> 'finding' or (plan_id is not null and formal_notice_id is not null and final_notice_id is not null))",
  // Two plans of one app may reach the same step in one deciding: each is a step of its own.
  'alter table enforcement_spends add column plan_id text references plans (id)',
  'alter table enforcement_spends drop constraint enforcement_spends_event_id_app_id_step_key',
  'create unique index enforcement_spends_once on enforcement_spends (event_id, app_id, step, plan_id) nulls not distinct',
  `create or replace function refuse_unheard_suspension() returns trigger language plpgsql as $$
  begin
    if new.class in ('obligation', 'finding') and (
      not exists (select from notices where id = new.formal_notice_id and state = 'accepted'
        and (
          (new.class = 'obligation' and template = 'formal-notice' and accepted_at <= new.opened_at - interval '14 days')
          or (new.class = 'finding' and template = 'finding-notice' and accepted_at <= new.opened_at - interval '5 days')
        ))
      or not exists (select from notices where id = new.final_notice_id and template = 'final-notice' and state = 'accepted'
        and accepted_at <= new.opened_at - interval '72 hours' and accepted_at >= new.opened_at - interval '14 days 2 hours')
    ) then
      raise exception 'a suspension needs its delivered formal and final notice' using errcode = 'check_violation';
    end if;
    if new.class in ('obligation', 'finding')
      and not exists (select from plans where id = new.plan_id and (finding_id is not null) = (new.class = 'finding')) then
      raise exception 'a suspension is of the class of its plan' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
];
