import { ChartFrame } from '@/components/chart/chart-frame';
import { Plot } from '@/components/chart/plot';
import { percentOf, verticalScale } from '@/components/chart/scale';
import { decimal } from '@/lib/objectivity/finding-words';
import type { Picture } from '@/lib/objectivity/picture';

const HEIGHT = 200;

const told = (percent: number | null) => (percent === null ? 'нет данных' : `${decimal(percent, 1)}\u00a0%`);

type Props = {
  picture: Picture;
  /** What the two are called; one without a name is not shown. */
  names?: { readonly school?: string | undefined; readonly territory?: string | undefined };
};

/** The school beside the territory: full columns are the school, framed ones the territory; borders of marks are dashed. */
export function BesideChart({ picture, names = BOTH }: Props) {
  const { title, sentence, axis, categories, borders } = picture;
  const values = categories.flatMap((one) => [one.school ?? 0, one.territory ?? 0]);
  const { y, ticks } = verticalScale(Math.max(0, ...values), HEIGHT);
  const width = 1 / Math.max(1, categories.length);
  const every = Math.ceil(categories.length / 14);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      numbers={{
        columns: [axis, ...named(names.school), ...named(names.territory)],
        rows: categories.map((one) => [
          one.label,
          ...(names.school ? [told(one.school)] : []),
          ...(names.territory ? [told(one.territory)] : []),
        ]),
      }}
      extra={<Key names={names} />}
    >
      <Plot label={`${title}. ${sentence}`} height={HEIGHT} top={28} bottom={52} ticks={ticks} y={y} unit="&nbsp;%">
        {categories.map((one, i) => (
          <g key={one.label}>
            {one.school !== null && (
              <rect
                x={percentOf(width * (i + 0.08))}
                width={percentOf(width * 0.42)}
                y={y(one.school)}
                height={HEIGHT - y(one.school)}
                fill="var(--chart-1)"
              />
            )}
            {one.territory !== null && (
              <rect
                x={percentOf(width * (i + 0.5))}
                width={percentOf(width * 0.42)}
                y={y(one.territory)}
                height={HEIGHT - y(one.territory)}
                fill="var(--surface)"
                stroke="var(--chart-2)"
                strokeWidth={1.5}
              />
            )}
            {i % every === 0 && (
              <text
                x={percentOf(width * (i + 0.5))}
                y={HEIGHT + 20}
                textAnchor="middle"
                fontSize="0.8125rem"
                fill="var(--ink)"
              >
                {one.label}
              </text>
            )}
          </g>
        ))}
        {borders.map((border) => (
          <g key={border.label}>
            <line
              x1={percentOf(width * border.before)}
              x2={percentOf(width * border.before)}
              y1={-10}
              y2={HEIGHT}
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeDasharray="5 4"
            />
            <text
              x={percentOf(width * border.before)}
              dx={4}
              y={-12}
              fontSize="0.8125rem"
              fontWeight={600}
              fill="var(--ink)"
            >
              {border.label}
            </text>
          </g>
        ))}
        <text x="50%" y={HEIGHT + 44} textAnchor="middle" fontSize="0.8125rem" fill="var(--ink-soft)">
          {axis}
        </text>
      </Plot>
    </ChartFrame>
  );
}

const BOTH = { school: 'школа', territory: 'территория' };

/** A head of a column, where there is one. */
const named = (word: string | undefined) => (word ? [`${word.charAt(0).toUpperCase()}${word.slice(1)}`] : []);

function Key({ names: { school, territory } }: { names: NonNullable<Props['names']> }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {school && (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-3.5 bg-chart-1" />
          {school}
        </li>
      )}
      {territory && (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-3.5 border-2 border-chart-2" />
          {territory}
        </li>
      )}
    </ul>
  );
}
