import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubledRanks, rankCorrelation, simpleRankCorrelation } from '@/lib/statistics/rank-correlation';

/** The same from the definition: a rank is 1 + those below + half of the others that are equal. */
function slowRankCorrelation(xs: readonly number[], ys: readonly number[]): number | null {
  const ranks = (values: readonly number[]) =>
    values.map((value) => values.reduce((rank, other) => rank + (other < value ? 1 : other === value ? 0.5 : 0), 0.5));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [rx, ry] = [ranks(xs), ranks(ys)];
  const [mx, my] = [mean(rx), mean(ry)];
  const covariance = mean(rx.map((rank, i) => (rank - mx) * ((ry[i] ?? 0) - my)));
  const spread = (values: readonly number[], middle: number) => mean(values.map((value) => (value - middle) ** 2));
  const scale = Math.sqrt(spread(rx, mx) * spread(ry, my));
  return scale === 0 ? null : covariance / scale;
}

const pairs = fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 20 })), { maxLength: 40 });

describe('rank correlation', () => {
  const scores = [6, 9, 12, 15, 17, 8, 11, 14];
  const marks = [5, 4, 4, 3, 3, 5, 4, 4];

  it('gives the worked check: −0.926 with ties, −0.786 by the simple formula', () => {
    expect(rankCorrelation(marks, scores)).toBeCloseTo(-0.926, 3);
    expect(simpleRankCorrelation(marks, scores)).toBeCloseTo(-0.786, 3);
  });

  it('is not defined where all marks or all scores are equal, where the simple formula says about a half', () => {
    expect(rankCorrelation([4, 4, 4, 4], [1, 2, 3, 4])).toBeNull();
    expect(rankCorrelation([2, 3, 4, 5], [7, 7, 7, 7])).toBeNull();
    expect(simpleRankCorrelation([4, 4, 4, 4], [1, 2, 3, 4])).toBeCloseTo(0.5, 12);
  });

  it.each([
    [[], []],
    [[3], [8]],
  ])('is not defined for the marks %j and scores %j', (xs, ys) => {
    expect(rankCorrelation(xs, ys)).toBeNull();
    expect(simpleRankCorrelation(xs, ys)).toBeNull();
  });

  it('refuses what is not pairs of numbers', () => {
    expect(() => rankCorrelation([1, 2], [1])).toThrow(RangeError);
    expect(() => rankCorrelation([1, Number.NaN], [1, 2])).toThrow(RangeError);
  });

  it('is exactly 0 where marks and scores are not linked', () => {
    expect(rankCorrelation([3, 3, 4, 4], [1, 2, 1, 2])).toBe(0);
  });

  it('gives equal values the mean of their places', () => {
    expect(doubledRanks([10, 20, 20, 5])).toEqual([4, 7, 7, 2]);
  });

  it('agrees with the definition taken literally', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        const expected = rows.length < 2 ? null : slowRankCorrelation(xs, ys);
        const found = rankCorrelation(xs, ys);
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('equals the simple formula where nothing is tied, and turns its sign when one side is turned', () => {
    const order = fc.integer({ min: 2, max: 30 }).chain((n) =>
      fc.shuffledSubarray(
        Array.from({ length: n }, (_, i) => i),
        { minLength: n },
      ),
    );
    fc.assert(
      fc.property(order, (ys) => {
        const xs = ys.map((_, i) => i);
        const found = rankCorrelation(xs, ys) ?? Number.NaN;
        expect(found).toBeCloseTo(simpleRankCorrelation(xs, ys) ?? Number.NaN, 12);
        const turned = ys.map((y) => -y);
        expect(rankCorrelation(xs, turned)).toBeCloseTo(-found, 12);
      }),
    );
  });
});
