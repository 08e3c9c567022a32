import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateBadge } from '../../../../../standing/badge';
import type { Look } from '../../../../../standing/looks';

/** One case of these pages: what it is, how it stands, its words, and what can be done. */
export function CaseCard({
  title,
  look,
  state,
  facts,
  words,
  children,
}: {
  title: string;
  look: Look;
  state: string;
  facts: ReactNode;
  words: string | null;
  children?: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3} size="h4">
            {title}
          </Title>
          <StateBadge look={look}>{state}</StateBadge>
        </Group>
        <Text component="div" fz="sm" c="dimmed">
          {facts}
        </Text>
        {words && <Text style={{ whiteSpace: 'pre-wrap' }}>{words}</Text>}
        {children && <Group align="flex-start">{children}</Group>}
      </Stack>
    </Paper>
  );
}

/** A part of the page with its heading. */
export function Section({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <Stack component="section" aria-label={title} gap="sm" maw={880}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {acts && <Group align="flex-start">{acts}</Group>}
      {children}
    </Stack>
  );
}
