import type { CSSProperties, ReactNode } from 'react';
import { SiteLink } from '@/components/ui/site-link';
import { formatShare } from '@/lib/kernel/percent';
import { formatNumber } from '@/lib/kernel/russian';
import { ChartFrame } from './chart-frame';

export type Bar = {
  label: string;
  value: number;
  /** What the value is a part of: the share is then printed beside it. */
  of?: number;
  note?: string;
  href?: string;
};

type Props = {
  title: string;
  sentence: string;
  bars: readonly Bar[];
  /** Heads of the numbers: «Критерий», «Школ». */
  categoryTitle: string;
  valueTitle: string;
  download?: ReactNode;
  extra?: ReactNode;
};

const partOf = (percent: number): CSSProperties => Object.fromEntries([['--part', `${percent.toFixed(2)}%`]]);

/** Categories with long names: one bar a row, its name above it, its number beside it. In the given order. */
export function BarChart({ title, sentence, bars, categoryTitle, valueTitle, download, extra }: Props) {
  const max = Math.max(1, ...bars.map((bar) => bar.of ?? bar.value));
  const shares = bars.some((bar) => bar.of !== undefined);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      download={download}
      extra={extra}
      numbers={{
        columns: shares ? [categoryTitle, valueTitle, 'Из', 'Доля'] : [categoryTitle, valueTitle],
        rows: bars.map((bar) => {
          const value = bar.href ? { value: bar.value, href: bar.href } : bar.value;
          if (!shares) return [bar.label, value];
          return [bar.label, value, bar.of ?? '–', bar.of === undefined ? '–' : formatShare(bar.value, bar.of)];
        }),
      }}
    >
      <ul className="space-y-3">
        {bars.map((bar) => (
          <li key={bar.label} data-keep="">
            <div className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 text-sm">
                {bar.href ? (
                  <SiteLink href={bar.href} className="link">
                    {bar.label}
                  </SiteLink>
                ) : (
                  bar.label
                )}
                {bar.note && <span className="text-ink-soft"> {bar.note}</span>}
              </span>
              <span className="shrink-0 text-sm tabular-nums">
                <b className="font-semibold">{formatNumber(bar.value)}</b>
                {bar.of !== undefined && (
                  <span className="text-ink-soft">
                    {' '}
                    из {formatNumber(bar.of)} ({formatShare(bar.value, bar.of)})
                  </span>
                )}
              </span>
            </div>
            <span aria-hidden="true" className="bar" style={partOf((100 * bar.value) / max)} />
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
