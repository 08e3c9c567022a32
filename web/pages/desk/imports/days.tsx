import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box, Stack, Table, Text, Title } from '@mantine/core';
import { getImportDays } from '../../../../api/imports';
import { getTerms } from '../../../../api/terms';
import { useViews, viewOf } from '../../../client/view';
import { DataTable } from '../../../desk/data-table';
import { stillBars } from '../../../desk/still-chart';
import { durationText } from '../../../moment/duration';
import { Day } from '../../../moment/moment';
import { dayText } from '../../../moment/zoned';
import { Sentence, useLanguage } from '../../../words/words';
import type { Import } from './state-badge';
import { useImportWords } from './words';

/** How many apps would be due on which day, as bars and as a table that says the same. */
export function ImportDays({ found: { id, dueAfter, spreadOver } }: { found: Import }) {
  const t = useImportWords();
  const language = useLanguage();
  const [{ items }, { firstDueAfter }] = useViews(
    viewOf(getImportDays, { params: { importId: id } }),
    viewOf(getTerms, {}),
  );
  const [first, last] = [items[0], items.at(-1)];
  const shortText = (on: string) => dayText(on, language, { isShort: true });
  return (
    <Stack component="section" gap="xs" aria-labelledby="days">
      <Title order={2} size="h3" id="days">
        {t('days.title')}
      </Title>
      <Text maw="75ch">
        {t('days.what', {
          after: durationText(dueAfter, language),
          over: durationText(spreadOver, language),
          first: durationText(firstDueAfter, language),
        })}
      </Text>
      {!first || !last ? (
        <Text c="dimmed">{t('days.none')}</Text>
      ) : (
        <>
          <Text>
            <Sentence
              t={t}
              of="days.range"
              values={{
                apps: items.reduce((sum, { apps }) => sum + apps, 0),
                most: Math.max(...items.map(({ apps }) => apps)),
              }}
              elements={{
                from: <Day on={first.on} isShort isBare />,
                until: <Day on={last.on} isShort isBare />,
              }}
            />
          </Text>
          <Box aria-hidden="true">
            <BarChart
              h={180}
              data={items.map(({ on, apps }) => ({ day: shortText(on), apps }))}
              dataKey="day"
              series={[{ name: 'apps', label: t('days.apps'), color: 'harbour.6' }]}
              {...stillBars}
              yAxisProps={{ allowDecimals: false }}
            />
          </Box>
          <details>
            <summary>{t('days.show')}</summary>
            <DataTable title={t('days.title')} minWidth={260} height={360}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('days.day')}</Table.Th>
                  <Table.Th ta="right">{t('days.apps')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map(({ on, apps }) => (
                  <Table.Tr key={on}>
                    <Table.Td>{shortText(on)}</Table.Td>
                    <Table.Td ta="right">{apps}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </DataTable>
          </details>
        </>
      )}
    </Stack>
  );
}
