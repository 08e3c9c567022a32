import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { listReviews } from '../../../../api/reviews';
import type { AnswerOf } from '../../../client/asked';
import { DataTable } from '../../../desk/data-table';
import { useWhy } from '../../../desk/why';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { StateBadge } from '../../../standing/badge';
import { ChecksBadge } from './checks-badge';
import { RiskBadges } from './risk-badges';
import { useReviewsWords } from './words';

type Queued = AnswerOf<typeof listReviews>['items'][number];

/** The queue as a table; each row leads to its review. */
export function QueueTable({ items }: { items: readonly Queued[] }) {
  const t = useReviewsWords();
  return (
    <DataTable title={t('title')} minWidth={300}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.app')}</Table.Th>
          <Table.Th>{t('column.due')}</Table.Th>
          <Table.Th visibleFrom="md">{t('column.checks')}</Table.Th>
          <Table.Th visibleFrom="md">{t('column.why')}</Table.Th>
          <Table.Th visibleFrom="sm" miw={60}>
            {t('column.items')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Row key={item.submissionId} item={item} />
        ))}
      </Table.Tbody>
    </DataTable>
  );
}

function Row({ item }: { item: Queued }) {
  const t = useReviewsWords();
  const whyOf = useWhy();
  const { app, developer, riskFlags } = item;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor
          component={Link}
          to={paths.deskReview(item.submissionId)}
          fw={600}
          data-review
          aria-label={t('openOf', { app: app.name, developer: developer.legalName })}
        >
          {app.name}
        </Anchor>
        <Text fz="sm" c="dimmed">
          {developer.legalName} · {t(`product.${app.sdkProduct}`)}
        </Text>
        {item.questions.answered > 0 && (
          <StateBadge look={{ color: 'near', icon: 'reply' }}>{t('question.answered')}</StateBadge>
        )}
        {item.questions.open > 0 && (
          <StateBadge look={{ color: 'harbour', icon: 'clock' }}>{t('question.open')}</StateBadge>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={2} align="flex-start">
          {item.isOverdue && <StateBadge look={{ color: 'over', icon: 'warning' }}>{t('late')}</StateBadge>}
          <Text fz="sm">{item.reviewDueAt && <Moment at={item.reviewDueAt} />}</Text>
          <Text fz="xs" c="dimmed">
            {t('column.signed')}: <Moment at={item.signedAt} isBare />
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td visibleFrom="md" miw={140}>
        <ChecksBadge checks={item.checks} />
      </Table.Td>
      <Table.Td visibleFrom="md" maw={320}>
        <Group gap={4}>
          <Text fz="sm">{item.why && whyOf(item.why)}</Text>
          <RiskBadges flags={riskFlags} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">{item.itemsWaiting}</Table.Td>
    </Table.Tr>
  );
}
