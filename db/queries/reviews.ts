import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { SubmissionId } from '../../domain/ids';
import { moment } from '../instants';
import type { Tables } from '../tables';
import { submissionsQuery } from './submissions';

type Db = Kysely<Tables>;

/** Submissions as the queue shows them, answered ones too. `wall` is wall time: each developer's own offset is counted in. */
export function reviewsQuery(db: Db, wall: Instant) {
  return submissionsQuery(db)
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'submissions.developerId')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'submissions.developerId')
    .select([
      'developerProfiles.legalName',
      'developerProfiles.accountManagerId',
      isOverdue(wall).as('isOverdue'),
      sql<
        string | null
      >`(select audit_entries.why from audit_entries where audit_entries.developer_id = submissions.developer_id and audit_entries.subject = submissions.id and audit_entries.decision = 'submission.checked' limit 1)`.as(
        'why',
      ),
      sql<number>`(select count(*)::int from requirements where requirements.submission_id = submissions.id and requirements.state = 'submitted')`.as(
        'itemsWaiting',
      ),
      questionsAsked(sql`review_questions.answered_at is null`).as('openQuestions'),
      questionsAsked(sql`review_questions.answered_at is not null`).as('answeredQuestions'),
    ]);
}

/** How many questions of this kind there are about items that nobody has decided. */
function questionsAsked(kind: RawBuilder<unknown>) {
  return sql<number>`(select count(*)::int from review_questions join requirements on requirements.id = review_questions.requirement_id
    where review_questions.submission_id = submissions.id and requirements.submission_id = submissions.id
      and requirements.state = 'submitted' and ${kind})`;
}

export type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviewsQuery>['execute']>>[number];

/** True when an answer is owed since longer than was promised; needs the joins of `reviewsQuery`. */
export function isOverdue(wall: Instant) {
  return sql<boolean>`(submissions.answered_at is null and coalesce(submissions.review_due_at <= ${moment(wall)} + make_interval(secs => coalesce(developer_offsets.offset_ms, 0) / 1000.0), false))`;
}

/** What the queue can be sorted by. */
export const reviewSorts = {
  signedAt: { by: 'submissions.signedAt', kind: 'instant' },
  reviewDueAt: { by: sql`coalesce(submissions.review_due_at, submissions.signed_at)`, kind: 'instant' },
} as const;

/** One submission as a reviewer sees it; undefined when there is none. */
export async function findReview(db: Db, submissionId: SubmissionId, wall: Instant): Promise<ReviewRow | undefined> {
  return reviewsQuery(db, wall).where('submissions.id', '=', submissionId).executeTakeFirst();
}
