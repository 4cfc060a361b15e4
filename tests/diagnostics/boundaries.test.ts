import { describe, expect, test } from 'vitest';
import { assessCard, assessPoints } from '@/lib/diagnostics/scoring/assess-card';
import { POINT } from '@/lib/diagnostics/scoring/point-code';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { itemsOf } from '@/lib/methodology/items';
import { parseMethod } from '@/lib/methodology/method-problems';
import { withParams } from '@/lib/methodology/with-params';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { card, withVpr } from '@/tests/diagnostics/build-card';

const assess = (...parts: Parameters<typeof card>) => assessCard(defaultMethod, card(...parts));

describe('a procedure is low from exactly 30 % of its participants', () => {
  test.each([
    ['3 of 10 is 30 %', 10, 3, 1],
    ['2 of 10 is not', 10, 2, 0],
    ['30 of 100 is 30 %', 100, 30, 1],
    ['29 of 100 is not', 100, 29, 0],
    ['299 of 997 is 29,99 %', 997, 299, 0],
    ['300 of 997 is 30,1 %', 997, 300, 1],
    ['1 of 3 is 33 %: ОГЭ has no least number of participants', 3, 1, 1],
    ['none of none is nothing', 0, 0, 0],
  ])('%s', (_, participants, low, count) => {
    expect(assess({ procedures: [{ code: 'oge_ru', participants, low }] }).low).toBe(count);
  });

  test('small samples are marked below 10 participants and decide all the same', () => {
    const [oge] = assess({ procedures: [{ code: 'oge_ru', participants: 9, low: 9 }] }).procedures;
    expect(oge?.[0]).toMatchObject({ isLow: true, isSmallSample: true });
    expect(oge?.[1]).toMatchObject({ result: undefined, isLow: false, isSmallSample: false });
  });
});

describe('ВПР counts in the federal test only with section В on, for grades 5 and 6, from 10 participants', () => {
  const low = (code: string, participants: number) => ({ code, participants, low: participants });

  test.each([
    ['two ВПР of grades 5 and 6', [low('vpr_ru5', 10), low('vpr_ma6', 10)], 2, 0],
    ['nine participants are too few', [low('vpr_ru5', 9), low('vpr_ma6', 10)], 1, 0],
    ['grades 4, 7 and 8 do not count', [low('vpr_ru4', 50), low('vpr_ma7', 50), low('vpr_ru8', 50)], 0, 0],
    ['ВПР and ОГЭ add up', [low('vpr_ru5', 10), low('oge_ma', 5)], 2, 1],
  ])('%s', (_, procedures, withSection, without) => {
    expect(assessCard(withVpr, card({ method: withVpr, procedures })).low).toBe(withSection);
    expect(assess({ procedures }).low).toBe(without);
  });
});

describe('results and answers of one exam are not added up', () => {
  const oge = [
    { code: 'oge_ru', participants: 20, low: 10 },
    { code: 'oge_ma', participants: 20, low: 10 },
  ];

  test.each([
    ['one low ОГЭ and «да» to А3 are one procedure', oge.slice(0, 1), ['А3'], 1],
    ['two low ОГЭ are two, whatever А3 says', oge, ['А3'], 2],
    ['two low ОГЭ are two, though А3 says «нет»', oge, [], 2],
    ['one low ОГЭ and «да» to Б3 are two', oge.slice(0, 1), ['Б3'], 2],
    ['А3 and Б3 are two', [], ['А3', 'Б3'], 2],
  ])('%s', (_, procedures, yes, low) => {
    expect(assess({ procedures, yes }).low).toBe(low);
  });

  test('an answer about an exam the school cannot have does not count', () => {
    expect(assess({ school: 'BASIC', yes: ['А3', 'Б3'] }).low).toBe(1);
  });

  test('a procedure of an outside list is ignored; two results for one procedure are refused', () => {
    expect(assess({ procedures: [{ code: 'oge_physics', participants: 10, low: 10 }] }).low).toBe(0);
    const twice = [...oge.slice(0, 1), ...oge.slice(0, 1)];
    expect(() => assess({ procedures: twice })).toThrow(/one procedure/);
  });
});

describe('missing share: more than 20 % is too much, exactly 20 % is not', () => {
  test('3 of 15 criteria (20 %) are judged, 3 of 14 (21 %) are not', () => {
    // 22 criteria of a full СОШ, seven or eight set aside.
    const aside = ['Б1', 'Б2', 'Б4', 'Б5', 'Б6', 'А1', 'А2'];
    const noData = ['Е1', 'Е2', 'Е3'];
    expect(assess({ notApplicable: aside, noData })).toMatchObject({ missing: 3, applicable: 15, verdict: 'outside' });
    expect(assess({ notApplicable: [...aside, 'А4'], noData })).toMatchObject({
      missing: 3,
      applicable: 14,
      verdict: 'insufficient',
    });
  });

  test('the composite is one criterion, missing only when none of its signs is known', () => {
    const signs = itemsOf(defaultMethod).flatMap((item) => (item.isSign && item.on ? [item.code] : []));
    expect(assess({ noData: signs })).toMatchObject({ missing: 1, applicable: 22, extra: 14 });
    expect(assess({ noData: signs.slice(1) })).toMatchObject({ missing: 0, applicable: 22, extra: 13 });
    expect(assess({ notApplicable: signs })).toMatchObject({ missing: 0, applicable: 21, max: 21 });
    expect(assess({ noData: signs.slice(1), notApplicable: signs.slice(0, 1) })).toMatchObject({ missing: 1 });
  });
});

describe('thresholds T1 and T2 count only when they are set', () => {
  test.each([
    ['T1 = 5 proposes a school with 5 points', { T1: 5 }, 5, 'proposed'],
    ['T1 = 6 does not', { T1: 6 }, 5, 'outside'],
    ['T2 = 5 puts a school with 5 points into the zone of risk', { T2: 5 }, 5, 'risk'],
    ['T2 = 6 does not', { T2: 6 }, 5, 'outside'],
    ['T1 = 0 proposes everybody', { T1: 0 }, 0, 'proposed'],
  ])('%s', (_, values, points, verdict) => {
    const yes = ['А1', 'А2', 'А4', 'А5', 'А6'].slice(0, points);
    const method = parseMethod(withParams(defaultMethod, new Map(Object.entries(values))));
    expect(assessCard(method, card({ method, yes })).verdict).toBe(verdict);
  });
});

describe('погранично', () => {
  test('a federal verdict that could appear makes a lesser one borderline', () => {
    // А3 да, Б3 unknown: all да gives two low procedures.
    expect(assess({ yes: ['А3'], noData: ['Б3'] })).toMatchObject({ verdict: 'outside', borderline: true });
    expect(assess({ noData: ['Б3'] })).toMatchObject({ verdict: 'outside', borderline: false });
  });

  test('signs of Г that are missing can reach three', () => {
    expect(assess({ yes: ['Г01', 'Г02'], noData: ['Г03'] })).toMatchObject({ verdict: 'outside', borderline: true });
  });

  test('a verdict that stands only because the missing items are out of the maximum is borderline', () => {
    // 17 of 34 is half; with the missing one as «нет» it is 17 of 35.
    const yes = ['А1', 'А2', 'А4', 'А5', 'А6', 'Б1', 'Б2', 'Б4', 'Б5', 'Б6', 'Д1', 'Д2', 'Д3', 'Д4', 'Е1', 'Е2', 'Е3'];
    expect(assess({ yes, noData: ['Е4'] })).toMatchObject({ sum: 17, max: 34, verdict: 'proposed', borderline: true });
  });
});

describe('what is refused', () => {
  test('an answer to an item that the method does not have, because dropping it would change a sum', () => {
    expect(() => assess({ yes: ['Я1'] })).toThrow(/no item Я1/);
  });

  test('an array of points of another length or with another code', () => {
    const compiled = compileMethod(defaultMethod);
    const points = compiled.items.map(() => POINT.NO as number);
    expect(() => assessPoints(compiled, 'SECONDARY', points.slice(1))).toThrow(/points for a method/);
    expect(() => assessPoints(compiled, 'SECONDARY', [7, ...points.slice(1)])).toThrow(/not a point code/);
  });
});

describe('maxima', () => {
  test.each([
    ['СОШ', 'SECONDARY', 35, 39],
    ['ООШ', 'BASIC', 27, 31],
    ['НОШ', 'PRIMARY', 9, 11],
  ] as const)('%s', (_, school, without, withSection) => {
    expect(assess({ school }).max).toBe(without);
    expect(assessCard(withVpr, card({ school, method: withVpr })).max).toBe(withSection);
  });

  test('procedures that were not held leave the maximum', () => {
    // Without ВПР: Г01–Г04 and Г07–Г14 go, 12 signs.
    expect(assess({ held: ['oge_ru', 'oge_ma', 'ege_ru', 'ege_ma'] }).max).toBe(23);
    // Without any exam: А keeps А5, Б keeps Б6, Г keeps nothing, Е loses Е4 and Е5.
    expect(assess({ held: [] })).toMatchObject({ max: 9, applicable: 9 });
  });
});
