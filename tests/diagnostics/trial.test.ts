import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCard } from '@/lib/diagnostics/scoring/assess-card';
import { sweep, type TrialCard, trial } from '@/lib/diagnostics/trials/trial';
import type { Method } from '@/lib/methodology/method';
import { withParams } from '@/lib/methodology/with-params';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { card, withVpr } from '@/tests/diagnostics/build-card';
import { randomCard } from '@/tests/diagnostics/random-card';
import { randomMethod } from '@/tests/diagnostics/random-method';

const school = (name: string, parts: Parameters<typeof card>[0]): TrialCard => ({
  cardId: `card ${name}`,
  schoolId: `school ${name}`,
  schoolName: name,
  numbers: {},
  facts: card(parts),
});

const only = (cards: readonly TrialCard[], after: Method) => {
  const [row] = trial(defaultMethod, after, cards).rows;
  if (!row) throw new Error('no row');
  return row;
};

const switched = (code: string, enabled: boolean): Method => ({
  ...defaultMethod,
  sections: defaultMethod.sections.map((section) => ({
    ...section,
    criteria: section.criteria.map((criterion) => (criterion.code === code ? { ...criterion, enabled } : criterion)),
  })),
});

/** 18 of 35 is just half; А3 and Б3 stay «нет», so that the federal rule keeps out of it. */
const HALF = [
  'А1',
  'А2',
  'А4',
  'А5',
  'А6',
  'Б1',
  'Б2',
  'Б4',
  'Б5',
  'Б6',
  'Д1',
  'Д2',
  'Д3',
  'Д4',
  'Е1',
  'Е2',
  'Е3',
  'Е4',
];

describe('a trial of another method on cards that stand', () => {
  it('changes nothing where nothing has changed', () => {
    const result = trial(defaultMethod, defaultMethod, [school('А', { yes: HALF }), school('Б', {})]);
    expect(result).toMatchObject({
      schools: 2,
      proposedBefore: 1,
      proposedAfter: 1,
      sumChanged: 0,
      effects: { ENTERS: 0, LEAVES: 0, VERDICT: 0, SUM: 0, SAME: 2 },
      notAsked: [],
      dropped: [],
    });
    expect(result.rows.map((row) => row.reasons)).toEqual([[], []]);
  });

  it('says who leaves when a criterion is switched off, and why', () => {
    const row = only([school('А', { yes: HALF })], switched('А1', false));
    // 17 of 34 is half still; with Е4 off too it would be 16 of 33.
    expect(row).toMatchObject({ before: { sum: 18, max: 35 }, after: { sum: 17, max: 34 }, effect: 'SUM' });
    expect(row.reasons).toEqual(['А1: балла больше нет – критерий выключен']);
  });

  it('says who enters when a threshold moves, and which rule decides now', () => {
    const row = only([school('А', { yes: HALF.slice(0, 12) })], withParams(defaultMethod, new Map([['T1', 12]])));
    expect(row.effect).toBe('ENTERS');
    expect(row.before).toMatchObject({ verdict: 'risk', proposes: false });
    expect(row.after).toMatchObject({ verdict: 'proposed', proposes: true, sum: 12 });
    expect(row.reasons).toEqual([`Решало правило: «${row.before.because}»; теперь: «${row.after.because}»`]);
    expect(row.after.because).toContain('не меньше 12');
  });

  it('takes what was never asked as «нет данных», and names it', () => {
    const result = trial(defaultMethod, withVpr, [school('А', { rest: 'unanswered', no: HALF })]);
    expect(result.notAsked.map((item) => item.code)).toEqual(['В1', 'В2', 'В3', 'В4']);
    const back = trial(withVpr, defaultMethod, [school('А', { method: withVpr, yes: ['В1'] })]);
    expect(back.rows[0]?.reasons).toEqual(['В1: балла больше нет – критерий выключен']);
  });

  it('leaves out answers to criteria that the other method has not', () => {
    const shorter: Method = {
      ...defaultMethod,
      sections: defaultMethod.sections.map((section) =>
        section.code === 'Е'
          ? { ...section, criteria: section.criteria.filter((criterion) => criterion.code !== 'Е5') }
          : section,
      ),
    };
    const result = trial(defaultMethod, shorter, [school('А', { yes: ['Е5'] })]);
    expect(result.dropped).toEqual(['Е5']);
    expect(result.rows[0]).toMatchObject({ before: { sum: 1, max: 35 }, after: { sum: 0, max: 34 } });
    expect(result.rows[0]?.reasons).toEqual(['Е5: балла больше нет – такого критерия в новой версии нет']);
  });

  it('agrees with assessing each card by each method, and its counts with its rows', () => {
    const world = fc.tuple(randomMethod, randomMethod).chain(([from, to]) =>
      fc.record({
        from: fc.constant(from.method),
        to: fc.constant(to.method),
        facts: fc.array(randomCard(from.method), { maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(world, ({ from, to, facts }) => {
        const cards = facts.map((one, index) => ({
          cardId: `${index}`,
          schoolId: `${index}`,
          schoolName: `${index}`,
          facts: one,
          numbers: {},
        }));
        const result = trial(from, to, cards);
        result.rows.forEach((row, index) => {
          const card = cards[index];
          if (!card) throw new Error('a row too many');
          const { sum, max, verdict } = assessCard(from, card.facts);
          expect(row.before).toMatchObject({ sum, max, verdict });
        });
        const counted = Object.values(result.effects).reduce((all, one) => all + one, 0);
        expect(counted).toBe(cards.length);
        expect(result.proposedAfter - result.proposedBefore).toBe(result.effects.ENTERS - result.effects.LEAVES);
        expect(trial(from, from, cards).effects.SAME).toBe(cards.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a sweep over one number of the method', () => {
  it('proposes fewer schools, never more, as the sum that is asked for grows', () => {
    const cards = [school('А', { yes: HALF }), school('Б', { yes: HALF.slice(0, 9) }), school('В', {})];
    const counts = sweep(defaultMethod, 'T1', [0, 1, 9, 10, 18, 19], cards);
    expect(counts.map(({ proposed }) => proposed)).toEqual([3, 2, 2, 1, 1, 1]);
  });

  it('refuses a number that the method has not', () => {
    expect(() => sweep(defaultMethod, 'T9', [1], [])).toThrow('no number T9');
  });
});
