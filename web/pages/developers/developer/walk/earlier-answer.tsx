import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { Field } from '../../../../../domain/catalogue/field';
import { AnswerText } from '../../../../answer/answer-text';
import { Moment } from '../../../../moment/moment';
import { Sentence, useLanguage } from '../../../../words/words';
import type { DraftHere } from './asked';
import { isSame } from './draft/merge';
import { useWalkWords } from './words';

/**
 * What was answered before, beside the field and never in it: what was returned, else what was accepted last time.
 * Using it again is an act of its own, for this one field.
 */
export function EarlierAnswer({ here, field, timeZone }: { here: DraftHere; field: Field; timeZone: string }) {
  const t = useWalkWords();
  const language = useLanguage();
  const { returned, lastCycle } = here.draft;
  const earlier = returned ?? lastCycle;
  const value = earlier?.answers[field.slug];
  if (!earlier || value === undefined) return null;
  const isUsed = isSame(value, here.answers[field.slug]);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('earlier.label')}>
      <Stack gap="xs">
        <Text fz="sm" fw={600} component="div">
          {returned || !lastCycle ? (
            t('earlier.returned')
          ) : (
            <Sentence
              t={t}
              of="earlier.lastCycle"
              elements={{ at: <Moment at={lastCycle.signedAt} timeZone={timeZone} isBare /> }}
            />
          )}
        </Text>
        <AnswerText field={field} value={value} developerId={here.asked.developerId} />
        <Group gap="sm">
          <Button
            variant="default"
            size="compact-md"
            disabled={isUsed}
            onClick={() => here.keeper.change(field.slug, value)}
            aria-label={`${t('earlier.use')}: ${field.label[language]}`}
          >
            {t('earlier.use')}
          </Button>
          {isUsed && (
            <Text fz="sm" c="dimmed">
              {t('earlier.used')}
            </Text>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
