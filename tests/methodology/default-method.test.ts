import { describe, expect, test } from 'vitest';
import { itemsOf } from '@/lib/methodology/items';
import { methodProblems, parseMethod } from '@/lib/methodology/method-problems';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const items = itemsOf(defaultMethod);
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');
const wordingOf = (code: string) => spaced(items.find((item) => item.code === code)?.wording ?? '');

describe('the default version', () => {
  test('is a method without problems, and is the same after a trip through JSON', () => {
    expect(methodProblems(defaultMethod)).toEqual([]);
    expect(parseMethod(JSON.parse(JSON.stringify(defaultMethod)))).toEqual(defaultMethod);
  });

  test('has 25 yes/no criteria and one composite of 14 signs on and 4 local ones off', () => {
    const criteria = defaultMethod.sections.flatMap((section) => section.criteria);
    expect(criteria.filter((criterion) => criterion.kind === 'yes_no')).toHaveLength(25);
    expect(criteria.filter((criterion) => criterion.kind === 'composite')).toHaveLength(1);
    const signs = items.filter((item) => item.isSign);
    expect(signs.filter((item) => item.on)).toHaveLength(14);
    expect(signs.filter((item) => !item.on).map((item) => item.code)).toEqual(['Г15', 'Г16', 'Г17', 'Г18']);
  });

  test.each([
    ['А', 1, true, 6],
    ['Б', 1, true, 6],
    ['В', 1, false, 4],
    ['Г', 2, true, 18],
    ['Д', 1, true, 4],
    ['Е', 1, true, 5],
  ])('section %s stands in table %i, on: %s, with %i items', (code, table, enabled, count) => {
    expect(defaultMethod.sections.find((section) => section.code === code)).toMatchObject({ table, enabled });
    expect(items.filter((item) => item.section === code)).toHaveLength(count);
  });

  test('only В and Г are switches of a version, and only Г is the objectivity zone', () => {
    const where = (is: (section: (typeof defaultMethod.sections)[number]) => boolean) =>
      defaultMethod.sections.filter(is).map((section) => section.code);
    expect(where((section) => section.switchable)).toEqual(['В', 'Г']);
    expect(where((section) => section.zone === 'objectivity')).toEqual(['Г']);
  });

  test.each([
    ['А3', 'Не менее 30 % участников ОГЭ получили «2» хотя бы по одному обязательному предмету'],
    ['А6', 'Доля «2» по обязательному предмету выросла за год на 10 п.п. и более'],
    ['Б2', 'Есть выпускники, не преодолевшие порог по математике (база «2» / профиль ниже минимума)'],
    ['В1', 'Не менее 30 % «2» хотя бы по одной процедуре ВПР (русский, математика; 5–8 кл.)'],
    ['Д3', 'Доля обучающихся 4–11 кл., участвовавших в школьном этапе ВсОШ, ниже муниципальной'],
    ['Е5', 'Есть медалисты / аттестат с отличием, не подтверждённые ЕГЭ (< 70 баллов по русскому или математике)'],
  ])('%s is worded as the handbook words it', (code, wording) => {
    expect(wordingOf(code)).toBe(wording);
  });

  test('every item says which data, from which value and why, and where it comes from', () => {
    for (const item of items) {
      expect(item.hint.threshold, item.code).toMatch(/«Да»/);
      expect(item.hint.data.length, item.code).toBeGreaterThan(20);
      expect(item.hint.why.length, item.code).toBeGreaterThan(20);
      expect(item.provenance, item.code).not.toBe('');
    }
  });

  test('thresholds T1 and T2 are not set, and the order is plainly a sample without number and date', () => {
    expect(defaultMethod.params.filter((param) => param.value === null).map((param) => param.code)).toEqual([
      'T1',
      'T2',
    ]);
    expect(defaultMethod.order).toMatchObject({ number: '', date: null });
    expect(defaultMethod.order.title).toContain('Образец');
  });

  test('never says «ШНРО» in a verdict: only an approved list does', () => {
    expect(JSON.stringify(defaultMethod.verdicts)).not.toContain('ШНРО');
    expect(defaultMethod.verdicts.map((verdict) => verdict.words)).toEqual([
      'предлагается в список',
      'зона риска',
      'вне зоны риска',
      'недостаточно данных',
    ]);
  });
});
