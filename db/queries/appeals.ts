import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppealId, DeveloperId, EventId } from '../../domain/ids';
import { moment } from '../instants';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Appeals with the names of who they are of. `wall` is wall time: each developer's own offset is counted in. */
export function appealsQuery(db: Db, wall: Instant) {
  return db
    .selectFrom('appeals')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'appeals.developerId')
    .leftJoin('appProfiles', 'appProfiles.appId', 'appeals.appId')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'appeals.developerId')
    .selectAll('appeals')
    .select(['developerProfiles.legalName', 'appProfiles.name as appName', isLate(wall).as('isLate')]);
}

export type AppealRow = Awaited<ReturnType<ReturnType<typeof appealsQuery>['execute']>>[number];

/** True when an answer is owed since longer than was promised; needs the joins of `appealsQuery`. */
export function isLate(wall: Instant) {
  const now = sql`${moment(wall)} + make_interval(secs => coalesce(developer_offsets.offset_ms, 0) / 1000.0)`;
  return sql<boolean>`(appeals.state = 'open' and (appeals.decision_due_at <= ${now}
    or (appeals.first_answered_at is null and appeals.first_answer_due_at <= ${now})))`;
}

/** What the lists of appeals can be sorted by. */
export const appealSorts = {
  filedAt: { by: 'appeals.filedAt', kind: 'instant' },
  decisionDueAt: { by: 'appeals.decisionDueAt', kind: 'instant' },
} as const;

/** One appeal; undefined when there is none. */
export async function findAppeal(db: Db, appealId: AppealId, wall: Instant): Promise<AppealRow | undefined> {
  return appealsQuery(db, wall).where('appeals.id', '=', appealId).executeTakeFirst();
}

/** The appeal that an event brought about: the same when the event is taken again. */
export async function appealOfEvent(
  db: Db,
  developerId: DeveloperId,
  eventId: EventId,
  wall: Instant,
): Promise<AppealRow | undefined> {
  const entry = await db
    .selectFrom('auditEntries')
    .select('subject')
    .where('developerId', '=', developerId)
    .where('eventId', '=', eventId)
    .where('decision', '=', 'appeal.filed')
    .executeTakeFirst();
  return entry && findAppeal(db, entry.subject as AppealId, wall);
}
