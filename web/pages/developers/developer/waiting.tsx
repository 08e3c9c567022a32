import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { Icon } from '../../../theme/icon';
import type { DeveloperShown } from './actions';
import { useActionWords } from './words';

/** What the vendor owes an answer to: nothing to do, and the clock stands. Nothing where nothing waits. */
export function Waiting({ developer }: { developer: DeveloperShown }) {
  const t = useActionWords();
  const stopped = developer.cycles
    .flatMap(({ plans }) => plans)
    .flatMap(({ id, appId, stoppedBy }) => (stoppedBy ? [{ id, appId, stoppedBy }] : []));
  if (stopped.length === 0) return null;
  const nameOf = (appId: string) => developer.apps.find(({ id }) => id === appId)?.name ?? appId;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="waiting">
      <Stack gap="xs">
        <Title order={2} size="h3" id="waiting">
          {t('waiting.title')}
        </Title>
        <Text c="dimmed">{t('waiting.what')}</Text>
        <List spacing={4} icon={<Icon name="pause" />}>
          {stopped.map(({ id, appId, stoppedBy }) => (
            <List.Item key={id}>{t(`waiting.${stoppedBy}`, { app: nameOf(appId) })}</List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
