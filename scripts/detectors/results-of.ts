import type { Result, SchoolResult } from '@/lib/results/result';
import { momentsOf } from '@/lib/statistics/moments';
import { rankCorrelation } from '@/lib/statistics/rank-correlation';
import { maxScoreOf, type Paper } from '@/scripts/detectors/paper';
import { type School, WORKS, type Work } from '@/scripts/detectors/region';

/** The school year of the synthetic territory. */
export const YEAR = 2024;

/** What an import would keep of a school: counts and moments of each work, never a pupil. */
export function resultsOf(school: School): SchoolResult[] {
  return WORKS.map((key) => ({
    schoolId: school.id,
    ...resultOf(school.works[key], key.endsWith('before') ? YEAR - 1 : YEAR),
  }));
}

export function resultOf({ paper, pupils }: Work, year: number): Result {
  const maxScore = maxScoreOf(paper);
  const histogram = new Array<number>(maxScore + 1).fill(0);
  const marks = [0, 0, 0, 0];
  const journal = { lowered: 0, confirmed: 0, raised: 0, farApart: 0 };
  for (const pupil of pupils) {
    histogram[pupil.score] = (histogram[pupil.score] ?? 0) + 1;
    const mark = markOf(paper, pupil.score);
    marks[mark - 2] = (marks[mark - 2] ?? 0) + 1;
    const difference = mark - pupil.journal;
    if (difference < 0) journal.lowered += 1;
    else if (difference > 0) journal.raised += 1;
    else journal.confirmed += 1;
    if (Math.abs(difference) >= 2) journal.farApart += 1;
  }
  const isVpr = paper.exam === 'VPR';
  const [two = 0, three = 0, four = 0, five = 0] = marks;
  return {
    year,
    exam: paper.exam,
    subject: paper.subject,
    grade: paper.grade,
    participants: pupils.length,
    absent: null,
    marks: { two, three, four, five },
    below: two,
    histogram,
    maxScore,
    mean: momentsOf(histogram).mean,
    sd: momentsOf(histogram).sd,
    rankCorrelation: isVpr
      ? rankCorrelation(
          pupils.map((pupil) => pupil.journal),
          pupils.map((pupil) => pupil.score),
        )
      : null,
    rankPairs: isVpr ? pupils.length : null,
    againstJournal: isVpr ? journal : null,
    tasks: isVpr
      ? paper.tasks.map((task, i) => ({
          code: task.code,
          maxScore: task.maxScore,
          gained: pupils.reduce((sum, pupil) => sum + (pupil.points[i] ?? 0), 0),
          attempted: pupils.length,
        }))
      : null,
  };
}

export function markOf(paper: Paper, score: number): number {
  if (score >= paper.five) return 5;
  if (score >= paper.four) return 4;
  return score >= paper.three ? 3 : 2;
}
