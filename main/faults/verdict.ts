import { sql } from 'kysely';
import type { DeveloperId } from '../../domain/ids';
import { judgeAlarm } from './alarm';
import type { Actor } from './cast';
import { judgeChain } from './chain';
import { all, type Before, type Finding } from './finding';
import { judgeMails } from './mails';
import { judgeOutcome } from './outcome';
import type { Stage } from './stage';

export async function lookBefore({ db }: Stage, { id }: Actor): Promise<Before> {
  const last = await db
    .selectFrom('auditEntries')
    .select((row) => row.fn.max('seq').as('seq'))
    .where('developerId', '=', id)
    .executeTakeFirst();
  const notices = await db.selectFrom('notices').select('id').where('developerId', '=', id).execute();
  return { seq: last?.seq ?? 0, noticeIds: notices.map((notice) => notice.id), at: Date.now() };
}

/** Nothing of this developer is under way any more. */
export async function isAtRest({ db }: Stage, { id }: Actor): Promise<boolean> {
  const queued = await db
    .selectFrom('notices')
    .select('id')
    .where('developerId', '=', id)
    .where('state', '=', 'queued')
    .execute();
  return queued.length === 0 && (await waiting(db, id)).length === 0;
}

/** Judges a trial that has come to rest, by the record, the inbox and Temporal's history. */
export async function judge(stage: Stage, actor: Actor, before: Before, answer: unknown): Promise<Finding> {
  return all([
    await judgeOutcome(stage, actor, before, answer),
    await judgeMails(stage, actor, before),
    await judgeChain(stage, actor),
    await judgeAlarm(stage, actor),
    {
      lost: (await waiting(stage.db, actor.id)).map(
        (row) => `${row.kind} still waits to be carried out: ${row.lastFault}`,
      ),
      doubled: [],
    },
  ]);
}

function waiting(db: Stage['db'], id: DeveloperId) {
  return db
    .selectFrom('outbox')
    .select(['kind', 'lastFault'])
    .where('deliveredAt', 'is', null)
    .where(sql<boolean>`payload->>'developerId' = ${id}`)
    .execute();
}
