import type { Result } from '@/lib/results/result';
import { type Moments, momentsOf } from '@/lib/statistics/moments';

/**
 * Values of a territory for one work of one year: entered or imported for the region, or added up from the schools of
 * the municipality by `pooled`. What is not known is null.
 */
export interface Reference {
  readonly moments: Moments;
  /** Participants by primary score. */
  readonly histogram: readonly number[] | null;
  /** Schools it was added up from; null where it was entered as it is. */
  readonly schools: number | null;
}

/** The sum of schools' results of one work; schools without a histogram add to n only when they have mean and deviation. */
export function pooled(results: readonly Result[]): Reference | null {
  if (results.length === 0) return null;
  if (results.every((result) => result.histogram !== null)) {
    const histogram = addHistograms(results.map((result) => result.histogram ?? []));
    return { moments: momentsOf(histogram), histogram, schools: results.length };
  }
  return { moments: pooledMoments(results), histogram: null, schools: results.length };
}

/** The territory without one of its schools, for the comparisons that leave the school itself out. */
export function withoutSchool(histogram: readonly number[], own: readonly number[]): number[] {
  return histogram.map((count, score) => Math.max(0, count - (own[score] ?? 0)));
}

/**
 * What a school is compared with by its mean: the region's values as they are, or the municipality's own sum without the
 * school («Method» 6 of the settled questions). Null where nobody else is left.
 */
export function momentsOfOthers(
  reference: Reference,
  own: Moments,
  histogram: readonly number[] | null,
): Moments | null {
  if (reference.schools === null) return reference.moments;
  if (reference.histogram && histogram) {
    const others = momentsOf(withoutSchool(reference.histogram, histogram));
    return others.n > 0 ? others : null;
  }
  const { n: all, mean, sd } = reference.moments;
  const n = all - own.n;
  if (n <= 0 || mean === null || own.mean === null) return null;
  const others = (all * mean - own.n * own.mean) / n;
  // Squares of all = of the school + of the others + between the two.
  const squares = (all - 1) * (sd ?? 0) ** 2 - Math.max(0, own.n - 1) * (own.sd ?? 0) ** 2;
  const between = ((own.n * n) / all) * (own.mean - others) ** 2;
  return { n, mean: others, sd: n < 2 ? null : Math.sqrt(Math.max(0, squares - between) / (n - 1)) };
}

export function addHistograms(histograms: readonly (readonly number[])[]): number[] {
  const sum: number[] = [];
  for (const histogram of histograms) {
    for (const [score, count] of histogram.entries()) sum[score] = (sum[score] ?? 0) + count;
  }
  return sum;
}

/** Σ(n − 1)s² + Σn(x̄ − X̄)² over schools with a mean: the same moments as of all participants together. */
function pooledMoments(results: readonly Result[]): Moments {
  const known = results.flatMap(({ participants: n, mean, sd }) =>
    mean !== null && n > 0 && (sd !== null || n === 1) ? [{ n, mean, sd: sd ?? 0 }] : [],
  );
  const n = known.reduce((sum, one) => sum + one.n, 0);
  if (n === 0) return { n: 0, mean: null, sd: null };
  const mean = known.reduce((sum, one) => sum + one.n * one.mean, 0) / n;
  const squares = known.reduce((sum, one) => sum + (one.n - 1) * one.sd ** 2 + one.n * (one.mean - mean) ** 2, 0);
  return { n, mean, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) };
}
