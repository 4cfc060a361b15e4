/**
 * Twice the mid-rank of each value, so that ranks are whole: 10, 20, 20 give 2, 5, 5. Equal values share the mean of
 * the places they take.
 */
export function doubledRanks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => at(values, a) - at(values, b));
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && at(values, at(order, to + 1)) === at(values, at(order, from))) to += 1;
    for (let place = from; place <= to; place += 1) ranks[at(order, place)] = from + to + 2;
    from = to + 1;
  }
  return ranks;
}

/**
 * Spearman's rank correlation with ties: Pearson's correlation of mid-ranks, from −1 to 1. `xs[i]` and `ys[i]` belong to
 * one person. Null when it is not defined: fewer than two pairs, or all equal on one side. Sums are of integers (exact
 * up to 200 000 pairs), so the sign is never an accident of rounding. Refuses lists of different length and NaN.
 */
export function rankCorrelation(xs: readonly number[], ys: readonly number[]): number | null {
  refuseUnpaired(xs, ys);
  const n = xs.length;
  const ranksX = doubledRanks(xs);
  const ranksY = doubledRanks(ys);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i += 1) {
    // The doubled ranks of n people add up to n·(n + 1), whatever the ties.
    const x = at(ranksX, i) - (n + 1);
    const y = at(ranksY, i) - (n + 1);
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  if (xx === 0 || yy === 0) return null;
  return Math.max(-1, Math.min(1, xy / (Math.sqrt(xx) * Math.sqrt(yy))));
}

/**
 * The formula as printed in the federal methodology, 1 − 6·Σd² / (n·(n² − 1)) over mid-ranks, for showing beside the
 * right one and never for deciding: with marks «2»…«5» ties are massive and lift it (all marks equal give about 0.5).
 * Null below two pairs. Refuses lists of different length and NaN.
 */
export function simpleRankCorrelation(xs: readonly number[], ys: readonly number[]): number | null {
  refuseUnpaired(xs, ys);
  const n = xs.length;
  if (n < 2) return null;
  const ranksX = doubledRanks(xs);
  const ranksY = doubledRanks(ys);
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += (at(ranksX, i) - at(ranksY, i)) ** 2;
  return 1 - (6 * (squares / 4)) / (n * (n * n - 1));
}

function refuseUnpaired(xs: readonly number[], ys: readonly number[]): void {
  if (xs.length !== ys.length) throw new RangeError(`Not pairs: ${xs.length} and ${ys.length} values`);
  if (xs.some(Number.isNaN) || ys.some(Number.isNaN)) throw new RangeError('Not a number among the values');
}

function at(values: readonly number[], place: number): number {
  const value = values[place];
  if (value === undefined) throw new RangeError(`No value at ${place}`);
  return value;
}
