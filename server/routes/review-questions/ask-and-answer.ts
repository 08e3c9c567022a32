import { answerReviewQuestion, askReviewQuestion } from '../../../api/review-questions';
import type { Database } from '../../../db/database';
import { developerTime } from '../../../db/queries/developer-time';
import { findReview } from '../../../db/queries/reviews';
import { itemsOf } from '../../../db/queries/submissions';
import { answerQuestion, keepQuestion } from '../../../db/workspace/review-questions';
import type { ReviewQuestionId, SubmissionId } from '../../../domain/ids';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { refuseBeyondExemptions, refuseOwn, sayWhoWasQuicker } from '../reviews/decide';
import { reviewQuestionViewOf } from './view';

/** Where the body names the item. */
const pathOfItem = () => '/requirementId';

export const askReviewQuestionRoute = route(
  askReviewQuestion,
  async ({ params, body, caller, actor, deps, now, eventId, newId }) => {
    const { submissionId } = params;
    const { requirementId, words } = body;
    const review = await findReview(deps.db, submissionId, now);
    if (!review) throw notFound('submission');
    await refuseOwn(deps.db, caller, review);
    if (caller.staffRole === 'legal') await refuseBeyondExemptions(deps.db, submissionId, [body], pathOfItem);
    const { at } = await developerTime(deps.db, deps.lifecycle, review.developerId, now);
    const question = {
      id: newId('qst'),
      developerId: review.developerId,
      submissionId,
      requirementId,
      words,
      askedBy: caller.personId,
    };
    const asked = { id: eventId, type: 'review.asked', actor, submissionId, requirementId, words } as const;
    await sayWhoWasQuicker(
      deps.db,
      submissionId,
      [body],
      () =>
        deps.lifecycle.transact(
          review.developerId,
          { ...asked, questionId: question.id },
          { alongside: (transaction) => keepQuestion(transaction, question, at) },
        ),
      pathOfItem,
    );
    return answer(201, await viewOf(deps.db, submissionId, question.id));
  },
);

export const answerReviewQuestionRoute = route(answerReviewQuestion, async ({ params, body, caller, deps, now }) => {
  const { developerId, submissionId, questionId } = params;
  const { at } = await developerTime(deps.db, deps.lifecycle, developerId, now);
  const isKnown = await answerQuestion(
    deps.db,
    { id: questionId, developerId, submissionId },
    { answer: body.answer, answeredBy: caller.personId },
    at,
  );
  if (!isKnown) throw notFound('question');
  return viewOf(deps.db, submissionId, questionId);
});

async function viewOf(db: Database, submissionId: SubmissionId, questionId: ReviewQuestionId) {
  for (const { questions, state } of await itemsOf(db, [submissionId])) {
    const question = questions.find(({ id }) => id === questionId);
    if (question) return reviewQuestionViewOf(question, state);
  }
  throw notFound('question');
}
