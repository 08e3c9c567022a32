import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box, Stack, Table, Text, Title } from '@mantine/core';
import { useDeferredValue } from 'react';
import { getImportDays } from '../../../../api/imports';
import { getTerms } from '../../../../api/terms';
import { daysIn } from '../../../../domain/calendar/zoned';
import { useViews, viewOf } from '../../../client/view';
import { DataTable } from '../../../desk/data-table';
import { stillBars } from '../../../desk/still-chart';
import { durationText } from '../../../moment/duration';
import { Day } from '../../../moment/moment';
import { dayText } from '../../../moment/zoned';
import { Sentence, useLanguage } from '../../../words/words';
import type { Import } from './state-badge';
import { WindowInput } from './window-input';
import { useImportWords } from './words';

/** Over which window the due days are spread, and how many apps would be due on which day, as bars and as a table that says the same. */
export function ImportDays({
  found: { id, dueAfter, spreadOver: kept },
  spreadOver,
  onSpread,
}: {
  found: Import;
  /** Chosen here; undefined: as before. null: what is typed may not be. */
  spreadOver: string | null | undefined;
  onSpread: (spreadOver: string | null) => void;
}) {
  const t = useImportWords();
  const language = useLanguage();
  // The former days stay until those of another window are there.
  const asked = useDeferredValue(spreadOver) ?? undefined;
  const [{ items }, terms] = useViews(
    viewOf(getImportDays, { params: { importId: id }, query: { ...(asked !== undefined && { spreadOver: asked }) } }),
    viewOf(getTerms, {}),
  );
  const { firstDueAfter, importSpread } = terms;
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
          first: durationText(firstDueAfter, language),
        })}
      </Text>
      <WindowInput
        days={daysIn(spreadOver ?? kept ?? importSpread)}
        terms={terms}
        onChange={(days) => onSpread(days === null ? null : `P${days}D`)}
      />
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
