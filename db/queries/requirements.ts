import type { Kysely } from 'kysely';
import type { AppId, DeveloperId } from '../../domain/ids';
import type { Tables } from '../tables';

/** What is owed by these apps: the open plans, their requirements and findings, and whether time was asked for already. */
export async function loadOwed(db: Kysely<Tables>, developerId: DeveloperId, appIds: readonly AppId[]) {
  const ids = appIds.length > 0 ? [...appIds] : ['' as AppId];
  const developer = await db
    .selectFrom('developers')
    .select(['nextDueOn', 'nextOpensAt'])
    .where('id', '=', developerId)
    .executeTakeFirstOrThrow();
  const plans = await db
    .selectFrom('plans')
    .selectAll()
    .where('developerId', '=', developerId)
    .where('appId', 'in', ids)
    .where('closedAt', 'is', null)
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
  const requirements = await db
    .selectFrom('requirements')
    .innerJoin('cycles', 'cycles.id', 'requirements.cycleId')
    .selectAll('requirements')
    .where('requirements.developerId', '=', developerId)
    .where('requirements.appId', 'in', ids)
    .where('cycles.closedAt', 'is', null)
    .where('requirements.state', 'in', ['open', 'submitted', 'returned'])
    .execute();
  const findings = await db
    .selectFrom('findings')
    .select(['id', 'appId', 'obligation', 'clause', 'state'])
    .where('developerId', '=', developerId)
    .where('appId', 'in', ids)
    .where('state', 'in', ['open', 'answered'])
    .orderBy('raisedAt')
    .orderBy('id')
    .execute();
  const extensions = await db
    .selectFrom('extensions')
    .select(['cycleId'])
    .where('developerId', '=', developerId)
    .execute();
  return { developer, plans, requirements, findings, extendedCycleIds: new Set(extensions.map((row) => row.cycleId)) };
}

export type Owed = Awaited<ReturnType<typeof loadOwed>>;
