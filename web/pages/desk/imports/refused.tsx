import { Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { listImportRows } from '../../../../api/imports';
import { importProblemText } from '../../../../domain/imports/problem-words';
import type { Problem } from '../../../client/problem';
import { useList } from '../../../client/view';
import { DataTable } from '../../../desk/data-table';
import { More } from '../../../desk/more';
import { useProblemText } from '../../../problem/problem-text';
import { useLanguage } from '../../../words/words';
import { LeftOut } from './left-out';
import type { Import } from './state-badge';
import { useImportWords } from './words';

/** Rows that the record refused although nothing was wrong with them in the preview. */
export function Refused({ importId }: { importId: Import['id'] }) {
  const t = useImportWords();
  const textOf = useProblemText();
  const language = useLanguage();
  const { items, more, isAsking } = useList(listImportRows, {
    params: { importId },
    query: { outcome: 'failed', limit: 50 },
  });
  return (
    <Stack component="section" gap="sm" aria-labelledby="refused">
      <Title order={2} size="h3" id="refused">
        {t('failed.title')}
      </Title>
      <Text maw="75ch">{t('failed.what')}</Text>
      <LeftOut importId={importId} />
      {!items && <Skeleton height={120} />}
      {items && (
        <DataTable title={t('failed.title')} minWidth={520}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('problems.row')}</Table.Th>
              <Table.Th>{t('problems.developer')}</Table.Th>
              <Table.Th>{t('failed.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ rowNumber, developerReference, problems: [problem], fault }) => (
              <Table.Tr key={rowNumber}>
                <Table.Th scope="row">{rowNumber}</Table.Th>
                <Table.Td>{developerReference}</Table.Td>
                <Table.Td>
                  {problem
                    ? importProblemText(problem, language)
                    : fault && textOf(fault as Pick<Problem, 'code' | 'message'>)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      <More more={more} isAsking={isAsking} />
    </Stack>
  );
}
