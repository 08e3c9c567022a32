import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Facts } from './facts';

interface Walked {
  /** How many developers there are, and of how many something has come. */
  count: number;
  settled: number;
}

/** How far a walk over developers has come, and what came of it. `bar` names the bar, `said` says how far in words, `aside` what else there is to say. */
export function WalkProgress({
  title,
  bar,
  count,
  settled,
  said,
  aside,
  rows,
}: Walked & {
  title: string;
  bar: string;
  said: string;
  aside: ReactNode;
  rows: readonly (readonly [name: string, value: ReactNode])[];
}) {
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
          {aside && <Text c="dimmed">{aside}</Text>}
        </Group>
        <Facts rows={rows} />
      </Stack>
    </Paper>
  );
}

/** In whole minutes; null while nothing moves. */
export function minutesLeft({ count, settled }: Walked, perSecond: number): number | null {
  return perSecond > 0 ? Math.ceil((count - settled) / perSecond / 60) : null;
}
