import { type Kysely, sql } from 'kysely';
import type { DeveloperId, PersonId } from '../../domain/ids';
import type { Task, TaskKind } from '../../domain/lifecycle/tasks';
import type { StaffRole } from '../../domain/permissions';
import type { Tables } from '../tables';

export interface TaskFilter {
  assignee?: Task['assignee'] | undefined;
  kind?: TaskKind | undefined;
  developerId?: DeveloperId | undefined;
  isClosed: boolean;
  /** Those of one of the vendor's people. */
  mine?: { looksAfter: readonly PersonId[]; role: StaffRole } | undefined;
}

/** The query of tasks, for `paged`. */
export function filteredTasks(db: Kysely<Tables>, filter: TaskFilter) {
  let query = tasksQuery(db).where('tasks.closedAt', filter.isClosed ? 'is not' : 'is', null);
  if (filter.assignee !== undefined) query = query.where('tasks.assignee', '=', filter.assignee);
  if (filter.kind !== undefined) query = query.where('tasks.kind', '=', filter.kind);
  if (filter.developerId !== undefined) query = query.where('tasks.developerId', '=', filter.developerId);
  if (filter.mine !== undefined) query = query.where(isTaskOf(filter.mine));
  return query;
}

/** The query of all tasks, for one. */
export function tasksQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('tasks')
    .innerJoin('developerProfiles as profile', 'profile.developerId', 'tasks.developerId')
    .select([
      'tasks.id',
      'tasks.kind',
      'tasks.subject',
      'tasks.assignee',
      'tasks.openedAt',
      'tasks.closedAt',
      'tasks.developerId',
      'profile.legalName',
      'profile.accountManagerId',
    ]);
}

export type ListedTask = Awaited<ReturnType<ReturnType<typeof tasksQuery>['executeTakeFirstOrThrow']>>;

/** As the mails about them are sent: to the account manager, where there is none to the leads, and by role. */
function isTaskOf({ looksAfter, role }: { looksAfter: readonly PersonId[]; role: StaffRole }) {
  const own = sql<boolean>`(tasks.assignee = 'am' and profile.account_manager_id = any (${looksAfter}::text[]))`;
  if (role === 'legal') return sql<boolean>`(${own} or tasks.assignee = 'compliance')`;
  if (role === 'lead')
    return sql<boolean>`(${own} or tasks.assignee = 'lead' or (tasks.assignee = 'am' and profile.account_manager_id is null))`;
  return own;
}

export const taskSorts = {
  openedAt: { by: 'tasks.openedAt', kind: 'instant' },
  kind: { by: 'tasks.kind', kind: 'text' },
} as const;
