/** Size, mean and sample standard deviation of a group. Nothing is known of nobody, and one person has no deviation. */
export interface Moments {
  readonly n: number;
  /** In the units of the score; null for an empty group. */
  readonly mean: number | null;
  /** Sample standard deviation (divisor n − 1); null below two people. */
  readonly sd: number | null;
}

/**
 * Moments of whole scores counted by score: `histogram[score]` is the number of people with it. The divisor is n − 1,
 * because the federal methodology of 2019 says «выборочное стандартное отклонение» (its radicand is unreadable in the
 * published file). Sums are of integers around a whole pivot, so equal scores give exactly 0 and the order of files
 * changes nothing. Refuses a count that is negative or not whole.
 */
export function momentsOf(histogram: readonly number[]): Moments {
  let n = 0;
  let sum = 0;
  for (const [score, count] of histogram.entries()) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of people: ${count}`);
    n += count;
    sum += score * count;
  }
  if (n === 0) return { n, mean: null, sd: null };
  const mean = sum / n;
  if (n === 1) return { n, mean, sd: null };
  const pivot = Math.round(mean);
  let shifted = 0;
  let squares = 0;
  for (const [score, count] of histogram.entries()) {
    const distance = score - pivot;
    shifted += distance * count;
    squares += distance * distance * count;
  }
  return { n, mean, sd: Math.sqrt((n * squares - shifted * shifted) / (n * (n - 1))) };
}

/** Both ends, in the units of the score. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * mean ± t·sd/√n, with the t of the federal methodology (1.96) for every n. Null where there is no deviation to take
 * (nobody, or one person); a deviation of 0 gives an interval of no width, which is the methodology read literally.
 */
export function confidenceInterval({ n, mean, sd }: Moments, t = 1.96): Interval | null {
  if (mean === null || sd === null || n < 2) return null;
  const half = (t * sd) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}
