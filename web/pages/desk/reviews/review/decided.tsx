import { Alert, Stack, Text } from '@mantine/core';
import { Moment } from '../../../../moment/moment';
import { Sentence, useLanguage } from '../../../../words/words';
import type { ReviewItem } from './answers';
import { useReviewWords } from './words';

/** What was decided about an item, by whom and why. */
export function Decided({ item }: { item: ReviewItem }) {
  const t = useReviewWords();
  const language = useLanguage();
  const { decision, state, reasonText, reason } = item;
  if (!decision || state === 'submitted' || state === 'open') return null;
  const who = decision.by.kind === 'checks' ? t('decided.checks') : (decision.by.name ?? t('decided.erased'));
  return (
    <Alert color={state === 'returned' ? 'over' : 'good'}>
      <Stack gap={4}>
        <Text fw={600}>
          <Sentence t={t} of={`decided.${state}`} values={{ who }} elements={{ at: <Moment at={decision.at} /> }} />
        </Text>
        {reasonText && (
          <Text>
            {t('decided.reason')}: {reasonText[language]}
          </Text>
        )}
        {reason && <Text style={{ whiteSpace: 'pre-wrap' }}>{reason}</Text>}
      </Stack>
    </Alert>
  );
}
