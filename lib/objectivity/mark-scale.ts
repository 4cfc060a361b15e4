/**
 * The official scale of one work in one year: the lowest primary scores of «3», «4» and «5». It is never inferred from
 * results: without it the signs that look at borders of marks are undefined.
 */
export interface MarkScale {
  readonly maxScore: number;
  readonly three: number;
  readonly four: number;
  readonly five: number;
}

/** Borders of marks, from the lowest. */
export const BORDERS = ['three', 'four', 'five'] as const;
export type Border = (typeof BORDERS)[number];
