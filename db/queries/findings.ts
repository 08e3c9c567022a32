import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId, EventId, EvidenceId, FindingId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Findings with the names of whom they are about, and the dates of their plans. */
export function findingsQuery(db: Db) {
  return db
    .selectFrom('findings')
    .innerJoin('plans', 'plans.findingId', 'findings.id')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'findings.developerId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'findings.appId')
    .selectAll('findings')
    .select([
      'developerProfiles.legalName',
      'appProfiles.name as appName',
      'plans.dueOn',
      'plans.dueAt',
      'plans.stoppedAt',
      'plans.closedAt',
      'plans.restrictsNotBeforeAt',
      'plans.restrictedAt',
      'plans.suspendsNotBeforeAt',
      'plans.blockedBy',
      sql<Instant | null>`(
        select opened_at from suspensions where suspensions.plan_id = plans.id and suspensions.lifted_at is null)`.as(
        'suspendedAt',
      ),
    ]);
}

export type FindingRow = Awaited<ReturnType<ReturnType<typeof findingsQuery>['execute']>>[number];

/** One finding; undefined when there is none. */
export async function findFinding(db: Db, findingId: FindingId): Promise<FindingRow | undefined> {
  return findingsQuery(db).where('findings.id', '=', findingId).executeTakeFirst();
}

/** The finding that an event brought about: the same when the event is taken again. */
export async function findingOfEvent(
  db: Db,
  developerId: DeveloperId,
  eventId: EventId,
): Promise<FindingRow | undefined> {
  const entry = await db
    .selectFrom('auditEntries')
    .select('subject')
    .where('developerId', '=', developerId)
    .where('eventId', '=', eventId)
    .where('decision', '=', 'finding.raised')
    .executeTakeFirst();
  return entry && findFinding(db, entry.subject as FindingId);
}

/** Which of these evidence files are not this developer's. */
export async function unknownEvidence(
  db: Db,
  developerId: DeveloperId,
  evidenceIds: readonly EvidenceId[],
): Promise<EvidenceId[]> {
  if (evidenceIds.length === 0) return [];
  const rows = await db
    .selectFrom('evidence')
    .select('id')
    .where('developerId', '=', developerId)
    .where('id', 'in', [...evidenceIds])
    .execute();
  return evidenceIds.filter((id) => !rows.some((row) => row.id === id));
}
