import { Anchor, Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { Moment } from '../../../moment/moment';
import { StateBadge } from '../../../standing/badge';
import { Sentence } from '../../../words/words';
import type { en } from './en';
import { useTodayWords } from './words';

export interface NeedShown {
  kind: keyof typeof en.kind;
  count: number;
  overdueCount: number;
  /** Where all of them are; null where they are only found one by one. */
  all: string | null;
  items: {
    id: string;
    to: string;
    what: string;
    developer: { legalName: string };
    workingDaysWaiting: number;
    dueAt: string | null;
    isOverdue: boolean;
  }[];
}

/** One kind of things that wait: how many, how many late, and the oldest of them. */
export function NeedCard({ need: { kind, count, overdueCount, all, items } }: { need: NeedShown }) {
  const t = useTodayWords();
  return (
    <Paper withBorder p="lg" component="article" aria-labelledby={kind}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={3} size="h4" id={kind}>
            {t(`kind.${kind}`)}
          </Title>
          <Group gap={6} justify="flex-end" style={{ flexShrink: 0 }}>
            {overdueCount > 0 && (
              <StateBadge look={{ color: 'over', icon: 'warning' }}>
                {t('needs.late', { count: overdueCount })}
              </StateBadge>
            )}
            <Badge size="lg" radius="sm">
              {count}
            </Badge>
          </Group>
        </Group>
        <Stack component="ul" gap={8} p={0} m={0} style={{ listStyle: 'none' }}>
          {items.map((item) => (
            <li key={item.id}>
              <Anchor component={Link} to={item.to} fw={600}>
                {item.developer.legalName}
              </Anchor>
              <Text fz="sm" c={item.isOverdue ? 'over.8' : 'dimmed'}>
                {item.what} · {t('needs.waits', { count: item.workingDaysWaiting })}
                {item.dueAt && (
                  <>
                    {' · '}
                    <Sentence t={t} of="needs.owed" elements={{ at: <Moment at={item.dueAt} isBare /> }} />
                  </>
                )}
              </Text>
            </li>
          ))}
        </Stack>
        {all && count > items.length && (
          <Anchor component={Link} to={all} fz="sm">
            {t('needs.all', { count })}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}
