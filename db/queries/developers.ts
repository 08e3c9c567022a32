import { type Kysely, sql } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import { worstStanding } from '../../domain/lifecycle/standing';
import { type Standing, standings } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Standings from best to worst, as the lifecycle compares them: what the database sorts developers by. */
export const fromBest: readonly Standing[] = standings
  .filter((standing) => worstStanding([standing]) !== null)
  .sort((one, other) => (worstStanding([one, other]) === one ? 1 : -1));

/** How a developer without a binding day is sorted: after all others. */
const never = '9999-12-31';

const nextDueOn = sql<Day | null>`nullif(desk.due_on, ${sql.lit(never)}::date)`;

/** What a list of developers can be sorted by; a developer without a day comes after all others. */
export const developerSorts = {
  name: { by: 'desk.nameKey', kind: 'text' },
  nextDueOn: { by: 'desk.dueOn', kind: 'day' },
  standing: { by: 'desk.standingRank', kind: 'number' },
  enrolledAt: { by: 'desk.enrolledAt', kind: 'instant' },
} as const satisfies Record<string, { by: string; kind: 'text' | 'day' | 'number' | 'instant' }>;

/** The query of developers with what a list shows. */
export function developersQuery(db: Db) {
  return db
    .selectFrom('deskDevelopers as desk')
    .innerJoin('developers', 'developers.id', 'desk.developerId')
    .innerJoin('developerProfiles as profile', 'profile.developerId', 'desk.developerId')
    .select([
      'developers.id',
      'profile.legalName',
      'profile.accountManagerId',
      'developers.timeZone',
      'developers.country',
      'developers.language',
      'developers.enrolledAt',
      'developers.offboardedAt',
      'developers.anchorOn',
      'developers.tierId',
      'developers.nextWakeAt',
      'developers.nextWakeFor',
      'desk.standingRank',
      'desk.appCount',
      'desk.sdkProducts',
      'desk.openTaskCount',
      'desk.openReviewCount',
      'desk.isUnreachable',
      nextDueOn.as('nextDueOn'),
      sql<number>`(select count(*)::int from memberships where memberships.developer_id = developers.id)`.as(
        'contactCount',
      ),
    ]);
}

export type ListedDeveloper = Awaited<ReturnType<ReturnType<typeof developersQuery>['executeTakeFirstOrThrow']>>;

/** The standing that a developer is shown by. */
export function shownStanding(row: Pick<ListedDeveloper, 'standingRank' | 'offboardedAt'>): Standing | null {
  return row.offboardedAt === null ? (fromBest[row.standingRank - 1] ?? null) : 'offboarded';
}

/** The open cycles of a developer with the plan of each app, and the terms of the tier under which each opened, if of one. */
export async function loadCycles(db: Db, developerId: DeveloperId) {
  const cycles = await db
    .selectFrom('cycles')
    .leftJoin('termsVersions', 'termsVersions.id', 'cycles.termsId')
    .select(['cycles.id', 'kind', 'catalogueVersion', 'dueOn', 'openedAt', 'terms'])
    .where('developerId', '=', developerId)
    .where('closedAt', 'is', null)
    .orderBy('openedAt')
    .orderBy('cycles.id')
    .execute();
  const plans = await db
    .selectFrom('plans')
    .selectAll()
    .where('developerId', '=', developerId)
    .where('closedAt', 'is', null)
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
  return cycles.map((cycle) => ({ ...cycle, plans: plans.filter((plan) => plan.cycleId === cycle.id) }));
}
