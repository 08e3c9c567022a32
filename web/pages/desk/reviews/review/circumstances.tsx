import { Alert, Group, Stack } from '@mantine/core';
import type { getReview } from '../../../../../api/reviews';
import type { AnswerOf } from '../../../../client/asked';
import { useWhy } from '../../../../desk/why';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import { ChecksBadge } from '../checks-badge';
import { RiskBadges } from '../risk-badges';
import { useReviewWords } from './words';

/** What is known of the whole submission: its checks, its risk, why a person looks, and until when an answer is owed. */
export function Circumstances({ review }: { review: AnswerOf<typeof getReview> }) {
  const t = useReviewWords();
  const whyOf = useWhy();
  const { answeredAt, reviewDueAt, isOverdue, needsReview, why } = review;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <ChecksBadge checks={review.checks} />
        <RiskBadges flags={review.riskFlags} />
      </Group>
      {answeredAt && (
        <div>
          <Sentence t={t} of="answered" elements={{ at: <Moment at={answeredAt} /> }} />
        </div>
      )}
      {!answeredAt && reviewDueAt && (
        <Alert color={isOverdue ? 'over' : 'harbour'}>
          <Sentence t={t} of={isOverdue ? 'late' : 'due'} elements={{ at: <Moment at={reviewDueAt} /> }} />
          {why && <div>{t('why', { why: whyOf(why) })}</div>}
        </Alert>
      )}
      {!answeredAt && !needsReview && <Alert color="near">{t('running')}</Alert>}
    </Stack>
  );
}
