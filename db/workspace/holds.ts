import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, HoldId, PersonId } from '../../domain/ids';
import type { Database } from '../database';
import { lockEnforcement } from '../lifecycle/budget';
import { wakeHeld } from '../lifecycle/crowds';
import type { Tables } from '../tables';

/** Holds with the name of the developer they are for. */
export function holdsQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('holds')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'holds.developerId')
    .selectAll('holds')
    .select('developerProfiles.legalName');
}

export type HoldRow = Awaited<ReturnType<ReturnType<typeof holdsQuery>['executeTakeFirstOrThrow']>>;

/** Holds a developer, or everybody: no enforcement is under way when this returns. The same id again changes nothing. */
export async function placeHold(
  db: Database,
  hold: { id: HoldId; developerId: DeveloperId | null; reason: string; placedBy: PersonId },
  now: Instant,
): Promise<HoldRow> {
  return db.transaction().execute(async (trx) => {
    await lockEnforcement(trx);
    await trx
      .insertInto('holds')
      .values({ ...hold, placedAt: new Date(now), liftedBy: null, liftedAt: null, liftReason: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return holdsQuery(trx).where('holds.id', '=', hold.id).executeTakeFirstOrThrow();
  });
}

/** Lifts it and has those woken who wait for it. False when somebody has lifted it already. */
export async function liftHold(
  db: Database,
  hold: { id: HoldId; liftedBy: PersonId; liftReason: string },
  now: Instant,
): Promise<boolean> {
  const { id, ...lifted } = hold;
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('holds')
      .set({ ...lifted, liftedAt: new Date(now) })
      .where('id', '=', id)
      .where('liftedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await wakeHeld(trx, now);
    return true;
  });
}
