import type { ReactNode } from 'react';
import { formatNumber } from '@/lib/kernel/russian';

type Props = {
  label: string;
  height: number;
  /** Room above for labels and below for the names of the columns. */
  top?: number;
  bottom?: number;
  ticks: readonly number[];
  y: (value: number) => number;
  unit?: string;
  children: ReactNode;
};

/**
 * The sheet a chart is drawn on: as wide as its column, with horizontal lines and their numbers. Widths are percentages
 * and heights pixels, so nothing is scaled and text stays readable at 390 px and at 200 %.
 */
export function Plot({ label, height, top = 28, bottom = 32, ticks, y, unit = '', children }: Props) {
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={height + top + bottom}
      className="block overflow-visible text-ink"
    >
      <g transform={`translate(0 ${top})`}>
        {ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? 'var(--line-strong)' : 'var(--line)'}
            strokeWidth={1}
          />
        ))}
        {children}
        {/* Above the drawing, with a rim: a high first column would hide them. */}
        {ticks
          .filter((tick) => tick > 0)
          .map((tick) => (
            <text
              key={tick}
              x="0"
              y={y(tick) - 4}
              fontSize="0.8125rem"
              fill="var(--ink-soft)"
              stroke="var(--surface)"
              strokeWidth={4}
              paintOrder="stroke"
            >
              {formatNumber(tick)}
              {unit}
            </text>
          ))}
      </g>
    </svg>
  );
}
