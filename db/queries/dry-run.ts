import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, KeyId, PlanId, ReleaseId } from '../../domain/ids';
import { moment } from '../instants';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Developers with a step that may come within so long: the decider says which do. */
export async function developersNearStep(
  db: Db,
  given: { now: Instant; aheadMs: number; developerId: DeveloperId | undefined; atMost: number },
): Promise<{ ids: DeveloperId[]; leftOff: number }> {
  let query = db
    .selectFrom('plans')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'plans.developerId')
    .select('plans.developerId')
    .distinct()
    .where('plans.closedAt', 'is', null)
    .where((row) => row.or([row('plans.blockedBy', 'is', null), row('plans.blockedBy', '!=', 'budget')]))
    .where(
      sql<boolean>`coalesce(case when plans.restricted_at is null then plans.restricts_not_before_at end, plans.suspends_not_before_at)
        <= ${moment(given.now + given.aheadMs)} + make_interval(secs => coalesce(developer_offsets.offset_ms, 0) / 1000.0)`,
    )
    .orderBy('plans.developerId');
  if (given.developerId !== undefined) query = query.where('plans.developerId', '=', given.developerId);
  const rows = await query.execute();
  const ids = rows.map((row) => row.developerId);
  return { ids: ids.slice(0, given.atMost), leftOff: Math.max(0, ids.length - given.atMost) };
}

/** The plans that a release names. */
export async function plansOfRelease(db: Db, releaseId: ReleaseId): Promise<PlanId[]> {
  const rows = await db.selectFrom('releasePlans').select('planId').where('releaseId', '=', releaseId).execute();
  return rows.map((row) => row.planId);
}

/** What the developers and apps of these apps are called. */
export async function namesOfApps(db: Db, appIds: readonly AppId[]) {
  if (appIds.length === 0) return new Map<AppId, { developerName: string; appName: string }>();
  const rows = await db
    .selectFrom('appProfiles')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'appProfiles.developerId')
    .select(['appProfiles.appId', 'appProfiles.name as appName', 'developerProfiles.legalName as developerName'])
    .where('appProfiles.appId', 'in', [...appIds])
    .execute();
  return new Map(rows.map(({ appId, ...names }) => [appId, names]));
}

export interface UsedKey {
  id: KeyId;
  appId: AppId;
  name: string;
  prefix: string;
  lastFour: string;
  verificationsLastDay: number;
}

/** The live keys of these apps that work, with how often each was verified in the 24 hours before. */
export async function liveKeysOf(db: Db, appIds: readonly AppId[], now: Instant): Promise<UsedKey[]> {
  if (appIds.length === 0) return [];
  return db
    .selectFrom('keys')
    .innerJoin('keySecrets', 'keySecrets.keyId', 'keys.id')
    .select(['keys.id', 'keys.appId', 'keySecrets.name', 'keySecrets.prefix', 'keySecrets.lastFour'])
    .select(
      sql<number>`coalesce((select sum(key_usage.count)::float8 from key_usage
        where key_usage.key_id = keys.id and key_usage.hour_at > ${moment(now - 86_400_000)}), 0)`.as(
        'verificationsLastDay',
      ),
    )
    .where('keys.appId', 'in', [...appIds])
    .where('keys.environment', '=', 'live')
    .where('keys.state', '=', 'active')
    .orderBy('keys.id')
    .execute();
}
