import { Anchor, Button, Group, Select, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { exportTermsMoves, listTermsMoves } from '../../../../../api/terms-versions';
import type { AnswerOf } from '../../../../client/asked';
import { addressOf } from '../../../../client/call';
import { useList } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { More } from '../../../../desk/more';
import { useSearch } from '../../../../desk/search';
import { dayText } from '../../../../moment/zoned';
import { paths } from '../../../../paths';
import { useLanguage, useListing } from '../../../../words/words';
import { useDaysMoved } from './days-moved';
import type { TermsVersion } from './state-badge';
import { useTermsWords } from './words';

type Move = AnswerOf<typeof listTermsMoves>['items'][number];
const shown = ['all', 'earlier', 'later', 'same'] as const;
const orders = ['name', 'moved', '-moved'] as const;

/** Developer by developer: what it would move, and what it did. The address holds which and in what order. */
export function Moves({ version: { id: termsId, rollout } }: { version: TermsVersion }) {
  const t = useTermsWords();
  const { oneOf, set } = useSearch();
  const [which, sort] = [oneOf('which', shown), oneOf('sort', orders)];
  const query = { ...(which !== 'all' && { which }), sort };
  const params = { termsId };
  const { items, more, isAsking } = useList(listTermsMoves, { params, query });
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h3">
        {t('moves.title')}
      </Title>
      <Group align="flex-end">
        <Select
          label={t('moves.which')}
          data={shown.map((value) => ({ value, label: t(`moves.${value}`) }))}
          value={which}
          onChange={(value) => set('which', value === 'all' ? null : value)}
          allowDeselect={false}
          w={150}
        />
        <Select
          label={t('moves.sort')}
          data={orders.map((value) => ({ value, label: t(value === '-moved' ? 'moves.latest' : `moves.${value}`) }))}
          value={sort}
          onChange={(value) => set('sort', value === 'name' ? null : value)}
          allowDeselect={false}
          w={190}
        />
        <Button component="a" variant="default" href={addressOf(exportTermsMoves, { params, query })} download>
          {t('moves.export')}
        </Button>
      </Group>
      {!items && <Skeleton height={160} />}
      {items?.length === 0 && <Text c="dimmed">{t('moves.none')}</Text>}
      {items && items.length > 0 && <MovesTable items={items} isRolledOut={rollout !== null} />}
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}

function MovesTable({ items, isRolledOut }: { items: readonly Move[]; isRolledOut: boolean }) {
  const t = useTermsWords();
  const language = useLanguage();
  const moved = useDaysMoved();
  const on = (day: string | null) => (day ? dayText(day, language, { isShort: true }) : t('preview.noDay'));
  return (
    <DataTable title={t('moves.title')} minWidth={isRolledOut ? 980 : 880}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('moves.developer')}</Table.Th>
          <Table.Th>{t('moves.dueBefore')}</Table.Th>
          <Table.Th>{t('moves.dueAfter')}</Table.Th>
          <Table.Th>{t('moves.by')}</Table.Th>
          <Table.Th>{t('moves.more')}</Table.Th>
          {isRolledOut && <Table.Th>{t('moves.outcome')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ developerId, developerName, before, after, movedDays, runningCycles, outcome, dueOn }) => (
          <Table.Tr key={developerId}>
            <Table.Td w={240} style={{ overflowWrap: 'anywhere' }}>
              <Anchor component={Link} to={paths.deskDeveloper(developerId)} fw={600} fz="sm">
                {developerName}
              </Anchor>
            </Table.Td>
            <Table.Td>{before ? on(before.dueOn) : t('moves.waiting')}</Table.Td>
            <Table.Td>{after ? on(after.dueOn) : t('moves.waiting')}</Table.Td>
            <Table.Td>{after ? moved(movedDays) : t('moves.waiting')}</Table.Td>
            <Table.Td>
              {before && after && <NextCycle before={before} after={after} runningCycles={runningCycles} on={on} />}
            </Table.Td>
            {isRolledOut && (
              <Table.Td>
                {outcome === null ? t('moves.waiting') : t(`moves.outcomes.${outcome}`)}
                {dueOn !== null && ` · ${on(dueOn)}`}
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
}

function NextCycle({
  before,
  after,
  runningCycles,
  on,
}: {
  before: NonNullable<Move['before']>;
  after: NonNullable<Move['after']>;
  runningCycles: number | null;
  on: (day: string | null) => string;
}) {
  const t = useTermsWords();
  const listing = useListing();
  const to = (one: string, other: string) => (one === other ? one : t('moves.to', { before: one, after: other }));
  const days = (list: readonly string[]) => (list.length === 0 ? t('value.noReminder') : listing(list.map(on)));
  return (
    <details>
      <summary>{t('moves.opens', { value: to(on(before.opensOn), on(after.opensOn)) })}</summary>
      <Text fz="sm">
        {t('moves.suspends', { value: to(on(before.suspendsNotBeforeOn), on(after.suspendsNotBeforeOn)) })}
      </Text>
      <Text fz="sm">{t('moves.reminders', { value: days(after.remindersOn) })}</Text>
      <Text fz="sm">{t('moves.mails', { value: to(String(before.mails), String(after.mails)) })}</Text>
      <Text fz="sm">{t('moves.running', { value: runningCycles ?? 0 })}</Text>
    </details>
  );
}
