import { describe, expect, it } from 'vitest';
import { emptyFact, type Fact, factTable, type Unit } from '@/lib/methodology/measures/facts';
import { compileMeasure, type Value } from '@/lib/methodology/measures/language';
import { decimal, MissingData, Quantity } from '@/lib/methodology/measures/quantity';
import type { Reading } from '@/lib/methodology/measures/territory';

const YEAR = 2024;
const unit = (school: string): Unit => ({
  school,
  title: school,
  municipality: 'Город',
  kind: 'SECONDARY',
  place: 'CITY',
  grades: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  held: [],
});
const row = (school: string, known: Partial<Fact>, year = YEAR): Fact => ({
  ...emptyFact({ school, year, exam: 'OGE', subject: 'russian', grade: 9 }),
  ...known,
});

/** 8 of 23 against 10 of 100 and 2 of 10 of the other two schools. */
const table = factTable(
  [unit('А'), unit('Б'), unit('В'), unit('Г')],
  [
    row('А', { participants: 23, two: 8, mean: 15.1, sd: 1.792 }),
    row('А', { participants: 20, two: 3 }, YEAR - 1),
    row('Б', { participants: 100, two: 10, mean: 20, sd: 5 }),
    row('В', { participants: 10, two: 2, mean: 20, sd: 5 }),
    row('*', { participants: 24_933, mean: 12.01, sd: 3.78 }),
  ],
);
const at = (school: string): Reading => {
  const found = table.unitOf.get(school);
  if (!found) throw new Error(school);
  return {
    table,
    unit: found,
    year: YEAR,
    across: () => [1, 2, 2, 5].map((n) => Quantity.of(n)),
    before: () => undefined,
  };
};
const number = (source: string, school = 'А', digits = 6): string => {
  const value: Value = compileMeasure(source, {}, 'Number').evaluate(at(school), {});
  return value instanceof Quantity ? decimal(value, digits) : 'not a number';
};
const holds = (source: string, school = 'А') => compileMeasure(source, {}, 'bool').evaluate(at(school), {});

describe('the language of measures', () => {
  it.each([
    ['participants(own("OGE", "russian", 9))', '23'],
    ['belowShare(own("OGE", "russian", 9))', '0.347826'],
    ['belowShare(others("OGE", "russian", 9))', '0.109091'],
    ['belowShare(everyone("OGE", "russian", 9))', '0.150376'],
    ['belowShare(own("OGE", "russian", 9, 1))', '0.15'],
    ['100 * (belowShare(own("OGE", "russian", 9)) - belowShare(own("OGE", "russian", 9, 1)))', '19.782609'],
    ['mean(others("OGE", "russian", 9))', '20'],
    ['round(belowShare(own("OGE", "russian", 9)) * 100, 1)', '34.8'],
    ['orElse(mean(own("EGE", "russian", 11)), 0 * participants(own("OGE", "russian", 9)))', '0'],
    ['quantile(across("x"), 0.25)', '1.75'],
    ['place(mean(across("x")), across("x"))', '2'],
    ['percentile(least(across("x")) + 1, across("x"))', '0.75'],
    ['cumulativeShare(greatest(across("x")), across("x"))', '0.5'],
    ['sum(across("x").filter(v, v > 1))', '9'],
  ])('computes %s exactly', (source, expected) => {
    expect(number(source)).toBe(expected);
  });

  it('gives the worked example of the federal methodology (domain handbook, 2.2)', () => {
    // x̄ = 15.1, s = 1.792, m = 10 → 13.989; region n = 24 933, X̄ = 12.01, S = 3.78 → 12.057.
    const ten = factTable(
      [unit('А')],
      [
        row('А', { participants: 10, mean: 15.1, sd: 1.792 }),
        row('*', { participants: 24_933, mean: 12.01, sd: 3.78 }),
      ],
    );
    const here: Reading = { ...at('А'), table: ten };
    const value = (source: string) => {
      const found = compileMeasure(source, {}, 'Number').evaluate(here, {});
      return found instanceof Quantity ? decimal(found, 3) : 'not a number';
    };
    expect(value('low(own("OGE", "russian", 9))')).toBe('13.989');
    expect(value('high(region("OGE", "russian", 9))')).toBe('12.057');
  });

  it('keeps «нет данных» through numbers, and knows what it cannot decide', () => {
    const unknown = 'belowShare(own("OGE", "math", 9))';
    expect(number(unknown)).toBe('');
    expect(number(`${unknown} * 2 + 1`)).toBe('');
    expect(() => holds(`${unknown} >= 0.3`)).toThrow(MissingData);
    expect(holds(`${unknown} >= 0.3 || belowShare(own("OGE", "russian", 9)) >= 0.3`)).toBe(true);
    expect(holds(`belowShare(own("OGE", "russian", 9)) >= 0.3 || ${unknown} >= 0.3`)).toBe(true);
    expect(holds(`${unknown} >= 0.3 && belowShare(own("OGE", "russian", 9)) < 0.3`)).toBe(false);
    expect(() => holds(`${unknown} >= 0.3 && belowShare(own("OGE", "russian", 9)) >= 0.3`)).toThrow(MissingData);
    expect(holds(`known(${unknown})`)).toBe(false);
    expect(() => holds('belowShare(withAtLeast(own("OGE", "russian", 9), 30)) >= 0.3')).toThrow(MissingData);
  });

  it('compares exactly at the border: 0.3 is three tenths', () => {
    const border = factTable([unit('А')], [row('А', { participants: 10, two: 3 })]);
    const compiled = compileMeasure('belowShare(own("OGE", "russian", 9)) >= 0.3', {}, 'bool');
    expect(compiled.evaluate({ ...at('А'), table: border }, {})).toBe(true);
  });

  it('counts, asks any and all over a given list', () => {
    expect(holds('[0, 1].filter(back, belowShare(own("OGE", "russian", 9, back)) >= 0.1).size() == 2')).toBe(true);
    expect(holds('each(others("OGE", "russian", 9)).exists(one, belowShare(one) >= 0.2)')).toBe(true);
    expect(holds('each(others("OGE", "russian", 9)).all(one, participants(one) >= 10)')).toBe(true);
    expect(holds('kind == "SECONDARY" && 9 in grades && year == 2024')).toBe(true);
  });

  it.each([
    ['belowShare(own("OGE", "russian", 9)', 'bool', 'знак'],
    ['nowhere > 1', 'bool', 'неизвестное имя nowhere'],
    ['eval("1")', 'bool', 'неизвестная функция eval'],
    ['own("OGE", "russian", 9)', 'Number', 'возьмите от него число'],
    ['belowShare(own("OGE", "russian", 9))', 'bool', 'нужно «да» или «нет», а получается число'],
    ['0.1 + 0.2 == mean(across("x"))', 'bool', 'два числа подряд'],
    ['mean(across("x")) % 2', 'Number', 'остатка от деления нет'],
    ['[1].all(a, [1].all(b, [1].all(c, a == b)))', 'bool', 'не глубже двух'],
    [
      'each(everyone("OGE", "russian", 9)).all(a, each(everyone("OGE", "russian", 9)).all(b, mean(a) >= mean(b)))',
      'bool',
      'перебор школ внутри перебора школ',
    ],
    [`${'('.repeat(60)}true${')'.repeat(60)}`, 'bool', 'предел'],
    [Array.from({ length: 500 }, () => 'true').join(' && '), 'bool', 'предел'],
  ] as const)('refuses %s, and says why', (source, wanted, said) => {
    expect(() => compileMeasure(source, {}, wanted)).toThrow(said);
  });

  it('takes a condition or a word above it that could not be decided for «нет данных»', () => {
    const names = { flag: 'bool', word: 'string' } as const;
    const decided = (source: string) => compileMeasure(source, names, 'bool').evaluate(at('А'), {});
    expect(() => decided('flag')).toThrow(MissingData);
    expect(() => decided('!flag && word == "низкий"')).toThrow(MissingData);
    expect(decided('flag || 9 in grades')).toBe(true);
    expect(decided('word == "низкий" && !(9 in grades)')).toBe(false);
  });
});
