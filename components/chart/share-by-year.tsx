import type { ReactNode } from 'react';
import { formatShare } from '@/lib/kernel/percent';
import { ChartFrame } from './chart-frame';
import { Plot } from './plot';
import { percentOf, verticalScale } from './scale';

/** `numerator` is absent where the list is not approved yet: unknown is not 0. */
export type YearShare = { year: string; numerator?: number; denominator: number; href?: string; note?: string };

type Props = {
  title: string;
  sentence: string;
  years: readonly YearShare[];
  /** «Школ в перечне», «Всего школ». */
  numeratorTitle: string;
  denominatorTitle: string;
  download?: ReactNode;
  extra?: ReactNode;
};

const HEIGHT = 200;

/** A share by school year; over each column the percentage, and under it «n из N». */
export function ShareByYear(props: Props) {
  const { title, sentence, years, numeratorTitle, denominatorTitle, download, extra } = props;
  const shareOf = (year: YearShare) =>
    year.numerator === undefined || year.denominator <= 0 ? undefined : (100 * year.numerator) / year.denominator;
  const { y, ticks } = verticalScale(Math.max(10, ...years.map((year) => shareOf(year) ?? 0)), HEIGHT);
  const width = 1 / Math.max(1, years.length);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      download={download}
      extra={extra}
      numbers={{
        columns: ['Учебный год', numeratorTitle, denominatorTitle, 'Доля'],
        rows: years.map((year) => [
          year.year,
          year.numerator === undefined
            ? (year.note ?? 'нет данных')
            : year.href
              ? { value: year.numerator, href: year.href }
              : year.numerator,
          year.denominator,
          year.numerator === undefined ? '–' : formatShare(year.numerator, year.denominator),
        ]),
      }}
    >
      <Plot label={`${title}. ${sentence}`} height={HEIGHT} bottom={56} ticks={ticks} y={y} unit="&#8239;%">
        {years.map((year, index) => {
          const share = shareOf(year);
          const middle = percentOf(width * (index + 0.5));
          return (
            <g key={year.year}>
              {share === undefined ? (
                <text x={middle} y={HEIGHT - 10} textAnchor="middle" fontSize="0.8125rem" fill="var(--ink-soft)">
                  {year.note ?? 'нет данных'}
                </text>
              ) : (
                <>
                  <rect
                    x={percentOf(width * (index + 0.25))}
                    width={percentOf(width * 0.5)}
                    y={y(share)}
                    height={HEIGHT - y(share)}
                    fill="var(--chart-1)"
                  />
                  <text
                    x={middle}
                    y={y(share) - 8}
                    textAnchor="middle"
                    fontSize="1rem"
                    fontWeight={600}
                    fill="var(--ink)"
                  >
                    {formatShare(year.numerator ?? 0, year.denominator)}
                  </text>
                </>
              )}
              <text
                x={middle}
                y={HEIGHT + 22}
                textAnchor="middle"
                fontSize="0.875rem"
                fontWeight={600}
                fill="var(--ink)"
              >
                {year.year}
              </text>
              <text x={middle} y={HEIGHT + 44} textAnchor="middle" fontSize="0.8125rem" fill="var(--ink-soft)">
                {year.numerator ?? '–'} из {year.denominator}
              </text>
            </g>
          );
        })}
      </Plot>
    </ChartFrame>
  );
}
