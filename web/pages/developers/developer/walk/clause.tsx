import { List, Paper, Stack, Text, Title } from '@mantine/core';
import type { CatalogueEntry } from '../../../../../domain/catalogue';
import { compareClauses } from '../../../../../domain/policies/policy-version';
import { useLanguage } from '../../../../words/words';
import { ChangeSummary, ClauseWording } from './clause-wording';
import type { Draft } from './draft/keeper';
import { useWalkWords } from './words';

function wordingsOf({ clauses, lastCycle }: Draft) {
  return compareClauses(lastCycle?.clauses ?? clauses, clauses);
}

/** Whether a clause reads otherwise than when it was last stated: then it is why this is asked. */
export function isReworded(draft: Draft): boolean {
  return wordingsOf(draft).some(({ isChanged }) => isChanged);
}

/** What stands beside a question: the clause of the policy, what changed in it since the last statement, and what a good answer is like. */
export function Clause({ entry, draft }: { entry: CatalogueEntry; draft: Draft }) {
  const t = useWalkWords();
  const language = useLanguage();
  const { clauses, help } = entry.obligation;
  const wordings = wordingsOf(draft);
  return (
    <Stack
      component="aside"
      gap="md"
      aria-label={t('clause.title', { count: clauses.length, clauses: clauses.join(t('answer.and')) })}
    >
      <Paper p="md" bg="harbour.0">
        <Title order={2} size="h3" mb="xs">
          {t('clause.title', { count: clauses.length, clauses: clauses.join(t('answer.and')) })}
        </Title>
        <Stack gap="md">
          {isReworded(draft) && draft.policy && <ChangeSummary policy={draft.policy} />}
          {wordings.map((change) => (
            <ClauseWording key={change.clause} change={change} isNumbered={wordings.length > 1} />
          ))}
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
