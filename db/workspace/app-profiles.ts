import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Names an app. Called in the transaction that registers it. */
export async function addAppProfile(
  db: Db,
  profile: { appId: AppId; developerId: DeveloperId; name: string },
  now: Instant,
): Promise<void> {
  await db
    .insertInto('appProfiles')
    .values({ ...profile, createdAt: new Date(now) })
    .execute();
}

/** False when the developer has no such app. */
export async function renameApp(db: Db, developerId: DeveloperId, appId: AppId, name: string): Promise<boolean> {
  const renamed = await db
    .updateTable('appProfiles')
    .set({ name })
    .where('appId', '=', appId)
    .where('developerId', '=', developerId)
    .executeTakeFirst();
  return renamed.numUpdatedRows > 0n;
}
