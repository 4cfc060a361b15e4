'use client';

import { Bar, BarChart, CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';

const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'];
const DASHES = [undefined, '8 4', '2 4', '12 4 2 4'];
const TIP = {
  background: 'var(--raised)',
  border: '1px solid var(--line-strong)',
  borderRadius: 8,
  color: 'var(--ink)',
};

export type InteractiveProps = {
  title: string;
  kind: 'line' | 'bar';
  /** Rows of named values; `x` names the one along the bottom. */
  rows: readonly Readonly<Record<string, string | number | null>>[];
  x: string;
  series: readonly { key: string; title: string }[];
};

/** The drawing by Recharts, in a file of its own so that it is loaded only when somebody opens it. */
export default function InteractiveView({ title, kind, rows, x, series }: InteractiveProps) {
  const Chart = kind === 'line' ? LineChart : BarChart;
  return (
    <section aria-label={title} className="mt-3">
      <Chart responsive style={{ width: '100%', height: 320 }} data={[...rows]} accessibilityLayer>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey={x} stroke="var(--ink-soft)" fontSize="0.8125rem" />
        <YAxis stroke="var(--ink-soft)" fontSize="0.8125rem" allowDecimals={false} width={36} />
        <Tooltip contentStyle={TIP} cursor={{ fill: 'var(--sunken)' }} />
        {series.length > 1 && <Legend />}
        {series.map((one, index) =>
          kind === 'line' ? (
            <Line
              key={one.key}
              dataKey={one.key}
              name={one.title}
              stroke={COLOURS[index % COLOURS.length]}
              strokeDasharray={DASHES[index % DASHES.length]}
              strokeWidth={3}
              dot={{ r: 5 }}
              isAnimationActive={false}
            />
          ) : (
            <Bar
              key={one.key}
              dataKey={one.key}
              name={one.title}
              fill={COLOURS[index % COLOURS.length]}
              isAnimationActive={false}
            />
          ),
        )}
      </Chart>
    </section>
  );
}
