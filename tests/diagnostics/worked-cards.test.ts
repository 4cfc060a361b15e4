import { describe, expect, test } from 'vitest';
import { assessCard } from '@/lib/diagnostics/scoring/assess-card';
import { POINT } from '@/lib/diagnostics/scoring/point-code';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { card, withVpr } from '@/tests/diagnostics/build-card';

/** The ten worked cards of the settled questions («Method», 11), every number worked by hand. */
const assess = (...parts: Parameters<typeof card>) => assessCard(defaultMethod, card(...parts));

/** 14 federal signs of Г. */
const SIGNS = Array.from({ length: 14 }, (_, index) => `Г${String(index + 1).padStart(2, '0')}`);

describe('1. all нет', () => {
  test('a full СОШ gets 0 of 35 and stays outside the zone of risk', () => {
    // А 6 + Б 6 + Г 14 + Д 4 + Е 5 = 35; criteria: 21 yes/no + the composite = 22.
    expect(assess()).toMatchObject({
      sum: 0,
      max: 35,
      extra: 0,
      missing: 0,
      applicable: 22,
      low: 0,
      verdict: 'outside',
      rule: 'otherwise',
      borderline: false,
    });
  });
});

describe('2. all да', () => {
  test('a full СОШ gets 35 of 35, and А3 with Б3 make it federal', () => {
    // Without Г: 35 − 14 = 21. А3 counts for one ОГЭ, Б3 for one ЕГЭ: 2 procedures.
    expect(assess({ rest: 'YES' })).toMatchObject({
      sum: 35,
      max: 35,
      sumResults: 21,
      maxResults: 21,
      low: 2,
      verdict: 'proposed',
      rule: 'federal',
      borderline: false,
    });
  });
});

describe('3. ООШ with 100 % «2» in both ОГЭ and В off', () => {
  const answers = { school: 'BASIC', yes: ['А1', 'А2', 'А3', 'А4', 'А5'] } as const;

  test('the results of two procedures propose it, though 5 of 27 would not', () => {
    // А 6 + Г 14 + Д 3 (no Д2) + Е 4 (no Е5) = 27.
    const procedures = [
      { code: 'oge_ru', participants: 25, low: 25 },
      { code: 'oge_ma', participants: 25, low: 25 },
    ];
    expect(assess({ ...answers, procedures })).toMatchObject({
      sum: 5,
      max: 27,
      low: 2,
      verdict: 'proposed',
      rule: 'federal',
    });
  });

  test('with answers alone А3 tells of one procedure only, and 5 of 27 (18 %) is outside', () => {
    expect(assess(answers)).toMatchObject({ sum: 5, max: 27, low: 1, verdict: 'outside' });
  });
});

describe('4. no imports at all', () => {
  test('what only results can answer is missing, and 12 of 22 criteria (54 %) are too many', () => {
    // From results: А1–А4, А6 (5), Б1–Б5 (5), Г (1 criterion, 14 points), Е4 (1) = 12 criteria, 25 points.
    const noData = ['А1', 'А2', 'А3', 'А4', 'А6', 'Б1', 'Б2', 'Б3', 'Б4', 'Б5', 'Е4', ...SIGNS];
    expect(assess({ noData })).toMatchObject({
      sum: 0,
      max: 10,
      extra: 25,
      missing: 12,
      applicable: 22,
      verdict: 'insufficient',
      rule: 'missing',
      borderline: false,
    });
  });

  test('an untouched card has no sum at all: 0 of 0, range 0 … 35', () => {
    expect(assess({ rest: 'unanswered' })).toMatchObject({
      sum: 0,
      max: 0,
      extra: 35,
      missing: 22,
      applicable: 22,
      verdict: 'insufficient',
      borderline: false,
    });
  });
});

describe('5. exactly 50 % and 30 %, one step below', () => {
  // Б4 and Б5 set aside by the school: 35 − 2 = 33; with Г14 too 32; 16 of 32 is exactly half.
  const half = ['А1', 'А2', 'А4', 'А5', 'А6', 'Б1', 'Б2', 'Б6', 'Д1', 'Д2', 'Д3', 'Д4', 'Е1', 'Е2', 'Е3', 'Е4'];
  const outOf32 = { notApplicable: ['Б4', 'Б5', 'Г14'] };
  // 35 − 5 = 30; 9 of 30 is exactly 30 %.
  const outOf30 = { notApplicable: ['Б4', 'Б5', 'Г12', 'Г13', 'Г14'] };

  test.each([
    ['16 of 32 is half: proposed', outOf32, half, 16, 32, 'proposed', 'list'],
    ['15 of 32 is one step below: zone of risk', outOf32, half.slice(1), 15, 32, 'risk', 'risk'],
    ['9 of 30 is 30 %: zone of risk', outOf30, half.slice(0, 9), 9, 30, 'risk', 'risk'],
    ['8 of 30 is one step below: outside', outOf30, half.slice(0, 8), 8, 30, 'outside', 'otherwise'],
  ])('%s', (_, outside, yes, sum, max, verdict, rule) => {
    expect(assess({ ...outside, yes })).toMatchObject({ sum, max, verdict, rule, borderline: false });
  });
});

describe('6. a range that crosses', () => {
  test('10 of 32 is in the zone of risk, but 10 of 35 would not be: погранично', () => {
    // Known 32, missing 3 (3 of 22 criteria, 14 %). 10/32 = 31 %; all нет 10/35 = 29 %; all да 13/35 = 37 %.
    const yes = ['А1', 'А2', 'А4', 'А5', 'А6', 'Б1', 'Б2', 'Б6', 'Д1', 'Д2'];
    expect(assess({ yes, noData: ['Е1', 'Е2', 'Е3'] })).toMatchObject({
      sum: 10,
      max: 32,
      extra: 3,
      verdict: 'risk',
      borderline: true,
    });
  });

  test('5 of 32 stays outside whatever the missing three are: not погранично', () => {
    // All да: 8/35 = 23 %.
    const yes = ['А1', 'А2', 'А4', 'А5', 'А6'];
    expect(assess({ yes, noData: ['Е1', 'Е2', 'Е3'] })).toMatchObject({ verdict: 'outside', borderline: false });
  });
});

describe('7. 21 % missing', () => {
  test('3 of the 14 criteria of an ООШ (21 %) are too many', () => {
    // А 6 + Г 1 + Д 3 + Е 4 = 14 criteria; 27 − 3 = 24 points known.
    expect(assess({ school: 'BASIC', noData: ['Е1', 'Е2', 'Е3'] })).toMatchObject({
      sum: 0,
      max: 24,
      missing: 3,
      applicable: 14,
      verdict: 'insufficient',
      rule: 'missing',
      borderline: false,
    });
  });

  test('2 of 14 (14 %) are not', () => {
    expect(assess({ school: 'BASIC', noData: ['Е1', 'Е2'] })).toMatchObject({ missing: 2, verdict: 'outside' });
  });
});

describe('8. federal with 30 % missing', () => {
  test('two low procedures propose the school, because the federal test needs no share', () => {
    // Two set aside: 22 − 2 = 20 criteria, 6 of them missing: exactly 30 %.
    const parts = {
      yes: ['А3', 'Б3'],
      notApplicable: ['Б4', 'Б5'],
      noData: ['Д1', 'Д2', 'Д3', 'Д4', 'Е1', 'Е2'],
    };
    expect(assess(parts)).toMatchObject({
      sum: 2,
      max: 27,
      missing: 6,
      applicable: 20,
      low: 2,
      verdict: 'proposed',
      rule: 'federal',
      borderline: false,
    });
    expect(assess({ ...parts, yes: ['А3'] })).toMatchObject({ low: 1, verdict: 'insufficient' });
  });
});

describe('9. Г = 3 only', () => {
  test('three signs of non-objectivity make a zone of risk with no point of low results', () => {
    // 3/35 = 9 %: only the third part of the rule holds.
    expect(assess({ yes: ['Г01', 'Г02', 'Г03'] })).toMatchObject({
      sum: 3,
      max: 35,
      sumResults: 0,
      maxResults: 21,
      verdict: 'risk',
      rule: 'risk',
    });
  });

  test('two signs do not, and a local sign that is switched off adds nothing', () => {
    expect(assess({ yes: ['Г01', 'Г02', 'Г15'] })).toMatchObject({ sum: 2, verdict: 'outside' });
  });
});

describe('10. НОШ', () => {
  test('keeps Г01, Г02, Г07, Г08, Д3, Д4, Е1–Е3: 3 of 9 is a zone of risk', () => {
    const outcome = assess({ school: 'PRIMARY', yes: ['Е1', 'Е2', 'Е3'] });
    // 4 signs + Д3, Д4 + Е1, Е2, Е3 = 9 points; 5 yes/no criteria + the composite = 6. 3/9 = 33 %.
    expect(outcome).toMatchObject({ sum: 3, max: 9, applicable: 6, verdict: 'risk' });
    expect(kept(outcome)).toEqual(['Г01', 'Г02', 'Г07', 'Г08', 'Д3', 'Д4', 'Е1', 'Е2', 'Е3']);
  });

  test('keeps В3 and В4 too once section В is on', () => {
    const outcome = assessCard(withVpr, card({ school: 'PRIMARY', method: withVpr }));
    expect(outcome.max).toBe(11);
    expect(kept(outcome).slice(0, 2)).toEqual(['В3', 'В4']);
  });
});

function kept(outcome: ReturnType<typeof assessCard>): readonly string[] {
  return outcome.items
    .filter(({ point }) => point === POINT.YES || point === POINT.NO)
    .map((assessed) => assessed.item.code);
}
