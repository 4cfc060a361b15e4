import { describe, expect, it } from 'vitest';
import { assessFromFacts } from '@/lib/diagnostics/scoring/assess-facts';
import { compileMeasures, measureProblems } from '@/lib/methodology/measures/compile-measures';
import { compute } from '@/lib/methodology/measures/compute';
import { emptyFact, type Fact, factTable, type Unit } from '@/lib/methodology/measures/facts';
import { methodHash } from '@/lib/methodology/method-hash';
import { parseMethod } from '@/lib/methodology/method-problems';
import { fromRows, toRows } from '@/lib/methodology/method-rows';
import { computedCard } from '@/prisma/seed/reference/computed-card';

const YEAR = 2024;
const grades = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const unit = (school: string, kind = 'SECONDARY', last = 11): Unit => ({
  school,
  title: school,
  municipality: 'Город',
  kind,
  place: 'CITY',
  grades: grades(last),
  held: [],
});
const row = (
  school: string,
  exam: string,
  subject: string,
  grade: number,
  known: Partial<Fact>,
  year = YEAR,
): Fact => ({
  ...emptyFact({ school, year, exam, subject, grade }),
  ...known,
});

const answersOf = (units: readonly Unit[], facts: readonly Fact[], school: string) => {
  const compiled = compileMeasures(computedCard);
  return compute(compiled, factTable(units, facts), YEAR).answersOf(school);
};

describe('the default card that answers itself', () => {
  it('holds together, and is the same after the database', () => {
    expect(measureProblems(computedCard)).toEqual([]);
    expect(parseMethod(computedCard)).toEqual(computedCard);
    expect(methodHash(fromRows(toRows(computedCard)))).toBe(methodHash(computedCard));
  });

  it('answers «нет данных» to everything when nothing is imported', () => {
    const answers = answersOf([unit('А'), unit('Б')], [], 'А');
    expect(answers.size).toBe(25 + 14);
    expect(new Set(answers.values())).toEqual(new Set(['NO_DATA']));
  });

  it('compares with the municipality without the school, strictly', () => {
    const units = [unit('А'), unit('Б'), unit('В')];
    const oge = (school: string, participants: number, two: number) =>
      row(school, 'OGE', 'russian', 9, { participants, two, mean: 25, sd: 5 });
    const facts = [oge('А', 20, 2), oge('Б', 50, 5), oge('В', 50, 5)];
    // 10 % against 10 %: equal is not above.
    expect(answersOf(units, facts, 'А').get('А1')).toBe('NO');
    expect(answersOf(units, [oge('А', 20, 3), ...facts.slice(1)], 'А').get('А1')).toBe('YES');
  });

  it('calls 30 % low at the border, by whichever of the subjects', () => {
    const facts = [row('А', 'OGE', 'russian', 9, { participants: 10, two: 3 })];
    expect(answersOf([unit('А')], facts, 'А').get('А3')).toBe('YES');
    // 2 of 10, and nothing of mathematics: whether it is low there is not known.
    const half = [row('А', 'OGE', 'russian', 9, { participants: 10, two: 2 })];
    expect(answersOf([unit('А')], half, 'А').get('А3')).toBe('NO_DATA');
    const both = [...half, row('А', 'OGE', 'math', 9, { participants: 10, two: 0 })];
    expect(answersOf([unit('А')], both, 'А').get('А3')).toBe('NO');
  });

  it('judges mathematics of ЕГЭ by the exam that was taken', () => {
    const basic = [row('А', 'EGE', 'math_basic', 11, { participants: 12, below: 1, mean: 4 })];
    expect(answersOf([unit('А')], basic, 'А').get('Б2')).toBe('YES');
    expect(answersOf([unit('А')], basic, 'А').get('Б3')).toBe('NO_DATA');
    const clean = [row('А', 'EGE', 'math_basic', 11, { participants: 12, below: 0, mean: 4 })];
    expect(answersOf([unit('А')], clean, 'А').get('Б2')).toBe('NO');
  });

  it('raises the federal sign of a mean only with ten participants and against the region', () => {
    const region = row('*', 'VPR', 'math', 4, { participants: 24_933, mean: 12.01, sd: 3.78 });
    const school = (participants: number) => row('А', 'VPR', 'math', 4, { participants, mean: 15.1, sd: 1.792 });
    expect(answersOf([unit('А')], [region, school(10)], 'А').get('Г02')).toBe('YES');
    expect(answersOf([unit('А')], [region, school(9)], 'А').get('Г02')).toBe('NO_DATA');
  });

  it('finds a jump of a cohort only among twenty schools', () => {
    const units = Array.from({ length: 21 }, (_, index) => unit(`Школа ${index}`));
    const facts = units.flatMap(({ school }, index) => {
      const later = index === 0 ? 39 : 20 + (index % 3);
      return [
        row(school, 'VPR', 'russian', 4, { participants: 20, mean: 20, sd: 4, maxScore: 38 }, YEAR - 1),
        row(school, 'VPR', 'russian', 5, { participants: 20, mean: later, sd: 4, maxScore: 45 }),
      ];
    });
    const answers = answersOf(units, facts, 'Школа 0');
    expect([answers.get('Г11'), answers.get('Г13')]).toEqual(['YES', 'NO']);
    expect(answersOf(units, facts, 'Школа 5').get('Г11')).toBe('NO');
    const few = units.slice(0, 19);
    const fewFacts = facts.filter((fact) => few.some(({ school }) => school === fact.school));
    expect(answersOf(few, fewFacts, 'Школа 0').get('Г11')).toBe('NO_DATA');
  });

  it('reaches a verdict by the one place that makes sums: the federal rule from results alone', () => {
    const units = [unit('А', 'BASIC', 9), unit('Б')];
    const low = (subject: string) => row('А', 'OGE', subject, 9, { participants: 10, two: 3 });
    const table = factTable(units, [low('russian'), low('math')]);
    const compiled = compileMeasures(computedCard);
    const computation = compute(compiled, table, YEAR);
    const [basic] = units;
    if (!basic) throw new Error('no school');
    const { assessment } = assessFromFacts(computedCard, compiled, computation, table, basic, YEAR);
    expect(assessment).toMatchObject({ verdict: 'proposed', rule: 'federal', low: 2 });
  });

  it('does not depend on the order of rows', () => {
    const units = ['А', 'Б', 'В'].map((school) => unit(school));
    const facts = units.flatMap(({ school }, index) => [
      row(school, 'OGE', 'russian', 9, { participants: 20 + index, two: index, mean: 24.5 + index / 10, sd: 5 }),
      row(school, 'FORM', 'debt', 0, { participants: 400 + index, value: index }),
    ]);
    for (const { school } of units) {
      expect(answersOf(units.toReversed(), facts.toReversed(), school)).toEqual(answersOf(units, facts, school));
    }
  });
});
