import type { Exam, Subject } from '@/lib/results/result';

/** A paper of the synthetic territory: its tasks, its scale of marks, and how hard it is for an ordinary pupil. */
export interface Paper {
  readonly key: string;
  readonly exam: Exam;
  readonly subject: Subject & ('russian' | 'math');
  readonly grade: number;
  /** Lowest score of «3», «4», «5». */
  readonly three: number;
  readonly four: number;
  readonly five: number;
  readonly tasks: readonly PaperTask[];
  /** How much an ability of one deviation adds to the logit of a point. */
  readonly steepness: number;
  /** Logit of a point of average difficulty for an ordinary pupil. */
  readonly ease: number;
  /** Chance that a work one point short of «3» is read kindly, in an ordinary school; falls with the distance. */
  readonly kindness: number;
  /** Abilities from which the journal has «3», «4», «5». */
  readonly journal: readonly [number, number, number];
}

export interface PaperTask {
  readonly code: string;
  readonly maxScore: number;
  readonly isAdvanced: boolean;
  /** Added to the logit: negative is harder. */
  readonly ease: number;
}

/** `basic` and `advanced` tasks with the maximum of each; difficulties go evenly from easy to hard in either kind. */
function tasks(basic: readonly number[], advanced: readonly number[]): PaperTask[] {
  const spread = (list: readonly number[], from: number, to: number, isAdvanced: boolean, first: number) =>
    list.map((maxScore, i) => ({
      code: String(first + i),
      maxScore,
      isAdvanced,
      ease: from + ((to - from) * i) / Math.max(1, list.length - 1),
    }));
  return [...spread(basic, 1.2, -0.4, false, 1), ...spread(advanced, -0.4, -1.8, true, basic.length + 1)];
}

const russian4 = tasks([4, 3, 1, 2, 2, 1, 3, 2, 1, 2], [3, 3, 4, 3, 2, 2]);
const math4 = tasks([1, 1, 1, 2, 1, 1, 1, 1, 1], [2, 2, 2, 2, 2]);
const russian5 = tasks([4, 3, 3, 5, 3, 2, 2, 2, 1], [4, 4, 4, 3, 3, 2]);
const math5 = tasks([1, 1, 1, 2, 1, 1, 1, 1, 1, 1], [2, 2, 2, 1, 2]);
const oge = (basic: number, advanced: readonly number[]) => tasks(new Array<number>(basic).fill(1), advanced);

/**
 * Shares of marks, means and deviations like one real region's (РУ4, МА4, РУ5 as published; МА5 and ОГЭ in their manner):
 * scales are the recommended ones. A test keeps the generated figures near the published ones.
 */
export const PAPERS = {
  ru4: paper('ru4', 'VPR', 'russian', 4, [14, 24, 33], russian4, 0.99, 0.98, 0.6, [-1.75, -0.32, 1.12]),
  ma4: paper('ma4', 'VPR', 'math', 4, [6, 10, 15], math4, 0.85, 0.83, 0.6, [-2.1, -0.42, 0.98]),
  ru5: paper('ru5', 'VPR', 'russian', 5, [18, 29, 39], russian5, 1.08, 0.5, 0.74, [-1.6, -0.08, 1.3]),
  ma5: paper('ma5', 'VPR', 'math', 5, [7, 11, 15], math5, 0.95, 0.27, 0.72, [-1.7, -0.1, 1.2]),
  ogeru: paper(
    'ogeru',
    'OGE',
    'russian',
    9,
    [15, 23, 29],
    oge(7, [2, 2, 2, 3, 3, 4, 4, 3, 3]),
    0.9,
    1.7,
    0,
    [-2.3, -0.6, 1.0],
  ),
  ogema: paper('ogema', 'OGE', 'math', 9, [8, 15, 22], oge(19, [2, 2, 2, 2, 2, 2]), 0.95, 0.3, 0, [-2.3, -0.6, 1.0]),
} as const;

function paper(
  key: string,
  exam: Paper['exam'],
  subject: Paper['subject'],
  grade: number,
  [three, four, five]: readonly [number, number, number],
  list: readonly PaperTask[],
  steepness: number,
  ease: number,
  kindness: number,
  journal: Paper['journal'],
): Paper {
  return { key, exam, subject, grade, three, four, five, tasks: list, steepness, ease, kindness, journal };
}

export const maxScoreOf = (paper: Paper) => paper.tasks.reduce((sum, task) => sum + task.maxScore, 0);
