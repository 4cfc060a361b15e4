import { isOf, type Procedure } from '@/lib/objectivity/procedure';
import type { MarkScale } from '@/lib/results/dictionaries/mark-scales';
import type { Result } from '@/lib/results/result';
import { type Moments, momentsOf } from '@/lib/statistics/moments';

/** What is known of one school by the end of one school year: its results of that year and of the year before. */
export interface SchoolEvidence {
  readonly schoolId: string;
  readonly year: number;
  /** Лицей, гимназия, углублённое изучение: high results are expected of it. */
  readonly isProfile: boolean;
  readonly results: readonly Result[];
}

/** What the dictionaries say of one work of one year; each part may be missing. */
export interface WorkPlan {
  readonly scale: MarkScale | null;
  /** Level of each task by its code. */
  readonly tasks: ReadonlyMap<string, 'BASIC' | 'ADVANCED'> | null;
}

/** Plans of the works of the year by `procedureKey`. */
export type WorkPlans = ReadonlyMap<string, WorkPlan>;

export const resultIn = (school: SchoolEvidence, procedure: Procedure, year = school.year): Result | undefined =>
  school.results.find((result) => isOf(result, year, procedure));

/** From the histogram where there is one, else as the file gave them. */
export function momentsOfResult(result: Result): Moments {
  return result.histogram ? momentsOf(result.histogram) : { n: result.participants, mean: result.mean, sd: result.sd };
}

/** Mean share of the maximum score, 0…1; null where the mean or the maximum is not known. */
export function completionOf(result: Result): number | null {
  const { mean } = momentsOfResult(result);
  return mean === null || !result.maxScore ? null : mean / result.maxScore;
}
