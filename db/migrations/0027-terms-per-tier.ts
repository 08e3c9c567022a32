import { type Kysely, sql } from 'kysely';

/** Tiers of developers and the versions of their terms; the developer, the cycle and the plan each say which version is theirs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tiers, ...holders, ...guards]) await sql.raw(statement).execute(db);
}

const tiers = [
  `create table tiers (
    id text primary key check (id ~ '^tir_'),
    name text not null check (length(name) between 1 and 60),
    created_by text not null references people (id),
    created_at timestamptz not null
  )`,
  'create unique index tiers_name on tiers (lower(name))',
  `create table terms_versions (
    id text primary key check (id ~ '^tms_'),
    tier_id text not null references tiers (id),
    number integer not null check (number > 0),
    terms jsonb not null,
    note text not null check (note <> ''),
    state text not null check (state in ('proposed', 'in-force', 'superseded', 'withdrawn')),
    proposed_by text not null references people (id),
    proposed_at timestamptz not null,
    approved_by text references people (id),
    approved_at timestamptz,
    ended_by text references people (id),
    ended_at timestamptz,
    unique (tier_id, number),
    unique (id, tier_id),
    check ((approved_at is null) = (approved_by is null) and (ended_at is null) = (ended_by is null)),
    check (approved_by <> proposed_by),
    check ((approved_at is not null) = (state in ('in-force', 'superseded'))),
    check ((ended_at is not null) = (state in ('superseded', 'withdrawn')))
  )`,
  "create unique index terms_versions_one_in_force on terms_versions (tier_id) where state = 'in-force'",
  "create unique index terms_versions_one_proposed on terms_versions (tier_id) where state = 'proposed'",
];

const holders = [
  `alter table developers
    add column tier_id text references tiers (id),
    add column terms_id text,
    add column opened_through_on date,
    add foreign key (terms_id, tier_id) references terms_versions (id, tier_id),
    add check (terms_id is null or tier_id is not null)`,
  'alter table cycles add column terms_id text references terms_versions (id)',
  'alter table plans add column terms_id text references terms_versions (id)',
  'create index developers_of_tier on developers (tier_id, id) where tier_id is not null',
  // Until now every window opened sixty days before; an import that waits for its first day opened its cycle earlier than that.
  `update developers set opened_through_on = opened.due_on from (
    select developer_id, max(due_on) as due_on from cycles
    where kind = 'periodic' and opened_at > (due_on - 61)::timestamp at time zone 'UTC' group by developer_id) as opened
    where opened.developer_id = developers.id`,
];

const guards = [
  // A version goes on from state to state; what it says stays as it was proposed.
  `create function refuse_rewriting_terms() returns trigger language plpgsql as $$
  declare moving text[] := array['state', 'approved_by', 'approved_at', 'ended_by', 'ended_at'];
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - moving = to_jsonb(old) - moving
      and (old.approved_at is null or (new.approved_at = old.approved_at and new.approved_by = old.approved_by))
      and (old.state, new.state) in (('proposed', 'in-force'), ('proposed', 'withdrawn'), ('in-force', 'superseded')) then
      return new;
    end if;
    raise exception 'a version of the terms is never rewritten' using errcode = 'restrict_violation';
  end $$`,
  'create trigger terms_versions_append_only before update or delete on terms_versions for each row execute function refuse_rewriting_terms()',
  'create trigger terms_versions_kept before truncate on terms_versions execute function refuse_change()',
  `create function refuse_unapproved_terms() returns trigger language plpgsql as $$
  begin
    if not exists (select from terms_versions where id = new.terms_id and approved_at is not null) then
      raise exception 'the terms % were never approved', new.terms_id using errcode = 'check_violation';
    end if;
    return new;
  end $$`,
  `create trigger developers_begin_by_approved_terms before insert on developers for each row
    when (new.terms_id is not null) execute function refuse_unapproved_terms()`,
  `create trigger developers_go_by_approved_terms before update on developers for each row
    when (new.terms_id is not null and new.terms_id is distinct from old.terms_id) execute function refuse_unapproved_terms()`,
  // What was promised in a cycle was promised by the terms under which it opened.
  `create function refuse_other_terms() returns trigger language plpgsql as $$
  begin
    raise exception 'a running % keeps its terms', tg_table_name using errcode = 'restrict_violation';
  end $$`,
  ...['cycles', 'plans'].map(
    (table) => `create trigger ${table}_keep_their_terms before update on ${table} for each row
    when (new.terms_id is distinct from old.terms_id) execute function refuse_other_terms()`,
  ),
];
