import { fold } from '@/lib/kernel/russian';
import type { RowKind, RowWords } from '@/lib/roadmaps/plan';
import { accountWords, type PlanAccount } from '@/lib/roadmaps/plan-account';
import { columnsOf, type PlanColumn, type PlanColumns } from '@/lib/roadmaps/plan-columns';
import { nameOf, type PlacedRow, type PlanDoubt, rowDoubts } from '@/lib/roadmaps/plan-doubts';
import {
  type Heading,
  headingOf,
  isContinued,
  isSubNumber,
  joinedText,
  type NumberedSections,
  numberedWords,
  type SourceRow,
  withSection,
} from '@/lib/roadmaps/plan-lines';
import { itemOf, itemsOf, startsLow, termsOfItems } from '@/lib/roadmaps/plan-parts';
import type { RoadmapReading } from '@/lib/roadmaps/roadmap';

export { partsOf } from '@/lib/roadmaps/plan-parts';

/**
 * One row of a table as a person sees it, whatever the file is: the text of every column, lines parted by «\n». A cell that
 * covers several columns has its text in the first of them and '' in the rest.
 */
export type SheetRow = {
  readonly cells: readonly string[];
  /** One cell covers the whole row, or all of it but the number. */
  readonly isMerged: boolean;
  /** 1 or 2 where the first words are set as a heading of that level; null where they are not. */
  readonly heading: 1 | 2 | null;
  /** What the row is by the style of its words, where the portal has written the document. Nothing is guessed then. */
  readonly kind?: RowKind | null;
  /** The cell of the number is the one of the row above. */
  readonly isUnderAbove?: boolean;
};

export type Plan = {
  /** Texts of the header in the order of the table; `column` null where the portal keeps no such column. */
  readonly columns: readonly { readonly column: PlanColumn | null; readonly title: string }[];
  readonly rows: readonly RowWords[];
  readonly account: PlanAccount;
  readonly doubts: readonly PlanDoubt[];
};

export type PlanSheet = { readonly rows: readonly RowWords[]; readonly reading: RoadmapReading };

/** The same in the shape that a roadmap keeps. */
export function readPlanSheet(source: readonly SheetRow[]): PlanSheet | undefined {
  const plan = readPlan(source);
  return plan && sheetOf(plan);
}

export const sheetOf = ({ rows, account, doubts }: Plan): PlanSheet => ({
  rows,
  reading: { account: accountWords(account), doubts: doubts.map(({ where, words }) => ({ where, words })) },
});

/**
 * A plan from the rows of a table: the header names the columns, a row in one piece is a heading, items inside a cell are
 * sub-rows, a row that a page break has split is joined. Numbers stay as they are written, gaps and repetitions included.
 * Undefined where no row is the header of a plan.
 */
export function readPlan(source: readonly SheetRow[]): Plan | undefined {
  const start = source.findIndex((row) => columnsOf(row.cells) !== undefined);
  const header = source[start];
  const columns = header && columnsOf(header.cells);
  if (!header || !columns) return undefined;
  const below = source.flatMap((row, index) => (index > start && isFilled(row) ? [{ ...row, at: index + 1 }] : []));
  const headerText = foldedText(header);
  const body = below.filter((row) => !isHeaderAgain(row, headerText));
  const { rows, joined, doubts } = rowsOf(body, columns);
  const parts = rows.filter(({ isPart }) => isPart).length;
  const whole = rows.filter(({ isPart }) => !isPart);
  const count = (...kinds: readonly RowKind[]) => whole.filter(({ kind }) => kinds.includes(kind)).length;
  const kept = new Map([...columns].map(([column, index]) => [index, column]));
  return {
    columns: header.cells.map((cell, index) => ({ column: kept.get(index) ?? null, title: cleanLine(cell) })),
    rows: rows.map(({ at: _, isPart: __, ...row }) => row),
    account: {
      ...{ read: below.length, headers: below.length - body.length, joined, parts },
      ...{ headings: count('SECTION', 'SUBSECTION'), rows: count('ROW'), subRows: count('SUBROW') },
      above: source.slice(0, start).filter(isFilled).length,
    },
    doubts: [
      ...unreadColumns(header.cells, body, kept),
      ...doubts,
      ...rowDoubts(rows, columns.has('number') && rows.some(({ number }) => number !== '')),
    ].sort((a, b) => a.at - b.at),
  };
}

const isFilled = ({ cells }: Pick<SheetRow, 'cells'>): boolean => cells.some((cell) => clean(cell) !== '');

const clean = (text: string): string =>
  text
    .replaceAll('\u00ad', '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const cleanLine = (text: string): string => clean(text).replaceAll('\n', ' ');

/** The header once more, «1 | 2 | 3 | 4» under it, or «Продолжение таблицы» above it on another page. */
function isHeaderAgain(row: SheetRow, header: string): boolean {
  if (row.kind) return false;
  if (foldedText(row) === header) return true;
  const texts = row.cells.map((cell) => cell.trim());
  if (texts.length > 2 && texts.every((text, index) => text === `${index + 1}`)) return true;
  const filled = texts.filter((text) => text !== '');
  return filled.length === 1 && /^продолжение (таблицы|приложения)( №? ?\d+)?\.?$/.test(fold(filled[0] ?? ''));
}

const foldedText = ({ cells }: SheetRow): string => cells.map((cell) => fold(clean(cell))).join('|');

type Built = PlacedRow & { readonly isPart: boolean };
type BuiltHeading = Built & Heading;
type Body = SheetRow & { readonly at: number };

/** First rows of the table are put together from their pieces, then each is read with all of its text. */
function rowsOf(
  body: readonly Body[],
  columns: PlanColumns,
): { readonly rows: readonly Built[]; readonly joined: number; readonly doubts: readonly PlanDoubt[] } {
  const sources: (SourceRow & { heading?: BuiltHeading })[] = [];
  const doubts: PlanDoubt[] = [];
  const isNumbered =
    columns.has('number') && body.some(({ cells }) => clean(cells[columns.get('number') ?? -1] ?? '') !== '');
  const nextNumbers = numbersBelow(body, columns.get('number'));
  let sections: NumberedSections = { all: 0, roman: 0 };
  let joined = 0;
  for (const [index, row] of body.entries()) {
    const source = sourceOf(row, columns);
    const last = sources.at(-1);
    const nextNumber = nextNumbers[index] ?? '';
    const heading = headingOf(row, source, { columns, last, nextNumber, sections });
    if (heading && last?.heading && startsLow(heading.measure) && heading.number === '' && row.heading === null) {
      const measure = `${last.heading.measure} ${heading.measure}`;
      last.heading = { ...last.heading, ...(last.heading.number === '' ? numberedWords(measure) : { measure }) };
      joined += 1;
    } else if (heading) {
      const built = { ...heading, ...EMPTY, at: row.at, isPart: false };
      sections = withSection(sections, built);
      sources.push({ ...source, heading: built });
    } else if (last && !last.heading && isContinued(source, last, isNumbered)) {
      join(last, source);
      joined += 1;
      const where = nameOf({ number: last.number, measure: last.measure.slice(0, 200) });
      doubts.push({
        at: row.at,
        kind: 'joined',
        where,
        words: 'Строка была разбита (граница страницы) – портал её соединил.',
      });
    } else sources.push(source);
  }
  const rows: Built[] = [];
  for (const source of sources) rows.push(...(source.heading ? [source.heading] : builtOf(source, rows, doubts)));
  return { rows, joined, doubts };
}

/** For each row the first number that is written below it. */
function numbersBelow(body: readonly SheetRow[], column: number | undefined): readonly string[] {
  let below = '';
  return body
    .map(({ cells }) => clean(cells[column ?? -1] ?? ''))
    .reduceRight<string[]>((numbers, number) => {
      numbers.push(below);
      below = number || below;
      return numbers;
    }, [])
    .reverse();
}

const EMPTY = { term: '', responsible: '', result: '', form: '' };
const CELLS = ['measure', 'term', 'responsible', 'result', 'form'] as const;

function sourceOf(row: Body, columns: PlanColumns): SourceRow {
  const cell = (column: PlanColumn) => clean(row.cells[columns.get(column) ?? -1] ?? '');
  return {
    ...{ at: row.at, kind: row.kind ?? null, isUnderAbove: row.isUnderAbove ?? false },
    ...{ number: cell('number').replaceAll('\n', ' '), measure: cell('measure'), term: cell('term') },
    ...{ responsible: cell('responsible'), result: cell('result'), form: cell('form') },
  };
}

function join(row: SourceRow, more: SourceRow): void {
  for (const column of CELLS) row[column] = joinedText(row[column], more[column]);
}

/** A row of the table as a row of the plan with the items that its cell lists. */
function builtOf(source: SourceRow, before: readonly Built[], doubts: PlanDoubt[]): readonly Built[] {
  const { at, kind, isUnderAbove, number, measure, ...rest } = source;
  const row = (own: RowKind, words: Partial<RowWords>, isPart = false): Built => ({
    ...{ kind: own, number, measure, ...rest, ...words, at, isPart },
  });
  if (kind === 'ROW') return [row('ROW', {})];
  const sign = itemOf(measure);
  if (kind === 'SUBROW')
    return [row('SUBROW', number === '' && sign ? { number: sign.number, measure: sign.words } : {})];
  const first = itemOf(measure.split('\n')[0] ?? '');
  const parent = before.findLast((one) => one.kind !== 'SUBROW');
  const isUnderRow = parent?.kind === 'ROW';
  if (isUnderRow && (isUnderAbove || isSubNumber(number, before) || (number === '' && isListed(first, parent, before))))
    return subRowsOf(source, row);
  const { own, items } = itemsOf(measure);
  if (own === '' && number === '' && items.length > 0)
    return items.map((item, index) => row('SUBROW', { number: item.number, measure: item.words }, index > 0));
  if (own === '') return [row('ROW', {})];
  const terms = rest.term.split('\n').filter((line) => line !== '');
  const ofItems = termsOfItems(terms, items);
  const main = row('ROW', { measure: own });
  if (items.length > 0 && terms.length > 1 && terms.length !== items.length) {
    const counted = `Частей в строке ${items.length}, а сроков ${terms.length}: `;
    const words = `${counted}${ofItems ? 'сроки частей разнесены по порядку' : 'сроки частей не разнесены'}, проверьте их.`;
    doubts.push({ at, kind: 'part-terms', where: nameOf(main), words });
  }
  const partRow = (item: { readonly number: string; readonly words: string }, index: number) =>
    row('SUBROW', { ...EMPTY, number: item.number, measure: item.words, term: ofItems?.[index] ?? rest.term }, true);
  return [main, ...items.map(partRow)];
}

/** A row without a number lists something of the row above: after a dash, in lower case, or after its colon. */
function isListed(first: ReturnType<typeof itemOf>, parent: Built | undefined, before: readonly Built[]): boolean {
  const last = before.at(-1);
  return (
    first !== undefined || (last !== undefined && /[:;]$/.test(last.measure)) || parent?.measure.endsWith(':') === true
  );
}

/** A row of the table that is a sub-row itself. What it lists inside its cell stays in its words, but for its own sign. */
function subRowsOf(
  source: SourceRow,
  row: (kind: RowKind, words: Partial<RowWords>, isPart?: boolean) => Built,
): readonly Built[] {
  if (source.number !== '') return [row('SUBROW', /^[-–—−•]$/.test(source.number) ? { number: '' } : {})];
  const lines = source.measure.split('\n');
  const items = lines.map(itemOf);
  if (lines.length > 1 && items.every((item) => item !== undefined))
    return items.map((item, index) => row('SUBROW', { number: item.number, measure: item.words }, index > 0));
  const [first, ...others] = lines;
  const item = itemOf(first ?? '');
  return [row('SUBROW', item ? { number: item.number, measure: [item.words, ...others].join('\n') } : {})];
}

/** Columns that the portal keeps nowhere, where something stands in them. */
function unreadColumns(
  header: readonly string[],
  body: readonly SheetRow[],
  kept: ReadonlyMap<number, PlanColumn>,
): readonly PlanDoubt[] {
  return header.flatMap((title, index): PlanDoubt[] => {
    const filled = body.filter(({ cells, isMerged }) => !isMerged && clean(cells[index] ?? '') !== '').length;
    if (kept.has(index) || filled === 0) return [];
    const where = cleanLine(title) || `Столбец ${index + 1}`;
    const words = `Столбец «${where}» в план не вошёл: заполнено строк ${filled}.`;
    return [{ at: 0, kind: 'unread-column', where, words }];
  });
}
