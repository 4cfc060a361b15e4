import { binomialTail } from './binomial-tail';

/**
 * P(K ≥ k) where K is binomial of n with a share that itself differs from group to group: beta with mean `p` and
 * intraclass correlation `rho` (0 is the plain binomial, see `binomialTail`; variance is n·p·(1 − p)·(1 + (n − 1)·rho)).
 * Terms are made one from another and none is subtracted. Refuses p outside 0…1 and rho outside 0 ≤ rho < 1.
 */
export function betaBinomialTail(k: number, n: number, p: number, rho: number): number {
  if (!(rho >= 0 && rho < 1)) throw new RangeError(`Not a correlation within groups: ${rho}`);
  if (rho === 0 || p === 0 || p === 1 || k <= 0 || k > n) return binomialTail(k, n, p);
  if (!Number.isInteger(k) || !Number.isInteger(n)) throw new RangeError(`Not counts: ${k} of ${n}`);
  if (!(p > 0 && p < 1)) throw new RangeError(`Not a probability: ${p}`);
  const alpha = (p * (1 - rho)) / rho;
  const beta = ((1 - p) * (1 - rho)) / rho;
  // From the middle outwards, so that the first term is of the order of the largest and none overflows.
  const start = Math.min(n, Math.round(n * p));
  let tail = 0;
  let rest = 0;
  const take = (i: number, weight: number) => {
    if (i >= k) tail += weight;
    else rest += weight;
  };
  take(start, 1);
  for (let i = start, weight = 1; i < n; i += 1) {
    weight *= ((n - i) / (i + 1)) * ((i + alpha) / (n - i - 1 + beta));
    take(i + 1, weight);
  }
  for (let i = start, weight = 1; i > 0; i -= 1) {
    weight *= (i / (n - i + 1)) * ((n - i + beta) / (i - 1 + alpha));
    take(i - 1, weight);
  }
  return tail / (tail + rest);
}
