import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box, Stack, Table, Text } from '@mantine/core';
import { DataTable } from '../../../desk/data-table';
import { stillBars } from '../../../desk/still-chart';
import { dayText } from '../../../moment/zoned';
import { useLanguage } from '../../../words/words';
import { useCampaignWords } from './words';

interface Series {
  name: string;
  label: string;
  color: string;
  days: readonly { on: string; count: number }[];
}

/** Counts by day as bars, and as a table that says the same. */
export function Days({ title, series }: { title: string; series: readonly Series[] }) {
  const t = useCampaignWords();
  const language = useLanguage();
  const days = [...new Set(series.flatMap((one) => one.days.map(({ on }) => on)))].sort();
  if (days.length === 0) return null;
  const rows = days.map((on) => ({
    on,
    ...Object.fromEntries(series.map(({ name, days: of }) => [name, of.find((day) => day.on === on)?.count ?? 0])),
  })) as ({ on: string } & Record<string, number | string>)[];
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Text fw={600}>{title}</Text>
      <Box aria-hidden="true" style={{ overflow: 'hidden' }}>
        <BarChart
          h={200}
          data={rows}
          dataKey="on"
          series={series.map(({ name, label, color }) => ({ name, label, color }))}
          withLegend={series.length > 1}
          {...stillBars}
        />
      </Box>
      <details>
        <summary>{t('whatIf.show')}</summary>
        <DataTable title={title} minWidth={280}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('whatIf.day')}</Table.Th>
              {series.map(({ name, label }) => (
                <Table.Th key={name}>{label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.on}>
                <Table.Td>{dayText(row.on, language, { isShort: true })}</Table.Td>
                {series.map(({ name }) => (
                  <Table.Td key={name}>{row[name]}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      </details>
    </Stack>
  );
}
