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

/** Pixels from the line of a tick to the top of its number: the middle of a line of this size. */
const HALF_LINE = 10;

/**
 * The sheet a chart is drawn on: as wide as its column, with horizontal lines and their numbers at the left. Widths are
 * percentages and heights pixels, so nothing is scaled and text stays readable at 390 px and at 200 %.
 */
export function Plot({ label, height, top = 28, bottom = 32, ticks, y, unit = '', children }: Props) {
  const named = ticks.filter((tick) => tick > 0).map((tick) => ({ tick, words: `${formatNumber(tick)}${unit}` }));
  const gutter = Math.max(0, ...named.map(({ words }) => words.length)) + 1;
  return (
    <div className="flex text-[0.8125rem]">
      <div aria-hidden="true" className="relative shrink-0 tabular-nums text-ink-soft" style={{ width: `${gutter}ch` }}>
        {named.map(({ tick, words }) => (
          <span
            key={tick}
            className="absolute right-[1ch] leading-5 whitespace-nowrap"
            style={{ top: top + y(tick) - HALF_LINE }}
          >
            {words}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={label}
        height={height + top + bottom}
        className="block min-w-0 flex-1 overflow-visible text-ink"
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
        </g>
      </svg>
    </div>
  );
}
