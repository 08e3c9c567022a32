import type { Kysely } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { LeaveId, PersonId } from '../../domain/ids';
import { judgeLeave, type Leave } from '../../domain/staff/leave';
import type { Database } from '../database';
import type { Tables } from '../tables';
import { noteStaffChange } from './staff-changes';

type Db = Kysely<Tables>;

/** The query of leaves, for `paged`. */
export function leavesQuery(db: Db) {
  return db.selectFrom('staffLeaves').selectAll();
}

export type LeaveRow = Awaited<ReturnType<ReturnType<typeof leavesQuery>['executeTakeFirstOrThrow']>>;

/** Leaves that are under way or ahead. */
export function leavesFrom(db: Db, today: Day): Promise<Leave[]> {
  return leavesQuery(db)
    .clearSelect()
    .select(['id', 'personId', 'fromOn', 'untilOn', 'standInId'])
    .where('endedAt', 'is', null)
    .where('untilOn', '>=', today)
    .orderBy('fromOn')
    .orderBy('id')
    .execute();
}

/** Enters a leave; the same id again changes nothing. Throws what `judgeLeave` throws. */
export async function enterLeave(
  db: Database,
  leave: Leave & { enteredBy: PersonId },
  { now, today }: { now: Instant; today: Day },
): Promise<LeaveRow> {
  return db.transaction().execute(async (trx) => {
    // Two who enter a leave at once see each other's.
    await trx
      .selectFrom('staff')
      .select('personId')
      .where('personId', 'in', [leave.personId, leave.standInId])
      .orderBy('personId')
      .forUpdate()
      .execute();
    const known = (await leavesFrom(trx, today)).filter((one) => one.id !== leave.id);
    judgeLeave(leave, known, today);
    const entered = await trx
      .insertInto('staffLeaves')
      .values({ ...leave, enteredAt: new Date(now), endedBy: null, endedAt: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    const { id, personId, fromOn, untilOn, standInId, enteredBy: by } = leave;
    if (entered)
      await noteStaffChange(
        trx,
        { personId, change: 'leave-entered', data: { id, fromOn, untilOn, standInId }, by },
        now,
      );
    return leavesQuery(trx).where('id', '=', id).executeTakeFirstOrThrow();
  });
}

/** Ends a leave now, also one that has not begun; undefined when there is none that stands. */
export async function endLeave(db: Database, id: LeaveId, by: PersonId, now: Instant): Promise<LeaveRow | undefined> {
  return db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('staffLeaves')
      .set({ endedBy: by, endedAt: new Date(now) })
      .where('id', '=', id)
      .where('endedAt', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (ended) await noteStaffChange(trx, { personId: ended.personId, change: 'leave-ended', data: { id }, by }, now);
    return ended;
  });
}
