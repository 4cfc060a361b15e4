import type { RowKind } from '@/lib/roadmaps/plan';
import type { PlanColumns } from '@/lib/roadmaps/plan-columns';
import { isOpenEnded, itemOf, startsLow } from '@/lib/roadmaps/plan-parts';
import type { SheetRow } from '@/lib/roadmaps/plan-sheet';

/** A row of the table by its columns, not yet read for what it lists; pieces of a broken row are added to it. */
export type SourceRow = {
  readonly at: number;
  readonly kind: RowKind | null;
  readonly isUnderAbove: boolean;
  readonly number: string;
  measure: string;
  term: string;
  responsible: string;
  result: string;
  form: string;
};

export type Heading = { readonly kind: 'SECTION' | 'SUBSECTION'; readonly number: string; readonly measure: string };

const ROMAN = /^[IVXLC]+[.)]?$/;
/** «Раздел 1», «Этап II»: words that count headings. */
const NAMED = /^(раздел|этап|направление|блок|модуль)(\s|$)/i;
/** «1.», «2.3», «IV.», «Раздел 2.»: a heading's own number; one without a point only before a capital letter. */
const OWN_NUMBER =
  /^((?:(?:[Рр]аздел|РАЗДЕЛ|[Ээ]тап|ЭТАП|[Нн]аправление|НАПРАВЛЕНИЕ|[Бб]лок|БЛОК|[Мм]одуль|МОДУЛЬ)\s+)?(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]+)[.)]|\d{1,2}(?:\.\d{1,2})+|(?:\d{1,2}|[IVXLC]+)(?=\s+[\p{Lu}«])))\s+(?=\S)/u;

/**
 * What the row is a heading of, or undefined: set as one, in one piece, or standing alone in the first columns. A number
 * with words alone is a heading where the numbers say so: a Roman one, or one whose rows follow («2» before «2.1» or «1»).
 */
export function headingOf(
  row: SheetRow,
  source: SourceRow,
  around: {
    readonly columns: PlanColumns;
    readonly last: (SourceRow & { readonly heading?: Heading }) | undefined;
    readonly nextNumber: string;
    readonly sections: NumberedSections;
  },
): Heading | undefined {
  if (row.kind)
    return row.kind === 'SECTION' || row.kind === 'SUBSECTION' ? { kind: row.kind, ...splitOf(row) } : undefined;
  const filled = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const [number, measure] = [around.columns.get('number'), around.columns.get('measure')];
  const isShort = filled.every((index) => index === number || index === measure) || filled.join() === '0';
  if (!row.isMerged && (!isShort || !isAlone(row, source, around))) return undefined;
  const split = splitOf(row);
  return { kind: (row.heading ?? levelOf(split.number, around.sections)) === 1 ? 'SECTION' : 'SUBSECTION', ...split };
}

function isAlone(row: SheetRow, source: SourceRow, { last, nextNumber }: Parameters<typeof headingOf>[2]): boolean {
  if (row.heading !== null) return true;
  const text = row.cells.join(' ').trim();
  if (source.isUnderAbove || !/\p{L}{2}/u.test(text)) return false;
  if (source.number !== '' && source.measure !== '') return isCounted(source.number, nextNumber);
  if (source.number !== '') return true;
  const above = last?.heading ? '' : (last?.measure ?? '');
  const isTail =
    /^\D/.test(itemOf(text)?.sign ?? '') ||
    startsLow(text) ||
    (above !== '' && (isOpenEnded(above) || /[:;]$/.test(above)));
  return !isTail || (last?.heading !== undefined && startsLow(text));
}

/** Whether the number of a row without anything but words counts headings and not rows. */
function isCounted(number: string, next: string): boolean {
  if (ROMAN.test(number) || NAMED.test(number)) return true;
  const [own, after] = [number, next].map((one) => one.replace(/[.)]+$/, ''));
  return after !== '' && (after?.startsWith(`${own}.`) || (after === '1' && /^\d+$/.test(own ?? '')));
}

/** «Направление IV.» is long for a number. */
const NUMBER_MAX = 60;

/** The number and the words; a tab between them parts them for certain. */
function splitOf({ cells }: SheetRow): { readonly number: string; readonly measure: string } {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const level = (text: string) =>
    text
      .replaceAll('\u00ad', '')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
  const text = filled.join(' ');
  const tab = text.indexOf('\t');
  if (tab > 0 && tab <= NUMBER_MAX && !text.slice(0, tab).includes('\n'))
    return { number: level(text.slice(0, tab)), measure: level(text.slice(tab)) };
  return numberedWords(level(text));
}

/** The number that words of a heading begin with, and the rest of them. */
export function numberedWords(words: string): Pick<Heading, 'number' | 'measure'> {
  const [match = '', number = ''] = OWN_NUMBER.exec(words) ?? [];
  return { number, measure: words.slice(match.length) };
}

/**
 * A heading without a number, or with one of two parts, stands under the section above it, where there is one; so does an
 * Arabic number under Roman ones.
 */
function levelOf(number: string, sections: NumberedSections): 1 | 2 {
  if (sections.all === 0) return 1;
  if (number === '' || /\d\.\d/.test(number)) return 2;
  return /^\d/.test(number) && sections.roman === sections.all ? 2 : 1;
}

/** How many sections above have a number, and how many of them a Roman one. */
export type NumberedSections = { readonly all: number; readonly roman: number };

export const withSection = ({ all, roman }: NumberedSections, { kind, number }: Heading): NumberedSections =>
  kind === 'SECTION' && number !== '' ? { all: all + 1, roman: roman + (ROMAN.test(number) ? 1 : 0) } : { all, roman };

/** Signs of a row past which nothing more is joined to it: a page holds 3,000. */
const ROW_MAX = 20_000;
const sizeOf = ({ measure, term, responsible, result, form }: SourceRow): number =>
  measure.length + term.length + responsible.length + result.length + form.length;

/** How much of a text tells whether its last phrase is over. */
const TAIL = 500;

const tailOf = (text: string): string => text.slice(-TAIL).split('\n').at(-1) ?? '';

/**
 * The row goes on with the one above: no number, and nothing but the rest of its cells, or words in lower case after words
 * that are not over. In a table without numbers the rest of the cells must be missing too.
 */
export function isContinued(row: SourceRow, last: SourceRow, isNumbered: boolean): boolean {
  if (row.kind || row.number !== '' || row.isUnderAbove || sizeOf(last) > ROW_MAX) return false;
  if (row.measure === '') return true;
  if (itemOf(row.measure)) return false;
  const isWhole = row.term !== '' && row.responsible !== '';
  if (!isNumbered && isWhole) return false;
  const above = tailOf(last.measure);
  if (isOpenEnded(above)) return true;
  if (!startsLow(row.measure) || /[:;]$/.test(above)) return false;
  return !/[.!?]$/.test(above) || !isWhole;
}

/** A cell with what stood in it below the page break. */
export function joinedText(text: string, more: string): string {
  if (text === '' || more === '') return text + more;
  const above = tailOf(text);
  if (/\p{L}-$/u.test(above) && /^\p{Ll}/u.test(more)) return text + more;
  return `${text}${!itemOf(more) && (startsLow(more) || isOpenEnded(above)) ? ' ' : '\n'}${more}`;
}

/** «а)», a dash, or «1.1» below a row «1»: the number of a sub-row of the row above. */
export function isSubNumber(
  number: string,
  before: readonly { readonly kind: RowKind; readonly number: string }[],
): boolean {
  if (/^(\p{L}[).]?|[-–—−•])$/u.test(number) && !ROMAN.test(number)) return true;
  const plain = number.replace(/[.)]+$/, '');
  const parent = /^(\d+(?:\.\d+)*)\.\d+$/.exec(plain)?.[1];
  const above = before.findLast(({ kind }) => kind === 'ROW');
  return parent !== undefined && above?.number.replace(/[.)]+$/, '') === parent;
}
