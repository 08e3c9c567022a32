import { Code, Group, Select, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { listImportRows } from '../../../../api/imports';
import { importColumns } from '../../../../domain/imports/columns';
import { importProblemText } from '../../../../domain/imports/problem-words';
import type { AnswerOf } from '../../../client/asked';
import { useList } from '../../../client/view';
import { DataTable } from '../../../desk/data-table';
import { HeadRow } from '../../../desk/head-row';
import { More } from '../../../desk/more';
import { useSearch } from '../../../desk/search';
import { useLanguage } from '../../../words/words';
import { en } from './en';
import { LeftOut } from './left-out';
import type { Import } from './state-badge';
import { useImportWords } from './words';

type Row = AnswerOf<typeof listImportRows>['items'][number];
const codes = Object.keys(en.problems.code) as (keyof typeof en.problems.code)[];

/** Every row that has to be corrected: which cell, what it says, and what to do. */
export function Problems({ found }: { found: Import }) {
  const t = useImportWords();
  const { get, set } = useSearch();
  const column = importColumns.find((one) => one === get('column'));
  const code = codes.find((one) => one === get('wrong'));
  const { id: importId, rows, developers } = found;
  return (
    <Stack component="section" gap="sm" aria-labelledby="problems">
      <Title order={2} size="h3" id="problems">
        {t('problems.title')}
      </Title>
      {rows.withProblems === 0 ? (
        <Text>{t('problems.none')}</Text>
      ) : (
        <>
          <Text maw="75ch">
            <strong>{t('problems.count', { count: rows.withProblems })}</strong>{' '}
            {t('problems.whole', { rows: rows.leftOut, developers: developers.leftOut })}
          </Text>
          <LeftOut importId={importId} />
          <Group>
            <Select
              label={t('problems.filterColumn')}
              placeholder={t('problems.anyColumn')}
              data={[...importColumns]}
              value={column ?? null}
              onChange={(value) => set('column', value)}
              clearable
            />
            <Select
              label={t('problems.filterCode')}
              placeholder={t('problems.anyCode')}
              data={codes.map((value) => ({ value, label: t(`problems.code.${value}`) }))}
              value={code ?? null}
              onChange={(value) => set('wrong', value)}
              clearable
            />
          </Group>
          <ProblemRows
            query={{ outcome: 'left-out', hasProblems: true, column, code, limit: 50 }}
            importId={importId}
          />
        </>
      )}
    </Stack>
  );
}

type Query = NonNullable<Parameters<typeof useList<typeof listImportRows>>[1]['query']>;

function ProblemRows({ importId, query }: { importId: Import['id']; query: Query }) {
  const t = useImportWords();
  const { items, more, isAsking } = useList(listImportRows, { params: { importId }, query });
  if (!items) return <Skeleton height={200} />;
  if (items.length === 0) return <Text c="dimmed">{t('problems.noneHere')}</Text>;
  return (
    <>
      <DataTable title={t('problems.title')} minWidth={760}>
        <HeadRow names={['row', 'developer', 'column', 'value', 'fix']} wordOf={(name) => t(`problems.${name}`)} />
        <Table.Tbody>
          {items.flatMap((row) =>
            row.problems.map((problem) => (
              <ProblemRow key={`${row.rowNumber} ${problem.column}`} row={row} problem={problem} />
            )),
          )}
        </Table.Tbody>
      </DataTable>
      <More more={more} isAsking={isAsking} />
    </>
  );
}

function ProblemRow({ row, problem }: { row: Row; problem: Row['problems'][number] }) {
  const t = useImportWords();
  const language = useLanguage();
  return (
    <Table.Tr>
      <Table.Th scope="row">{row.rowNumber}</Table.Th>
      <Table.Td>{row.developerReference || t('problems.blank')}</Table.Td>
      <Table.Td>
        <Code>{problem.column}</Code>
      </Table.Td>
      <Table.Td maw={220} style={{ overflowWrap: 'anywhere' }}>
        {problem.value === '' ? (
          <Text span inherit c="dimmed">
            {t('problems.blank')}
          </Text>
        ) : (
          problem.value
        )}
      </Table.Td>
      <Table.Td miw={220}>
        <Text fz="sm" fw={600}>
          {t(`problems.code.${problem.code}`)}
        </Text>
        <Text fz="sm">{importProblemText(problem, language)}</Text>
      </Table.Td>
    </Table.Tr>
  );
}
