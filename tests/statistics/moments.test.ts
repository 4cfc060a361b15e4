import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { confidenceInterval, momentsOf } from '@/lib/statistics/moments';

const histogramOf = (scores: readonly number[]) => {
  const counts: number[] = new Array(Math.max(0, ...scores) + 1).fill(0);
  for (const score of scores) counts[score] = (counts[score] ?? 0) + 1;
  return counts;
};

describe('moments of a histogram', () => {
  it('gives the school of the worked check: ten pupils, mean 15.1, deviation 1.792', () => {
    const { n, mean, sd } = momentsOf(histogramOf([15, 16, 14, 17, 13, 15, 16, 18, 12, 15]));
    expect(n).toBe(10);
    expect(mean).toBeCloseTo(15.1, 12);
    expect(sd).toBeCloseTo(1.792, 3);
  });

  it.each([
    ['nobody', [], { n: 0, mean: null, sd: null }],
    ['nobody on a scale', [0, 0, 0], { n: 0, mean: null, sd: null }],
    ['one person', [0, 0, 0, 1], { n: 1, mean: 3, sd: null }],
    ['equal scores', [0, 0, 7], { n: 7, mean: 2, sd: 0 }],
    ['zero and one', [1, 1], { n: 2, mean: 0.5, sd: Math.SQRT1_2 }],
  ])('knows of %s no more than there is', (_, histogram, expected) => {
    expect(momentsOf(histogram)).toEqual(expected);
  });

  it.each([[[1, -1]], [[0.5]], [[Number.NaN]]])('refuses the counts %j', (histogram) => {
    expect(() => momentsOf(histogram)).toThrow(RangeError);
  });

  it('agrees with sums of exact fractions', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 80 }), (scores) => {
        const total = scores.reduce((sum, score) => sum.add(score), new Fraction(0));
        const mean = total.div(scores.length);
        const squares = scores.reduce((sum, score) => sum.add(mean.sub(score).pow(2) ?? 0), new Fraction(0));
        const moments = momentsOf(histogramOf(scores));
        expect(moments.mean).toBeCloseTo(mean.valueOf(), 12);
        expect((moments.sd ?? Number.NaN) ** 2).toBeCloseTo(squares.div(scores.length - 1).valueOf(), 10);
      }),
    );
  });

  it('moves with the scale and keeps the deviation', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 2, maxLength: 40 }), fc.nat(50), (histogram, shift) => {
        const here = momentsOf(histogram);
        const there = momentsOf([...new Array<number>(shift).fill(0), ...histogram]);
        expect(there.n).toBe(here.n);
        if (here.mean !== null) expect(there.mean).toBeCloseTo(here.mean + shift, 9);
        if (here.sd !== null) expect(there.sd).toBeCloseTo(here.sd, 9);
      }),
    );
  });
});

describe('confidence interval of a mean', () => {
  it('gives the borders of the worked check: region up to 12.057, school from 13.989', () => {
    expect(confidenceInterval({ n: 24_933, mean: 12.01, sd: 3.78 })?.high).toBeCloseTo(12.057, 3);
    const school = momentsOf(histogramOf([15, 16, 14, 17, 13, 15, 16, 18, 12, 15]));
    expect(confidenceInterval(school)?.low).toBeCloseTo(13.989, 3);
  });

  it('is of no width for equal scores and is not defined for one person or nobody', () => {
    expect(confidenceInterval({ n: 5, mean: 7, sd: 0 })).toEqual({ low: 7, high: 7 });
    expect(confidenceInterval({ n: 1, mean: 7, sd: null })).toBeNull();
    expect(confidenceInterval({ n: 0, mean: null, sd: null })).toBeNull();
  });

  it('takes another t', () => {
    expect(confidenceInterval({ n: 4, mean: 10, sd: 2 }, 3)).toEqual({ low: 7, high: 13 });
  });
});
