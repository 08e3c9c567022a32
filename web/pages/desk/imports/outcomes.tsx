import { Stack, Table, Text, Title } from '@mantine/core';
import { DataTable } from '../../../desk/data-table';
import type { Import } from './state-badge';
import { useImportWords } from './words';

const outcomes = ['waiting', 'created', 'known', 'leftOut', 'failed', 'total'] as const;

/** Developers and rows by what becomes of them. */
export function Outcomes({ found: { developers, rows, apps, keys, startedAt } }: { found: Import }) {
  const t = useImportWords();
  const title = t(startedAt === null ? 'outcomes.title' : 'outcomes.titleAfter');
  // Before it begins nothing can have been imported or refused.
  const shown = outcomes.filter((one) => startedAt !== null || (one !== 'created' && one !== 'failed'));
  return (
    <Stack component="section" gap="xs" aria-labelledby="outcomes">
      <Title order={2} size="h3" id="outcomes">
        {title}
      </Title>
      <DataTable title={title} minWidth={300}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('outcomes.what')}</Table.Th>
            <Table.Th ta="right">{t('outcomes.developers')}</Table.Th>
            <Table.Th ta="right">{t('outcomes.rows')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((one) => (
            <Table.Tr key={one}>
              <Table.Th scope="row" fw={one === 'total' ? 650 : 400}>
                {t(`outcomes.${one}`)}
              </Table.Th>
              <Table.Td ta="right">{developers[one]}</Table.Td>
              <Table.Td ta="right">{rows[one]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
      {developers.waiting > 0 && <Text fz="sm">{t('outcomes.also', { apps, keys })}</Text>}
    </Stack>
  );
}
