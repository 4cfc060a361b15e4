import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextNumber } from '@/lib/roadmaps/next-number';
import {
  counting,
  isLate,
  organisationsOf,
  type PlanRow,
  progressOf,
  ROW_KINDS,
  sectionsOf,
} from '@/lib/roadmaps/plan';
import { findRowMove, movesFrom, ROW_MOVES, ROW_STATES } from '@/lib/roadmaps/row-moves';

const row = (change: Partial<PlanRow> = {}): PlanRow => ({
  ...{ id: 'r', position: 0, kind: 'ROW', number: '1', measure: 'Семинар', term: 'март', responsible: 'МОЦ' },
  ...{
    result: '',
    form: '',
    months: ['2026-03'],
    due: '2026-03-31',
    item: null,
    state: 'PLANNED',
    note: '',
    version: 1,
  },
  ...change,
});

describe('the life of a row', () => {
  it('lets a school report and never accept', () => {
    for (const state of ROW_STATES)
      for (const move of movesFrom(state, 'SCHOOL')) expect(['IN_WORK', 'REPORTED']).toContain(move.to);
    expect(findRowMove('accept', 'REPORTED', 'SCHOOL')).toBeUndefined();
    expect(findRowMove('accept', 'REPORTED', 'CENTRE')?.to).toBe('DONE');
  });

  it('asks for words wherever somebody else must understand what happened', () => {
    expect(ROW_MOVES.filter(({ needsWords }) => needsWords).map(({ code }) => code)).toEqual([
      'report',
      'return',
      'cancel',
    ]);
  });

  it('has a way on from every state but none out of the table', () => {
    for (const state of ROW_STATES) expect(movesFrom(state, 'CENTRE').length).toBeGreaterThan(0);
    expect(movesFrom('DONE', 'SCHOOL')).toEqual([]);
    expect(movesFrom('CANCELLED', 'SCHOOL')).toEqual([]);
  });
});

describe('what is late', () => {
  it.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
  ])('a row until 31 March is on %s: %s', (today, late) => {
    expect(isLate(row(), today)).toBe(late);
  });

  it('is nothing without a last day, and nothing reported, done or cancelled', () => {
    expect(isLate(row({ due: null }), '2030-01-01')).toBe(false);
    for (const state of ['REPORTED', 'DONE', 'CANCELLED'] as const)
      expect(isLate(row({ state }), '2030-01-01')).toBe(false);
    expect(isLate(row({ state: 'RETURNED' }), '2030-01-01')).toBe(true);
  });
});

describe('progress', () => {
  it('counts sub-rows in place of their row, and leaves out headings and what is cancelled', () => {
    const rows = [
      row({ kind: 'SECTION' }),
      row({ state: 'DONE' }),
      row(),
      row({ kind: 'SUBROW', state: 'DONE' }),
      row({ kind: 'SUBROW', state: 'REPORTED' }),
      row({ state: 'CANCELLED' }),
      row(),
    ];
    expect(progressOf(rows, '2026-05-01')).toEqual({ done: 2, reported: 1, late: 1, total: 4 });
  });

  it('of the whole is the sum of its sections, whatever the rows', () => {
    const kind = fc.constantFrom(...ROW_KINDS);
    const state = fc.constantFrom(...ROW_STATES);
    const rows = fc.array(fc.record({ kind, state }).map((change) => row(change)));
    fc.assert(
      fc.property(rows, (all) => {
        const whole = progressOf(all, '2026-05-01');
        const parts = sectionsOf(all).map((section) => progressOf(section.rows, '2026-05-01'));
        for (const name of ['done', 'reported', 'late', 'total'] as const)
          expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
        expect(sectionsOf(all).flatMap(({ heading, rows: own }) => [...(heading ? [heading] : []), ...own])).toEqual(
          all,
        );
        expect(whole.done + whole.reported + whole.late).toBeLessThanOrEqual(whole.total);
        expect(counting(all).length).toBeGreaterThanOrEqual(whole.total);
      }),
    );
  });
});

describe('organisations', () => {
  it.each([
    ['МОЦ, ОО', ['МОЦ', 'ОО']],
    ['Отдел по образованию; руководители ОО.', ['Отдел по образованию', 'руководители ОО']],
    ['МОЦ (методисты, тьюторы), СОИРО', ['МОЦ (методисты, тьюторы)', 'СОИРО']],
    ['ОО,\nОО', ['ОО']],
    ['', []],
  ])('of %j are %j', (responsible, organisations) => {
    expect(organisationsOf(responsible)).toEqual(organisations);
  });
});

describe('the number of a row that is added', () => {
  it.each([
    [['1.', '2.'], '3.'],
    [['2.8', '2.9'], '2.10'],
    [['7'], '8'],
    [['а)'], ''],
    [[''], ''],
    [[], ''],
  ])('after %j is %j', (numbers, next) => {
    expect(nextNumber(numbers.map((number) => ({ kind: 'ROW', number })))).toBe(next);
  });

  it('goes on from the last row, not from a heading or a sub-row', () => {
    const rows = [
      { kind: 'ROW', number: '4' },
      { kind: 'SUBROW', number: '4.9' },
      { kind: 'SECTION', number: '5' },
    ] as const;
    expect(nextNumber(rows)).toBe('5');
  });
});
