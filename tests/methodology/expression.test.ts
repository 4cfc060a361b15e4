import { describe, expect, test } from 'vitest';
import { Refusal } from '@/lib/kernel/refusal';
import { compileApplicability, compileDecision, type DecisionScope } from '@/lib/methodology/expression';

const school = { grades: [1, 2, 9], kind: 'BASIC', held: ['oge_ru'] };
const card: DecisionScope = {
  sum: 16,
  max: 32,
  extra: 0,
  missing: 0,
  applicable: 22,
  low: 1,
  federalMinimum: 2,
  objectivity: 2,
  kind: 'SECONDARY',
  points: { А: 5, Г: 2 },
  params: { listPercent: 50 },
};

describe('a condition of applicability', () => {
  test.each([
    ['true', true],
    ['9 in grades', true],
    ['11 in grades', false],
    ['9 in grades && "oge_ru" in held', true],
    ['!(kind in ["PRIMARY", "BASIC"])', false],
    ['grades.exists(grade, grade >= 9)', true],
    ['held.exists(code, code.startsWith("vpr_"))', false],
    ['[9 in grades, 11 in grades, "oge_ru" in held].filter(one, one).size() >= 2', true],
  ])('%s', (source, expected) => {
    expect(compileApplicability(source).holds(school)).toBe(expected);
  });
});

describe('a condition of decision', () => {
  test.each([
    ['2 * sum >= max', true],
    ['100 * sum >= params.listPercent * max', true],
    ['low >= federalMinimum', false],
    ['has(params.T1) && sum >= params.T1', false],
    ['points["Г"] >= 3', false],
    ['kind == "SECONDARY" && points["А"] + points["Г"] == 7', true],
  ])('%s', (source, expected) => {
    expect(compileDecision(source).holds(card)).toBe(expected);
  });

  test('tells what it reads, so that its answer can be remembered and its names checked', () => {
    const { reads } = compileDecision('sum >= params.T1 || points["Г"] >= 3 || has(params.T2)');
    expect([...reads].sort()).toEqual(['params.T1', 'params.T2', 'points.Г', 'sum']);
  });
});

describe('what is refused, with a Russian sentence that names the expression', () => {
  test.each([
    ['an unknown name', 'summ >= 3', /неизвестное имя summ/],
    ['a name of the other scope', '9 in grades', /неизвестное имя grades/],
    ['a fraction', 'sum >= 0.5', /дробное число 0.5/],
    ['division, which would round in silence', 'sum / max > 0', /деления нет/],
    ['the rest of a division', 'sum % 2 == 0', /остатка от деления нет/],
    ['a number where yes or no is needed', 'sum + 1', /«да» или «нет», а получается число/],
    ['a comparison of different things', 'sum == "3"', /Выражение «sum == "3"»/],
    ['an unknown function', 'double(sum) > 2', /неизвестная функция double/],
    ['a way around types', 'dyn(sum) == dyn("3")', /неизвестная функция dyn/],
    ['a regular expression, which could run for ever', 'kind.matches("(a+)+$")', /неизвестная функция matches/],
    ['a list in a list in a list', '[1].all(a, [1].all(b, [1].all(c, a == b)))', /не глубже двух/],
    ['a sentence cut short', 'sum >=', /Выражение «sum >=»/],
    ['more than one can read', `${'sum > 1 && '.repeat(200)}true`, /Выражение/],
  ])('%s', (_, source, message) => {
    const compile = () => compileDecision(source);
    expect(compile).toThrow(Refusal);
    expect(compile).toThrow(message);
  });

  test.each([
    ['an overflow of 64 bits is refused, not rounded', 'sum * 9223372036854775807 > 0', /слишком большое число/],
    ['a number of the method that is not set', 'sum >= params.T1', /нет значения T1/],
  ])('%s', (_, source, message) => {
    expect(() => compileDecision(source).holds(card)).toThrow(message);
  });

  test.each([0.5, Number.NaN, 2 ** 53])('%s in place of an integer', (sum) => {
    expect(() => compileDecision('sum > 0').holds({ ...card, sum })).toThrow(/не целое число/);
  });
});

describe('big integers', () => {
  test('products beyond the exact range of doubles are compared exactly', () => {
    const sum = Number.MAX_SAFE_INTEGER;
    // 9007199254740991 · 1000 and the same + 1 are one number as doubles.
    expect(compileDecision('sum * 1000 == 9007199254740991000').holds({ ...card, sum })).toBe(true);
    expect(compileDecision('sum * 1000 + 1 == 9007199254740991000').holds({ ...card, sum })).toBe(false);
  });
});
