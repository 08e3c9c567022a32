import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { Campaign } from './campaign';
import { Facts } from './facts';
import { usePassedOver } from './passed-over';
import { useCampaignWords } from './words';

/** How far the walk has come, how fast it is, and when it will be over. */
export function CampaignProgress({ campaign }: { campaign: Campaign }) {
  const t = useCampaignWords();
  const passedOverText = usePassedOver();
  const { count, settled, state, progress } = campaign;
  const share = count === 0 ? 100 : (100 * settled) / count;
  const minutes = progress.perSecond > 0 ? Math.ceil((count - settled) / progress.perSecond / 60) : null;
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('progress.title')}
        </Title>
        <Progress value={share} size="lg" aria-label={t('progress.bar')} />
        <Group role="status" justify="space-between">
          <Text>
            {t('settled', { settled, count })} · {Math.floor(share)}%
          </Text>
          {state === 'running' && (
            <Text c="dimmed">
              {t('progress.rate', { rate: progress.perSecond.toFixed(1) })}
              {minutes !== null && ` · ${t('progress.left', { minutes })}`}
            </Text>
          )}
        </Group>
        <Facts
          rows={[
            [t('progress.asked'), String(progress.asked)],
            [t('progress.passedOver'), passedOverText(progress.passedOver)],
          ]}
        />
      </Stack>
    </Paper>
  );
}
