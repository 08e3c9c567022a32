import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Moment } from '../../../../moment/moment';
import { RequirementBadge } from '../../../../standing/badge';
import { useStateWords } from '../../../../standing/words';
import { Sentence, useLanguage } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Submission } from './state-badge';
import { useSubmissionWords } from './words';

/** Each statement of a submission with what was decided on it, and why where it came back. */
export function Items({ items, developer }: Pick<Submission, 'items'> & { developer: DeveloperShown }) {
  const t = useSubmissionWords();
  const stateWords = useStateWords();
  const language = useLanguage();
  const { now, timeZone } = developer;
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {items.map(({ requirementId, obligation, state, reasonText, reason, decidedAt }) => (
        <Paper component="li" key={requirementId} withBorder p="md">
          <Group justify="space-between" gap="xs">
            <Title order={3} size="h4">
              {stateWords(`step.${obligation}`)}
            </Title>
            <RequirementBadge state={state} />
          </Group>
          <Text fz="sm" c="dimmed">
            {decidedAt ? (
              <Sentence
                t={t}
                of="detail.decided"
                elements={{ at: <Moment at={decidedAt} now={now} timeZone={timeZone} /> }}
              />
            ) : (
              t('detail.waiting')
            )}
          </Text>
          {reasonText && <Text mt="xs">{reasonText[language]}</Text>}
          {reason && (
            <Text mt={4} style={{ whiteSpace: 'pre-wrap' }}>
              <strong>{t('detail.words')}:</strong> {reason}
            </Text>
          )}
        </Paper>
      ))}
    </Stack>
  );
}
