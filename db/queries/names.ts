import type { DeveloperId } from '../../domain/ids';
import type { SdkProductSlug } from '../../domain/products';
import type { Database } from '../database';

/** What a developer and their apps are called, for mails. */
export async function loadNames(db: Database, developerId: DeveloperId) {
  const developer = await db
    .selectFrom('developers')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'developers.id')
    .select(['developers.timeZone', 'developerProfiles.legalName'])
    .where('developers.id', '=', developerId)
    .executeTakeFirstOrThrow();
  const apps = await db
    .selectFrom('apps')
    .innerJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .select(['apps.id', 'apps.sdkProduct', 'appProfiles.name'])
    .where('apps.developerId', '=', developerId)
    .execute();
  const byId: Record<string, { name: string; sdkProduct: SdkProductSlug }> = {};
  for (const app of apps) byId[app.id] = { name: app.name, sdkProduct: app.sdkProduct };
  return { developerId, legalName: developer.legalName, timeZone: developer.timeZone, apps: byId };
}
