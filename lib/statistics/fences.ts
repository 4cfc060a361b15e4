import { ascending, quantile } from './quantile';

/** Quartiles of a group and the borders past which a value stands out. All in the units of the values. */
export interface Fences {
  readonly n: number;
  readonly q1: number;
  readonly q3: number;
  /** q3 − q1. */
  readonly iqr: number;
  /** q1 − times·iqr. */
  readonly low: number;
  /** q3 + times·iqr. */
  readonly high: number;
}

/** Borders from quartiles that are already known: a region's own, entered by hand. Refuses q1 > q3. */
export function fencesFrom(n: number, q1: number, q3: number, times = 3): Fences {
  if (!(q1 <= q3)) throw new RangeError(`The first quartile ${q1} is above the third ${q3}`);
  const iqr = q3 - q1;
  return { n, q1, q3, iqr, low: q1 - times * iqr, high: q3 + times * iqr };
}

/**
 * Quartiles (type 7) and borders of values in any order; null for none. The federal methodology of 2019 takes three
 * ranges between the quartiles («резкое изменение результатов»), Tukey's usual border is one and a half. The caller
 * says how many values are enough: below about twenty the quartiles mean little.
 */
export function fencesOf(values: readonly number[], times = 3): Fences | null {
  const sorted = ascending(values);
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  return q1 === null || q3 === null ? null : fencesFrom(sorted.length, q1, q3, times);
}
