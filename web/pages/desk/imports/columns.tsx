import { Code, Stack, Table, Text, Title } from '@mantine/core';
import { type ImportColumn, importColumns, neededColumns } from '../../../../domain/imports/columns';
import { importSample } from '../../../../domain/imports/sample';
import { DataTable } from '../../../desk/data-table';
import { HeadRow } from '../../../desk/head-row';
import { useImportWords } from './words';

/** The first row of the template, with what it leaves blank. */
const example = { accountManagerEmail: 'ada.fong@vendor.example', tier: 'Gold', ...importSample[0] };

/** Every column of a file, with what belongs there. */
export function Columns() {
  const t = useImportWords();
  return (
    <Stack component="section" gap="xs" aria-labelledby="columns">
      <Title order={2} size="h3" id="columns">
        {t('columns.title')}
      </Title>
      <Text maw="75ch">{t('columns.lead')}</Text>
      <DataTable title={t('columns.title')} minWidth={720}>
        <HeadRow names={['column', 'need', 'what', 'example']} wordOf={(name) => t(`columns.${name}`)} />
        <Table.Tbody>
          {importColumns.map((column) => (
            <Table.Tr key={column}>
              <Table.Th scope="row" fw={400}>
                <Code>{column}</Code>
              </Table.Th>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{t(`columns.${needOf(column)}`)}</Table.Td>
              <Table.Td miw={240}>{t(`columns.${column}`)}</Table.Td>
              <Table.Td maw={200}>
                <Code>{exampleOf(column)}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
    </Stack>
  );
}

function needOf(column: ImportColumn): 'yes' | 'withApp' | 'withKey' | 'no' {
  if (neededColumns.includes(column)) return 'yes';
  if (column.startsWith('key')) return 'withKey';
  return column === 'appName' || column === 'sdkProduct' ? 'withApp' : 'no';
}

function exampleOf(column: ImportColumn): string {
  const text = example[column] ?? '';
  return text.length > 24 ? `${text.slice(0, 12)}…` : text;
}
