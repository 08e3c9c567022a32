import { type Kysely, sql } from 'kysely';

/**
 * The notices of a suspension are looked at when it opens, and never again: a notice that comes back later must not keep it from being
 * lifted. Rows are written by upsert, and a trigger before the insert sees those that are there already as well.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(gate).execute(db);
}

const gate = `create or replace function refuse_unheard_suspension() returns trigger language plpgsql as $$
  begin
    if exists (select from suspensions where id = new.id) then
      return new;
    end if;
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
  end $$`;
