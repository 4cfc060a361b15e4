import { describe, expect, test } from 'vitest';
import type { Method } from '@/lib/methodology/method';
import { findRule, paramWords, ruleWords, verdictWords } from '@/lib/methodology/method-words';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const withT1: Method = {
  ...defaultMethod,
  params: defaultMethod.params.map((param) => (param.code === 'T1' ? { ...param, value: 21 } : param)),
};
const say = (method: Method, code: string) => spaced(ruleWords(method, findRule(method, code)));

describe('rules are read as sentences with the numbers of the version', () => {
  test.each([
    ['federal', defaultMethod, 'Процедур года с низкими результатами – не менее 2 (федеральное правило)'],
    ['list', defaultMethod, 'Сумма баллов – не менее 50 % возможной'],
    ['list', withT1, 'Сумма баллов – не менее 50 % возможной или не меньше 21'],
    [
      'risk',
      defaultMethod,
      'Сумма баллов – не менее 30 % возможной, либо баллов зоны риска по объективности – не менее 3',
    ],
  ] as const)('%s', (code, method, sentence) => {
    expect(say(method, code)).toBe(sentence);
  });

  test('a rule or a verdict that the method does not have is refused', () => {
    expect(() => findRule(defaultMethod, 'none')).toThrow(/no rule none/);
    expect(() => verdictWords(defaultMethod, 'none', false)).toThrow(/no verdict none/);
  });
});

describe('verdicts and params', () => {
  test('say «погранично» beside the verdict', () => {
    expect(verdictWords(defaultMethod, 'risk', false)).toBe('зона риска');
    expect(verdictWords(defaultMethod, 'risk', true)).toBe('зона риска (погранично)');
  });

  test('say «не задано» for a number that is not set', () => {
    expect(defaultMethod.params.map(paramWords).map(spaced)).toEqual([
      'не задано',
      'не задано',
      '50 %',
      '30 %',
      '3 балла',
      '20 %',
    ]);
  });
});
