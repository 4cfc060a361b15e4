import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOfTerm, keepsAssociation, planRowState } from '@/lib/development/association';
import { canMove, peopleOf, REQUEST_MOVES, REQUEST_STATES, seatsAsked } from '@/lib/development/course-request';
import { meanWords, readMean, shownTest } from '@/lib/development/course-result';
import { computeIndicators, type DevelopmentFacts, indicatorWords } from '@/lib/development/indicators';
import { hideSmall } from '@/lib/kernel/small-count';

const school = (id: string, teachers: number | null, riskTeachers: number | null, competitions = 0) => ({
  ...{ id, teachers, riskTeachers, competitions },
});
const NOTHING: DevelopmentFacts = { year: 2026, schools: [], seats: [], tests: [], associations: [] };
const found = (facts: Partial<DevelopmentFacts>, number: number) => {
  const one = computeIndicators({ ...NOTHING, ...facts }).find((row) => row.number === number);
  if (!one) throw new Error(`no indicator ${number}`);
  return one;
};

describe('the indicators of the programme', () => {
  it('are 9, 10, 11, 12, 13 and 15, each with its source and period', () => {
    const rows = computeIndicators(NOTHING);
    expect(rows.map(({ number }) => number)).toEqual([9, 10, 11, 12, 13, 15]);
    expect(rows.every(({ source, period }) => source !== '' && period === '2026/27 учебный год')).toBe(true);
  });

  it('say «нет данных» where nobody has reported, never 0', () => {
    const unreported = { schools: [school('a', null, null)] };
    expect([9, 10, 12, 15].map((number) => indicatorWords(found(unreported, number)))).toEqual(
      Array(4).fill('нет данных'),
    );
    expect(found(unreported, 15).remark).toMatch(/не сообщила/);
  });

  it('9: of 3 + 5 teachers at risk 2 finished; a school that has not counted its risk stays outside of both numbers', () => {
    const facts = {
      schools: [school('a', 20, 3), school('b', 30, 5), school('c', 10, null)],
      seats: [
        { schoolId: 'a', riskFinished: 2 },
        { schoolId: 'c', riskFinished: 4 },
      ],
    };
    expect(found(facts, 9).value).toEqual({ numerator: 2, denominator: 8 });
    expect(indicatorWords(found(facts, 9))).toBe('2 из 8 (25,0\u00a0%)');
    expect(found(facts, 9).remark).toBe('По 2 из 3 школ: остальные ещё не сообщили.');
  });

  it('9: more trained than there are at risk is a contradiction, not 133 %', () => {
    const facts = { schools: [school('a', 20, 3)], seats: [{ schoolId: 'a', riskFinished: 4 }] };
    expect(found(facts, 9)).toMatchObject({ value: null, remark: expect.stringMatching(/больше знаменателя/) });
  });

  it('10: people of all courses are added up, not their shares', () => {
    const tests = [
      { people: 10, improved: 7 },
      { people: 5, improved: 5 },
    ];
    expect(found({ tests }, 10).value).toEqual({ numerator: 12, denominator: 15 });
  });

  it('11: an association of one school is no municipal one', () => {
    const one = (kind: 'SCHOOL' | 'DISTRICT') => ({ kind, isForProject: false, members: [] });
    expect(indicatorWords(found({ associations: [one('SCHOOL')] }, 11))).toBe('нет');
    expect(indicatorWords(found({ associations: [one('SCHOOL'), one('DISTRICT')] }, 11))).toBe('есть: 1');
  });

  it('12: only places in municipal associations of the project count', () => {
    const members = [
      { schoolId: 'a', people: 4 },
      { schoolId: 'b', people: 9 },
    ];
    const facts = {
      schools: [school('a', 20, null), school('b', null, null)],
      associations: [
        { kind: 'DISTRICT' as const, isForProject: true, members },
        { kind: 'CITY' as const, isForProject: false, members },
        { kind: 'SCHOOL' as const, isForProject: true, members },
      ],
    };
    expect(found(facts, 12).value).toEqual({ numerator: 4, denominator: 20 });
  });

  it('13: a school counts once, however many competitions it entered', () => {
    const schools = [school('a', null, null, 3), school('b', null, null, 0), school('c', null, null, 1)];
    expect(found({ schools }, 13).value).toEqual({ numerator: 2, denominator: 3 });
  });

  it('15: 3 of 20 and 6 of 40 are 9 of 60', () => {
    const schools = [school('a', 20, 3), school('b', 40, 6), school('c', 50, null)];
    expect(found({ schools }, 15).value).toEqual({ numerator: 9, denominator: 60 });
  });
});

describe('small counts', () => {
  it.each([
    [
      [5, 12],
      [5, 12],
    ],
    [
      [0, 7],
      [0, 7],
    ],
    [
      [3, 2, 9],
      ['small', 'small', 9],
    ],
    [
      [3, 9, 6],
      ['small', 9, 'small'],
    ],
    [[4], ['small']],
  ])('of %j are shown as %j', (counts, shown) => {
    expect(hideSmall(counts)).toEqual(shown);
  });

  it('never shows 1 to 4, and never hides one part alone where another one could hide it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (counts) => {
        const shown = hideSmall(counts);
        const hidden = counts.filter((_, index) => shown[index] === 'small');
        expect(counts.filter((n, index) => n > 0 && n < 5 && shown[index] !== 'small')).toEqual([]);
        expect(hidden.length === 1 && counts.filter((n) => n > 0).length > 1).toBe(false);
        expect(hidden.includes(0)).toBe(false);
      }),
    );
  });

  it('of a test are for the centre alone', () => {
    const test = { people: 4, beforeHundredths: 5000, afterHundredths: 6000, improved: 3 };
    expect(shownTest(test, true)).toBe(test);
    expect(shownTest(test, false)).toBe('small');
    expect(shownTest({ ...test, people: 5 }, false)).toEqual({ ...test, people: 5 });
    expect(shownTest(null, false)).toBeNull();
  });
});

describe('a course request', () => {
  it('is taken back by the school only before it is gathered, and moved by the centre alone after that', () => {
    expect(REQUEST_STATES.filter((from) => canMove('SCHOOL', from, 'WITHDRAWN'))).toEqual(['SENT']);
    expect(REQUEST_MOVES.filter(({ side, to }) => side === 'SCHOOL' && to !== 'WITHDRAWN')).toEqual([]);
    expect(REQUEST_STATES.filter((to) => canMove('CENTRE', 'DONE', to))).toEqual([]);
  });

  it('counts its people, and several of one school ask for their seats together', () => {
    const line = { position: 'учитель', subject: 'физика', people: 3, atRisk: 1 };
    expect(peopleOf([line, { ...line, people: 2, atRisk: 0 }])).toEqual({ people: 5, atRisk: 1 });
    const asked = seatsAsked([
      { schoolId: 'a', people: 3 },
      { schoolId: 'b', people: 1 },
      { schoolId: 'a', people: 2 },
    ]);
    expect(asked).toEqual([
      { schoolId: 'a', seats: 5 },
      { schoolId: 'b', seats: 1 },
    ]);
  });

  it.each([
    ['62,5', 6250],
    ['7', 700],
    ['4.05', 405],
    ['-1', undefined],
    ['62,505', undefined],
    ['', undefined],
  ])('reads the mean «%s» as %s hundredths', (text, hundredths) => {
    expect(readMean(text)).toBe(hundredths);
  });

  it('prints a mean with two places', () => expect(meanWords(6205)).toBe('62,05'));
});

describe('an association', () => {
  it('understands terms of its plan in the months of the school year', () => {
    expect(dueOfTerm('ноябрь', 2026)).toBe('2026-11-30');
    expect(dueOfTerm('март', 2026)).toBe('2027-03-31');
    expect(dueOfTerm('по плану', 2026)).toBeNull();
    expect(dueOfTerm('', 2026)).toBeNull();
  });

  it('is late with what its last day has passed and nobody called done', () => {
    const row = { due: '2026-11-30', doneOn: null };
    expect(planRowState(row, '2026-11-30')).toBe('ahead');
    expect(planRowState(row, '2026-12-01')).toBe('late');
    expect(planRowState({ ...row, doneOn: '2026-12-05' }, '2027-01-01')).toBe('done');
    expect(planRowState({ due: null, doneOn: null }, '2031-01-01')).toBe('ahead');
  });

  it('is kept by the centre, and a ШМО by its school as well', () => {
    const head = { role: 'SCHOOL_HEAD', schoolId: 'a' };
    expect(keepsAssociation({ role: 'CENTRE', schoolId: null }, { kind: 'CITY', schoolId: null })).toBe(true);
    expect(keepsAssociation(head, { kind: 'SCHOOL', schoolId: 'a' })).toBe(true);
    expect(keepsAssociation(head, { kind: 'SCHOOL', schoolId: 'b' })).toBe(false);
    expect(keepsAssociation(head, { kind: 'CITY', schoolId: 'a' })).toBe(false);
    expect(keepsAssociation({ role: 'OFFICIAL', schoolId: null }, { kind: 'CITY', schoolId: null })).toBe(false);
  });
});
