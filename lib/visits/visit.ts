import type { Day } from '@/lib/kernel/day';

/** How a line of a rubric was found. */
export const MARKS = ['YES', 'PARTLY', 'NO', 'NOT_SEEN'] as const;
export type Mark = (typeof MARKS)[number];

/** A line of the checklist with its mark and what was noted beside it. */
export type RubricLine = { readonly line: string; readonly mark: Mark; readonly note: string };

/** A checklist of the dictionary: a template that a new visit copies. */
export type Rubric = {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly isRetired: boolean;
};

/** An entry of an editable dictionary: a kind of visit, or a theme of a consultation. */
export type Term = { readonly id: string; readonly name: string; readonly isRetired: boolean };

export type Visit = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly kind: string;
  readonly kindId: string;
  /** What was looked at: «реализация плана», «отчёт о реализации плана» (C1.29). */
  readonly object: string;
  readonly on: Day;
  /** Who took part, by position. */
  readonly participants: string;
  readonly rubricName: string;
  readonly rubric: readonly RubricLine[];
  readonly protocol: string;
  /** The school reads it from then on; null: the author's alone. */
  readonly publishedAt: Date | null;
  readonly authorId: string;
  readonly author: string;
  readonly version: number;
};

/** What was agreed on a visit: what, till when, who answers (by position). */
export type AgreedAction = {
  readonly id: string;
  readonly text: string;
  readonly due: Day;
  readonly responsible: string;
  readonly doneOn: Day | null;
  readonly doneNote: string;
};

export const isActionLate = ({ due, doneOn }: Pick<AgreedAction, 'due' | 'doneOn'>, today: Day): boolean =>
  doneOn === null && due < today;

/** How many lines of a rubric have each mark; «не смотрели» counts in no share. */
export function rubricCounts(rubric: readonly RubricLine[]): Readonly<Record<Mark, number>> {
  const counts: Record<Mark, number> = { YES: 0, PARTLY: 0, NO: 0, NOT_SEEN: 0 };
  for (const { mark } of rubric) counts[mark] += 1;
  return counts;
}

/** Lines of a template as they are typed: one a line, empty ones and repeated ones left out. */
export const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
