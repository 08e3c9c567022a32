import { Box, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { getPolicyVersion } from '../../../../api/policies';
import type { AnswerOf } from '../../../client/asked';
import { StateBadge } from '../../../standing/badge';
import { ChangedWords } from '../../../wording/changed-words';
import { usePolicyWords } from './words';

type Change = AnswerOf<typeof getPolicyVersion>['clauses'][number];

/** A clause in both languages side by side: what was removed is struck out, what is new is underlined, and both are said in words. */
export function ClauseDiff({ change }: { change: Change }) {
  const t = usePolicyWords();
  const { clause, isChanged, before, after } = change;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('one.clause', { clause })}>
      <Stack gap="sm">
        <Box style={{ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap' }}>
          <Title order={3} size="h4">
            {t('one.clause', { clause })}
          </Title>
          <StateBadge look={isChanged ? { color: 'near', icon: 'pencil' } : { color: 'gray', icon: 'dot' }}>
            {isChanged ? t('one.changed') : t('one.unchanged')}
          </StateBadge>
        </Box>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Wording title={t('one.english')} language="en" before={before?.en ?? null} after={after.en} />
          <Wording title={t('one.chinese')} language="zh-CN" before={before?.zhCn ?? null} after={after.zhCn ?? ''} />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

function Wording({
  title,
  language,
  before,
  after,
}: {
  title: string;
  language: 'en' | 'zh-CN';
  before: string | null;
  after: string;
}) {
  const t = usePolicyWords();
  return (
    <Stack gap={4}>
      <Text fz="sm" fw={600}>
        {title}
      </Text>
      <ChangedWords before={before} after={after} language={language} />
      {before === null && (
        <Text fz="xs" c="dimmed">
          {t('one.first')}
        </Text>
      )}
    </Stack>
  );
}
