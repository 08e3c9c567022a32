import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { Moment } from '../../../../moment/moment';
import { Sentence } from '../../../../words/words';
import { Facts } from '../../campaigns/facts';
import type { TermsVersion } from './state-badge';
import { useTermsWords } from './words';

/** How far the developers of the tier have been taken over, and what came of it beside what was foreseen. */
export function Rollout({ version }: { version: TermsVersion }) {
  const t = useTermsWords();
  const { developers, state, preview, rollout } = version;
  if (!rollout) return null;
  const { settled, moved, kept, left, asForetold, perSecond, endedAt } = rollout;
  const share = developers === 0 ? 100 : (100 * settled) / developers;
  const minutes = perSecond > 0 ? Math.ceil((developers - settled) / perSecond / 60) : null;
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('rollout.title')}
        </Title>
        <Progress value={share} size="lg" aria-label={t('rollout.bar')} />
        <Group role="status" justify="space-between">
          <Text>
            {t('rollout.settled', { settled, count: developers })} · {Math.floor(share)}%
          </Text>
          <Text c="dimmed">
            {endedAt !== null ? (
              <Sentence t={t} of="rollout.done" elements={{ at: <Moment at={endedAt} isBare /> }} />
            ) : state === 'superseded' ? (
              t('rollout.stopped')
            ) : (
              <>
                {t('rollout.rate', { rate: perSecond.toFixed(1) })}
                {minutes !== null && ` · ${t('rollout.left', { minutes })}`}
              </>
            )}
          </Text>
        </Group>
        <Facts
          rows={[
            [t('rollout.moved'), String(moved)],
            [t('rollout.kept'), String(kept)],
            [t('rollout.leftOut'), String(left)],
            [t('rollout.asForetold'), t('rollout.asForetoldWhat', { count: asForetold, all: preview.examined })],
          ]}
        />
      </Stack>
    </Paper>
  );
}
