import type { RowWords } from '@/lib/roadmaps/plan';

export type DoubtKind =
  | 'joined'
  | 'number-skips'
  | 'number-repeats'
  | 'no-number'
  | 'no-term'
  | 'part-terms'
  | 'heading-level'
  | 'unread-column'
  | 'unread-table';

/** What a person should look at; nothing was changed because of it. */
export type PlanDoubt = {
  /** The row of the table, counted from 1 with the header; 0 for the table as a whole. */
  readonly at: number;
  readonly kind: DoubtKind;
  /** The row as its number and first words. */
  readonly where: string;
  /** A Russian sentence. */
  readonly words: string;
};

/** A row of the plan with the row of the table that it came from. */
export type PlacedRow = RowWords & { readonly at: number };

const SHORT = 60;

export const nameOf = ({ number, measure }: Pick<RowWords, 'number' | 'measure'>): string => {
  const short = measure.replaceAll('\n', ' ');
  return `${number} ${short.length > SHORT ? `${short.slice(0, SHORT)}…` : short}`.trim();
};

/** «5.» and «5» are one number. */
const plainNumber = (number: string) => number.replace(/[.)]+$/, '');

/**
 * Numbers that repeat, skip or are missing under each heading, and terms that are not written: kept, and said. Numbers that
 * begin anew under a subsection are said once for the subsection.
 */
export function rowDoubts(rows: readonly PlacedRow[], hasNumbers: boolean): readonly PlanDoubt[] {
  const doubts: PlanDoubt[] = [];
  const doubt = (row: PlacedRow, kind: DoubtKind, words: string) =>
    doubts.push({ at: row.at, kind, where: nameOf(row), words });
  let heading: PlacedRow | undefined;
  let ofSection = new Set<string>();
  let ofHeading = new Set<string>();
  let before: number | undefined;
  for (const row of rows) {
    if (row.kind === 'SECTION' || row.kind === 'SUBSECTION') {
      heading = row;
      ofSection = row.kind === 'SECTION' ? new Set() : new Set([...ofSection, ...ofHeading]);
      ofHeading = new Set();
      before = undefined;
    }
    if (row.kind !== 'ROW') continue;
    const number = plainNumber(row.number);
    const value = /^\d+$/.test(number) ? Number(number) : undefined;
    if (number === '' && hasNumbers) doubt(row, 'no-number', 'У строки нет номера.');
    else if (ofHeading.has(number) && number !== '') doubt(row, 'number-repeats', `Номер ${number} уже был.`);
    else if (ofSection.has(number) && ofHeading.size === 0 && heading)
      doubt(heading, 'number-repeats', `Нумерация начинается заново: номер ${number} уже был в этом разделе.`);
    if (value !== undefined && before !== undefined && value > before + 1)
      doubt(row, 'number-skips', `Нумерация пропускает ${before + 1}: оставлено как в документе.`);
    ofHeading.add(number);
    before = value ?? before;
    if (row.term === '') doubt(row, 'no-term', 'Срок не указан.');
  }
  return doubts;
}
