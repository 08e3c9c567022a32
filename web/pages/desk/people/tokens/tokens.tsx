import { Code, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { listTokens, revokeToken } from '../../../../../api/tokens';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { useList } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { More } from '../../../../desk/more';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useStaffName } from '../../../../desk/staff-names';
import { Moment } from '../../../../moment/moment';
import { EmptyState } from '../../../../shell/empty-state';
import { Page } from '../../../../shell/page';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { PeopleNavigation } from '../people-navigation';
import { CreateToken } from './create-token';
import { useTokenWords } from './words';

type Token = AnswerOf<typeof listTokens>['items'][number];

const looks = {
  live: { color: 'good', icon: 'check' },
  revoked: { color: 'gray', icon: 'stop' },
  expired: { color: 'gray', icon: 'clock' },
} as const satisfies Record<string, Look>;

/** The tokens of the vendor's backends, the newest first. */
export function Tokens() {
  const t = useTokenWords();
  const { items, more, isAsking } = useList(listTokens, { query: { limit: 50 } });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={<CreateToken />}>
      <PeopleNavigation />
      {!items && <Skeleton height={200} />}
      {items?.length === 0 && (
        <EmptyState title={t('none')} icon="key">
          {t('noneWhat')}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <DataTable title={t('title')} minWidth={820}>
          <HeadRow
            names={['name', 'scopes', 'created', 'used', 'until', 'act']}
            wordOf={(column) => t(`column.${column}`)}
          />
          <Table.Tbody>
            {items.map((token) => (
              <Row key={token.id} token={token} />
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      <More more={more} isAsking={isAsking} />
    </Page>
  );
}

function stateOf({ revokedAt, expiresAt }: Token, now: number): keyof typeof looks {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'live';
}

function Row({ token }: { token: Token }) {
  const t = useTokenWords();
  const nameOf = useStaffName();
  const revoking = useCommand(revokeToken);
  const { id, name, lastFour, scopes, createdBy, createdAt, lastUsedAt, expiresAt } = token;
  const [opened] = useState(Date.now);
  const state = stateOf(token, opened);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Text fw={600} fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text fz="xs" c="dimmed" fw={400}>
          {t('endsWith', { lastFour })}
        </Text>
      </Table.Th>
      <Table.Td>
        {scopes.map((scope) => (
          <div key={scope}>
            <Code>{scope}</Code>
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        <Text fz="sm">
          <Moment at={createdAt} isBare />
        </Text>
        <Text fz="xs" c="dimmed">
          {t('by', { who: nameOf(createdBy) })}
        </Text>
      </Table.Td>
      <Table.Td fz="sm">{lastUsedAt === null ? t('never') : <Moment at={lastUsedAt} />}</Table.Td>
      <Table.Td fz="sm">{expiresAt === null ? t('forever') : <Moment at={expiresAt} />}</Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-start">
          <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>
          {state === 'live' && (
            <ReasonedAct
              act="revokeToken"
              label={t('revoke')}
              what={t('revokeWhat', { name })}
              command={revoking}
              given={() => ({ params: { tokenId: id } })}
              color="over"
              variant="outline"
              size="compact-sm"
            />
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
