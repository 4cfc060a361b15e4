/**
 * P(Bin(n, p) ≥ k): how often `k` or more of `n` come up when each does with probability `p`, independently. Right in
 * the tails: terms are made one from another outwards from the most probable one and none is subtracted, so the relative
 * error stays near n·10⁻¹⁶ down to 10⁻³⁰⁰, below which the answer is 0. (jStat 1.9.6 was checked against exact sums and
 * refused: its binomial.cdf rounds, so that 1 − cdf is noise below 10⁻¹⁰, and its ibeta is wrong from the eighth digit.)
 * Refuses n that is not a count, k that is not whole, p outside 0…1.
 */
export function binomialTail(k: number, n: number, p: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of trials: ${n}`);
  if (!Number.isInteger(k)) throw new RangeError(`Not a whole number: ${k}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  if (k <= 0) return 1;
  if (k > n || p === 0) return 0;
  if (p === 1) return 1;
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  let tail = 0;
  let rest = 0;
  const take = (i: number, weight: number) => {
    if (i >= k) tail += weight;
    else rest += weight;
  };
  take(mode, 1);
  for (let i = mode + 1, weight = 1; i <= n; i += 1) {
    weight *= ((n - i + 1) / i) * odds;
    if (weight === 0) break;
    take(i, weight);
  }
  for (let i = mode - 1, weight = 1; i >= 0; i -= 1) {
    weight *= (i + 1) / (n - i) / odds;
    if (weight === 0) break;
    take(i, weight);
  }
  return tail / (tail + rest);
}
