import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box, Stack, Table, Text } from '@mantine/core';
import { DataTable } from '../../../../desk/data-table';
import { stillBars } from '../../../../desk/still-chart';
import { useLanguage } from '../../../../words/words';
import type { TermsVersion } from './state-badge';
import { useTermsWords } from './words';

/** How many are due in each month, today and with the other terms: as bars, and as a table that says the same. */
export function DueByMonth({ months }: { months: TermsVersion['preview']['dueByMonth'] }) {
  const t = useTermsWords();
  const language = useLanguage();
  if (months.length === 0) return null;
  const monthText = (month: string) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      year: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date(`${month}-01T00:00:00Z`));
  const rows = months.map(({ month, before, after }) => ({ month: monthText(month), before, after }));
  return (
    <Stack gap="xs" component="section" aria-label={t('preview.byMonth')}>
      <Text fw={600}>{t('preview.byMonth')}</Text>
      <Box aria-hidden="true" style={{ overflow: 'hidden' }}>
        <BarChart
          h={220}
          data={rows}
          dataKey="month"
          series={[
            { name: 'before', label: t('preview.today'), color: 'gray.5' },
            { name: 'after', label: t('preview.byThese'), color: 'harbour.6' },
          ]}
          withLegend
          yAxisProps={{ allowDecimals: false }}
          {...stillBars}
        />
      </Box>
      <details>
        <summary>{t('preview.show')}</summary>
        <DataTable title={t('preview.byMonth')} minWidth={280}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('preview.month')}</Table.Th>
              <Table.Th>{t('preview.today')}</Table.Th>
              <Table.Th>{t('preview.byThese')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ month, before, after }) => (
              <Table.Tr key={month}>
                <Table.Th scope="row" fw={400}>
                  {month}
                </Table.Th>
                <Table.Td>{before}</Table.Td>
                <Table.Td>{after}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      </details>
    </Stack>
  );
}
