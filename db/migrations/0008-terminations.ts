import { type Kysely, sql } from 'kysely';

/** Suspensions that people decide on, and terminations: asked for by one person, confirmed by another, told in time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...requests, ...terminations]) await sql.raw(statement).execute(db);
}

const requests = [
  `create table suspension_requests (
    id text primary key check (id ~ '^srq_'),
    developer_id text not null references developers (id),
    app_id text not null references apps (id),
    class text not null check (class in ('account-manager', 'legal')),
    reason text not null,
    clause text not null,
    state text not null check (state in ('open', 'confirmed', 'refused', 'withdrawn')),
    requested_by text not null,
    requested_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decision_reason text,
    check ((state = 'open') = (decided_at is null)),
    check (state not in ('confirmed', 'refused') or decided_by <> requested_by),
    check (state not in ('confirmed', 'refused') or decided_by is not null)
  )`,
  `create unique index suspension_requests_one_open on suspension_requests (app_id, class) where state = 'open'`,
  'create index suspension_requests_developer on suspension_requests (developer_id, requested_at)',
  'alter table suspensions add column request_id text references suspension_requests (id)',
  'create unique index suspensions_one_of_request on suspensions (request_id)',
  `alter table suspensions add constraint suspensions_of_people
    check ((class in ('account-manager', 'legal')) = (request_id is not null))`,
  'alter table suspensions drop constraint suspensions_lifted_by_check',
  `alter table suspensions add constraint suspensions_lifted_by_check check (
    lifted_by in ('cure', 'provisional-cure', 'appeal', 'account-manager', 'legal', 'retired', 'revoked', 'withdrawn'))`,
  `alter table suspensions add constraint suspensions_lifted_by_class check (
    (class not in ('account-manager', 'legal') or lifted_by not in ('cure', 'provisional-cure', 'withdrawn'))
    and (class = 'account-manager' or lifted_by <> 'account-manager'))`,
  // Looked at when the transaction ends: the request, the suspension and the statement of reasons are written together.
  `create function refuse_unexplained_suspension() returns trigger language plpgsql as $$
  begin
    if new.class in ('account-manager', 'legal') and not exists (
      select from suspension_requests request join notices on notices.occasion = request.id
      where request.id = new.request_id and request.state = 'confirmed' and request.class = new.class
        and request.app_id = new.app_id and notices.template = 'suspended-by-decision' and notices.app_ids ? new.app_id
    ) then
      raise exception 'a suspension by people needs a second person and its statement of reasons' using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger suspensions_explained after insert on suspensions deferrable initially deferred
    for each row execute function refuse_unexplained_suspension()`,
];

const terminations = [
  `create table terminations (
    id text primary key check (id ~ '^trm_'),
    developer_id text not null references developers (id),
    kind text not null check (kind in ('revocation', 'offboarding')),
    app_id text references apps (id),
    plan_id text references plans (id),
    reason text not null,
    state text not null check (state in ('announced', 'executed', 'withdrawn', 'cured')),
    announced_by text not null,
    announced_at timestamptz not null,
    notice_id text not null references notices (id),
    not_before_at timestamptz,
    told_at timestamptz,
    confirmed_by text,
    executed_at timestamptz,
    cancelled_at timestamptz,
    check ((kind = 'revocation') = (app_id is not null)),
    check ((app_id is null) = (plan_id is null)),
    check ((state = 'executed') = (executed_at is not null)),
    check ((state in ('withdrawn', 'cured')) = (cancelled_at is not null)),
    check (state <> 'executed' or (confirmed_by is not null and not_before_at is not null)),
    check (confirmed_by <> announced_by),
    check (executed_at >= not_before_at)
  )`,
  `create unique index terminations_one_announced on terminations (developer_id, coalesce(app_id, '')) where state = 'announced'`,
  'create index terminations_developer on terminations (developer_id, announced_at)',
  `create function refuse_unheard_termination() returns trigger language plpgsql as $$
  begin
    if new.state = 'executed' and not exists (
      select from notices where id = new.notice_id and template = 'termination-notice' and state = 'accepted'
        and accepted_at <= new.executed_at - interval '30 days'
    ) then
      raise exception 'a termination needs its notice, delivered 30 days before' using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger terminations_notice_gate after insert or update on terminations deferrable initially deferred
    for each row execute function refuse_unheard_termination()`,
  `create function refuse_unheard_revocation() returns trigger language plpgsql as $$
  begin
    if new.standing = 'revoked' and not exists (
      select from terminations where app_id = new.id and kind = 'revocation' and state = 'executed'
    ) then
      raise exception 'an app is revoked by a confirmed termination only' using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger apps_revocation_gate after insert or update on apps deferrable initially deferred
    for each row when (new.standing = 'revoked') execute function refuse_unheard_revocation()`,
  // Final: what was revoked stays revoked.
  `create function refuse_revival() returns trigger language plpgsql as $$
  begin
    raise exception 'a revoked app stays revoked' using errcode = 'check_violation';
  end $$`,
  `create trigger apps_revoked_for_good before update on apps
    for each row when (old.standing = 'revoked' and new.standing <> 'revoked') execute function refuse_revival()`,
];
