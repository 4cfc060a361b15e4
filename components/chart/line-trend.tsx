import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/kernel/russian';
import { ChartFrame } from './chart-frame';
import { Plot } from './plot';
import { percentOf, verticalScale } from './scale';

/** `value` is absent where there is no data: the line breaks there, it never falls to 0. */
export type TrendPoint = { label: string; value?: number; max?: number; note?: string };

type Props = {
  title: string;
  sentence: string;
  points: readonly TrendPoint[];
  /** «Учебный год», «Сумма». */
  labelTitle: string;
  valueTitle: string;
  thresholds?: readonly { at: number; label: string }[];
  download?: ReactNode;
  extra?: ReactNode;
};

const HEIGHT = 200;
const DASHES = ['7 4', '2 4', '12 3 2 3'];
/* A rim of the background keeps numbers readable where a line passes behind them. */
const HALO = { paintOrder: 'stroke', stroke: 'var(--surface)', strokeWidth: 5, strokeLinejoin: 'round' } as const;

/** One value over the years, each point with its number. */
export function LineTrend(props: Props) {
  const { title, sentence, points, labelTitle, valueTitle, thresholds = [], download, extra } = props;
  const values = points.flatMap((point) => [point.value ?? 0, point.max ?? 0]);
  const { y, ticks } = verticalScale(Math.max(...values, ...thresholds.map((t) => t.at)), HEIGHT);
  const x = (index: number) => percentOf((index + 0.5) / Math.max(1, points.length));
  const withMax = points.some((point) => point.max !== undefined);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      download={download}
      extra={
        <>
          {thresholds.length > 0 && (
            <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
              {thresholds.map((threshold, index) => (
                <li key={threshold.label} className="flex items-center gap-2">
                  <svg width="28" height="4" aria-hidden="true">
                    <line
                      x1="0"
                      x2="28"
                      y1="2"
                      y2="2"
                      stroke="var(--ink-soft)"
                      strokeWidth={2}
                      strokeDasharray={DASHES[index % DASHES.length]}
                    />
                  </svg>
                  {threshold.label}: {formatNumber(threshold.at)}
                </li>
              ))}
            </ul>
          )}
          {extra}
        </>
      }
      numbers={{
        columns: withMax ? [labelTitle, valueTitle, 'Из возможных'] : [labelTitle, valueTitle],
        rows: points.map((point) => {
          const row = [point.label, point.value ?? 'нет данных'];
          return withMax ? [...row, point.max ?? '–'] : row;
        }),
      }}
    >
      <Plot label={`${title}. ${sentence}`} height={HEIGHT} ticks={ticks} y={y}>
        {thresholds.map((threshold, index) => (
          <g key={threshold.label}>
            <line
              x1="0"
              x2="100%"
              y1={y(threshold.at)}
              y2={y(threshold.at)}
              stroke="var(--ink-soft)"
              strokeWidth={1.5}
              strokeDasharray={DASHES[index % DASHES.length]}
            />
          </g>
        ))}
        {points.map((point, index) => {
          const next = points[index + 1];
          if (point.value === undefined || next?.value === undefined) return null;
          return (
            <line
              key={`${point.label}-line`}
              x1={x(index)}
              y1={y(point.value)}
              x2={x(index + 1)}
              y2={y(next.value)}
              stroke="var(--chart-1)"
              strokeWidth={3}
              strokeLinecap="round"
            />
          );
        })}
        {points.map((point, index) => (
          <g key={point.label}>
            {point.value === undefined ? (
              <text x={x(index)} y={HEIGHT - 10} textAnchor="middle" fontSize="0.8125rem" fill="var(--ink-soft)">
                нет данных
              </text>
            ) : (
              <>
                <circle
                  cx={x(index)}
                  cy={y(point.value)}
                  r="6"
                  fill="var(--surface)"
                  stroke="var(--chart-1)"
                  strokeWidth={3}
                />
                <text
                  x={x(index)}
                  y={y(point.value) - 14}
                  textAnchor="middle"
                  fontSize="0.9375rem"
                  fontWeight={600}
                  fill="var(--ink)"
                  style={HALO}
                >
                  {formatNumber(point.value)}
                  {point.max !== undefined && <tspan fontWeight={400}> из {point.max}</tspan>}
                </text>
              </>
            )}
            <text x={x(index)} y={HEIGHT + 22} textAnchor="middle" fontSize="0.8125rem" fill="var(--ink)">
              {point.label}
            </text>
          </g>
        ))}
      </Plot>
    </ChartFrame>
  );
}
