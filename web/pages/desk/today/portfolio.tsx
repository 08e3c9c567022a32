import { Grid, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { getDeskPortfolio } from '../../../../api/desk';
import type { Standing } from '../../../../domain/lifecycle/state';
import { useView } from '../../../client/view';
import { DataTable } from '../../../desk/data-table';
import { Moment } from '../../../moment/moment';
import { dayText } from '../../../moment/zoned';
import { standingLooks } from '../../../standing/looks';
import { useStateWords } from '../../../standing/words';
import { Sentence, useLanguage } from '../../../words/words';
import { useTodayWords } from './words';

// Charts are heavy and come last: the numbers stand in the tables already.
const BarsOf = lazy(async () => ({ default: (await import('./charts')).Bars }));
const TrendOf = lazy(async () => ({ default: (await import('./charts')).Trend }));
const spans = ['overdue', 'within7Days', 'within14Days', 'within30Days'] as const;

/** The portfolio at a glance: standings, due days, and the last month; each chart with its table beside it. */
export function Portfolio({ scope }: { scope: 'mine' | 'all' }) {
  const t = useTodayWords();
  const stateWords = useStateWords();
  const language = useLanguage();
  const portfolio = useView(getDeskPortfolio, { query: { scope } });
  const wordOf = (standing: Standing) => stateWords(`standing.${standing}`);
  const used = portfolio.standings.filter(
    ({ standing, apps }) => apps > 0 || portfolio.trend.some((one) => appsIn(one.standings, standing) > 0),
  );
  const series = used.map(({ standing }) => ({ name: wordOf(standing), color: chartColors[standing] }));
  const trend = portfolio.trend.map(({ day, standings }) => ({
    day: dayText(day, language, { isShort: true }),
    ...Object.fromEntries(used.map(({ standing }) => [wordOf(standing), appsIn(standings, standing)])),
  }));
  return (
    <Stack component="section" aria-labelledby="portfolio" gap="md">
      <div>
        <Title order={2} size="h3" id="portfolio">
          {t('portfolio.title')}
        </Title>
        <Text c="dimmed">
          <Sentence
            t={t}
            of="portfolio.counts"
            values={{ developers: portfolio.developerCount, apps: portfolio.appCount }}
            elements={{ at: <Moment at={portfolio.countedAt} /> }}
          />
        </Text>
      </div>
      <Beside
        title={t('portfolio.standings')}
        chart={
          <BarsOf
            label={t('portfolio.chartOf', { title: t('portfolio.standings') })}
            unit={t('portfolio.apps')}
            rows={used.map(({ standing, apps }) => ({
              name: wordOf(standing),
              value: apps,
              color: chartColors[standing],
            }))}
          />
        }
        head={[t('portfolio.standing'), t('portfolio.apps')]}
        rows={portfolio.standings.map(({ standing, apps }) => [wordOf(standing), apps])}
      />
      <Beside
        title={t('portfolio.due')}
        chart={
          <BarsOf
            label={t('portfolio.chartOf', { title: t('portfolio.due') })}
            unit={t('portfolio.developers')}
            rows={spans.map((span) => ({
              name: t(`portfolio.${span}`),
              value: portfolio.due[span],
              color: span === 'overdue' ? 'over.7' : 'near.6',
            }))}
          />
        }
        head={[t('portfolio.dueSpan'), t('portfolio.developers')]}
        rows={spans.map((span) => [t(`portfolio.${span}`), portfolio.due[span]])}
      />
      <Beside
        title={t('portfolio.trend')}
        chart={<TrendOf label={t('portfolio.chartOf', { title: t('portfolio.trend') })} rows={trend} series={series} />}
        head={[t('portfolio.day'), ...series.map(({ name }) => name)]}
        rows={portfolio.trend
          .toReversed()
          .map(({ day, standings }) => [
            dayText(day, language, { isShort: true }),
            ...used.map(({ standing }) => appsIn(standings, standing)),
          ])}
      />
    </Stack>
  );
}

type Counts = readonly { standing: Standing; apps: number }[];
const appsIn = (counts: Counts, standing: Standing) => counts.find((one) => one.standing === standing)?.apps ?? 0;

/** As the badges, a shade for each, so that neighbours in a stack are told apart. */
const chartColors: Readonly<Record<Standing, string>> = {
  onboarding: `${standingLooks.onboarding.color}.6`,
  active: `${standingLooks.active.color}.6`,
  due: `${standingLooks.due.color}.4`,
  grace: `${standingLooks.grace.color}.3`,
  restricted: `${standingLooks.restricted.color}.5`,
  suspended: `${standingLooks.suspended.color}.8`,
  revoked: 'gray.6',
  offboarded: 'gray.4',
};

function Beside({
  title,
  chart,
  head,
  rows,
}: {
  title: string;
  chart: ReactNode;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}) {
  return (
    <Paper withBorder p="lg" component="article">
      <Title order={3} size="h4" mb="md">
        {title}
      </Title>
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Suspense fallback={<Skeleton height={260} />}>{chart}</Suspense>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <DataTable title={title} minWidth={head.length * 80} height={400}>
            <Table.Thead>
              <Table.Tr>
                {head.map((name, index) => (
                  <Table.Th key={name} ta={index === 0 ? undefined : 'right'}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(([name, ...numbers]) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={450} style={{ whiteSpace: 'nowrap' }}>
                    {name}
                  </Table.Th>
                  {numbers.map((number, index) => (
                    <Table.Td key={head[index + 1]} ta="right">
                      {number}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </DataTable>
        </Grid.Col>
      </Grid>
    </Paper>
  );
}
