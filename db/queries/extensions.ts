import type { Kysely } from 'kysely';
import type { DeveloperId, EventId, ExtensionId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Extension requests with the developer they are of and the day they would move. */
export function extensionsQuery(db: Db) {
  return db
    .selectFrom('extensions')
    .innerJoin('cycles', 'cycles.id', 'extensions.cycleId')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'extensions.developerId')
    .selectAll('extensions')
    .select(['cycles.dueOn', 'developerProfiles.legalName']);
}

export type ExtensionRow = Awaited<ReturnType<ReturnType<typeof extensionsQuery>['execute']>>[number];

/** One extension request; undefined when there is none. */
export async function findExtension(db: Db, extensionId: ExtensionId): Promise<ExtensionRow | undefined> {
  return extensionsQuery(db).where('extensions.id', '=', extensionId).executeTakeFirst();
}

/** The request that an event brought about: the same when the event is taken again. */
export async function extensionOfEvent(
  db: Db,
  developerId: DeveloperId,
  eventId: EventId,
): Promise<ExtensionRow | undefined> {
  const entry = await db
    .selectFrom('auditEntries')
    .select('subject')
    .where('developerId', '=', developerId)
    .where('eventId', '=', eventId)
    .where('decision', '=', 'extension.requested')
    .executeTakeFirst();
  return entry && findExtension(db, entry.subject as ExtensionId);
}
