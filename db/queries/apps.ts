import { type Kysely, sql } from 'kysely';
import type { DeveloperId } from '../../domain/ids';
import type { SuspensionClass } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';

/** The classes of an app's open suspensions. */
export function openSuspensions(appIdColumn: string) {
  return sql<SuspensionClass[]>`array(
    select distinct suspensions.class from suspensions
    where suspensions.app_id = ${sql.ref(appIdColumn)} and suspensions.lifted_at is null order by 1)`;
}

/** The query of a developer's apps, retired ones too, for `paged` and for one. */
export function appsQuery(db: Kysely<Tables>, developerId: DeveloperId) {
  return db
    .selectFrom('apps')
    .innerJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .where('apps.developerId', '=', developerId)
    .select([
      'apps.id',
      'apps.developerId',
      'appProfiles.name',
      'apps.sdkProduct',
      'apps.entry',
      'apps.standing',
      'apps.standingChangedAt',
      'apps.registeredAt',
      'apps.firstAcceptedAt',
      'apps.coveredThroughOn',
      'apps.retiredAt',
    ])
    .select(openSuspensions('apps.id').as('suspendedFor'));
}

export type ListedApp = Awaited<ReturnType<ReturnType<typeof appsQuery>['executeTakeFirstOrThrow']>>;

export const appSorts = {
  name: { by: sql`lower(app_profiles.name)`, kind: 'text' },
  registeredAt: { by: 'apps.registeredAt', kind: 'instant' },
  standingChangedAt: { by: 'apps.standingChangedAt', kind: 'instant' },
} as const;
