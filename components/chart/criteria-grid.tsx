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
  /** The name over neighbouring columns of one group: a year. */
  group?: string;
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

/** Words of the marks; `several` stands before a number above one. */
export type GridWords = Readonly<Record<GridCell['state'] | 'several', string>>;

type Props = {
  caption: string;
  columns: readonly GridColumn[];
  rows: readonly GridRow[];
  rowTitle?: string;
  /** What the marks mean, where they are not points. */
  words?: GridWords;
  legend?: string;
  codesTitle?: string;
};

const WORDS: GridWords = {
  point: 'балл есть',
  several: 'баллов',
  none: 'балла нет',
  inapplicable: 'неприменимо',
  missing: 'нет данных',
};

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
export function CriteriaGrid(props: Props): ReactNode {
  const { caption, columns, rows, rowTitle = 'Школа', words = WORDS } = props;
  const { legend = 'есть балл (число – сколько)', codesTitle = 'Что значат коды критериев' } = props;
  const id = useId();
  const groups = groupsOf(columns);
  const withSum = rows.some((row) => row.sum !== undefined);
  return (
    <div className="print-wide min-w-0 space-y-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {(['point', 'none', 'inapplicable', 'missing'] as const).map((state) => (
          <li key={state} className="flex items-center gap-2">
            <Mark cell={{ state }} />
            {state === 'point' ? legend : words[state]}
          </li>
        ))}
      </ul>
      <ScrollRegion labelledBy={id} when="always">
        <table className="border-separate border-spacing-0 text-sm print:text-[8pt]">
          <caption id={id} className="sr-only">
            {caption}
          </caption>
          <thead>
            {groups.length > 0 && (
              <tr>
                <td className="border-r border-line-strong bg-sunken" colSpan={withSum ? 2 : 1} />
                {groups.map((group) => (
                  <th
                    key={group.name}
                    scope="colgroup"
                    colSpan={group.span}
                    className="border-l border-line-strong bg-sunken px-2 pt-2 font-semibold"
                  >
                    {group.name}
                  </th>
                ))}
              </tr>
            )}
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
                      about={[row.title, column.group, column.code].filter(Boolean).join(', ')}
                      words={words}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <details className="text-sm print:hidden">
        <summary className="inline-flex min-h-11 items-center font-medium text-accent">{codesTitle}</summary>
        <dl className="columns-1 gap-8 pt-2 md:columns-2">
          {onceByCode(columns).map((column) => (
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

/** Neighbours under one name; none where the columns have no groups. */
function groupsOf(columns: readonly GridColumn[]) {
  const groups: { name: string; span: number }[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (group === undefined) continue;
    if (last?.name === group) last.span += 1;
    else groups.push({ name: group, span: 1 });
  }
  return groups;
}

/** Under each group the same codes come again. */
const onceByCode = (columns: readonly GridColumn[]) =>
  columns.filter((column, i) => columns.findIndex((other) => other.code === column.code) === i);

type MarkProps = { cell: GridCell; about: string; words: GridWords };

function GridMark({ cell, about, words: all }: MarkProps) {
  const count = cell.state === 'point' ? (cell.points ?? 1) : 0;
  const words = count > 1 ? `${all.several}: ${count}` : all[cell.state];
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
