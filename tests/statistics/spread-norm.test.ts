import { describe, expect, it } from 'vitest';
import { fitSpread, type Group, standardised } from '@/lib/statistics/spread-norm';
import { Chance } from '@/prisma/seed/demo/chance';
import { normal } from '@/scripts/detectors/region';

/** Groups of 5…200 around 2 + slope·x with the given variances. */
function groups(count: number, { slope = 0, between = 0.04, within = 1, seed = 1 } = {}): Group[] {
  const chance = new Chance(seed);
  return Array.from({ length: count }, () => {
    const weight = 1 / chance.integer(5, 200);
    const covariate = normal(chance);
    const noise = Math.sqrt(between + within * weight) * normal(chance);
    return { value: 2 + slope * covariate + noise, weight, covariate };
  });
}

describe('what groups of different size usually give', () => {
  it('finds the centre, the slope and both variances again', () => {
    const norm = fitSpread(groups(4000, { slope: 0.5 }));
    expect(norm?.centre).toBeCloseTo(2, 1);
    expect(norm?.slope).toBeCloseTo(0.5, 1);
    expect(norm?.between).toBeCloseTo(0.04, 2);
    expect(Math.abs((norm?.within ?? 0) - 1)).toBeLessThan(0.15);
  });

  it('stays near when a tenth of the groups is far off', () => {
    const honest = groups(2000);
    const spoilt = honest.map((group, i) => (i % 10 === 0 ? { ...group, value: group.value + 1.5 } : group));
    const [before, after] = [fitSpread(honest), fitSpread(spoilt)];
    expect(Math.abs((after?.centre ?? 0) - (before?.centre ?? 0))).toBeLessThan(0.07);
    expect(after?.between).toBeLessThan(0.1);
    const plain = spoilt.reduce((sum, group) => sum + (group.value - 2) ** 2, 0) / spoilt.length;
    expect(plain).toBeGreaterThan(0.25);
  });

  it('puts about one honest group in a hundred beyond z = 2.33', () => {
    const all = groups(4000, { seed: 5 });
    const norm = fitSpread(all);
    const beyond = norm ? all.filter((group) => standardised(norm, group) > 2.326).length : 0;
    expect(beyond / all.length).toBeGreaterThan(0.004);
    expect(beyond / all.length).toBeLessThan(0.018);
  });

  it('says nothing of fewer groups than are enough, and takes a variance that is known', () => {
    expect(fitSpread(groups(19))).toBeNull();
    expect(fitSpread(groups(19), { least: 10 })).not.toBeNull();
    expect(fitSpread(groups(100), { within: 1 })?.within).toBe(1);
  });

  it('survives groups that are all alike', () => {
    const alike = Array.from({ length: 30 }, () => ({ value: 1, weight: 0.1 }));
    const norm = fitSpread(alike);
    expect(norm?.centre).toBe(1);
    expect(norm && Number.isFinite(standardised(norm, { value: 1, weight: 0.1 }))).toBe(true);
  });
});
