import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { PersonId, PlanId, ReleaseId } from '../../domain/ids';
import type { Database } from '../database';
import { tellReleased } from '../lifecycle/crowds';
import type { Tables } from '../tables';

/** Releases with how many plans each names. */
export function releasesQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('releases')
    .selectAll('releases')
    .select(
      sql<number>`(select count(*)::int from release_plans where release_plans.release_id = releases.id)`.as(
        'planCount',
      ),
    );
}

export type ReleaseRow = Awaited<ReturnType<ReturnType<typeof releasesQuery>['executeTakeFirstOrThrow']>>;

/** What a release names, with names for people. */
export async function releasePlans(db: Kysely<Tables>, releaseId: ReleaseId) {
  return db
    .selectFrom('releasePlans')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'releasePlans.developerId')
    .innerJoin('appProfiles', 'appProfiles.appId', 'releasePlans.appId')
    .select([
      'releasePlans.planId',
      'releasePlans.developerId',
      'developerProfiles.legalName as developerName',
      'releasePlans.appId',
      'appProfiles.name as appName',
      'releasePlans.step',
      'releasePlans.outcome',
    ])
    .where('releaseId', '=', releaseId)
    .orderBy('developerProfiles.legalName')
    .orderBy('releasePlans.planId')
    .execute();
}

/**
 * Writes down a list of plans to be released. Returns those that do not wait for the budget: then nothing is written.
 * The same id again changes nothing.
 */
export async function proposeRelease(
  db: Database,
  given: { id: ReleaseId; reason: string; proposedBy: PersonId; planIds: readonly PlanId[] },
  now: Instant,
): Promise<PlanId[]> {
  const { planIds, ...release } = given;
  return db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('releases').select('id').where('id', '=', given.id).executeTakeFirst();
    if (known) return [];
    const waiting = await trx
      .selectFrom('plans')
      .select(['id', 'developerId', 'appId', 'restrictedAt'])
      .where('id', 'in', [...planIds])
      .where('blockedBy', '=', 'budget')
      .where('closedAt', 'is', null)
      .where('stoppedAt', 'is', null)
      // In the order in which decisions write them: the two would else wait for each other.
      .orderBy('id')
      .execute();
    const others = planIds.filter((id) => !waiting.some((plan) => plan.id === id));
    if (others.length > 0) return others;
    await trx
      .insertInto('releases')
      .values({ ...release, proposedAt: new Date(now), confirmedBy: null, confirmedAt: null })
      .execute();
    await trx
      .insertInto('releasePlans')
      .values(
        waiting.map((plan) => ({
          releaseId: given.id,
          planId: plan.id,
          developerId: plan.developerId,
          appId: plan.appId,
          step: plan.restrictedAt === null ? ('restrict' as const) : ('suspend' as const),
          outcome: null,
          settledAt: null,
        })),
      )
      .execute();
    return [];
  });
}

/** Confirms it and has it carried to the developers. False when it was confirmed before. */
export async function confirmRelease(
  db: Database,
  given: { id: ReleaseId; confirmedBy: PersonId },
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('releases')
      .set({ confirmedBy: given.confirmedBy, confirmedAt: new Date(now) })
      .where('id', '=', given.id)
      .where('confirmedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await tellReleased(trx, given.id, now);
    return true;
  });
}
