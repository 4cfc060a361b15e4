import { describe, expect, it } from 'vitest';
import { farFromJournal, loweredOften, loweredShare } from '@/lib/objectivity/against-journal';
import { borderPeak } from '@/lib/objectivity/border-peak';
import { easyWorseHardBetter, usualCompletion } from '@/lib/objectivity/easy-and-hard';
import { COHORTS } from '@/lib/objectivity/federal-signs';
import { noTwos } from '@/lib/objectivity/no-twos';
import { territoryOf } from '@/lib/objectivity/territory';
import { vprAgainstOge } from '@/lib/objectivity/vpr-against-oge';
import { binomialTail } from '@/lib/statistics/binomial-tail';
import { buildResult, buildSchool, histogramOf } from '@/tests/objectivity/build-result';

const scale = { maxScore: 20, three: 6, four: 10, five: 15 };
const many = (score: number, times: number) => new Array<number>(times).fill(score);
const referenceOf = (scores: readonly number[]) => ({
  moments: { n: scores.length, mean: 0, sd: 1 },
  histogram: histogramOf(scores, 20),
  schools: null,
});

describe('a peak on the border of a mark', () => {
  // Of a hundred around «4» half are on the border or one above; of a hundred around «3» eighty-two are.
  const territory = referenceOf([...many(9, 50), ...many(10, 50), ...many(5, 18), ...many(6, 82)]);
  const school = buildResult({ histogram: histogramOf([...many(10, 9), 9, ...many(6, 9), 5], 20), maxScore: 20 });

  it('is judged against the share of the territory, not against a half', () => {
    const four = borderPeak(school, territory, scale, 'four');
    expect(four.numbers).toMatchObject({ near: 10, above: 9, usual: 0.5, cut: 10 });
    expect(four.numbers.p).toBeCloseTo(binomialTail(9, 10, 0.5), 12);
    const three = borderPeak(school, territory, scale, 'three');
    expect(three.state).toBe('ABSENT');
    expect(three.numbers.usual).toBeCloseTo(0.82, 12);
  });

  it('fires below one in a hundred', () => {
    const sharp = buildResult({ histogram: histogramOf(many(10, 10), 20) });
    expect(borderPeak(sharp, territory, scale, 'four').state).toBe('PRESENT');
    expect(borderPeak(school, territory, scale, 'four').state).toBe('ABSENT');
  });

  it('leaves the school itself out of the territory it was added up from', () => {
    const own = histogramOf(many(10, 10), 20);
    const added = {
      moments: { n: 20, mean: 0, sd: 1 },
      histogram: histogramOf([...many(9, 5), ...many(10, 15)], 20),
      schools: 2,
    };
    expect(borderPeak(buildResult({ histogram: own }), added, scale, 'four').numbers.usual).toBe(0.5);
  });

  it.each([
    ['no scale of the year', school, territory, null, 'NO_SCALE'],
    ['no scores', buildResult(), territory, scale, 'NO_DETAIL'],
    ['no territory', school, null, scale, 'NO_REFERENCE'],
    [
      'four near the border',
      buildResult({ histogram: histogramOf(many(10, 4), 20) }),
      territory,
      scale,
      'FEW_AT_BORDER',
    ],
  ])('is undefined for %s', (_, result, reference, some, reason) => {
    expect(borderPeak(result, reference, some, 'four')).toMatchObject({ state: 'UNDEFINED', reason });
  });
});

describe('marks against the journal', () => {
  const journal = (lowered: number, confirmed: number, raised: number, farApart: number) =>
    buildResult({ againstJournal: { lowered, confirmed, raised, farApart } });

  it.each([
    [10, 1, 'PRESENT'],
    [11, 1, 'ABSENT'],
    [20, 2, 'PRESENT'],
  ])('of %i participants %i two marks or more apart is %s', (n, far, state) => {
    expect(farFromJournal(journal(0, n, 0, far)).state).toBe(state);
  });

  it('are not judged for fewer than ten, nor without the comparison', () => {
    expect(farFromJournal(journal(0, 9, 0, 9))).toMatchObject({ reason: 'FEW_PARTICIPANTS' });
    expect(farFromJournal(buildResult())).toMatchObject({ reason: 'NO_DETAIL' });
    expect(loweredShare(journal(0, 9, 0, 0))).toBeNull();
  });

  it('are lowered often when nine schools of ten lower less', () => {
    const shares = Array.from({ length: 21 }, (_, i) => i / 100);
    expect(loweredOften(journal(19, 81, 0, 0), shares)).toMatchObject({ state: 'PRESENT', numbers: { border: 0.18 } });
    expect(loweredOften(journal(18, 82, 0, 0), shares).state).toBe('ABSENT');
    expect(loweredOften(journal(19, 81, 0, 0), shares.slice(2))).toMatchObject({ reason: 'FEW_SCHOOLS' });
  });
});

describe('ВПР against ОГЭ', () => {
  const oge = (part: object) =>
    buildResult({ exam: 'OGE', grade: 9, participants: 20, mean: 20, sd: 4, maxScore: 33, ...part });
  const raised = buildResult({ participants: 20, mean: 35, sd: 2 });
  const others = Array.from({ length: 20 }, (_, i) =>
    buildSchool([buildResult({ participants: 20, mean: 22, sd: 6 }), oge({ below: 2 })], { schoolId: `s${i}` }),
  );
  const judge = (school: ReturnType<typeof buildSchool>) =>
    vprAgainstOge(school, territoryOf([...others, school], Object.values(COHORTS)));

  it('is a question when the younger do well and the exam does not follow', () => {
    expect(judge(buildSchool([raised, oge({ below: 6 })])).state).toBe('PRESENT');
    expect(judge(buildSchool([raised, oge({ below: 0, mean: 15 })])).state).toBe('PRESENT');
  });

  it('is answered when the exam confirms, and does not arise where nothing is raised', () => {
    expect(judge(buildSchool([raised, oge({ below: 0, mean: 30 })])).state).toBe('ABSENT');
    expect(judge(buildSchool([buildResult({ participants: 20, mean: 20, sd: 6 }), oge({ below: 6 })])).state).toBe(
      'ABSENT',
    );
  });

  it('stays undefined while one side is not known', () => {
    expect(judge(buildSchool([raised])).state).toBe('UNDEFINED');
    expect(judge(buildSchool([oge({ below: 6 })])).state).toBe('UNDEFINED');
  });
});

describe('easy tasks worse, hard ones better', () => {
  const plan = {
    scale: null,
    tasks: new Map([
      ['1', 'BASIC'],
      ['2', 'ADVANCED'],
    ] as const),
  };
  const usual = new Map([
    ['1', 0.8],
    ['2', 0.3],
  ]);
  const work = (easy: number, hard: number) =>
    buildResult({
      participants: 20,
      tasks: [
        { code: '1', maxScore: 1, gained: easy, attempted: 20 },
        { code: '2', maxScore: 2, gained: hard, attempted: 20 },
      ],
    });

  it.each([
    [12, 18, 'PRESENT'],
    [14, 18, 'ABSENT'],
    [12, 16, 'ABSENT'],
  ])('with %i of 20 easy and %i of 40 hard points is %s', (easy, hard, state) => {
    expect(easyWorseHardBetter(work(easy, hard), plan, usual).state).toBe(state);
  });

  it('is undefined without levels of tasks, without the tasks, or for few', () => {
    expect(easyWorseHardBetter(work(1, 1), undefined, usual)).toMatchObject({ reason: 'NO_TASK_LEVELS' });
    expect(easyWorseHardBetter(buildResult(), plan, usual)).toMatchObject({ reason: 'NO_DETAIL' });
    expect(easyWorseHardBetter({ ...work(1, 1), participants: 7 }, plan, usual)).toMatchObject({
      reason: 'FEW_PARTICIPANTS',
    });
  });

  it('takes the usual completion from all participants together', () => {
    expect(usualCompletion([work(20, 10), work(10, 0)])).toEqual(
      new Map([
        ['1', 0.75],
        ['2', 0.125],
      ]),
    );
  });
});

describe('no «2» at all', () => {
  it('is noted from twenty participants on', () => {
    expect(noTwos(buildResult({ participants: 20, below: 0 })).state).toBe('PRESENT');
    expect(noTwos(buildResult({ participants: 20, below: 1 })).state).toBe('ABSENT');
    expect(noTwos(buildResult({ participants: 19, below: 0 })).reason).toBe('FEW_PARTICIPANTS');
    expect(noTwos(buildResult({ participants: 20 })).reason).toBe('NO_DETAIL');
  });
});
