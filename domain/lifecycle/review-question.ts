import type { EventOf } from './events';
import { queueNotice } from './notice';
import { waitingItem, waitingSubmission } from './review-item';
import { rowOf, type Work } from './work';

/**
 * A reviewer asks something about an item. It decides nothing and moves no date: the developer's clock, the vendor's service level and the
 * provisional pass are what they were, so a question holds nobody up. All that follows is the mail.
 */
export function reviewAsked(work: Work, event: EventOf<'review.asked'>): void {
  const { id: submissionId, appId } = waitingSubmission(work, event.submissionId);
  const { obligation } = waitingItem(work, submissionId, event.requirementId, '/requirementId');
  queueNotice(work, {
    template: 'review-question',
    plans: [],
    apps: [rowOf(work, 'apps', appId)],
    rung: 'asked',
    occasion: event.questionId,
    audience: ['signatory', 'preparer'],
    facts: { question: { obligation, words: event.words } },
    why: 'a reviewer asks about an item',
  });
}
