import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { holdsCrowdsBack, mostMailsWaiting } from '../../domain/mail/backlog';
import { Facts } from './facts';
import { useDeskWords } from './words';

interface Walked {
  /** How many developers there are, and of how many something has come. */
  count: number;
  settled: number;
}

/**
 * How far a walk over developers has come, and what came of it. `bar` names the bar, `said` says how far in words, `aside` what else there
 * is to say. `mailsWaiting` is null where nobody is being asked; else it says when and why it stands.
 */
export function WalkProgress({
  title,
  bar,
  count,
  settled,
  said,
  aside,
  perSecond,
  mailsWaiting,
  rows,
}: Walked & {
  title: string;
  bar: string;
  said: string;
  aside: ReactNode;
  perSecond: number;
  mailsWaiting: number | null;
  rows: readonly (readonly [name: string, value: ReactNode])[];
}) {
  const t = useDeskWords();
  const waiting = mailsWaiting !== null && settled < count && holdsCrowdsBack(mailsWaiting) ? mailsWaiting : null;
  const isStanding = waiting !== null && perSecond === 0;
  const share = count === 0 ? 100 : (100 * settled) / count;
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Title order={2} size="h3">
          {title}
        </Title>
        <Progress value={share} size="lg" aria-label={bar} />
        <Group role="status" justify="space-between">
          <Text>
            {said} · {Math.floor(share)}%
          </Text>
          {aside && !isStanding && (
            <Text c="dimmed">
              {aside}
              {waiting !== null && ` · ${t('walk.waits', { mails: waiting })}`}
            </Text>
          )}
          {isStanding && <Text>{t('walk.stands', { mails: waiting, most: mostMailsWaiting })}</Text>}
        </Group>
        <Facts rows={mailsWaiting === null ? rows : [...rows, [t('walk.mails'), String(mailsWaiting)]]} />
      </Stack>
    </Paper>
  );
}

/** In whole minutes; null while nothing moves. */
export function minutesLeft({ count, settled }: Walked, perSecond: number): number | null {
  return perSecond > 0 ? Math.ceil((count - settled) / perSecond / 60) : null;
}
