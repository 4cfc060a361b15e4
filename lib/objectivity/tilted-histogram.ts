/**
 * The territory's distribution of scores bent to another mean: shares f(x)·e^{λx}, with λ such that the mean is the
 * school's. It answers «what would a school of this level usually look like», the natural pile-up at «3» included.
 * (Exponential tilting; of all distributions with that mean it is the nearest to the territory's.)
 *
 * `histogram[score]` counts the territory's participants; the answer sums to 1. Null when the mean is not strictly between
 * the lowest and the highest score met, or the territory is empty.
 */
export function tiltedShares(histogram: readonly number[], mean: number): number[] | null {
  const first = histogram.findIndex((count) => count > 0);
  const last = histogram.findLastIndex((count) => count > 0);
  if (first < 0 || !(mean > first && mean < last)) return null;
  let [low, high] = [-8, 8];
  let lambda = 0;
  let shares: number[] = [];
  // The mean grows with λ and its slope is the variance: Newton's steps, halving wherever one would leave the interval.
  for (let step = 0; step < 80; step += 1) {
    shares = bent(histogram, lambda, lambda > 0 ? last : first);
    let [reached, square] = [0, 0];
    for (const [score, share] of shares.entries()) {
      reached += share * score;
      square += share * score * score;
    }
    if (Math.abs(reached - mean) < 1e-10) break;
    if (reached < mean) low = lambda;
    else high = lambda;
    const next = lambda + (mean - reached) / (square - reached * reached);
    lambda = next > low && next < high ? next : (low + high) / 2;
  }
  return shares;
}

function bent(histogram: readonly number[], lambda: number, anchor: number): number[] {
  const weights = histogram.map((count, score) => count * Math.exp(lambda * (score - anchor)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
