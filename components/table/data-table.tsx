import { type CSSProperties, type ReactNode, useId } from 'react';
import { Icon } from '@/components/ui/icon';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { SiteLink } from '@/components/ui/site-link';
import { firstPage, type ListAddress, listHref, paramOf } from './list-address';

export type Column<Row> = {
  key: string;
  title: string;
  align?: 'start' | 'end' | 'center';
  /** Heading becomes a link that sorts by this key. */
  sortable?: boolean;
  /** The cell that names the row: it becomes a row heading, and the heading of the card on a phone. */
  main?: boolean;
  width?: string;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  /** What the table holds: read out first, and the name of its scrolling region. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Needed when a column is sortable; the sort is `?sort=key` or `?sort=-key`. */
  address?: ListAddress;
  /** The order used when the address names none. */
  defaultSort?: string;
  /** On a phone: cards of label and value, or the table scrolling sideways inside itself. */
  narrow?: 'cards' | 'scroll';
  /** More columns than a desktop holds: the table scrolls inside itself, heading and first column stay. */
  wide?: boolean;
  empty?: ReactNode;
};

/** Cells have their look from the stylesheet and no attribute too many: a list of fifty rows has four hundred of them. */
const CELL = { start: {}, end: { className: 'cell-end' }, center: { className: 'cell-center' } } as const;
const ROW_HEAD = { scope: 'row' } as const;

/** The words before the values on a phone, once for the table: `--label-2` is the heading of the second column. */
const labelsOf = (columns: readonly { readonly title: string }[]): CSSProperties =>
  Object.fromEntries(columns.map(({ title }, index) => [`--label-${index + 1}`, JSON.stringify(title)]));

const ALIGN = { start: 'text-left', end: 'text-right tabular-nums', center: 'text-center' } as const;

/** A list: sorting by links, heading that stays in sight, readable at 390 px, no client code. */
export function DataTable<Row>(props: Props<Row>) {
  const { caption, captionHidden = true, columns, rows, rowKey, address, wide = false, empty } = props;
  const id = useId();
  const sort = (address && paramOf(address, 'sort')) ?? props.defaultSort;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const cards = (props.narrow ?? 'cards') === 'cards';
  return (
    <ScrollRegion labelledBy={id} when={wide ? 'always' : 'narrow'} bareOnPhone={cards}>
      <table className={cards ? 'data-table table-cards' : 'data-table'} style={cards ? labelsOf(columns) : undefined}>
        <caption
          id={id}
          className={captionHidden ? 'sr-only' : 'px-4 pt-4 pb-3 text-left text-base font-semibold text-ink'}
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} address={address} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => {
                const Cell = column.main ? 'th' : 'td';
                return (
                  <Cell key={column.key} {...(column.main && ROW_HEAD)} {...CELL[column.align ?? 'start']}>
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Heading<Row>({
  column,
  sort,
  address,
}: {
  column: Column<Row>;
  sort: string | undefined;
  address: ListAddress | undefined;
}) {
  const state = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : undefined;
  const base = `sticky top-0 z-10 border-b border-line-strong bg-sunken px-4 py-1 align-middle font-semibold first:rounded-tl-lg last:rounded-tr-lg print:static ${ALIGN[column.align ?? 'start']}`;
  if (!column.sortable || !address) {
    return (
      <th scope="col" className={`${base} h-12`} style={{ width: column.width }}>
        {column.title}
      </th>
    );
  }
  const next = state === 'ascending' ? `-${column.key}` : column.key;
  return (
    <th scope="col" aria-sort={state} className={base} style={{ width: column.width }}>
      <SiteLink
        href={listHref(address, { ...firstPage, sort: next })}
        className="inline-flex min-h-11 items-center gap-1 underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-current"
      >
        {column.title}
        <Icon name={state ?? 'sort'} size={16} />
      </SiteLink>
    </th>
  );
}
