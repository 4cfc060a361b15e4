import { describe, expect, it } from 'vitest';
import { raisedMean } from '@/lib/objectivity/raised-mean';
import { pooled } from '@/lib/objectivity/reference';
import { resultSchema } from '@/lib/results/result';
import { ascending, quantile } from '@/lib/statistics/quantile';
import { Chance } from '@/prisma/seed/demo/chance';
import { manipulate } from '@/scripts/detectors/manipulate';
import { makeRegion, WORKS, type WorkKey } from '@/scripts/detectors/region';
import { markOf, resultOf, resultsOf, YEAR } from '@/scripts/detectors/results-of';

const schools = makeRegion(new Chance(2026), 600);
const results = schools.map(resultsOf);
const of = (key: WorkKey) => results.flatMap((list) => list[WORKS.indexOf(key)] ?? []);

describe('the synthetic territory', () => {
  // Domain handbook §8 and §2.3 for the real region: mean, deviation, share of «2», share of the window of «3» above it.
  it.each([
    ['ru4', 24.7, 7.7, 7.6, 0.77],
    ['ma4', 12.0, 3.8, 3.3, 0.82],
    ['ru5', 26.1, 9.7, 14.9, 0.86],
  ] as const)(
    '%s has nearly the mean %d, deviation %d, %d %% of «2» and pile-up %d of the real one',
    (key, mean, sd, twos, pile) => {
      const whole = pooled(of(key));
      const paper = schools[0]?.works[key].paper;
      if (!whole?.histogram || !paper) throw new Error('no work');
      expect(Math.abs((whole.moments.mean ?? 0) - mean)).toBeLessThan(0.04 * mean);
      expect(Math.abs((whole.moments.sd ?? 0) - sd)).toBeLessThan(0.07 * sd);
      const below = of(key).reduce((sum, result) => sum + (result.below ?? 0), 0);
      expect(Math.abs((100 * below) / whole.moments.n - twos)).toBeLessThan(3.5);
      const count = (from: number, to: number) =>
        (whole.histogram ?? []).slice(from, to + 1).reduce((sum, one) => sum + one, 0);
      const share = count(paper.three, paper.three + 1) / count(paper.three - 2, paper.three + 1);
      expect(Math.abs(share - pile)).toBeLessThan(0.06);
    },
  );

  it('has parallels of the real sizes: quartiles near 10, 22, 57', () => {
    const sizes = ascending(schools.map((school) => school.works.ru4.pupils.length));
    for (const [share, expected] of [
      [0.25, 10],
      [0.5, 22],
      [0.75, 57],
    ] as const) {
      expect(Math.abs((quantile(sizes, share) ?? 0) / expected - 1)).toBeLessThan(0.25);
    }
  });

  it('links journal and score like the real one, and lets sign А fire about as often', () => {
    const links = ascending(of('ru4').flatMap((one) => (one.participants >= 10 && one.rankCorrelation) || []));
    expect(quantile(links, 0.5)).toBeGreaterThan(0.7);
    expect(quantile(links, 0.5)).toBeLessThan(0.84);
    const whole = pooled(of('ru4'));
    const fired = of('ru4').filter((result) => raisedMean(result, whole).state === 'PRESENT').length;
    expect(fired / schools.length).toBeGreaterThan(0.1);
    expect(fired / schools.length).toBeLessThan(0.22);
  });

  it('gives what the contract of imported results asks, and the tasks add up to the scores', () => {
    for (const { schoolId, ...result } of results.slice(0, 20).flat()) {
      expect(schoolId).toMatch(/^s\d+$/);
      expect(() => resultSchema.parse(result)).not.toThrow();
      const scores = (result.histogram ?? []).reduce((sum, count, score) => sum + count * score, 0);
      if (result.tasks) expect(result.tasks.reduce((sum, task) => sum + task.gained, 0)).toBe(scores);
    }
  });

  it('is the same territory again for the same seed', () => {
    expect(makeRegion(new Chance(2026), 5).map(resultsOf)).toEqual(results.slice(0, 5));
  });
});

describe('a manipulation', () => {
  const school = schools.find((one) => one.works.ru4.pupils.length === 40) ?? schools[0];
  if (!school) throw new Error('no school');
  const mean = (key: WorkKey, from = school) => resultOf(from.works[key], YEAR).mean ?? 0;

  it('of strength 0 changes no score, and never the school it was given', () => {
    const before = JSON.stringify(school);
    const after = manipulate(new Chance(1), school, 'raised', 0).school;
    expect(JSON.stringify(after)).toBe(before);
    manipulate(new Chance(1), school, 'raised', 0.9);
    expect(JSON.stringify(school)).toBe(before);
  });

  it('lifts exactly the share it promises to the border and no one else', () => {
    const { school: after, touched } = manipulate(new Chance(3), school, 'spike', 0.2);
    for (const key of touched) {
      const { pupils, paper } = after.works[key];
      const moved = pupils.filter((pupil, i) => pupil.score !== school.works[key].pupils[i]?.score);
      expect(moved.length).toBe(Math.round(0.2 * pupils.length));
      for (const pupil of moved) {
        const short = [paper.three, paper.four, paper.five].map((border) => pupil.score - border);
        expect(short.some((over) => over === 0 || over === 1)).toBe(true);
      }
    }
  });

  it('of a journal keeps the marks and only deals them out anew', () => {
    const { school: after, touched } = manipulate(new Chance(5), school, 'shuffled', 1);
    for (const key of touched) {
      const marks = (from: typeof school) => ascending(from.works[key].pupils.map((pupil) => pupil.journal));
      expect(marks(after)).toEqual(marks(school));
      expect(mean(key, after)).toBe(mean(key));
    }
  });

  it('raises the year before for a fall, and grade 5 for a rise', () => {
    expect(manipulate(new Chance(1), school, 'fall', 0.5).touched).toEqual(['ru4before', 'ma4before']);
    expect(manipulate(new Chance(1), school, 'rise', 0.5).touched).toEqual(['ru5', 'ma5']);
    const after = manipulate(new Chance(1), school, 'rise', 0.5).school;
    expect(mean('ru5', after)).toBeGreaterThan(mean('ru5') + 4);
    expect(mean('ru4', after)).toBe(mean('ru4'));
  });

  it('keeps a mark what its score says', () => {
    const { three, four, five } = school.works.ru4.paper;
    const marks = [three - 1, three, four, five].map((score) => markOf(school.works.ru4.paper, score));
    expect(marks).toEqual([2, 3, 4, 5]);
  });
});
