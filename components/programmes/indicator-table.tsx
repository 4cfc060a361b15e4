import { Disclosure } from '@/components/ui/disclosure';
import { SiteLink } from '@/components/ui/site-link';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatNumber } from '@/lib/kernel/russian';
import { COMPUTATIONS } from '@/lib/programmes/computation';
import { deviationOf, valueWords } from '@/lib/programmes/deviation';
import { isNamedBy, type Programme } from '@/lib/programmes/programme';
import type { IndicatorLine, YearFact } from '@/lib/programmes/programme-queries';

type Props = { programme: Programme; indicators: readonly IndicatorLine[]; canReport: boolean };

/** Plan, fact and deviation of every indicator by year; a number says where it is from. */
export function IndicatorTable({ programme, indicators, canReport }: Props) {
  return (
    <ul className="divide-y divide-line">
      {indicators.map((one) => (
        <li key={one.key} className="space-y-2 py-4">
          <p className="max-w-measure font-medium">
            {one.number}. {one.wording}
          </p>
          <p className="text-sm text-ink-soft">
            База: {valueWords(one, one.base)}
            {resultsOf(programme, one.number)}
          </p>
          <div className="flex flex-wrap items-start gap-x-8 gap-y-3">
            {one.years.map((fact) => (
              <Year key={fact.year} programme={programme} indicator={one} fact={fact} canReport={canReport} />
            ))}
            {one.unit !== 'PRESENCE' && <Line values={one.years.map(({ value }) => value)} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

function resultsOf({ content }: Programme, number: string): string {
  const of = content.results.flatMap(({ indicators }, index) =>
    indicators.some((named) => isNamedBy(named, number)) ? [index + 1] : [],
  );
  return of.length > 0 ? ` · результаты: ${of.join(', ')}` : '';
}

type YearProps = { programme: Programme; indicator: IndicatorLine; fact: YearFact; canReport: boolean };

function Year({ programme, indicator, fact, canReport }: YearProps) {
  const deviation = indicator.unit === 'PRESENCE' ? null : deviationOf(indicator, fact.plan, fact.value);
  const { counted, typed, year } = fact;
  const counting = indicator.computation && COMPUTATIONS[indicator.computation];
  return (
    <div className="min-w-40 space-y-0.5">
      <p className="text-sm text-ink-soft">{year}</p>
      <p>
        Факт: <b className="font-semibold">{valueWords(indicator, fact.value)}</b>
        {fact.plan !== undefined && <span className="text-ink-soft"> · план {valueWords(indicator, fact.plan)}</span>}
      </p>
      {deviation && (
        <p className={`text-sm ${deviation.isGood ? 'text-success' : 'text-danger'}`}>
          {deviation.by > 0 ? '+' : ''}
          {formatNumber(deviation.by)} к плану{deviation.isGood ? ', в порядке' : ', хуже плана'}
        </p>
      )}
      {counted && counting ? (
        <Disclosure title={`Посчитано: ${counted.numerator} из ${counted.denominator}`}>
          <p className="max-w-sm text-sm">
            {counted.numerator} – {counting.numerator}; {counted.denominator} – {counting.denominator}.{' '}
            <SiteLink href={counting.source} className="link">
              Откуда
            </SiteLink>
          </p>
        </Disclosure>
      ) : (
        typed && (
          <p className="max-w-sm break-words text-sm text-ink-soft">
            {typed.source}, на {formatDay(typed.datedOn)}
            {typed.note && `. ${typed.note}`}
          </p>
        )
      )}
      {canReport && !counted && (
        <p className="text-sm print:hidden">
          <SiteLink
            className="link"
            href={links.programmeFact(programme.id, { indicator: indicator.key, year: `${year}` })}
            aria-label={`Записать факт ${year} года: показатель ${indicator.number}`}
          >
            {typed ? 'Уточнить' : 'Записать факт'}
          </SiteLink>
        </p>
      )}
    </div>
  );
}

const [WIDTH, HEIGHT] = [96, 28];

/** How the fact went over the years; drawn where at least two are known. */
function Line({ values }: { values: readonly (number | null)[] }) {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  if (known.length < 2) return null;
  const all = known.map(({ value }) => value);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const points = known.map(({ value, index }) => {
    const x = 3 + (index * (WIDTH - 6)) / (values.length - 1);
    const y = high === low ? HEIGHT / 2 : HEIGHT - 3 - ((value - low) * (HEIGHT - 6)) / (high - low);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true" className="mt-5 text-accent">
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
