import type { Day } from '@/lib/kernel/day';
import type { RowState } from '@/lib/roadmaps/row-moves';

export const ROW_KINDS = ['SECTION', 'SUBSECTION', 'ROW', 'SUBROW'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** The cells of a row, in the order of the document. */
export const ROW_CELLS = ['number', 'measure', 'term', 'responsible', 'result', 'form'] as const;
export type RowCell = (typeof ROW_CELLS)[number];

/** A row of a roadmap as its words stand in the document. */
export type RowWords = {
  readonly kind: RowKind;
  /** As written; may repeat, skip or be empty. */
  readonly number: string;
  readonly measure: string;
  readonly term: string;
  readonly responsible: string;
  readonly result: string;
  readonly form: string;
};

/** The same with what became of it. */
export type PlanRow = RowWords & {
  readonly id: string;
  readonly position: number;
  /** «2026-11», ascending; what the term was understood as. */
  readonly months: readonly string[];
  /** The last day of the term; null where it has none. */
  readonly due: Day | null;
  /** Criterion or sign that it answers to. */
  readonly item: string | null;
  readonly state: RowState;
  readonly note: string;
  readonly version: number;
};

export const isHeading = ({ kind }: Pick<RowWords, 'kind'>): boolean => kind === 'SECTION' || kind === 'SUBSECTION';

/** Past its last day and neither done, reported nor cancelled. A row without a last day is never late. */
export const isLate = ({ kind, due, state }: Pick<PlanRow, 'kind' | 'due' | 'state'>, today: Day): boolean =>
  !isHeading({ kind }) &&
  due !== null &&
  due < today &&
  state !== 'DONE' &&
  state !== 'CANCELLED' &&
  state !== 'REPORTED';

/** Rows that count, by what became of them. Cancelled rows are outside of the share. */
export type Progress = {
  readonly done: number;
  readonly reported: number;
  readonly late: number;
  /** Rows without headings and without those cancelled: what `done` is a part of. */
  readonly total: number;
};

/**
 * How far the rows are. A row with sub-rows is told by them and does not count itself: what is done is done in its parts.
 */
export function progressOf(rows: readonly PlanRow[], today: Day): Progress {
  const counted = counting(rows).filter(({ state }) => state !== 'CANCELLED');
  return {
    done: counted.filter(({ state }) => state === 'DONE').length,
    reported: counted.filter(({ state }) => state === 'REPORTED').length,
    late: counted.filter((row) => isLate(row, today)).length,
    total: counted.length,
  };
}

/** The rows that are done or not: sub-rows, and rows that have none. */
export function counting<T extends Pick<PlanRow, 'kind'>>(rows: readonly T[]): readonly T[] {
  return rows.filter(
    (row, index) => row.kind === 'SUBROW' || (row.kind === 'ROW' && rows[index + 1]?.kind !== 'SUBROW'),
  );
}

/** A heading with the rows under it, up to the next heading; rows before the first heading stand under none. */
export type PlanSection<T> = { readonly heading: T | null; readonly rows: readonly T[] };

export function sectionsOf<T extends Pick<PlanRow, 'kind'>>(rows: readonly T[]): readonly PlanSection<T>[] {
  const sections: { heading: T | null; rows: T[] }[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (isHeading(row)) sections.push({ heading: row, rows: [] });
    else if (last) last.rows.push(row);
    else sections.push({ heading: null, rows: [row] });
  }
  return sections;
}

/**
 * Organisations of a row, as the seeds write them: «МОЦ, ОО», «Отдел по образованию; руководители ОО». The first one is
 * answerable. Commas inside brackets do not part.
 */
export function organisationsOf(responsible: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of responsible) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;\n]/.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return [
    ...new Set(
      parts.map((part) =>
        part
          .replace(/[\s\u00a0]+/g, ' ')
          .replace(/\.$/, '')
          .trim(),
      ),
    ),
  ].filter((part) => part !== '');
}
