import type { Kysely } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { DeveloperId, FreezeDayId, PersonId } from '../../domain/ids';
import type { Database } from '../database';
import { lockEnforcement } from '../lifecycle/budget';
import { wakeThawed } from '../lifecycle/crowds';
import type { Tables } from '../tables';

/** Frozen days with the name of the developer they are for. */
export function freezeDaysQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('freezeDays')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'freezeDays.developerId')
    .selectAll('freezeDays')
    .select('developerProfiles.legalName');
}

export type FreezeDayRow = Awaited<ReturnType<ReturnType<typeof freezeDaysQuery>['executeTakeFirstOrThrow']>>;

/** Freezes a day; undefined when it is frozen for the same already. The same id again changes nothing. */
export async function addFreezeDay(
  db: Database,
  freeze: { id: FreezeDayId; developerId: DeveloperId | null; day: Day; reason: string; addedBy: PersonId },
  now: Instant,
): Promise<FreezeDayRow | undefined> {
  return db.transaction().execute(async (trx) => {
    await lockEnforcement(trx);
    await trx
      .insertInto('freezeDays')
      .values({ ...freeze, addedAt: new Date(now), removedBy: null, removedAt: null, removalReason: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return freezeDaysQuery(trx).where('freezeDays.id', '=', freeze.id).executeTakeFirst();
  });
}

/** Gives a day back and has those woken whose step may come earlier by it. False when it was given back before. */
export async function removeFreezeDay(
  db: Database,
  freeze: { id: FreezeDayId; removedBy: PersonId; removalReason: string },
  now: Instant,
): Promise<boolean> {
  const { id, ...removed } = freeze;
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('freezeDays')
      .set({ ...removed, removedAt: new Date(now) })
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .returning('developerId')
      .executeTakeFirst();
    if (!row) return false;
    await wakeThawed(trx, row.developerId, now);
    return true;
  });
}
