import { describe, expect, it } from 'vitest';
import { compareVersions } from '@/lib/methodology/compare-versions';
import { addCriterion, changeItem, changeParams, moveRule, putRule, removeItem } from '@/lib/methodology/edit-method';
import type { Method } from '@/lib/methodology/method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const first = defaultMethod.params[0];
if (!first) throw new Error('the default method has numbers');
const numbers = new Map(defaultMethod.params.map((param) => [param.code, param.value]));

describe('a comparison of two versions', () => {
  it('is silent where nothing differs, the number and the order aside', () => {
    expect(compareVersions(defaultMethod, { ...defaultMethod, number: 7 })).toEqual([]);
  });

  it.each<[string, Method, string, RegExp]>([
    [
      'a wording',
      changeItem(defaultMethod, 'А1', { wording: 'Новая' }),
      'А1',
      /^Формулировка: было «.+», стало «Новая»\.$/,
    ],
    ['a switch of a sign', changeItem(defaultMethod, 'Г01', { enabled: false }), 'Г01', /^Выключен\.$/],
    [
      'a new criterion',
      addCriterion(defaultMethod, 'А', { code: 'А9', wording: 'Ещё', threshold: 'да' }),
      'А9',
      /^Добавлен: «Ещё»\.$/,
    ],
    ['a removed criterion', removeItem(defaultMethod, 'А5'), 'А5', /^Убран: /],
    ['a number', changeParams(defaultMethod, new Map(numbers).set(first.code, 17)), 'Числа', /стало 17/],
    [
      'a new rule',
      putRule(defaultMethod, { code: 'many', verdict: 'proposed', when: 'sum >= 5', words: 'Пять баллов' }),
      'Правило many',
      /^Добавлено: «Пять баллов»\.$/,
    ],
    ['the order of rules', moveRule(defaultMethod, defaultMethod.rules[1]?.code ?? '', 'up'), 'Правила', /порядок/],
  ])('tells %s in one line', (_, changed, where, words) => {
    expect(compareVersions(defaultMethod, changed)).toEqual([{ where, text: expect.stringMatching(words) }]);
  });

  it('passes over no part of a method in silence', () => {
    const parts = Object.keys(defaultMethod).filter((name) => !['code', 'number', 'order'].includes(name));
    for (const name of parts) {
      const value: unknown = Reflect.get(defaultMethod, name);
      const other =
        typeof value === 'string'
          ? `${value}!`
          : Array.isArray(value)
            ? value.slice(1)
            : { ...Object(value), numerator: 9, minimum: 9 };
      expect({ name, told: compareVersions(defaultMethod, { ...defaultMethod, [name]: other }).length > 0 }).toEqual({
        name,
        told: true,
      });
    }
  });
});

describe('a change of a draft', () => {
  it('leaves everything it does not name as it is', () => {
    const changed = changeItem(defaultMethod, 'А1', { wording: 'Новая' });
    const back = changeItem(changed, 'А1', { wording: defaultMethod.sections[0]?.criteria[0]?.wording ?? '' });
    expect(back).toEqual(defaultMethod);
  });

  it('is refused with the name of what it breaks', () => {
    expect(() => parseMethod(removeItem(defaultMethod, 'А3'))).toThrow(/нет критерия «А3»/);
    expect(() => parseMethod(changeItem(defaultMethod, 'А1', { applies: '9 in' }))).toThrow();
  });
});
