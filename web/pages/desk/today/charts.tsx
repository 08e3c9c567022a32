import '@mantine/charts/styles.css';
import { AreaChart, BarChart } from '@mantine/charts';
import type { ReactNode } from 'react';
import { stillAreas, stillBars } from '../../../desk/still-chart';

/** One bar for each row, in its own colour. */
export function Bars({
  label,
  unit,
  rows,
}: {
  label: string;
  unit: string;
  rows: readonly { name: string; value: number; color: string }[];
}) {
  return (
    <Picture label={label}>
      <BarChart
        h={260}
        data={rows.map(({ name, value, color }) => ({ name, [unit]: value, color }))}
        dataKey="name"
        orientation="vertical"
        series={[{ name: unit, color: 'harbour.6' }]}
        {...stillBars}
        xAxisProps={{ allowDecimals: false }}
        yAxisProps={{ width: 120, interval: 0 }}
      />
    </Picture>
  );
}

/** Areas one on the other, a day for each place. */
export function Trend({
  label,
  rows,
  series,
}: {
  label: string;
  rows: readonly Record<string, string | number>[];
  series: readonly { name: string; color: string }[];
}) {
  return (
    <Picture label={label}>
      <AreaChart
        h={260}
        data={[...rows]}
        dataKey="day"
        type="stacked"
        series={[...series]}
        curveType="linear"
        withDots={false}
        withLegend
        withGradient={false}
        fillOpacity={0.8}
        {...stillAreas}
        yAxisProps={{ allowDecimals: false }}
      />
    </Picture>
  );
}

/** A picture of numbers that stand in the table beside it: readers are sent there. */
function Picture({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="img" aria-label={label}>
      {children}
    </div>
  );
}
