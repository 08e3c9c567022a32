import type { Kysely } from 'kysely';
import type { SubmissionId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

export type ReviewQuestionRow = Awaited<ReturnType<typeof questionsAbout>>[number];

/** What reviewers asked about the items of some submissions, and what was answered, the oldest first. */
export async function questionsAbout(db: Db, submissionIds: readonly SubmissionId[]) {
  if (submissionIds.length === 0) return [];
  return db
    .selectFrom('reviewQuestions')
    .selectAll()
    .where('submissionId', 'in', submissionIds)
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
}
