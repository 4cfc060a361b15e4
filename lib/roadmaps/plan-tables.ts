import { fold } from '@/lib/kernel/russian';
import type { Table } from '@/lib/platform/spreadsheet/table';
import type { WordBlock, WordCell, WordRow, WordTable } from '@/lib/platform/word/word-document';
import type { RowKind } from '@/lib/roadmaps/plan';
import { columnsOf } from '@/lib/roadmaps/plan-columns';
import type { PlanDoubt } from '@/lib/roadmaps/plan-doubts';
import { type Plan, readPlan, type SheetRow } from '@/lib/roadmaps/plan-sheet';

/** A plan with what the document calls it: '' where it has no words for it. */
export type TitledPlan = Plan & { readonly title: string };

/**
 * The plan of a document: its tables with the header of a plan, one after another. A table that goes on without a header
 * after one with the same columns belongs to it; words above a second table with the same header are a heading. Tables that
 * are no plan are named as doubts. Undefined where no table is a plan.
 */
export function readWordPlan(blocks: readonly WordBlock[]): TitledPlan | undefined {
  const pieces: (readonly SheetRow[])[] = [];
  const doubts: PlanDoubt[] = [];
  let header: SheetRow | undefined;
  let last: WordTable | undefined;
  let between: string[] = [];
  let title = '';
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const { label, text } of block.lines.slice(-TITLE_LINES)) between.push(`${label} ${text}`.trim());
      continue;
    }
    const { rows: read, headerAt } = sheetRows(block);
    const own = read[headerAt ?? -1];
    if (own && !header) {
      title = titleAbove(between) || titleOf(read.slice(0, headerAt));
      header = own;
      pieces.push(read);
    } else if (own && header && hasSameColumns(own, header)) {
      const heading = headingAbove(between, header.cells.length);
      pieces.push(heading ? [heading] : [], read.slice(0, headerAt), [header], read.slice((headerAt ?? 0) + 1));
    } else if (last && between.length === 0 && block.widths.length === last.widths.length) {
      pieces.push(sheetRows(block, last).rows);
    } else {
      const where = [...new Set(block.rows[0]?.cells.map(({ text }) => text.replaceAll('\n', ' ')))].join(' | ');
      const words = 'Эта таблица документа в план не вошла.';
      if (header) doubts.push({ at: 0, kind: 'unread-table', where: where.slice(0, 200), words });
      between = [];
      continue;
    }
    last = block;
    between = [];
  }
  const plan = readPlan(pieces.flat());
  return plan && { ...plan, title, doubts: [...plan.doubts, ...doubts] };
}

/** The plan of one sheet of a book; what stands above its header is the title. Undefined where the sheet is no plan. */
export function readSheetPlan(table: Pick<Table, 'rows' | 'merges'>): TitledPlan | undefined {
  const rows = rowsOfSheet(table);
  const plan = readPlan(rows);
  const top = rows.findIndex(({ cells }) => columnsOf(cells) !== undefined);
  return plan && { ...plan, title: titleOf(rows.slice(0, top)) };
}

/** Rows of a sheet of a book: what a merged range repeats stands in its first cell alone. */
export function rowsOfSheet({ rows, merges }: Pick<Table, 'rows' | 'merges'>): readonly SheetRow[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => row[column] ?? '');
    let isMerged = false;
    for (const range of merges) {
      if (index < range.startRow || index > range.endRow || range.startColumn === range.endColumn) continue;
      const first = cells[range.startColumn] ?? '';
      for (let column = range.startColumn; column <= range.endColumn; column++) cells[column] = '';
      if (index === range.startRow) cells[range.startColumn] = first;
      if (range.startColumn <= 1 && range.endColumn >= width - 1) isMerged = true;
    }
    return { cells, isMerged, heading: null };
  });
}

/** A cell of a row with the grid columns from `start` up to `end`. */
type Span = { readonly cell: WordCell; readonly start: number; readonly end: number };

const spansOf = ({ cells }: WordRow): readonly Span[] => {
  const starts = cells.flatMap(({ covered }, index) => (covered === 'left' ? [] : [index]));
  return starts.flatMap((start, index) => {
    const cell = cells[start];
    return cell ? [{ cell, start, end: starts[index + 1] ?? cells.length }] : [];
  });
};

const textsOf = (spans: readonly Span[]) => spans.map(({ cell }) => cell.text);

/**
 * The rows of a table by the columns of its header; of a table that goes on, by those of the table before it. Word's grid
 * has more columns than people see, because each row may shift its borders a little: a row with as many cells as the header
 * is read cell by cell, any other by what its cells lie under.
 */
function sheetRows(
  table: WordTable,
  before?: WordTable,
): { readonly rows: readonly SheetRow[]; readonly headerAt?: number } {
  const isHeader = (row: WordRow) => columnsOf(textsOf(spansOf(row))) !== undefined;
  const owner = before ?? table;
  const top = owner.rows.findIndex(isHeader);
  const first = owner.rows[top];
  if (!first)
    return { rows: table.rows.map((row) => ({ cells: textsOf(spansOf(row)), isMerged: false, heading: null })) };
  const height = Math.max(...first.cells.map(({ rowSpan }) => rowSpan));
  const columns = spansOf(owner.rows[top + height - 1] ?? first);
  const titles = columns.map(({ start }) => {
    const texts = owner.rows.slice(top, top + height).map(({ cells }) => cells[start]?.text ?? '');
    return [...new Set(texts.filter((text) => text !== ''))].join(': ');
  });
  const numberAt = columnsOf(titles)?.get('number') ?? -1;
  const read = (row: WordRow) => sheetRow(spansOf(row), columns, table.widths, numberAt);
  if (before) return { rows: table.rows.map(read) };
  const above = table.rows.slice(0, top).map(read);
  const below = table.rows.slice(top + height).map(read);
  return { rows: [...above, { cells: titles, isMerged: false, heading: null }, ...below], headerAt: top };
}

const KINDS = new Map<string, RowKind>([
  ['Строка таблицы', 'ROW'],
  ['Часть строки таблицы', 'SUBROW'],
]);

function sheetRow(
  spans: readonly Span[],
  columns: readonly Span[],
  widths: readonly number[],
  numberAt: number,
): SheetRow {
  const cells = columns.map(() => '');
  const places = spans.map((span, index) =>
    spans.length === columns.length ? { from: index, to: index } : placeOf(span, columns, widths),
  );
  for (const [index, { cell }] of spans.entries()) {
    const at = places[index]?.from ?? 0;
    // What a merged cell says holds for each of its rows; a number counts the first alone.
    const text = cell.covered === 'above' && at === numberAt ? '' : cell.text;
    if (text !== '') cells[at] = cells[at] === '' ? text : `${cells[at]}\n${text}`;
  }
  const filled = spans.flatMap(({ cell }, index) => (cell.text !== '' && cell.covered === null ? [index] : []));
  const [only, ...others] = filled.filter((index) => filled.length === 1 || (places[index]?.to ?? 0) > 0);
  const place = only !== undefined && others.length === 0 ? places[only] : undefined;
  const isMerged = place !== undefined && place.from <= 1 && place.to > place.from && place.to === columns.length - 1;
  return {
    cells,
    isMerged,
    heading: headingLevel(spans.find(({ cell }) => cell.text !== '')?.cell),
    kind: spans.flatMap(({ cell }) => KINDS.get(cell.style ?? '') ?? [])[0] ?? null,
    isUnderAbove: spans.some(({ cell }, index) => cell.covered === 'above' && places[index]?.from === numberAt),
  };
}

/** The first and last column of which a cell covers at least a half, by widths where the file has them. */
function placeOf(span: Span, columns: readonly Span[], widths: readonly number[]): { from: number; to: number } {
  const wide = (start: number, end: number) =>
    widths.slice(start, end).reduce((sum, width) => sum + (width > 0 ? width : 1), 0);
  const shares = columns.map(({ start, end }) => {
    const common = wide(Math.max(start, span.start), Math.max(start, Math.min(end, span.end)));
    return Math.max(start, span.start) < Math.min(end, span.end) ? common / wide(start, end) : 0;
  });
  const half = shares.flatMap((share, index) => (share >= 0.5 ? [index] : []));
  const best = shares.indexOf(Math.max(...shares));
  return { from: half[0] ?? best, to: half.at(-1) ?? best };
}

/** 1 or 2 by a style of headings; deeper ones are 2. A cell without one is no heading by itself. */
function headingLevel(cell: WordCell | undefined): 1 | 2 | null {
  const level = /^(?:heading|заголовок) ?([1-9])$/i.exec(cell?.style ?? '')?.[1];
  return level === undefined ? null : level === '1' ? 1 : 2;
}

/** The same columns in the same order, whatever the words. */
function hasSameColumns(a: SheetRow, b: SheetRow): boolean {
  const named = ({ cells }: SheetRow) => [...(columnsOf(cells) ?? [])].map(([column, index]) => `${column}${index}`);
  return a.cells.length === b.cells.length && named(a).sort().join() === named(b).sort().join();
}

const HEADING_MAX = 300;

function headingAbove(between: readonly string[], width: number): SheetRow | undefined {
  const text = between.at(-1);
  if (text === undefined || text.length > HEADING_MAX) return undefined;
  return {
    cells: Array.from({ length: width }, (_, index) => (index === 0 ? text : '')),
    isMerged: true,
    heading: null,
  };
}

const TITLE = /^(муниципальная |школьная |проект )?[«"]?(дорожная карта|план|комплекс|перечень мероприятий|программа)/;
/** A title takes a few lines. */
const TITLE_LINES = 6;

/** The last lines above the table from the one that begins like the name of a plan. */
function titleAbove(between: readonly string[]): string {
  const near = between.slice(-TITLE_LINES);
  const start = near.findLastIndex((line) => TITLE.test(fold(line)));
  return start < 0 ? '' : spaced(near.slice(start).join(' '));
}

/** Rows in one piece above the header are the title. */
const titleOf = (above: readonly SheetRow[]): string =>
  spaced(above.map(({ cells }) => cells.filter((cell) => cell !== '').join(' ')).join(' '));

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
