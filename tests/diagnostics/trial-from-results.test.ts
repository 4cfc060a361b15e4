import { describe, expect, it } from 'vitest';
import { sweep, type TrialCard, trial } from '@/lib/diagnostics/trials/trial';
import { fromResults, readsNumber, takesResults } from '@/lib/diagnostics/trials/trial-from-results';
import { addCriterion, changeItem, newCriterion } from '@/lib/methodology/draft/change-items';
import { putMeasure } from '@/lib/methodology/draft/change-measures';
import { addParam } from '@/lib/methodology/draft/change-numbers';
import { emptyFact, factTable, type Unit } from '@/lib/methodology/measures/facts';
import type { Method } from '@/lib/methodology/method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { card } from '@/tests/diagnostics/build-card';

const YEAR = 2024;
const unit = (school: string): Unit => ({
  school,
  title: school,
  municipality: 'm',
  kind: 'SECONDARY',
  place: '',
  grades: [9, 11],
  held: [],
});
const oge = (school: string, participants: number, two: number) => ({
  ...emptyFact({ school, year: YEAR, exam: 'OGE', subject: 'physics', grade: 9 }),
  participants,
  two,
  below: two,
});
/** Two schools with results in physics, and one of which no file says anything. */
const table = factTable([unit('low'), unit('good'), unit('none')], [oge('low', 20, 8), oge('good', 20, 1)]);
const cards: TrialCard[] = ['low', 'good', 'none'].map((name) => ({
  cardId: `card ${name}`,
  schoolId: name,
  schoolName: name,
  numbers: {},
  facts: card({}),
}));

const asking = (when: string): Method => {
  const added = addCriterion(
    defaultMethod,
    'А',
    newCriterion({ code: 'А9', wording: 'Низкие результаты по физике', threshold: '30 % и больше' }),
  );
  return parseMethod(
    changeItem(addParam(added, { code: 'physicsPercent', title: 'Физика', unit: 'PERCENT', value: 30 }), 'А9', {
      when,
    }),
  );
};
const physics = asking('100 * belowShare(own("OGE", "physics", 9)) >= physicsPercent');

describe('a method that asks what the cards were not asked', () => {
  it('is tried on loaded results, and says where it got the answers', () => {
    const result = trial(defaultMethod, physics, cards, fromResults(defaultMethod, physics, table, YEAR));
    expect(result.computed.map(({ code }) => code)).toEqual(['А9']);
    expect(result.notAsked).toEqual([]);
    expect(result.rows.map((row) => [row.schoolName, row.after.sum, row.reasons])).toEqual([
      ['low', 1, ['А9: появился балл']],
      ['good', 0, ['Возможная сумма: было 35, стало 36']],
      ['none', 0, []],
    ]);
    // Of the third school nothing is known: its maximum does not grow, and the point may still come.
    expect(result.rows.map((row) => row.after.max - row.before.max)).toEqual([1, 1, 0]);
    expect(result.rows[2]?.after.extra).toBe(1);
  });

  it('is not answered where no results are, and says so', () => {
    const empty = factTable([unit('low')], []);
    const result = trial(defaultMethod, physics, cards, fromResults(defaultMethod, physics, empty, YEAR));
    expect(result.notAsked.map(({ code }) => code)).toEqual(['А9']);
    expect(result.computed).toEqual([]);
  });

  it('shows at each value of its number how many schools it would propose', () => {
    const strict = parseMethod({
      ...physics,
      rules: [{ code: 'one', verdict: 'proposed', when: 'sum >= 1', words: 'Хотя бы один' }, ...physics.rules],
    });
    expect(readsNumber(strict, 'physicsPercent')).toBe(true);
    const counts = sweep(strict, 'physicsPercent', [3, 5, 10, 50], cards, (tried) =>
      fromResults(defaultMethod, tried, table, YEAR),
    );
    expect(counts.map(({ proposed }) => proposed)).toEqual([2, 2, 1, 0]);
  });
});

describe('an answer that both methods compute', () => {
  const other = asking('100 * belowShare(own("OGE", "physics", 9)) >= 45');

  it('stays as the school gave it while both compute it alike', () => {
    const taken = fromResults(physics, asking('belowShare(own("OGE", "physics", 9)) >= 0.3'), table, YEAR);
    expect([...taken.values()].map(({ answers }) => answers)).toEqual([{}, {}, {}]);
  });

  it('is the new one where the methods part', () => {
    const taken = fromResults(physics, other, table, YEAR);
    expect(taken.get('low')?.answers).toEqual({ А9: 'NO' });
    expect(taken.get('good')?.answers).toEqual({});
  });

  it('needs no results where the tried method computes nothing', () => {
    expect(takesResults(physics, defaultMethod)).toBe(false);
    expect(takesResults(defaultMethod, physics)).toBe(true);
  });
});

describe('a condition over several years', () => {
  it('looks at what the measure was in the years before', () => {
    const twos = {
      code: 'twos',
      title: 'Доля «2», физика',
      of: 'SCHOOL',
      unit: 'SHARE',
      value: 'belowShare(own("OGE", "physics", 9))',
      round: null,
      provenance: 'тест',
    } as const;
    const steady = parseMethod(
      changeItem(putMeasure(physics, twos), 'А9', { when: '[twos, before("twos", 1)].all(share, share >= 0.3)' }),
    );
    const earlier = (school: string, two: number) => ({ ...oge(school, 20, two), year: YEAR - 1 });
    const years = factTable(
      [unit('low'), unit('good'), unit('none')],
      [oge('low', 20, 8), earlier('low', 7), oge('good', 20, 8), earlier('good', 1), oge('none', 20, 8)],
    );
    const taken = fromResults(defaultMethod, steady, years, YEAR);
    expect(['low', 'good', 'none'].map((school) => taken.get(school)?.answers)).toEqual([
      { А9: 'YES' },
      { А9: 'NO' },
      {},
    ]);
  });
});

describe('a procedure that the cards did not know', () => {
  it('is held and counted where results of it are', () => {
    const procedure = {
      code: 'oge_physics',
      title: 'ОГЭ, физика',
      exam: 'ОГЭ',
      subject: 'физика',
      grade: 9,
      minParticipants: 0,
      smallSample: 10,
      section: null,
      results: { exam: 'OGE', subjects: ['physics'] },
    };
    const more = parseMethod({ ...defaultMethod, procedures: [...defaultMethod.procedures, procedure] });
    const taken = fromResults(defaultMethod, more, table, YEAR);
    expect(taken.get('low')).toMatchObject({
      held: ['oge_physics'],
      procedures: [{ code: 'oge_physics', participants: 20, low: 8 }],
    });
    expect(taken.get('none')?.procedures).toEqual([]);
  });
});
