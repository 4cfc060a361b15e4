import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialTail } from '@/lib/statistics/binomial-tail';

/** Σ C(n, i)·aⁱ·(d − a)ⁿ⁻ⁱ / dⁿ in whole numbers, to sixty binary digits at the end. */
function exactTail(k: number, n: number, numerator: number, denominator: number): number {
  const [a, b] = [BigInt(numerator), BigInt(denominator - numerator)];
  let choose = 1n;
  let sum = 0n;
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += choose * a ** BigInt(i) * b ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  if (sum === 0n) return 0;
  const whole = BigInt(denominator) ** BigInt(n);
  const shift = whole.toString(2).length - sum.toString(2).length + 60;
  const quotient = (sum << BigInt(shift)) / whole;
  return Number(quotient) * 2 ** -shift;
}

describe('upper tail of a binomial', () => {
  it.each([
    [10, 20, 50, 100],
    [20, 20, 82, 100],
    [96, 100, 50, 100],
    [5, 5, 82, 100],
    [60, 60, 77, 100],
    [40, 300, 1, 100],
    [900, 1000, 50, 100],
    [2, 1000, 1, 1000],
    [300, 300, 99, 100],
  ])('P(Bin ≥ %i of %i at %i/%i) is right to eleven digits', (k, n, numerator, denominator) => {
    const expected = exactTail(k, n, numerator, denominator);
    expect(Math.abs(binomialTail(k, n, numerator / denominator) / expected - 1)).toBeLessThan(1e-11);
  });

  it('is right far in the tail, where a complement has no digit left', () => {
    expect(binomialTail(96, 100, 0.5)).toBeCloseTo(4_087_976 / 2 ** 100, 35);
    expect(Math.abs((binomialTail(1000, 1000, 0.5) * 2 ** 1000) / 1 - 1)).toBeLessThan(1e-10);
  });

  it('agrees with exact sums anywhere', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -1, max: 121 }), share, (n, k, percent) => {
        const expected = exactTail(k, n, percent, 100);
        const found = binomialTail(k, n, percent / 100);
        if (expected === 0) expect(found).toBe(0);
        else expect(Math.abs(found / expected - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it.each([
    [0, 10, 0.3, 1],
    [11, 10, 0.3, 0],
    [1, 10, 0, 0],
    [10, 10, 1, 1],
    [0, 0, 0.5, 1],
  ])('of %i of %i at %d is %d at the edge', (k, n, p, expected) => {
    expect(binomialTail(k, n, p)).toBe(expected);
  });

  it.each([
    [1, -1, 0.5],
    [1, 2.5, 0.5],
    [0.5, 2, 0.5],
    [1, 2, 1.5],
    [1, 2, Number.NaN],
  ])('refuses %d of %d at %d', (k, n, p) => {
    expect(() => binomialTail(k, n, p)).toThrow(RangeError);
  });
});
