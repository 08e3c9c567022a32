import { Anchor, Skeleton, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { listNotices } from '../../../../../../api/notices';
import { useList } from '../../../../../client/view';
import { DataTable } from '../../../../../desk/data-table';
import { HeadRow } from '../../../../../desk/head-row';
import { More } from '../../../../../desk/more';
import { Moment } from '../../../../../moment/moment';
import { useNoticeWords } from '../../../../../notice/words';
import { paths } from '../../../../../paths';
import { EmptyState } from '../../../../../shell/empty-state';
import { StateBadge } from '../../../../../standing/badge';
import type { Look } from '../../../../../standing/looks';
import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { useDeskNoticeWords } from './words';

export const noticeLooks: Readonly<Record<'queued' | 'accepted' | 'bounced' | 'cancelled', Look>> = {
  queued: { color: 'harbour', icon: 'mail' },
  accepted: { color: 'good', icon: 'check' },
  bounced: { color: 'over', icon: 'warning' },
  cancelled: { color: 'gray', icon: 'cross' },
};

/** Every notice to a developer, with its delivery. */
export function DeskNotices() {
  const t = useDeskNoticeWords();
  const noticeWords = useNoticeWords();
  const developer = useDeskDeveloper();
  const { now, timeZone, id: developerId } = developer;
  const { items, more, isAsking } = useList(listNotices, { params: { developerId }, query: { limit: 50 } });
  return (
    <DeveloperPage developer={developer} part="notices">
      <Text c="dimmed">{t('lead', { zone: timeZone })}</Text>
      {!items && <Skeleton height={240} />}
      {items?.length === 0 && (
        <EmptyState title={t('none')} icon="mail">
          {t('noneWhat')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <DataTable title={t('column.notice')} minWidth={640}>
          <HeadRow names={['notice', 'about', 'state', 'at']} wordOf={(column) => t(`column.${column}`)} />
          <Table.Tbody>
            {items.map((notice) => (
              <Table.Tr key={notice.id}>
                <Table.Td>
                  <Anchor component={Link} to={paths.deskNotice(developerId, notice.id)} fw={600} fz="sm">
                    {noticeWords(`template.${notice.template}`)}
                  </Anchor>
                  {notice.opensGate && (
                    <Text fz="xs" c="dimmed">
                      {t('gate')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text fz="sm">
                    {developer.apps
                      .filter(({ id }) => notice.appIds.includes(id))
                      .map(({ name }) => name)
                      .join(', ') || t('all')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <StateBadge look={noticeLooks[notice.state]}>{noticeWords(`state.${notice.state}`)}</StateBadge>
                  {notice.confirmations.length > 0 && (
                    <Text fz="xs">{t('confirmed', { count: notice.confirmations.length })}</Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Text fz="sm">
                    <Moment at={notice.acceptedAt ?? notice.createdAt} now={now} timeZone={timeZone} />
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      <More more={more} isAsking={isAsking} />
    </DeveloperPage>
  );
}
