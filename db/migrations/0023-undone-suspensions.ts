import { type Kysely, sql } from 'kysely';

/** Suspensions that should not have been: undone by one person, on record, with a post-mortem that is concluded once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...postMortems, ...records, ...lifting]) await sql.raw(statement).execute(db);
}

const postMortems = [
  `create table post_mortems (
    id text primary key check (id ~ '^pmt_'),
    developer_id text not null references developers (id),
    suspension_id text not null unique references suspensions (id),
    app_id text not null references apps (id),
    class text not null check (class in ('obligation', 'finding', 'account-manager', 'legal')),
    key_ids jsonb not null,
    suspended_at timestamptz not null,
    undone_at timestamptz not null,
    undone_by text not null,
    reason text not null,
    found text not null,
    concluded_at timestamptz,
    concluded_by text,
    cause text,
    prevention text,
    check (undone_at >= suspended_at),
    check ((concluded_at is null) = (concluded_by is null)
      and (concluded_at is null) = (cause is null) and (concluded_at is null) = (prevention is null))
  )`,
  'create index post_mortems_developer on post_mortems (developer_id)',
  'create index post_mortems_undone on post_mortems (undone_at)',
  `create trigger post_mortems_append_only before update or delete on post_mortems
    for each row execute function refuse_rewriting('concluded_at', 'concluded_by', 'cause', 'prevention')`,
  'create trigger post_mortems_kept before truncate on post_mortems execute function refuse_change()',
];

const records = [
  'alter table wrongful_enforcements alter column appeal_id drop not null',
  'alter table wrongful_enforcements add column post_mortem_id text unique references post_mortems (id)',
  `alter table wrongful_enforcements add constraint wrongful_enforcements_shown
    check ((appeal_id is null) <> (post_mortem_id is null))`,
];

const lifting = [
  'alter table suspensions drop constraint suspensions_lifted_by_check',
  `alter table suspensions add constraint suspensions_lifted_by_check check (
    lifted_by in ('cure', 'provisional-cure', 'withdrawn', 'appeal', 'undone', 'account-manager', 'legal', 'retired', 'revoked'))`,
  `create function refuse_unrecorded_undoing() returns trigger language plpgsql as $$
  begin
    if new.lifted_by = 'undone' and old.lifted_by is null and not exists (
      select from post_mortems join wrongful_enforcements on wrongful_enforcements.post_mortem_id = post_mortems.id
      where post_mortems.suspension_id = new.id and post_mortems.undone_at = new.lifted_at
    ) then
      raise exception 'a suspension is undone only with its post-mortem' using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  'create trigger suspensions_undone before update on suspensions for each row execute function refuse_unrecorded_undoing()',
];
