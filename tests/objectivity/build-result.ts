import type { SchoolEvidence } from '@/lib/objectivity/school-evidence';
import type { Result } from '@/lib/results/result';
import { momentsOf } from '@/lib/statistics/moments';

/** A ВПР of russian in grade 4 of the year 2024 unless said otherwise; n, mean and sd follow the histogram. */
export function buildResult(part: Partial<Result> = {}): Result {
  const moments = part.histogram ? momentsOf(part.histogram) : undefined;
  return {
    year: 2024,
    exam: 'VPR',
    subject: 'russian',
    grade: 4,
    participants: moments?.n ?? 10,
    absent: null,
    marks: null,
    below: null,
    histogram: null,
    maxScore: 38,
    mean: moments?.mean ?? null,
    sd: moments?.sd ?? null,
    rankCorrelation: null,
    rankPairs: null,
    againstJournal: null,
    tasks: null,
    ...part,
  };
}

export function histogramOf(scores: readonly number[], maxScore: number): number[] {
  const counts = new Array<number>(maxScore + 1).fill(0);
  for (const score of scores) counts[score] = (counts[score] ?? 0) + 1;
  return counts;
}

export const buildSchool = (results: readonly Result[], part: Partial<SchoolEvidence> = {}): SchoolEvidence => ({
  schoolId: 'школа',
  year: 2024,
  isProfile: false,
  results,
  ...part,
});
