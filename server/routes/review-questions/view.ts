import type { z } from 'zod';
import type { reviewQuestionView } from '../../../api/review-questions';
import { iso, isoOrNull } from '../../../api/values';
import type { ReviewQuestionRow } from '../../../db/queries/review-questions';
import type { RequirementState } from '../../../domain/lifecycle/state';

/** A question about an item in this state. Deciding the item closes it. */
export function reviewQuestionViewOf(
  { id, words, askedAt, answer, answeredAt }: ReviewQuestionRow,
  itemState: RequirementState,
): z.output<typeof reviewQuestionView> {
  return {
    id,
    words,
    askedAt: iso(askedAt),
    answer,
    answeredAt: isoOrNull(answeredAt),
    isOpen: answeredAt === null && itemState === 'submitted',
  };
}
