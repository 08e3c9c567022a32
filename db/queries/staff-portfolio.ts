import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, PersonId } from '../../domain/ids';
import type { TaskKind } from '../../domain/lifecycle/tasks';
import type { Tables } from '../tables';
import { loadNeeds } from './desk-needs';

type Db = Kysely<Tables>;

/** What somebody looks after: their developers that are with us, and what waits at them. */
export async function staffPortfolio(db: Db, personId: PersonId, now: Instant) {
  const owned = await sql<{ developers: number; apps: number }>`
    select count(*) as developers, coalesce(sum(app_count), 0)::int as apps
    from desk_developers where account_manager_id = ${personId} and not is_offboarded`.execute(db);
  const tasks = await sql<{ kind: TaskKind; count: number }>`
    select tasks.kind, count(*) as count from tasks
    join developer_profiles profile on profile.developer_id = tasks.developer_id
    where profile.account_manager_id = ${personId} and tasks.closed_at is null and tasks.assignee = 'am'
    group by tasks.kind order by tasks.kind`.execute(db);
  const needs = await loadNeeds(db, [personId], now, 1);
  return {
    ...(owned.rows[0] ?? { developers: 0, apps: 0 }),
    tasks: tasks.rows,
    reviews: needs.reviews.count,
    extensions: needs.extensions.count,
    exemptions: needs.exemptions.count,
    appeals: needs.appeals.count,
    findings: needs.findings.count,
  };
}

/** So many of the developers that somebody looks after and that are with us. */
export async function developersOfManager(db: Db, personId: PersonId, limit: number): Promise<DeveloperId[]> {
  const rows = await db
    .selectFrom('deskDevelopers')
    .select('developerId')
    .where('accountManagerId', '=', personId)
    .where('isOffboarded', '=', false)
    .orderBy('developerId')
    .limit(limit)
    .execute();
  return rows.map(({ developerId }) => developerId);
}
