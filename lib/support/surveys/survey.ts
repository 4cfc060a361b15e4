import { type Day, formatDay } from '@/lib/kernel/day';
import type { Study, StudyMethod, StudyState } from '@/lib/support/studies/study';

/** A comprehensive survey: methods planned at chosen schools between two days. */
export type Survey = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly methods: readonly StudyMethod[];
  readonly starts: Day;
  readonly ends: Day;
  readonly note: string;
  readonly version: number;
};

const DAY_MS = 86_400_000;
const numberOf = (day: Day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one to another, both included. */
const lengthOf = ({ starts, ends }: { readonly starts: Day; readonly ends: Day }) =>
  numberOf(ends) - numberOf(starts) + 1;

/**
 * A day for each of `count` studies in the order given, spread evenly over working days from the first to the last, so that
 * they do not all fall on one day. Where the span has no working day, its own days are used.
 */
export function spreadDays(span: { readonly starts: Day; readonly ends: Day }, count: number): readonly Day[] {
  const all = Array.from({ length: lengthOf(span) }, (_, index) => numberOf(span.starts) + index);
  // 1 January 1970 was a Thursday.
  const working = all.filter((number) => (number + 3) % 7 < 5);
  const days = working.length > 0 ? working : all;
  return Array.from({ length: count }, (_, index) => dayOf(days[Math.floor((index * days.length) / count)] ?? 0));
}

export type MatrixCell = Pick<Study, 'id' | 'day'> & { readonly state: StudyState };
export type MatrixRow = {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly cells: Partial<Record<StudyMethod, MatrixCell>>;
};

/** Studies of a survey as school × method, schools in the order they come. What was cancelled leaves its cell empty. */
export function matrixOf(studies: readonly Study[]): readonly MatrixRow[] {
  const rows = new Map<string, MatrixRow>();
  for (const { id, day, state, method, schoolId, schoolName } of studies) {
    const row = rows.get(schoolId) ?? { schoolId, schoolName, cells: {} };
    rows.set(schoolId, state === 'CANCELLED' ? row : { ...row, cells: { ...row.cells, [method]: { id, day, state } } });
  }
  return [...rows.values()];
}

export const spanOf = ({ starts, ends }: Pick<Survey, 'starts' | 'ends'>): string =>
  starts === ends ? formatDay(starts) : `${formatDay(starts)} – ${formatDay(ends)}`;
