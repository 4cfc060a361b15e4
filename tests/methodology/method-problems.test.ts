import { describe, expect, test } from 'vitest';
import type { Method } from '@/lib/methodology/method';
import { methodProblems, parseMethod } from '@/lib/methodology/method-problems';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

type Patch = (method: Method) => unknown;

function problemsAfter(patch: Patch): string {
  const method = structuredClone(defaultMethod);
  patch(method);
  return methodProblems(method).join(' ');
}

const rule = (when: string): Patch => {
  return (method) => {
    method.rules.unshift({ code: 'new', verdict: 'risk', when, words: 'Новое правило' });
  };
};

describe('a method does not pass with', () => {
  test.each<[string, Patch, RegExp]>([
    [
      'a code met twice',
      (m) => m.params.push({ code: 'T1', value: 1, title: 'T', unit: 'POINT' }),
      /«T1» встречается дважды/,
    ],
    [
      'a criterion that has the code of a sign',
      (m) => Object.assign(m.sections[0]?.criteria[0] ?? {}, { code: 'Г01' }),
      /«Г01» встречается дважды/,
    ],
    ['a verdict that is not there', (m) => m.verdicts.shift(), /вывод «proposed», которого нет/],
    ['a decision that may end without a verdict', (m) => m.rules.pop(), /Последнее правило/],
    ['an unknown param', rule('sum >= params.T3'), /неизвестное имя params.T3/],
    ['an unknown section', rule('points["Я"] >= 3'), /неизвестное имя points.Я/],
    ['a param that is read though it may be not set', rule('sum >= params.T1'), /нет значения T1/],
    ['an expression with a typo', rule('summ >= 1'), /неизвестное имя summ/],
    [
      'words that name a number it does not have',
      (m) => Object.assign(m.rules[0] ?? {}, { words: 'Не менее {T9}' }),
      /нет числа «T9»/,
    ],
    [
      'a federal group of an unknown procedure',
      (m) => m.federal.groups.push({ title: 'Новая', procedures: ['oge_x'], item: null, counts: 0 }),
      /нет процедуры «oge_x»/,
    ],
    [
      'one procedure in two groups, which would count it twice',
      (m) => m.federal.groups.push({ title: 'Новая', procedures: ['oge_ru'], item: null, counts: 0 }),
      /стоит в двух группах/,
    ],
    [
      'a group that leans on an unknown answer',
      (m) => m.federal.groups.push({ title: 'Новая', procedures: ['vpr_ru4'], item: 'Я1', counts: 1 }),
      /нет критерия «Я1»/,
    ],
    [
      'a procedure of an unknown section',
      (m) => Object.assign(m.procedures[0] ?? {}, { section: 'Я' }),
      /относится к разделу «Я»/,
    ],
  ])('%s', (_, patch, message) => {
    expect(problemsAfter(patch)).toMatch(message);
  });
});

describe('parsing', () => {
  test('refuses what has another form, and says where', () => {
    expect(() => parseMethod({ ...defaultMethod, surprise: 1 })).toThrow(/не по форме/);
    expect(() => parseMethod({ ...defaultMethod, lowShare: { numerator: 0.3, denominator: 1 } })).toThrow(
      /lowShare.numerator/,
    );
    expect(() => parseMethod({ ...defaultMethod, lowShare: { numerator: 4, denominator: 3 } })).toThrow(
      /больше единицы/,
    );
  });

  test('refuses what has the form but does not hold together', () => {
    expect(() => parseMethod({ ...defaultMethod, verdicts: defaultMethod.verdicts.slice(1) })).toThrow(/которого нет/);
  });
});
