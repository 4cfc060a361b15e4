import { pointsByLevel } from '@/lib/objectivity/easy-and-hard';
import type { Procedure } from '@/lib/objectivity/procedure';
import { momentsOfResult, resultIn, type SchoolEvidence, type WorkPlan } from '@/lib/objectivity/school-evidence';
import { tiltedShares } from '@/lib/objectivity/tilted-histogram';
import type { MarkScale } from '@/lib/results/dictionaries/mark-scales';
import type { Result } from '@/lib/results/result';
import type { Group } from '@/lib/statistics/spread-norm';

/**
 * The values that the corrected signs compare, on scales where schools of any level differ alike. Each is null where it
 * is not known; nothing is computed for fewer than `LEAST` participants, so that the corrected signs are silent there.
 */
export const LEAST = 8;

/** Logit of completion. An eighth of one paper is added on either side, so that a full score is finite. */
export function completionLogit(result: Result): number | null {
  const { n, mean } = momentsOfResult(result);
  if (mean === null || !result.maxScore || n === 0) return null;
  const eighth = result.maxScore / 8;
  return Math.log((mean * n + eighth) / ((result.maxScore - mean) * n + eighth));
}

const enough = (result: Result | undefined): result is Result => result !== undefined && result.participants >= LEAST;

/** The level of a school by an exam that it does not mark itself: mean logit over the two obligatory ОГЭ. */
export function examLevel(school: SchoolEvidence): number | null {
  const levels = (['russian', 'math'] as const).map((subject) => {
    const result = resultIn(school, { exam: 'OGE', subject, grade: 9 });
    return enough(result) ? completionLogit(result) : null;
  });
  const [russian, math] = levels;
  return russian == null || math == null ? null : (russian + math) / 2;
}

/** Level of the work; with `control`, beside the level of the school by its ОГЭ. */
export function levelGroup(result: Result | undefined, control: number | null): Group | null {
  const value = enough(result) ? completionLogit(result) : null;
  if (value === null || !result) return null;
  const weight = 1 / result.participants;
  return control === null ? { value, weight } : { value, weight, covariate: control };
}

/** Fisher's transform of the rank correlation of journal marks and scores. */
export function linkGroup(result: Result | undefined): Group | null {
  if (!enough(result) || result.rankCorrelation === null || result.rankPairs === null || result.rankPairs < LEAST)
    return null;
  const bounded = Math.max(-0.99, Math.min(0.99, result.rankCorrelation));
  return { value: Math.atanh(bounded), weight: 1 / (result.rankPairs - 3) };
}

/** How much higher one parallel was a year before, in logits of completion. */
export function changeGroup(school: SchoolEvidence, earlier: Procedure, later: Procedure): Group | null {
  const [before, after] = [resultIn(school, earlier, school.year - 1), resultIn(school, later)];
  if (!enough(before) || !enough(after)) return null;
  const [first, second] = [completionLogit(before), completionLogit(after)];
  if (first === null || second === null) return null;
  return { value: first - second, weight: 1 / before.participants + 1 / after.participants };
}

/** How much better advanced tasks are done than basic ones, in logits, beside the level of the work. */
export function advancedGroup(result: Result | undefined, plan: WorkPlan | undefined): Group | null {
  if (!enough(result)) return null;
  const points = pointsByLevel(result, plan);
  const covariate = completionLogit(result);
  if (!points || covariate === null) return null;
  const logit = ({ gained, possible }: { gained: number; possible: number }) =>
    Math.log((gained + 1) / (possible - gained + 1));
  return { value: logit(points.ADVANCED) - logit(points.BASIC), weight: 1 / result.participants, covariate };
}

/** Scores below and above the border of a mark that are looked at; the peak is the border and one above. */
const AROUND = { below: 3, above: 1 };
const LEAST_NEAR = 5;

export interface PeakCount {
  readonly border: number;
  /** Participants around the border, and those of them at the peak. */
  readonly near: number;
  readonly atPeak: number;
  /** What share of those around is usual at the peak in a school of this level. */
  readonly usual: number;
}

/** Participants at the peak against what the territory's distribution, bent to the school's level, would give. */
export function peakCount(
  result: Result | undefined,
  territory: readonly number[] | null,
  scale: MarkScale | null,
  border: 'three' | 'four' | 'five',
): PeakCount | null {
  if (!enough(result) || !result.histogram || !territory || !scale) return null;
  const { mean } = momentsOfResult(result);
  const shares = mean === null ? null : tiltedShares(territory, mean);
  if (!shares) return null;
  const cut = scale[border];
  let [near, atPeak, usualNear, usualPeak] = [0, 0, 0, 0];
  for (let score = Math.max(0, cut - AROUND.below); score <= Math.min(scale.maxScore, cut + AROUND.above); score += 1) {
    const [count, share] = [result.histogram[score] ?? 0, shares[score] ?? 0];
    near += count;
    usualNear += share;
    if (score === cut || score === cut + 1) {
      atPeak += count;
      usualPeak += share;
    }
  }
  if (near < LEAST_NEAR || usualNear === 0) return null;
  return { border: cut, near, atPeak, usual: Math.min(1, usualPeak / usualNear) };
}
