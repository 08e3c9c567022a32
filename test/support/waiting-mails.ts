import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { mailsWaiting } from '../../db/queries/notices';
import type { DeveloperId } from '../../domain/ids';

const name = 'ntc_waits';

/** Makes so many mails wait to leave, with those that do: a crowd's to one developer, which nothing in the test delivers. */
export async function makeMailsWait(db: Database, developerId: DeveloperId, count: number): Promise<void> {
  const missing = count - (await mailsWaiting(db));
  await sql`insert into notices (id, developer_id, template, scope, app_ids, rung, occasion, plan_ids, revision, audience, facts, state,
      created_at, confirmations)
    select ${name} || lpad(number::text, 15, '0'), ${developerId}, 'terms-changed', 'all', '[]', 'waits', number::text, '[]', 0, '[]',
      '{"apps":[]}', 'queued', now(), '[]'
    from generate_series(1, ${missing}) as crowd (number)`.execute(db);
}

/** So many of these leave: the one half is accepted, the other comes back for good. All when left out. */
export async function letMailsLeave(db: Database, count: number | null = null): Promise<void> {
  await sql`update notices set state = case when number % 2 = 0 then 'accepted' else 'bounced' end,
      accepted_at = case when number % 2 = 0 then now() end, bounced_at = case when number % 2 = 1 then now() end
    from (select id, row_number() over () as number from notices
      where state = 'queued' and starts_with(id, ${name}) limit ${count}) as leaving
    where notices.id = leaving.id`.execute(db);
}

/** Every mail that waits leaves, whatever it is. */
export async function letAllMailsLeave(db: Database): Promise<void> {
  await sql`update notices set state = 'accepted', accepted_at = now() where state = 'queued'`.execute(db);
}
