import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../theme/icon';

/** Where a list would be and has nothing in it: says so, and what comes next. `order` is the level of its heading. */
export function EmptyState({
  title,
  icon = 'check',
  order = 2,
  children,
}: {
  title: string;
  icon?: IconName;
  order?: 2 | 3;
  children?: ReactNode;
}) {
  return (
    <Paper withBorder p="xl" radius="md">
      <Stack align="flex-start" gap="xs">
        <Text c="good.8" component="span">
          <Icon name={icon} size={28} />
        </Text>
        <Title order={order} size="h3">
          {title}
        </Title>
        {children && (
          <Text component="div" c="dimmed">
            {children}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
