/**
 * Quantile of values in ascending order by linear interpolation at (n − 1)·p: type 7 of Hyndman and Fan (1996), what
 * spreadsheets (QUARTILE.INC), R and pandas do by default. The federal methodology names no type. `p` is a share from
 * 0 to 1; null for no values. Refuses another p. Values must be sorted: this is not checked.
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a share: ${p}`);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}

/** A copy in ascending order. */
export const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
