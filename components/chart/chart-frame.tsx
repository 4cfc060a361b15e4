import { type ReactNode, useId } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { SiteLink } from '@/components/ui/site-link';
import { formatNumber } from '@/lib/kernel/russian';

/** A cell of the numbers behind a chart; `href` leads to the list that the number counts. */
export type NumberCell = string | number | { value: string | number; href: string };

/** The numbers behind a chart: the first column names the row. */
export type NumbersTable = { columns: readonly string[]; rows: readonly (readonly NumberCell[])[] };

type Props = {
  title: string;
  /** One sentence that says what the chart shows, with its main numbers. */
  sentence: string;
  numbers: NumbersTable;
  /** A DownloadLink to the same numbers as a file. */
  download?: ReactNode;
  /** A key to the colours and marks, or a switch to the interactive view. */
  extra?: ReactNode;
  /** The chart itself is a table already: the numbers are not repeated. */
  tableInside?: boolean;
  children: ReactNode;
};

/** The frame of every chart: its title, a sentence in words, the drawing, and the same numbers as a table. */
export function ChartFrame({ title, sentence, numbers, download, extra, tableInside = false, children }: Props) {
  const id = useId();
  return (
    <figure
      aria-labelledby={id}
      className="min-w-0 rounded-lg border border-line bg-surface p-5 shadow-card sm:p-6 print:border-0 print:p-0"
    >
      <figcaption className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-measure space-y-1 sm:flex-1 sm:basis-72">
          <h3 id={id} className="text-lg">
            {title}
          </h3>
          <p className="text-pretty text-ink-soft">{sentence}</p>
        </div>
        {download}
      </figcaption>
      {children}
      {extra && <div className="mt-4">{extra}</div>}
      {!tableInside && (
        <div className="mt-3">
          <Disclosure title="Показать числа">
            <Numbers caption={title} numbers={numbers} />
          </Disclosure>
        </div>
      )}
    </figure>
  );
}

function Numbers({ caption, numbers }: { caption: string; numbers: NumbersTable }) {
  return (
    <table className="numbers w-full max-w-3xl border-collapse text-sm">
      <caption className="sr-only">{caption}: числа</caption>
      <thead>
        <tr className="border-b border-line-strong">
          {numbers.columns.map((column) => (
            <th key={column} scope="col" className="font-semibold">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.rows.map((row) => {
          const [head, ...cells] = row;
          const name = head === undefined ? '' : cellText(head);
          return (
            <tr key={name}>
              <th scope="row">{head !== undefined && <Cell cell={head} />}</th>
              {cells.map((cell, index) => (
                <td key={numbers.columns[index + 1]}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const cellText = (cell: NumberCell): string => {
  const value = typeof cell === 'object' ? cell.value : cell;
  return typeof value === 'number' ? formatNumber(value) : value;
};

function Cell({ cell }: { cell: NumberCell }) {
  if (typeof cell !== 'object') return cellText(cell);
  return (
    <SiteLink href={cell.href} className="link">
      {cellText(cell)}
    </SiteLink>
  );
}
