import type { Kysely } from 'kysely';
import type { DeveloperId, EventId } from '../../domain/ids';
import type { DecisionType } from '../../domain/lifecycle/decisions';
import type { Tables } from '../tables';

/** The id of what an event brought about by a decision of this type: the same when the event is taken again. Undefined when there is none. */
export async function subjectOfEvent(
  db: Kysely<Tables>,
  developerId: DeveloperId,
  eventId: EventId,
  decision: DecisionType,
): Promise<string | undefined> {
  const entry = await db
    .selectFrom('auditEntries')
    .select('subject')
    .where('developerId', '=', developerId)
    .where('eventId', '=', eventId)
    .where('decision', '=', decision)
    .executeTakeFirst();
  return entry?.subject;
}
