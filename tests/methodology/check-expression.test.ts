import { describe, expect, it } from 'vitest';
import { addList } from '@/lib/methodology/draft/change-lists';
import { putMeasure } from '@/lib/methodology/draft/change-measures';
import { checkExpression, type ExpressionPlace, suggestedNames } from '@/lib/methodology/draft/check-expression';
import { parseMethod } from '@/lib/methodology/method-problems';
import { CODE_TITLES } from '@/lib/results/words';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const twos = {
  code: 'twos',
  title: 'Доля «2» по математике',
  of: 'SCHOOL',
  unit: 'SHARE',
  value: 'belowShare(own("OGE", "math", 9))',
  round: null,
  provenance: 'тест',
} as const;
const method = parseMethod(addList(putMeasure(defaultMethod, twos), { code: 'support', title: 'Адресная поддержка' }));
const newMeasure: ExpressionPlace = { kind: 'measure', code: '', unit: 'SHARE' };

describe('an expression that is being written', () => {
  it.each<[ExpressionPlace, string, string]>([
    [{ kind: 'rule', code: '' }, '2 * sum >= max', '2 × сумма баллов не меньше, чем наибольшая возможная сумма.'],
    [{ kind: 'rule', code: 'otherwise' }, 'true', 'Всегда.'],
    [
      { kind: 'rule', code: '' },
      'has(params.T1) && sum >= params.T1',
      'Число «Порог «предлагается в список»» задано и сумма баллов не меньше, чем «Порог «предлагается в список»».',
    ],
    [newMeasure, 'figureShare("debt")', 'Доля: показатель «С академической задолженностью по итогам года».'],
    [{ kind: 'answer', code: 'А1' }, 'twos >= 0.3', '«Да», если «Доля «2» по математике» не меньше 0,3.'],
    [newMeasure, '2 * twos', '2 × «Доля «2» по математике».'],
    [{ kind: 'list', list: 'support', code: '' }, 'sum >= 3', 'Сумма баллов не меньше 3.'],
  ])('at %o «%s» is read as it will be computed', (place, source, reading) => {
    const params = defaultMethod.params.find(({ code }) => code === 'T1');
    const expected = reading.replaceAll('Порог «предлагается в список»', params?.title ?? '');
    expect(checkExpression(method, place, source, CODE_TITLES)).toEqual({ isGood: true, reading: expected });
  });

  it('whom a criterion concerns is said by the condition itself', () => {
    const check = checkExpression(method, { kind: 'applies', code: 'А1' }, '9 in grades', CODE_TITLES);
    expect(check).toEqual({ isGood: true, reading: 'Все школы, если есть 9\u00a0класс.' });
  });

  it.each<[ExpressionPlace, string, RegExp]>([
    [newMeasure, 'meen(own("OGE", "math", 9))', /^Знак 1: неизвестная функция meen\.$/],
    [newMeasure, 'belowShare(own("OGE", "math", 9', /[а-я]/],
    [newMeasure, 'own("OGE", "math", 9)', /^Нужно число, а получается результат школы/],
    [{ kind: 'answer', code: 'А1' }, 'twos', /^Нужно «да» или «нет», а получается число/],
    [{ kind: 'rule', code: '' }, 'summ > 1', /неизвестное имя summ\.$/],
    [{ kind: 'rule', code: '' }, 'params.none > 1', /params\.none/],
    [{ kind: 'rule', code: 'otherwise' }, 'sum > 1', /Последнее правило должно выполняться всегда/],
    [newMeasure, '', /Напишите/],
  ])('at %o «%s» is refused in Russian, saying what is wrong', (place, source, problem) => {
    expect(checkExpression(method, place, source, CODE_TITLES)).toEqual({
      isGood: false,
      problem: expect.stringMatching(problem),
    });
  });

  it('a measure cannot name one that stands below it', () => {
    const place: ExpressionPlace = { kind: 'measure', code: 'twos', unit: 'SHARE' };
    const below = parseMethod(putMeasure(method, { ...twos, code: 'later', title: 'Ниже' }));
    expect(checkExpression(below, place, 'later', CODE_TITLES)).toMatchObject({ isGood: false });
    expect(suggestedNames(below, place, 'lat').map(({ write }) => write)).not.toContain('later');
  });

  it('names are offered by what is begun, and none inside a text in quotes', () => {
    const names = (before: string) => suggestedNames(method, newMeasure, before).map(({ write }) => write);
    expect(names('2 * tw')).toEqual(['twos']);
    expect(names('below')).toEqual(['belowShare(Result): Number', 'belowShare(Group): Number']);
    expect(names('own("bel')).toEqual([]);
    expect(names('2 * ')).toEqual([]);
    expect(suggestedNames(method, { kind: 'rule', code: '' }, 'params.').length).toBeGreaterThan(2);
  });
});
