import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { DeveloperId, PersonId, RequirementId, ReviewQuestionId, SubmissionId } from '../../domain/ids';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

export interface Asked {
  id: ReviewQuestionId;
  developerId: DeveloperId;
  submissionId: SubmissionId;
  requirementId: RequirementId;
  words: string;
  askedBy: PersonId;
}

/**
 * Keeps a question, in the transaction of the event that mails it: the developer is locked, so there is no second one meanwhile.
 * `at` is obligation time. Throws review.question-open while an earlier one about the item has no answer.
 */
export async function keepQuestion(transaction: Db, asked: Asked, at: Instant): Promise<void> {
  const open = await transaction
    .selectFrom('reviewQuestions')
    .select('id')
    .where('submissionId', '=', asked.submissionId)
    .where('requirementId', '=', asked.requirementId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  if (open)
    throw new AvowError(
      'review.question-open',
      'An earlier question about this item has no answer yet. Wait for it, or decide the item without.',
      [{ path: '/requirementId', message: 'has an open question' }],
    );
  await transaction
    .insertInto('reviewQuestions')
    .values({ ...asked, askedAt: new Date(at), answeredAt: null, answeredBy: null, answer: null })
    .execute();
}

/**
 * Keeps the answer to a question, once and while nobody has decided the item. `at` is obligation time. The same person's same answer
 * again changes nothing. False when this submission of the developer has no such question. Throws review.question-answered, or
 * review.question-closed.
 */
export async function answerQuestion(
  db: Db,
  { id, developerId, submissionId }: Pick<Asked, 'id' | 'developerId' | 'submissionId'>,
  { answer, answeredBy }: { answer: string; answeredBy: PersonId },
  at: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const question = await transaction
      .selectFrom('reviewQuestions')
      .selectAll()
      .where('id', '=', id)
      .where('developerId', '=', developerId)
      .where('submissionId', '=', submissionId)
      .forUpdate()
      .executeTakeFirst();
    if (!question) return false;
    if (question.answeredBy === answeredBy && question.answer === answer) return true;
    if (question.answeredAt !== null)
      throw new AvowError(
        'review.question-answered',
        'Somebody has answered this question already. Reload to read it.',
      );
    const item = await transaction
      .selectFrom('requirements')
      .select('id')
      .where('id', '=', question.requirementId)
      .where('submissionId', '=', submissionId)
      .where('state', '=', 'submitted')
      .forShare()
      .executeTakeFirst();
    if (!item)
      throw new AvowError(
        'review.question-closed',
        'The item has been decided meanwhile, so the question needs no answer. Reload to see the decision.',
      );
    await transaction
      .updateTable('reviewQuestions')
      .set({ answer, answeredBy, answeredAt: new Date(Math.max(at, question.askedAt)) })
      .where('id', '=', id)
      .execute();
    return true;
  });
}
