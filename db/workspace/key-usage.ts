import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { KeyId } from '../../domain/ids';
import { moment } from '../instants';
import type { Tables } from '../tables';

const hourMs = 3_600_000;
const batchSize = 1_000;

/** Adds to how often keys were verified in the hour of this moment. Sorted, so that two servers never wait for each other in a circle. */
export async function addKeyUsage(db: Kysely<Tables>, counts: ReadonlyMap<KeyId, number>, now: Instant): Promise<void> {
  const hourAt = new Date(Math.floor(now / hourMs) * hourMs);
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
  for (let from = 0; from < rows.length; from += batchSize) {
    await db
      .insertInto('keyUsage')
      .values(rows.slice(from, from + batchSize).map(([keyId, count]) => ({ keyId, hourAt, count })))
      .onConflict((conflict) =>
        conflict.columns(['keyId', 'hourAt']).doUpdateSet((row) => ({
          count: row('keyUsage.count', '+', row.ref('excluded.count')),
        })),
      )
      .execute();
  }
}

/** Forgets what was counted before this moment. */
export async function deleteKeyUsage(db: Kysely<Tables>, before: Instant): Promise<void> {
  await db.deleteFrom('keyUsage').where('hourAt', '<', moment(before)).execute();
}
