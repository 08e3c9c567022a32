import { List, Paper, Stack, Text, Title } from '@mantine/core';
import type { CatalogueEntry } from '../../../../../domain/catalogue';
import { useLanguage } from '../../../../words/words';
import { ClauseChange } from './clause-change';
import type { Draft } from './draft/keeper';
import { useWalkWords } from './words';

/** What stands beside a question: the clause of the policy, what changed in it since the last statement, and what a good answer is like. */
export function Clause({ entry, draft }: { entry: CatalogueEntry; draft: Draft }) {
  const t = useWalkWords();
  const language = useLanguage();
  const { clauses, clauseText, help } = entry.obligation;
  const then = draft.lastCycle?.isClauseChanged ? draft.lastCycle.clauseText : null;
  return (
    <Stack component="aside" gap="md" aria-label={t('clause.title', { clauses: clauses.join(t('answer.and')) })}>
      <Paper p="md" bg="harbour.0">
        <Title order={2} size="h3" mb="xs">
          {t('clause.title', { clauses: clauses.join(t('answer.and')) })}
        </Title>
        <Stack gap="xs">
          {then ? (
            <ClauseChange then={then} now={clauseText} />
          ) : (
            clauseText.map((words) => (
              <Text key={words} lang="en" fz="sm">
                {words}
              </Text>
            ))
          )}
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <Title order={2} size="h3" mb="xs">
          {t('help.title')}
        </Title>
        <Text fz="sm">{help.explanation[language]}</Text>
        <List listStyleType="none" spacing="xs" mt="sm" fz="sm">
          <List.Item>
            <Text span fw={600} c="good.8" inherit>
              {t('help.good')}
            </Text>{' '}
            {help.good[language]}
          </List.Item>
          <List.Item>
            <Text span fw={600} c="over.8" inherit>
              {t('help.bad')}
            </Text>{' '}
            {help.bad[language]}
          </List.Item>
        </List>
      </Paper>
    </Stack>
  );
}
