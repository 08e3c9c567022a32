import type { z } from 'zod';
import type { appealView } from '../../../api/appeals';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { type AppealRow, findAppeal } from '../../../db/queries/appeals';
import type { Instant } from '../../../domain/calendar/instant';
import type { AppealId } from '../../../domain/ids';
import { notFound } from '../../problems';
import { namedApp } from '../named-app';

/** One appeal. Throws 404 when there is none. */
export async function appealOr404(db: Database, appealId: AppealId, now: Instant): Promise<AppealRow> {
  const appeal = await findAppeal(db, appealId, now);
  if (!appeal) throw notFound();
  return appeal;
}

export function appealViewOf(row: AppealRow): z.output<typeof appealView> {
  return {
    id: row.id,
    ...namedApp(row),
    against: row.against,
    subject: row.subject,
    subjectDecidedAt: iso(row.subjectDecidedAt),
    subjectEndedAt: isoOrNull(row.subjectEndedAt),
    words: row.words,
    evidenceIds: row.evidenceIds,
    filedAt: iso(row.filedAt),
    filedBy: row.filedBy,
    state: row.state,
    isLate: row.isLate,
    firstAnswerDueAt: iso(row.firstAnswerDueAt),
    firstAnsweredAt: isoOrNull(row.firstAnsweredAt),
    firstAnsweredBy: row.firstAnsweredBy,
    firstAnswer: row.firstAnswer,
    decisionDueAt: iso(row.decisionDueAt),
    decidedAt: isoOrNull(row.decidedAt),
    decidedBy: row.decidedBy,
    reason: row.reason,
  };
}
