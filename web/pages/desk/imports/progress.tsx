import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { holdsCrowdsBack, mostMailsWaiting } from '../../../../domain/mail/backlog';
import { useDeskWords } from '../../../desk/words';
import type { Import } from './state-badge';
import { useImportWords } from './words';

/** How far it is, and how long the rest takes. */
export function ImportProgress({ found: { developers, state, secondsLeft, mailsWaiting } }: { found: Import }) {
  const t = useImportWords();
  const says = useDeskWords();
  const isHeldBack = mailsWaiting !== null && developers.waiting > 0 && holdsCrowdsBack(mailsWaiting);
  const done = developers.created + developers.failed;
  const total = done + developers.waiting;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="progress">
      <Stack gap="sm">
        <Title order={2} size="h3" id="progress">
          {t('progress.title')}
        </Title>
        <Progress value={total === 0 ? 100 : (100 * done) / total} size="lg" aria-label={t('progress.bar')} />
        <Group role="status" justify="space-between">
          <Text>{t('progress.done', { done, total })}</Text>
          {isHeldBack && <Text c="dimmed">{says('walk.waits', { mails: mailsWaiting })}</Text>}
          {!isHeldBack && state === 'running' && secondsLeft !== null && (
            <Text c="dimmed">
              {secondsLeft < 90
                ? t('progress.left', { count: secondsLeft })
                : t('progress.minutes', { count: Math.ceil(secondsLeft / 60) })}
            </Text>
          )}
        </Group>
        {isHeldBack && <Text fz="sm">{says('walk.stands', { mails: mailsWaiting, most: mostMailsWaiting })}</Text>}
        {state === 'running' && (
          <Text fz="sm" c="dimmed">
            {t('progress.leave')}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
