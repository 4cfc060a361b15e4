import { describe, expect, it } from 'vitest';
import { applicabilityWords } from '@/lib/methodology/applicability-words';
import type { MethodCriterion } from '@/lib/methodology/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const words = (...conditions: string[]) => applicabilityWords(defaultMethod, conditions);
const NBSP = '\u00a0';

describe('whom a criterion concerns, found from its own condition', () => {
  it.each([
    [['true'], 'Все школы.'],
    [['false'], 'Не касается ни одной школы.'],
    [['kind != "PRIMARY"'], 'Основные школы, средние школы, гимназии, лицеи.'],
    [['!(kind in ["PRIMARY", "BASIC"])'], 'Средние школы, гимназии, лицеи.'],
    [['9 in grades'], `Все школы, если есть 9${NBSP}класс.`],
    [['grades.exists(grade, grade >= 7)'], 'Все школы, если есть хотя бы один из классов: 7–11.'],
    [['"oge_ru" in held'], 'Все школы, если проводилась процедура «ОГЭ, русский язык».'],
    [
      ['"oge_ru" in held || "oge_ma" in held'],
      'Все школы, если проводилась хотя бы одна из процедур: «ОГЭ, русский язык», «ОГЭ, математика».',
    ],
    [
      ['"oge_ru" in held && "oge_ma" in held'],
      'Все школы, если проводились не менее двух из процедур: «ОГЭ, русский язык», «ОГЭ, математика».',
    ],
    [
      ['(4 in grades || 5 in grades) && 9 in grades', '("vpr_ru4" in held || "vpr_ru5" in held) && "oge_ru" in held'],
      'Все школы, если есть классы: 9 и хотя бы один из: 4–5; если проводилась хотя бы одна из процедур: «ОГЭ, русский язык» и хотя бы одна из: «ВПР, русский язык, 4 класс», «ВПР, русский язык, 5 класс».',
    ],
    [
      ['kind != "PRIMARY"', '9 in grades', '"oge_ru" in held'],
      `Основные школы, средние школы, гимназии, лицеи, если есть 9${NBSP}класс; если проводилась процедура «ОГЭ, русский язык».`,
    ],
  ])('%j', (conditions, sentence) => {
    expect(words(...conditions)).toBe(sentence);
  });

  it('has a sentence for every criterion and sign of the default version', () => {
    const criteria: readonly MethodCriterion[] = defaultMethod.sections.flatMap((section) => section.criteria);
    for (const criterion of criteria) {
      const signs = criterion.kind === 'composite' ? criterion.signs : [];
      for (const one of [criterion, ...signs]) {
        const sentence = words(criterion.applies, one.applies);
        expect(sentence, one.code).toMatch(/^[А-Я].*\.$/);
        expect(sentence, one.code).not.toMatch(/ни одной|нужные/);
      }
    }
  });
});
