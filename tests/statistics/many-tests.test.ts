import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm } from '@/lib/statistics/many-tests';

/** Step by step as the papers have it: which tests stand at a level. */
function stepDown(ps: readonly number[], level: number): boolean[] {
  const sorted = [...ps].sort((a, b) => a - b);
  let stands = 0;
  while (stands < sorted.length && (sorted[stands] ?? 1) * (sorted.length - stands) <= level) stands += 1;
  const border = sorted[stands - 1] ?? -1;
  return ps.map((p) => p <= border);
}
function stepUp(ps: readonly number[], level: number): boolean[] {
  const sorted = [...ps].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, i) => (sorted.length * p) / (i + 1) <= level);
  const border = sorted[last] ?? -1;
  return ps.map((p) => p <= border);
}

describe('corrections for many tests', () => {
  const ps = [0.01, 0.04, 0.03, 0.005];

  it('of Holm and of Benjamini and Hochberg give the known values, in the order given', () => {
    expect(holm(ps).map((p) => Math.round(p * 1e6) / 1e6)).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(benjaminiHochberg(ps).map((p) => Math.round(p * 1e6) / 1e6)).toEqual([0.02, 0.04, 0.04, 0.02]);
  });

  it('have nothing to correct for none or one test', () => {
    expect([holm([]), benjaminiHochberg([])]).toEqual([[], []]);
    expect([holm([0.2]), benjaminiHochberg([0.2])]).toEqual([[0.2], [0.2]]);
  });

  it('refuse what is not a probability', () => {
    expect(() => holm([0.1, 1.2])).toThrow(RangeError);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });

  it('let stand what the procedures step by step let stand, and never lower a value', () => {
    const values = fc.array(
      fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(values, fc.constantFrom(0.0103, 0.0507, 0.2009), (some, level) => {
        const [strict, mild] = [holm(some), benjaminiHochberg(some)];
        expect(strict.map((p) => p <= level)).toEqual(stepDown(some, level));
        expect(mild.map((p) => p <= level)).toEqual(stepUp(some, level));
        for (const [i, p] of some.entries()) {
          expect(strict[i]).toBeGreaterThanOrEqual(mild[i] ?? 1);
          expect(mild[i]).toBeGreaterThanOrEqual(p - 1e-12);
        }
      }),
    );
  });
});
