import { Button, Group } from '@mantine/core';
import { WordsForm } from '../../../../action/words-form';
import type { useDeciding } from './deciding';
import { useReviewWords } from './words';

/** A question to the developer about the item, in words. */
export function AskForm({ deciding }: { deciding: ReturnType<typeof useDeciding> }) {
  const t = useReviewWords();
  return (
    <WordsForm
      label={t('ask.words')}
      description={t('ask.hint')}
      missing={t('ask.missing')}
      maxLength={2000}
      takesFocus
      onSend={deciding.ask}
    >
      <Group>
        <Button type="submit" loading={deciding.isPending}>
          {t('ask.send')}
        </Button>
        <Button variant="default" onClick={deciding.cancel}>
          {t('ask.cancel')}
        </Button>
      </Group>
    </WordsForm>
  );
}
