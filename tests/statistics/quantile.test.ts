import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fencesFrom, fencesOf } from '@/lib/statistics/fences';
import { ascending, quantile } from '@/lib/statistics/quantile';

describe('quantile of type 7', () => {
  it.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.75, 4],
    [[6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 0.25, 25.5],
    [[6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 0.9, 47],
    [[8], 0.3, 8],
    [[1, 9], 0, 1],
    [[1, 9], 1, 9],
  ])('of %j at %d is %d, as spreadsheets have it', (values, p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it('has nothing to say of no values', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(fencesOf([])).toBeNull();
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses the share %d', (p) => {
    expect(() => quantile([1, 2], p)).toThrow(RangeError);
  });

  it('never falls as the share grows, and stays among the values', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (any, one, other) => {
        const sorted = ascending(any);
        const low = quantile(sorted, Math.min(one, other)) ?? Number.NaN;
        const high = quantile(sorted, Math.max(one, other)) ?? Number.NaN;
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual((sorted[0] ?? 0) - 1e-9);
        expect(high).toBeLessThanOrEqual((sorted.at(-1) ?? 0) + 1e-9);
      }),
    );
  });
});

describe('fences', () => {
  it('stand three ranges between the quartiles outside them', () => {
    expect(fencesOf([4, 1, 3, 2])).toEqual({ n: 4, q1: 1.75, q3: 3.25, iqr: 1.5, low: -2.75, high: 7.75 });
  });

  it('take another number of ranges, and quartiles known already', () => {
    expect(fencesOf([4, 1, 3, 2], 1.5)?.high).toBeCloseTo(5.5, 12);
    expect(fencesFrom(638, 1, 2)).toEqual({ n: 638, q1: 1, q3: 2, iqr: 1, low: -2, high: 5 });
    expect(() => fencesFrom(638, 2, 1)).toThrow(RangeError);
  });

  it('leave the values as they were', () => {
    const values = [3, 1, 2];
    fencesOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
