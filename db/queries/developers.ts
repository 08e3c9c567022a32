import { type Expression, type Kysely, sql } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import { worstStanding } from '../../domain/lifecycle/standing';
import { type Standing, standings } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Standings from best to worst, as the lifecycle compares them: what the database sorts developers by. */
const fromBest: readonly Standing[] = standings
  .filter((standing) => worstStanding([standing]) !== null)
  .sort((one, other) => (worstStanding([one, other]) === one ? 1 : -1));

/** 1 for the best; 0 for a developer without an app in use. */
const rank = sql<number>`coalesce((
  select max(array_position(${sql.lit(`{${fromBest.join()}}`)}::text[], apps.standing))
  from apps where apps.developer_id = developers.id and apps.retired_at is null), 0)`;

/** The most pressing binding day: of an open plan, else of the next cycle. */
const nextDueOn = sql<Day | null>`coalesce((
  select min(plans.due_on) from plans where plans.developer_id = developers.id and plans.closed_at is null), developers.next_due_on)`;

const openTasks = sql<number>`(
  select count(*)::int from tasks where tasks.developer_id = developers.id and tasks.closed_at is null)`;

/** What a list of developers can be sorted by; a developer without a day comes after all others. */
export const developerSorts = {
  name: { by: sql`lower(profile.legal_name)`, kind: 'text' },
  nextDueOn: { by: sql`coalesce(${nextDueOn}, date '9999-12-31')`, kind: 'day' },
  standing: { by: rank, kind: 'number' },
  enrolledAt: { by: 'developers.enrolledAt', kind: 'instant' },
} as const satisfies Record<string, { by: string | Expression<unknown>; kind: 'text' | 'day' | 'number' | 'instant' }>;

/** The query of developers with what a list shows, for `paged` and for one. */
export function developersQuery(db: Db) {
  return db
    .selectFrom('developers')
    .innerJoin('developerProfiles as profile', 'profile.developerId', 'developers.id')
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
      'developers.nextWakeAt',
      'developers.nextWakeFor',
      rank.as('standingRank'),
      nextDueOn.as('nextDueOn'),
      openTasks.as('openTaskCount'),
      sql<number>`(select count(*)::int from apps where apps.developer_id = developers.id and apps.retired_at is null)`.as(
        'appCount',
      ),
      sql<number>`(select count(*)::int from memberships where memberships.developer_id = developers.id)`.as(
        'contactCount',
      ),
    ]);
}

export type ListedDeveloper = Awaited<ReturnType<ReturnType<typeof developersQuery>['executeTakeFirstOrThrow']>>;

export interface DeveloperFilter {
  developerIds: readonly DeveloperId[] | 'all';
  standing?: Standing | undefined;
  accountManagerId?: string | undefined;
  search?: string | undefined;
  dueBefore?: Day | undefined;
  hasOpenTasks?: boolean | undefined;
}

/** The query of those developers that a filter names. */
export function filteredDevelopers(db: Db, filter: DeveloperFilter) {
  let query = developersQuery(db);
  if (filter.developerIds !== 'all') query = query.where('developers.id', 'in', [...filter.developerIds]);
  if (filter.standing === 'offboarded') query = query.where('developers.offboardedAt', 'is not', null);
  else if (filter.standing !== undefined) query = query.where(rank, '=', fromBest.indexOf(filter.standing) + 1 || -1);
  if (filter.accountManagerId !== undefined)
    query = query.where('profile.accountManagerId', '=', filter.accountManagerId as never);
  if (filter.search !== undefined)
    query = query.where(sql<boolean>`strpos(lower(profile.legal_name), lower(${filter.search})) > 0`);
  if (filter.dueBefore !== undefined) query = query.where(sql<boolean>`${nextDueOn} < ${filter.dueBefore}::date`);
  if (filter.hasOpenTasks !== undefined) query = query.where(openTasks, filter.hasOpenTasks ? '>' : '=', 0);
  return query;
}

/** The standing that a developer is shown by. */
export function shownStanding(row: Pick<ListedDeveloper, 'standingRank' | 'offboardedAt'>): Standing | null {
  return row.offboardedAt === null ? (fromBest[row.standingRank - 1] ?? null) : 'offboarded';
}

/** The open cycles of a developer with the plan of each app. */
export async function loadCycles(db: Db, developerId: DeveloperId) {
  const cycles = await db
    .selectFrom('cycles')
    .select(['id', 'kind', 'catalogueVersion', 'dueOn', 'openedAt'])
    .where('developerId', '=', developerId)
    .where('closedAt', 'is', null)
    .orderBy('openedAt')
    .orderBy('id')
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
