import { Anchor, Skeleton, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listWrongfulEnforcements } from '../../../../../api/wrongful-enforcements';
import type { AnswerOf } from '../../../../client/asked';
import { useList, useView } from '../../../../client/view';
import { AppCell } from '../../../../desk/app-cell';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { More } from '../../../../desk/more';
import { useRefusal } from '../../../../desk/refusal';
import { Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { EnforcementNavigation } from '../enforcement-navigation';
import { useWrongfulWords } from './words';

/** What was enforced wrongly. Not every role reads it: the others are told whom it is for. */
export function Wrongful() {
  const t = useWrongfulWords();
  const refusal = useRefusal()('readWrongful');
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <EnforcementNavigation />
      {refusal === null ? <Records /> : <EmptyState title={refusal} icon="eye" />}
    </Page>
  );
}

function Records() {
  const t = useWrongfulWords();
  const timeOf = useTime();
  const { totals } = useView(listWrongfulEnforcements, { query: { limit: 1 } });
  const { items, more, isAsking } = useList(listWrongfulEnforcements, { query: {} });
  if (!items) return <Skeleton height={200} />;
  if (items.length === 0) return <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>;
  return (
    <Stack>
      <Text fw={600}>{t('total', { count: totals.count, longest: timeOf(totals.timeToRestoreMs.longest) })}</Text>
      <Anchor component={Link} to={`${paths.deskAppeals()}?state=upheld`}>
        {t('appeal')}
      </Anchor>
      <DataTable title={t('title')} minWidth={760}>
        <HeadRow
          names={['app', 'against', 'enforced', 'restored', 'time', 'shown']}
          wordOf={(column) => t(`column.${column}`)}
        />
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <AppCell {...item} />
              <Table.Td>{t(`against.${item.against}`)}</Table.Td>
              <Table.Td>
                <Moment at={item.enforcedAt} isBare />
              </Table.Td>
              <Table.Td>
                <Moment at={item.restoredAt} isBare />
              </Table.Td>
              <Table.Td>{timeOf(item.timeToRestoreMs)}</Table.Td>
              <Table.Td>
                <Shown postMortem={item.postMortem} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}

function Shown({ postMortem }: Pick<AnswerOf<typeof listWrongfulEnforcements>['items'][number], 'postMortem'>) {
  const t = useWrongfulWords();
  if (!postMortem) return t('upheld');
  return (
    <>
      <Anchor component={Link} to={paths.deskPostMortem(postMortem.id)} fz="sm">
        {t('postMortem')}
      </Anchor>
      {!postMortem.isConcluded && (
        <Text fz="sm" c="dimmed">
          {t('isOpen')}
        </Text>
      )}
    </>
  );
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A length of time in minutes, in hours from one on, in days from two on. */
export function useTime(): (ms: number) => string {
  const t = useWrongfulWords();
  return (ms) => {
    if (ms < hourMs) return t('minutes', { count: Math.max(1, Math.ceil(ms / minuteMs)) });
    const hours = Math.round(ms / hourMs);
    return hours < 48 ? t('hours', { count: hours }) : t('days', { count: Math.round(hours / 24) });
  };
}
