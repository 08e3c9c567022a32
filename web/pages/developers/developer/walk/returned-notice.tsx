import { Alert, Stack, Text } from '@mantine/core';
import { reasonText } from '../../../../../domain/reviews/reason-codes';
import { Icon } from '../../../../theme/icon';
import { useLanguage } from '../../../../words/words';
import { useWalkWords } from './words';

/** Why something came back: what the reason code means, and the sentence of the reviewer as it was written. */
export function ReturnedNotice({ title, code, reason }: { title: string; code: string; reason: string }) {
  const t = useWalkWords();
  const language = useLanguage();
  const meaning = reasonText(code);
  return (
    <Alert color="over" icon={<Icon name="reply" />} title={title}>
      <Stack gap={4}>
        {meaning && <Text>{meaning[language]}</Text>}
        {meaning && (
          <Text fz="sm" lang={language === 'en' ? 'zh-CN' : 'en'}>
            {meaning[language === 'en' ? 'zh-CN' : 'en']}
          </Text>
        )}
        {reason !== '' && (
          <Text
            component="blockquote"
            m={0}
            pl="sm"
            style={{ borderInlineStart: '3px solid var(--mantine-color-over-3)' }}
          >
            <Text span fw={600} inherit>
              {t('returned.words')}
            </Text>{' '}
            {reason}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
