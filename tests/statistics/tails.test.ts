import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBinomialTail } from '@/lib/statistics/beta-binomial-tail';
import { binomialTail } from '@/lib/statistics/binomial-tail';
import { normalTail } from '@/lib/statistics/normal-tail';

describe('upper tail of the normal', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.96, 0.024997895148220435],
    [2.5, 0.006209665325776132],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [6, 9.865876450376981e-10],
    [8, 6.220960574271786e-16],
    [10, 7.61985302416052e-24],
    [-2, 0.9772498680518208],
  ])('from %d is %d', (z, expected) => {
    expect(Math.abs(normalTail(z) / expected - 1)).toBeLessThan(1e-12);
  });

  it('falls without a step where one formula takes over from the other', () => {
    expect(normalTail(2.5 + 1e-9)).toBeLessThan(normalTail(2.5));
    expect(normalTail(2.5) / normalTail(2.5 + 1e-9) - 1).toBeLessThan(1e-8);
  });

  it('refuses what is not a number', () => {
    expect(() => normalTail(Number.NaN)).toThrow(RangeError);
  });
});

/** C(n, i)·B(i + α, n − i + β) / B(α, β) term by term, by products of whole factors. */
function slowTail(k: number, n: number, alpha: number, beta: number): number {
  let total = 0;
  for (let i = Math.max(0, k); i <= n; i += 1) {
    let term = 1;
    for (let j = 0; j < i; j += 1) term *= ((n - j) / (j + 1)) * ((alpha + j) / (alpha + beta + j));
    for (let j = 0; j < n - i; j += 1) term *= (beta + j) / (alpha + beta + i + j);
    total += term;
  }
  return total;
}

describe('upper tail of the beta-binomial', () => {
  it('agrees with its definition', () => {
    const share = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), share, share, (n, k, p, rho) => {
        const scale = (1 - rho / 100) / (rho / 100);
        const expected = slowTail(k, n, (p / 100) * scale, (1 - p / 100) * scale);
        expect(betaBinomialTail(k, n, p / 100, rho / 100)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('is the binomial where groups do not differ, and heavier where they do', () => {
    expect(betaBinomialTail(9, 12, 0.3, 0)).toBe(binomialTail(9, 12, 0.3));
    expect(betaBinomialTail(9, 12, 0.3, 0.1)).toBeGreaterThan(3 * binomialTail(9, 12, 0.3));
  });

  it.each([
    [0, 5, 0.4, 0.2, 1],
    [6, 5, 0.4, 0.2, 0],
    [1, 5, 0, 0.2, 0],
    [5, 5, 1, 0.2, 1],
  ])('of %i of %i at %d and %d is %d at the edge', (k, n, p, rho, expected) => {
    expect(betaBinomialTail(k, n, p, rho)).toBe(expected);
  });

  it.each([
    [1, 5, 0.5, 1],
    [1, 5, 0.5, -0.1],
    [1, 5, 1.5, 0.1],
    [1.5, 5, 0.5, 0.1],
  ])('refuses %d of %d at %d and %d', (k, n, p, rho) => {
    expect(() => betaBinomialTail(k, n, p, rho)).toThrow(RangeError);
  });
});
