import type { Subject } from '@/lib/results/result';

/** The lowest primary scores of «3», «4» and «5», and the largest score of the paper. */
export type MarkScale = {
  readonly maxScore: number;
  readonly three: number;
  readonly four: number;
  readonly five: number;
};

type Work = { readonly subject: Subject; readonly grade: number } & MarkScale;

const scale = (subject: Subject, grade: number, maxScore: number, three: number, four: number, five: number): Work => ({
  subject,
  grade,
  maxScore,
  three,
  four,
  five,
});

/**
 * Recommended scales of ВПР (handbook §2.4), by the first school year they hold for. Scales change: a year that begins
 * later than the last known one is computed by the last, and the report says so.
 */
export const VPR_SCALES: readonly { readonly from: number; readonly to: number; readonly scales: readonly Work[] }[] = [
  {
    from: 2019,
    to: 2021,
    scales: [
      scale('russian', 4, 38, 14, 24, 33),
      scale('math', 4, 20, 6, 10, 15),
      scale('russian', 5, 45, 18, 29, 39),
      scale('math', 5, 20, 7, 11, 15),
      scale('russian', 6, 51, 25, 35, 45),
      scale('math', 6, 16, 6, 10, 14),
      scale('russian', 7, 47, 22, 32, 42),
      scale('math', 7, 19, 7, 12, 16),
      scale('russian', 8, 51, 26, 32, 45),
      scale('math', 8, 25, 8, 15, 21),
    ],
  },
];

export type ScaleFound = { readonly scale: MarkScale; readonly isOfYear: boolean };

/** A scale that a municipality entered for one year. */
export type OwnScale = MarkScale & { readonly year: number; readonly subject: Subject; readonly grade: number };

/** The scale of a ВПР paper in a school year; `isOfYear` is false when only another year's is known. */
export type Scales = (year: number, subject: Subject, grade: number) => ScaleFound | null;

/** The program's table under the scales a municipality entered, which win for their year. */
export function scalesWith(own: readonly OwnScale[]): Scales {
  const entered = new Map(own.map((scale) => [`${scale.year}/${scale.subject}/${scale.grade}`, scale]));
  return (year, subject, grade) => {
    const found = entered.get(`${year}/${subject}/${grade}`);
    if (!found) return knownScale(year, subject, grade);
    const { maxScore, three, four, five } = found;
    return { scale: { maxScore, three, four, five }, isOfYear: true };
  };
}

function knownScale(year: number, subject: Subject, grade: number): ScaleFound | null {
  const candidates = VPR_SCALES.flatMap(({ from, to, scales }) => {
    const found = scales.find((one) => one.subject === subject && one.grade === grade);
    return found ? [{ from, to, found }] : [];
  });
  const exact = candidates.find(({ from, to }) => from <= year && year <= to);
  const [first] = candidates;
  const near = exact ?? candidates.filter(({ from }) => from <= year).at(-1) ?? first;
  if (!near) return null;
  const { maxScore, three, four, five } = near.found;
  return { scale: { maxScore, three, four, five }, isOfYear: exact !== undefined };
}

/** The program's own table alone. */
export const vprScale: Scales = scalesWith([]);

/** 2–5 for a primary score. */
export const markOf = ({ three, four, five }: MarkScale, score: number): 2 | 3 | 4 | 5 =>
  score >= five ? 5 : score >= four ? 4 : score >= three ? 3 : 2;
