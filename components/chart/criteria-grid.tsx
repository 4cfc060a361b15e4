import { type ReactNode, useId } from 'react';
import { LevelMark, type LevelValue } from '@/components/ui/level';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SiteLink } from '@/components/ui/site-link';

/** What a criterion gave a school. A composite criterion gives several points at once. */
export type GridCell =
  | { state: 'point'; points?: number; href?: string }
  | { state: 'none' | 'inapplicable' | 'missing'; href?: string };

export type GridColumn = {
  key: string;
  code: string;
  title: string;
  /** Where the criterion is explained. */
  href?: string;
};
export type GridRow = {
  key: string;
  title: string;
  href?: string;
  /** The sum, printed beside the name. */
  sum?: string;
  level?: { value: LevelValue; word: string };
  cells: Readonly<Record<string, GridCell | undefined>>;
};

type Props = { caption: string; columns: readonly GridColumn[]; rows: readonly GridRow[]; rowTitle?: string };

const WORDS = { point: 'балл есть', none: 'балла нет', inapplicable: 'неприменимо', missing: 'нет данных' } as const;

/** Four marks that differ in shape, so that the grid can be read without colour and on a grey print. */
function Mark({ cell }: { cell: GridCell }) {
  if (cell.state === 'point') {
    return (
      <span
        aria-hidden="true"
        className="inline-flex size-7 print:size-5 items-center justify-center rounded-sm bg-level-3 text-sm font-semibold text-on-level-3"
      >
        {cell.points ?? 1}
      </span>
    );
  }
  const mark = { none: '·', inapplicable: '–', missing: '?' }[cell.state];
  const skin = {
    none: 'text-ink-soft',
    inapplicable: 'text-ink-soft bg-sunken',
    missing: 'border border-dashed border-line-strong font-semibold text-ink',
  }[cell.state];
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-7 print:size-5 items-center justify-center rounded-sm ${skin}`}
    >
      {mark}
    </span>
  );
}

/** Schools × criteria as a real table: the first column and the heading stay in sight, each mark has its words. */
export function CriteriaGrid({ caption, columns, rows, rowTitle = 'Школа' }: Props): ReactNode {
  const id = useId();
  const withSum = rows.some((row) => row.sum !== undefined);
  return (
    <div className="print-wide min-w-0 space-y-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {(['point', 'none', 'inapplicable', 'missing'] as const).map((state) => (
          <li key={state} className="flex items-center gap-2">
            <Mark cell={{ state }} />
            {state === 'point' ? 'есть балл (число – сколько)' : WORDS[state]}
          </li>
        ))}
      </ul>
      <ScrollRegion labelledBy={id} when="always">
        <table className="border-separate border-spacing-0 text-sm print:text-[8pt]">
          <caption id={id} className="sr-only">
            {caption}
          </caption>
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-20 min-w-40 max-w-56 border-r border-b border-line-strong bg-sunken px-3 py-2 text-left font-semibold sm:min-w-56 print:static"
              >
                {rowTitle}
              </th>
              {withSum && (
                <th
                  scope="col"
                  className="sticky top-0 z-10 border-b border-line-strong bg-sunken px-3 py-2 text-right font-semibold print:static"
                >
                  Сумма
                </th>
              )}
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  className="sticky top-0 z-10 border-b border-line-strong bg-sunken px-1 py-2 font-semibold print:static"
                >
                  {column.href ? (
                    <SiteLink href={column.href} title={column.title} className="link inline-block py-1">
                      {column.code}
                    </SiteLink>
                  ) : (
                    <abbr title={column.title} className="no-underline">
                      {column.code}
                    </abbr>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="group">
                <th
                  scope="row"
                  className="sticky left-0 z-10 max-w-56 border-r border-b border-line bg-surface px-3 py-1 text-left font-normal group-hover:bg-sunken print:static"
                >
                  <span className="flex items-center gap-2">
                    {row.level && (
                      <span title={row.level.word} className="inline-flex">
                        <LevelMark level={row.level.value} />
                        <span className="sr-only">{row.level.word}: </span>
                      </span>
                    )}
                    {row.href ? (
                      <SiteLink href={row.href} className="link">
                        {row.title}
                      </SiteLink>
                    ) : (
                      row.title
                    )}
                  </span>
                </th>
                {withSum && (
                  <td className="border-b border-line px-3 text-right font-semibold whitespace-nowrap tabular-nums group-hover:bg-sunken">
                    {row.sum ?? '–'}
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} className="border-b border-line p-1 text-center group-hover:bg-sunken">
                    <GridMark
                      cell={row.cells[column.key] ?? { state: 'missing' }}
                      about={`${row.title}, ${column.code}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <details className="text-sm print:hidden">
        <summary className="inline-flex min-h-11 items-center font-medium text-accent">
          Что значат коды критериев
        </summary>
        <dl className="columns-1 gap-8 pt-2 md:columns-2">
          {columns.map((column) => (
            <div key={column.key} className="mb-2 flex break-inside-avoid gap-3">
              <dt className="w-10 shrink-0 font-semibold">{column.code}</dt>
              <dd>{column.title}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function GridMark({ cell, about }: { cell: GridCell; about: string }) {
  const words = cell.state === 'point' && (cell.points ?? 1) > 1 ? `баллов: ${cell.points}` : WORDS[cell.state];
  if (!cell.href) {
    return (
      <>
        <Mark cell={cell} />
        <span className="sr-only">{words}</span>
      </>
    );
  }
  return (
    <SiteLink href={cell.href} data-plain="" aria-label={`${about}: ${words}`} className="inline-flex rounded-sm">
      <Mark cell={cell} />
    </SiteLink>
  );
}
