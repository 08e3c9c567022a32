import { type Kysely, sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, SubmissionId } from '../../domain/ids';
import type { Tables } from '../tables';

/** That an app was accepted by a submission, as it was decided then: what came after changes nothing about it. */
export interface Acceptance {
  /** Obligation time. */
  at: Instant;
  /** The day up to which it covers the app; null where no next day was set. */
  coveredThroughOn: Day | null;
}

interface Accepted {
  id: SubmissionId;
  developerId: DeveloperId;
  appId: AppId;
}

/** How the app was accepted by this submission; null where it was not, or not yet. */
export async function acceptanceOf(db: Kysely<Tables>, submission: Accepted): Promise<Acceptance | null> {
  const { id, developerId, appId } = submission;
  const accepted = await db
    .selectFrom('auditEntries')
    .leftJoin('auditEntries as planned', (join) =>
      join
        .onRef('planned.developerId', '=', 'auditEntries.developerId')
        .onRef('planned.eventId', '=', 'auditEntries.eventId')
        .onRef('planned.subject', '=', 'auditEntries.subject')
        .on('planned.decision', '=', 'cycle.planned'),
    )
    .where('auditEntries.developerId', '=', developerId)
    .where('auditEntries.decision', '=', 'app.accepted')
    .where('auditEntries.subject', '=', appId)
    .where(sql<boolean>`audit_entries.data->>'submissionId' = ${id}`)
    .orderBy('auditEntries.seq', 'desc')
    .select(['auditEntries.at', sql<Day | null>`planned.data->>'coveredThroughOn'`.as('coveredThroughOn')])
    .executeTakeFirst();
  return accepted ?? null;
}
