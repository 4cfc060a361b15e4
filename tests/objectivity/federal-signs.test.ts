import { describe, expect, it } from 'vitest';
import { cohortChange, cohortRatio } from '@/lib/objectivity/cohort-change';
import { COHORTS, FEDERAL_SIGNS, federalFinding } from '@/lib/objectivity/federal-signs';
import { marksMismatch } from '@/lib/objectivity/marks-mismatch';
import { raisedMean } from '@/lib/objectivity/raised-mean';
import { momentsOfOthers, pooled, type Reference } from '@/lib/objectivity/reference';
import { territoryOf } from '@/lib/objectivity/territory';
import { fencesFrom } from '@/lib/statistics/fences';
import { rankCorrelation } from '@/lib/statistics/rank-correlation';
import { buildResult, buildSchool, histogramOf } from '@/tests/objectivity/build-result';

const region: Reference = { moments: { n: 24_933, mean: 12.01, sd: 3.78 }, histogram: null, schools: null };
const worked = buildResult({ histogram: histogramOf([15, 16, 14, 17, 13, 15, 16, 18, 12, 15], 20), maxScore: 20 });

describe('sign А, a raised mean', () => {
  it('fires on the worked check: 13.989 is above 12.057', () => {
    const { state, numbers } = raisedMean(worked, region);
    expect(state).toBe('PRESENT');
    expect(numbers.n).toBe(10);
    expect(numbers.low).toBeCloseTo(13.989, 3);
    expect(numbers.referenceHigh).toBeCloseTo(12.057, 3);
  });

  it('does the same from a file that gives n, mean and deviation only', () => {
    const bare = buildResult({ participants: 10, mean: 15.1, sd: 1.792, maxScore: 20 });
    expect(raisedMean(bare, region).state).toBe('PRESENT');
    expect(raisedMean({ ...bare, mean: 13.1 }, region).state).toBe('ABSENT');
  });

  it('does not fire when the two bounds are equal', () => {
    const same: Reference = { ...region, moments: { n: 4, mean: 10, sd: 0 } };
    expect(raisedMean(buildResult({ participants: 4, mean: 10, sd: 0 }), same).state).toBe('ABSENT');
  });

  it('takes equal scores literally: their interval has no width', () => {
    const equal = buildResult({ histogram: histogramOf([13, 13, 13], 20), maxScore: 20 });
    expect(raisedMean(equal, region)).toMatchObject({ state: 'PRESENT', numbers: { sd: 0, low: 13 } });
  });

  it.each([
    ['no result', undefined, region, 2, 'NO_RESULT'],
    ['nobody present', buildResult({ participants: 0 }), region, 2, 'NO_RESULT'],
    ['one participant', buildResult({ histogram: histogramOf([20], 20) }), region, 2, 'ONE_PARTICIPANT'],
    ['fewer than the method asks', worked, region, 11, 'FEW_PARTICIPANTS'],
    ['no mean', buildResult({ participants: 12 }), region, 2, 'NO_DETAIL'],
    ['no region', worked, null, 2, 'NO_REFERENCE'],
    ['a region of one', worked, { ...region, moments: { n: 1, mean: 3, sd: null } }, 2, 'NO_REFERENCE'],
  ])('is undefined for %s', (_, result, reference, least, reason) => {
    expect(raisedMean(result, reference, least)).toMatchObject({ state: 'UNDEFINED', reason });
  });
});

describe('sign Б, results against journal marks', () => {
  const pairs = { scores: [6, 9, 12, 15, 17, 8, 11, 14], marks: [5, 4, 4, 3, 3, 5, 4, 4] };

  it('fires on the worked check: −0.926', () => {
    const correlation = rankCorrelation(pairs.marks, pairs.scores);
    const found = marksMismatch(buildResult({ participants: 8, rankCorrelation: correlation, rankPairs: 8 }));
    expect(found.state).toBe('PRESENT');
    expect(found.numbers.correlation).toBeCloseTo(-0.926, 3);
  });

  it('does not fire at exactly 0', () => {
    expect(marksMismatch(buildResult({ rankCorrelation: 0, rankPairs: 9 })).state).toBe('ABSENT');
  });

  it.each([
    ['no result', undefined, 'NO_RESULT'],
    ['no journal marks in the file', buildResult(), 'NO_DETAIL'],
    ['one pair', buildResult({ rankPairs: 1 }), 'ONE_PARTICIPANT'],
    ['equal marks', buildResult({ rankPairs: 12 }), 'TIES'],
  ])('is undefined for %s', (_, result, reason) => {
    expect(marksMismatch(result)).toMatchObject({ state: 'UNDEFINED', reason });
  });
});

describe('sign В, a parallel from grade 4 to grade 5', () => {
  const fourth = (mean: number) => buildResult({ year: 2023, participants: 25, mean, maxScore: 20, subject: 'math' });
  const fifth = (mean: number) => buildResult({ grade: 5, participants: 24, mean, maxScore: 20, subject: 'math' });
  // Borders at 0.7 and 1.4.
  const fences = fencesFrom(100, 1, 1.1, 3);

  it.each([
    [14.1, 10, 'ABSENT', 'PRESENT'],
    [14, 10, 'ABSENT', 'ABSENT'],
    [10, 10, 'ABSENT', 'ABSENT'],
    [6.9, 10, 'PRESENT', 'ABSENT'],
  ])('from %d to %d points of 20 is a rise: %s, a fall: %s', (before, after, rise, fall) => {
    expect(cohortChange('RISE', fourth(before), fifth(after), fences).state).toBe(rise);
    expect(cohortChange('FALL', fourth(before), fifth(after), fences).state).toBe(fall);
  });

  it('compares shares of the maximum, because the papers differ', () => {
    expect(cohortRatio(buildResult({ mean: 19, maxScore: 38 }), buildResult({ mean: 10, maxScore: 20 }))).toBe(1);
  });

  it.each([
    ['no later work', fourth(10), undefined, fences, 'NO_RESULT'],
    ['no work of the year before', undefined, fifth(10), fences, 'NO_EARLIER_YEAR'],
    ['no maximum score', { ...fourth(10), maxScore: null }, fifth(10), fences, 'NO_DETAIL'],
    ['nobody with a point', fourth(10), fifth(0), fences, 'NO_DETAIL'],
    ['no quartiles', fourth(10), fifth(10), null, 'NO_REFERENCE'],
    ['nineteen schools', fourth(10), fifth(10), { ...fences, n: 19 }, 'FEW_SCHOOLS'],
  ])('is undefined for %s', (_, earlier, later, some, reason) => {
    expect(cohortChange('FALL', earlier, later, some)).toMatchObject({ state: 'UNDEFINED', reason });
  });
});

describe('the fourteen federal signs', () => {
  it('are Г01…Г14 of the default method: six means, four journals, two rises, two falls', () => {
    expect(FEDERAL_SIGNS.map((sign) => sign.code)).toEqual(
      Array.from({ length: 14 }, (_, i) => `Г${String(i + 1).padStart(2, '0')}`),
    );
    const of = (family: string) => FEDERAL_SIGNS.filter((sign) => sign.family === family).length;
    expect(['RAISED_MEAN', 'MARKS_MISMATCH', 'RISE', 'FALL'].map(of)).toEqual([6, 4, 2, 2]);
  });

  it('stay apart: a school with one odd work is marked by that work alone, and unknown ones are undefined', () => {
    const ordinary = Array.from({ length: 24 }, (_, i) =>
      buildSchool([buildResult({ histogram: histogramOf([8, 9, 10, 11, 12, 13, 14, 15, 16, 17], 38) })], {
        schoolId: `s${i}`,
      }),
    );
    const odd = buildSchool([buildResult({ histogram: histogramOf([30, 31, 32, 33, 34, 35, 36, 37, 38, 38], 38) })]);
    const territory = territoryOf([...ordinary, odd], Object.values(COHORTS));
    const states = FEDERAL_SIGNS.map((sign) => federalFinding(sign, odd, territory).state);
    expect(states).toEqual(['PRESENT', ...new Array(13).fill('UNDEFINED')]);
    expect(territory.references.get('VPR/russian/4')?.moments.n).toBe(250);
  });
});

describe('values of a territory', () => {
  it('are the same from histograms and from n, mean and deviation of each school', () => {
    const histograms = [
      [3, 1, 4, 4, 0, 9],
      [1, 7, 8],
      [0, 2, 2],
      [0, 0, 0, 0, 1],
    ];
    const whole = pooled(histograms.map((scores) => buildResult({ histogram: scores })));
    const bare = pooled(
      histograms.map((scores) => {
        const { participants, mean, sd } = buildResult({ histogram: scores });
        return buildResult({ participants, mean, sd });
      }),
    );
    expect(bare?.moments.n).toBe(whole?.moments.n);
    expect(bare?.moments.mean).toBeCloseTo(whole?.moments.mean ?? 0, 10);
    expect(bare?.moments.sd).toBeCloseTo(whole?.moments.sd ?? 0, 10);
    expect(pooled([])).toBeNull();
  });

  it('of the others are the same by histograms and by subtraction, and the region is left as it is', () => {
    const [own, ...rest] = [
      [3, 1, 4, 4, 0, 9],
      [1, 7, 8],
      [0, 2, 2],
    ].map((histogram) => buildResult({ histogram }));
    const all = pooled([own, ...rest].flatMap((one) => one ?? []));
    if (!own || !all) throw new Error('no results');
    const moments = { n: own.participants, mean: own.mean, sd: own.sd };
    const expected = pooled(rest)?.moments;
    const subtracted = momentsOfOthers({ ...all, histogram: null }, moments, null);
    expect(momentsOfOthers(all, moments, own.histogram)).toEqual(expected);
    expect(subtracted?.n).toBe(expected?.n);
    expect(subtracted?.mean).toBeCloseTo(expected?.mean ?? 0, 10);
    expect(subtracted?.sd).toBeCloseTo(expected?.sd ?? 0, 10);
    expect(momentsOfOthers({ ...all, schools: null }, moments, own.histogram)).toEqual(all.moments);
    const alone = pooled([own]);
    expect(alone && momentsOfOthers(alone, moments, own.histogram)).toBeNull();
  });
});
