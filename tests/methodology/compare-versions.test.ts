import { describe, expect, it } from 'vitest';
import { compareVersions } from '@/lib/methodology/compare-versions';
import { addCriterion, changeItem, newCriterion, newNumber, removeItem } from '@/lib/methodology/draft/change-items';
import { addList } from '@/lib/methodology/draft/change-lists';
import { putMeasure } from '@/lib/methodology/draft/change-measures';
import { changeParams } from '@/lib/methodology/draft/change-numbers';
import { removeProcedure } from '@/lib/methodology/draft/change-procedures';
import { moveRule, putRule } from '@/lib/methodology/draft/change-rules';
import { type Method, methodSchema } from '@/lib/methodology/method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const first = defaultMethod.params[0];
if (!first) throw new Error('the default method has numbers');
const [known] = computedCard.measures ?? [];
if (!known) throw new Error('the computed card has measures');
const measure = { ...known, code: 'twos', title: 'Доля «2»', value: 'belowShare(own("OGE", "math", 9))' };
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
      addCriterion(defaultMethod, 'А', newCriterion({ code: 'А9', wording: 'Ещё', threshold: 'да' })),
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

  it('passes over nothing in silence: every text, number and switch of a method is told when it changes', () => {
    const rich = addCriterion(
      addList(computedCard, { code: 'support', title: 'Поддержка' }),
      'А',
      newNumber({ code: 'А9', wording: 'Доля', threshold: 'больше 30 %' }),
    );
    const told = (changed: object) => compareVersions(rich, methodSchema.parse(changed)).length > 0;
    const silent = leavesOf(rich).flatMap((path) => {
      const changed = structuredClone(rich);
      return changeLeaf(changed, path) && methodSchema.safeParse(changed).success && !told(changed)
        ? [path.join('.')]
        : [];
    });
    expect(silent).toEqual([]);
  });

  it.each<[string, Method, string, RegExp]>([
    ['a new measure', putMeasure(computedCard, measure), 'Показатель twos', /^Добавлено: «Доля «2»: belowShare/],
    [
      'a formula',
      putMeasure(computedCard, { ...known, value: '1' }),
      `Показатель ${known.code}`,
      /^Формула: было «.+», стало «1»\.$/,
    ],
    [
      'the federal rule',
      { ...computedCard, federal: { ...computedCard.federal, minimum: 3 } },
      'Федеральное правило',
      /^Сколько процедур нужно: было «2», стало «3»\.$/,
    ],
    [
      'a procedure',
      removeProcedure(computedCard, computedCard.procedures.at(-1)?.code ?? ''),
      `Процедура ${computedCard.procedures.at(-1)?.code}`,
      /^Убрано: /,
    ],
  ])('tells %s by its place and its words', (_, changed, where, words) => {
    expect(compareVersions(computedCard, changed)).toContainEqual({ where, text: expect.stringMatching(words) });
  });
});

/** Paths of everything that is not a list or an object; codes, the number and the order name a version, not its content. */
function leavesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (path.length === 1 && ['code', 'number', 'order'].includes(path[0] ?? '')) return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

/** Another value in a leaf; false where the leaf is of a kind that has no other. */
function changeLeaf(root: object, path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const owner = path.slice(0, -1).reduce<object>((at, name) => Object(Reflect.get(at, name)), root);
  const value: unknown = Reflect.get(owner, last);
  const other =
    typeof value === 'boolean'
      ? !value
      : typeof value === 'number'
        ? value + 1
        : typeof value === 'string'
          ? `${value}1`
          : 1;
  return Reflect.set(owner, last, other);
}

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
