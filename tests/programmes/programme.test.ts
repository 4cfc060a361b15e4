import { describe, expect, it } from 'vitest';
import { compareEditions } from '@/lib/programmes/compare-editions';
import { shareOf } from '@/lib/programmes/computation';
import { deviationOf, valueWords } from '@/lib/programmes/deviation';
import { numbersOf, withPart } from '@/lib/programmes/edit-part';
import { missingIndicators, programmeContent } from '@/lib/programmes/programme';
import { approvalLines, passportRows } from '@/lib/programmes/programme-document';
import { mayEdit, mayReport, movesFrom } from '@/lib/programmes/programme-moves';
import { TEMPLATES } from '@/lib/programmes/templates/templates';
import { PROGRAMME_KINDS } from '@/lib/programmes/words';

const municipal = TEMPLATES.MUNICIPAL.content(2026);

describe('the municipal template', () => {
  it('links each expected result to its indicators exactly as the passport does', () => {
    expect(municipal.results.map(({ indicators }) => indicators.join(', '))).toEqual([
      '1',
      '2',
      '3, 4',
      '5',
      '8, 14',
      '15',
      '9, 10',
      '6, 7',
      '11, 12',
      '1, 8',
      '13',
    ]);
  });

  it('has the nine tasks, fifteen indicators (the fourth in three parts), three stages and both kinds of risks', () => {
    expect(municipal.tasks).toHaveLength(9);
    expect(new Set(municipal.indicators.map(({ number }) => number.split('.')[0])).size).toBe(15);
    expect(municipal.indicators.filter(({ number }) => number.startsWith('4.'))).toHaveLength(3);
    expect(municipal.stages.map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-01-01 2026-02-28',
      '2026-03-01 2026-08-31',
      '2026-09-01 2026-12-31',
    ]);
    expect(new Set(municipal.risks.map(({ kind }) => kind))).toEqual(new Set(['EXTERNAL', 'INTERNAL']));
  });

  it.each(PROGRAMME_KINDS)('of %s names no indicator that it does not have, and no two alike', (kind) => {
    const content = programmeContent.parse(TEMPLATES[kind].content(2026));
    expect(missingIndicators(content)).toEqual([]);
    expect(new Set(content.indicators.map(({ key }) => key)).size).toBe(content.indicators.length);
  });
});

describe('a fact', () => {
  it('is nothing, and never 0 %, where nothing was counted', () => {
    expect(shareOf({ numerator: 0, denominator: 0 })).toBeNull();
    expect(shareOf({ numerator: 0, denominator: 43 })).toBe(0);
    expect(shareOf({ numerator: 8, denominator: 43 })).toBe(18.6);
    expect(valueWords({ unit: 'PERCENT' }, null)).toBe('нет данных');
  });

  it('is good on the wanted side of the plan, and says nothing without one', () => {
    expect(deviationOf({ direction: 'UP' }, 45, 47.5)).toEqual({ by: 2.5, isGood: true });
    expect(deviationOf({ direction: 'DOWN' }, 10, 12)).toEqual({ by: 2, isGood: false });
    expect(deviationOf({ direction: 'DOWN' }, 10, 10)).toEqual({ by: 0, isGood: true });
    expect(deviationOf({ direction: 'UP' }, undefined, 3)).toBeNull();
    expect(deviationOf({ direction: 'UP' }, 3, null)).toBeNull();
  });
});

describe('a part of a programme', () => {
  const edit = (part: Parameters<typeof withPart>[1], fields: Record<string, string>) =>
    withPart(municipal, part, fields, [2026, 2027], () => 'fresh');

  it('keeps the key of an indicator when its number and words change, and takes numbers with a comma', () => {
    const { indicators } = edit('indicators', {
      ...{ 'fields-0-key': 'm6', 'fields-0-number': '1', 'fields-0-wording': 'Иначе', 'fields-0-unit': 'PERCENT' },
      ...{ 'fields-0-direction': 'UP', 'fields-0-base': '12,5 %', 'fields-0-plan2026': '15', 'fields-0-plan2027': '' },
      ...{ 'fields-1-wording': ' ', 'fields-1-unit': 'PERCENT' },
    });
    expect(indicators).toEqual([
      {
        ...{ key: 'm6', number: '1', wording: 'Иначе', unit: 'PERCENT', direction: 'UP' },
        ...{ base: 12.5, plan: { 2026: 15 }, computation: null },
      },
    ]);
  });

  it('refuses a number that is none at its field, a choice that is none, and one number for two indicators', () => {
    const row = (index: number, base = '') => ({
      [`fields-${index}-number`]: '1',
      [`fields-${index}-wording`]: 'Доля',
      [`fields-${index}-unit`]: 'PERCENT',
      [`fields-${index}-direction`]: 'UP',
      [`fields-${index}-base`]: base,
    });
    expect(() => edit('indicators', row(0, 'много'))).toThrow(
      expect.objectContaining({ fields: { 'fields-0-base': expect.stringContaining('Число') } }),
    );
    expect(() => edit('indicators', { ...row(0), 'fields-0-unit': 'MILES' })).toThrow('Проверьте строки');
    expect(() => edit('indicators', { ...row(0), ...row(1) })).toThrow('Номер 1 стоит у двух показателей.');
  });

  it('reads «3–4», «9, 10» and «4.1» as numbers of indicators', () => {
    expect(numbersOf('3–4; 9, 10 4.1')).toEqual(['3', '4', '9', '10', '4.1']);
    expect(numbersOf('')).toEqual([]);
  });

  it('tells the later edition from the earlier line by line', () => {
    const after = edit('tasks', { 'fields-0-text': municipal.tasks[0] ?? '', 'fields-1-text': 'Новая задача' });
    const changes = compareEditions(municipal, after);
    expect(changes[0]).toMatchObject({ part: 'Задачи', now: 'Новая задача' });
    expect(changes.filter(({ now }) => now === '')).toHaveLength(7);
    expect(compareEditions(municipal, municipal)).toEqual([]);
  });
});

describe('who moves a programme', () => {
  const school = { schoolId: 'school' };
  it('is the school to the centre, the centre to acceptance or back, and for the municipality’s only the order', () => {
    expect(movesFrom('SCHOOL_HEAD', { ...school, state: 'DRAFT' })).toEqual(['submit']);
    expect(movesFrom('SCHOOL_DEPUTY', { ...school, state: 'DRAFT' })).toEqual([]);
    expect(movesFrom('CENTRE', { ...school, state: 'SUBMITTED' })).toEqual(['accept', 'return']);
    expect(movesFrom('CENTRE', { schoolId: null, state: 'DRAFT' })).toEqual(['archive']);
    expect(movesFrom('CENTRE', { schoolId: null, state: 'APPROVED' })).toEqual(['revise', 'archive']);
    expect(movesFrom('OFFICIAL', { schoolId: null, state: 'DRAFT' })).toEqual([]);
  });

  it('never edits what is approved or sent; facts are written only of what is approved', () => {
    for (const state of ['SUBMITTED', 'APPROVED', 'ARCHIVED'] as const)
      for (const role of ['CENTRE', 'SCHOOL_HEAD', 'OFFICIAL'] as const)
        expect(mayEdit(role, { ...school, state })).toBe(false);
    expect(mayEdit('SCHOOL_DEPUTY', { ...school, state: 'RETURNED' })).toBe(true);
    expect(mayEdit('SCHOOL_HEAD', { schoolId: null, state: 'DRAFT' })).toBe(false);
    expect(mayReport('CENTRE', { schoolId: null, state: 'APPROVED' })).toBe(true);
    expect(mayReport('CENTRE', { schoolId: null, state: 'DRAFT' })).toBe(false);
    expect(mayReport('OFFICIAL', { schoolId: null, state: 'APPROVED' })).toBe(false);
  });
});

describe('the printed passport', () => {
  it('has its fields in order, then tasks, indicators, results with their indicators, stages and risks', () => {
    const rows = passportRows({ content: municipal });
    expect(rows[0]?.[0]).toBe('Наименование программы');
    expect(rows.map(([title]) => title).slice(-5)).toEqual([
      'Задачи программы',
      'Индикаторы программы',
      'Ожидаемые результаты',
      'Этапы реализации',
      'Риски',
    ]);
    expect(rows.at(-3)?.[1]).toContain('(индикаторы 8, 14)');
  });

  it('leaves lines to fill in until there is an order', () => {
    const of = { schoolId: null, schoolName: null, orderNumber: '', orderDate: null };
    expect(approvalLines(of, 'Управление образования')).toEqual([
      'УТВЕРЖДЕНА',
      'Управление образования',
      'приказ от «___» __________ 20__ г. № ______',
    ]);
    expect(approvalLines({ ...of, orderNumber: '7', orderDate: '2026-02-01' }, '').at(-1)).toBe(
      'приказ от 01.02.2026 № 7',
    );
  });
});
