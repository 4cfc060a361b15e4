import type { ReactNode } from 'react';
import type { LevelValue } from '@/components/ui/level';
import { ChartFrame } from './chart-frame';
import { Plot } from './plot';
import { percentOf, verticalScale } from './scale';

/** Values from `from` to `to` inclusive; an integer sum of its own has from = to. */
export type Bin = { from: number; to: number; count: number; level?: LevelValue; href?: string };
export type Threshold = { at: number; label: string };

type Props = {
  title: string;
  sentence: string;
  bins: readonly Bin[];
  /** A line is drawn before the bin that starts at `at`. */
  thresholds?: readonly Threshold[];
  valueTitle: string;
  countTitle: string;
  download?: ReactNode;
  extra?: ReactNode;
};

const HEIGHT = 220;
const fillOf = (level: LevelValue | undefined) =>
  level === undefined || level === 'unknown' ? 'var(--chart-1)' : `var(--level-${level})`;
const edgeOf = (level: LevelValue | undefined) =>
  level === undefined || level === 'unknown' ? 'var(--chart-1)' : `var(--level-${level}-edge)`;
const nameOf = (bin: Bin) => (bin.from === bin.to ? `${bin.from}` : `${bin.from}–${bin.to}`);

/** How sums are spread: one column a bin, thresholds as dashed lines with their words. */
export function Histogram(props: Props) {
  const { title, sentence, bins, thresholds = [], valueTitle, countTitle, download, extra } = props;
  const { y, ticks } = verticalScale(Math.max(0, ...bins.map((bin) => bin.count)), HEIGHT);
  const width = 1 / Math.max(1, bins.length);
  const every = Math.ceil(bins.length / 9);
  const top = 16 + thresholds.length * 20;
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      download={download}
      extra={extra}
      numbers={{
        columns: [valueTitle, countTitle],
        rows: bins.map((bin) => [nameOf(bin), bin.href ? { value: bin.count, href: bin.href } : bin.count]),
      }}
    >
      <Plot label={`${title}. ${sentence}`} height={HEIGHT} top={top} bottom={52} ticks={ticks} y={y}>
        {bins.map((bin, index) => (
          <g key={bin.from}>
            <rect
              x={percentOf(width * (index + 0.1))}
              width={percentOf(width * 0.8)}
              y={y(bin.count)}
              height={HEIGHT - y(bin.count)}
              fill={fillOf(bin.level)}
              stroke={edgeOf(bin.level)}
            />
            {index % every === 0 && (
              <text
                x={percentOf(width * (index + 0.5))}
                y={HEIGHT + 20}
                textAnchor="middle"
                fontSize="0.8125rem"
                fill="var(--ink)"
              >
                {nameOf(bin)}
              </text>
            )}
          </g>
        ))}
        {thresholds.map((threshold, index) => {
          const before = bins.findIndex((bin) => bin.from >= threshold.at);
          const share = before < 0 ? 1 : before * width;
          const atEnd = share > 0.55;
          return (
            <g key={threshold.label}>
              <line
                x1={percentOf(share)}
                x2={percentOf(share)}
                y1={-top + 12 + index * 20}
                y2={HEIGHT}
                stroke="var(--ink)"
                strokeWidth={1.5}
                strokeDasharray="5 4"
              />
              <text
                x={percentOf(share)}
                dx={atEnd ? -6 : 6}
                y={-top + 18 + index * 20}
                textAnchor={atEnd ? 'end' : 'start'}
                fontSize="0.8125rem"
                fontWeight={600}
                fill="var(--ink)"
              >
                {threshold.label}
              </text>
            </g>
          );
        })}
        <text x="50%" y={HEIGHT + 44} textAnchor="middle" fontSize="0.8125rem" fill="var(--ink-soft)">
          {valueTitle}
        </text>
      </Plot>
    </ChartFrame>
  );
}
