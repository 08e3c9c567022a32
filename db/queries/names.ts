import type { DeveloperId, PersonId } from '../../domain/ids';
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

/** What people are called; who was erased is left out. */
export async function namesOfPeople(db: Database, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}
