import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComputedYear, oneStepFrom, turningOff } from '@/lib/diagnostics/computed/counterfactual';
import { oneStepWords, turningOffWords } from '@/lib/diagnostics/computed/counterfactual-words';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { compute } from '@/lib/methodology/measures/compute';
import { emptyFact, type Fact, factTable, type Unit } from '@/lib/methodology/measures/facts';
import { computedCard } from '@/prisma/seed/reference/computed-card';

const YEAR = 2024;
const compiled = compileMeasures(computedCard);
const unit = (school: string): Unit => ({
  school,
  title: school,
  municipality: 'Город',
  kind: 'SECONDARY',
  place: 'CITY',
  grades: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  held: [],
});
const units = ['А', 'Б', 'В'].map(unit);
const row = (school: string, exam: string, subject: string, grade: number, known: Partial<Fact>): Fact => ({
  ...emptyFact({ school, year: YEAR, exam, subject, grade }),
  ...known,
});

function yearOf(facts: readonly Fact[]): ComputedYear {
  const table = factTable(units, facts);
  return { compiled, table, year: YEAR, computation: compute(compiled, table, YEAR) };
}
const answer = (facts: readonly Fact[], item: string) => yearOf(facts).computation.answersOf('А').get(item);
const oge = (school: string, subject: string, participants: number, two: number) =>
  row(school, 'OGE', subject, 9, { participants, two });

describe('the smallest change that turns a point off', () => {
  it('counts pupils: 8 of 23 against 33 of 316 without the school', () => {
    const at = yearOf([oge('А', 'russian', 23, 8), oge('Б', 'russian', 200, 20), oge('В', 'russian', 116, 13)]);
    const found = turningOff(at, 'А', 'А1');
    expect(found).toMatchObject([{ move: 'FEWER_BELOW', steps: 6 }]);
    expect(turningOffWords(found)).toBe(
      'Ответ был бы «нет», если бы «2» или ниже минимума (ОГЭ, русский язык, 9\u00a0класс) получили не 8, а 2 из 23.',
    );
  });

  it('changes as many rows as «или» needs, and no pupil more', () => {
    const at = yearOf([oge('А', 'russian', 10, 4), oge('А', 'math', 20, 7)]);
    const found = turningOff(at, 'А', 'А3');
    expect(found.map(({ fact, steps }) => [fact.subject, steps]).sort()).toEqual([
      ['math', 2],
      ['russian', 2],
    ]);
  });

  it('takes the cheaper of two low procedures where one less is enough', () => {
    const facts = [oge('А', 'russian', 10, 9), oge('А', 'math', 10, 3)];
    const found = turningOff(yearOf(facts), 'А', 'В2');
    expect(found).toMatchObject([{ fact: { subject: 'math' }, move: 'FEWER_BELOW', steps: 1 }]);
  });

  it('counts figures of forms and points of score', () => {
    const figure = yearOf([row('А', 'FORM', 'no_certificate9', 0, { value: 3, participants: 60 })]);
    expect(turningOff(figure, 'А', 'А5')).toMatchObject([{ move: 'LESS', steps: 3 }]);
    const score = yearOf([
      row('А', 'EGE', 'russian', 11, { participants: 10, mean: 60, sd: 5, maxScore: 100 }),
      row('Б', 'EGE', 'russian', 11, { participants: 50, mean: 60.35, sd: 5, maxScore: 100 }),
    ]);
    expect(turningOff(score, 'А', 'Б4')).toMatchObject([{ move: 'MORE_SCORE', steps: 4 }]);
  });

  it('says nothing of what the school was not asked, does not know or could not change', () => {
    expect(turningOff(yearOf([]), 'А', 'А1')).toEqual([]);
    expect(turningOff(yearOf([oge('А', 'russian', 10, 0)]), 'А', 'А3')).toEqual([]);
    const correlation = row('А', 'VPR', 'math', 4, { participants: 20, rankCorrelation: -0.2 });
    expect(turningOff(yearOf([correlation]), 'А', 'Г08')).toEqual([]);
    expect(turningOff(yearOf([]), 'Нет такой', 'А1')).toEqual([]);
    expect(turningOffWords([])).toBe('');
  });

  it('is what trying every number of «2» by hand gives', () => {
    const small = fc.tuple(fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 40 }));
    fc.assert(
      fc.property(small, small, ([n, two], [m, three]) => {
        const others = oge('Б', 'russian', m, Math.min(three, m));
        const with2 = (below: number) => [oge('А', 'russian', n, below), others];
        const now = Math.min(two, n);
        const found = turningOff(yearOf(with2(now)), 'А', 'А1');
        const byHand = Array.from({ length: now + 1 }, (_, steps) => steps).find(
          (steps) => answer(with2(now - steps), 'А1') === 'NO',
        );
        expect(found.reduce((sum, { steps }) => sum + steps, 0)).toBe(byHand ?? 0);
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });
});

describe('criteria one step from firing', () => {
  it('are those that one pupil more would turn on', () => {
    const near = yearOf([oge('А', 'russian', 10, 2), oge('А', 'math', 10, 0)]);
    expect(oneStepWords(oneStepFrom(near, 'А', 'А3'))).toBe(
      'До «да» один шаг: если бы «2» или ниже минимума (ОГЭ, русский язык, 9\u00a0класс) получили не 2, а 3 из 10.',
    );
    const far = yearOf([oge('А', 'russian', 10, 1), oge('А', 'math', 10, 1)]);
    expect(oneStepFrom(far, 'А', 'А3')).toBeUndefined();
    expect(oneStepFrom(yearOf([oge('А', 'russian', 10, 9)]), 'А', 'А3')).toBeUndefined();
  });
});
