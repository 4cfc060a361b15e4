import { describe, expect, it } from 'vitest';
import { cardSteps, type SteppedItem } from '@/lib/diagnostics/computed/card-steps';
import { canConfirm } from '@/lib/diagnostics/computed/confirm-computed';
import type { FactChange } from '@/lib/diagnostics/computed/counterfactual';
import { stepsOf } from '@/lib/diagnostics/computed/counterfactual';
import { emptyFact } from '@/lib/methodology/measures/facts';

type Computed = NonNullable<SteppedItem['computed']>;

const item = (code: string, computed: Partial<Computed>, answer?: 'YES' | 'NO'): SteppedItem => ({
  ...{ code, wording: `Вопрос ${code}`, answer: answer ? { value: answer } : null },
  computed: { value: 'YES', ground: 'FORMULA', because: '', turning: '', steps: null, ...computed },
});
const codes = (steps: readonly { readonly code: string }[]) => steps.map(({ code }) => code);

describe('the list «в одном шаге» of a card', () => {
  it('tells the points that one pupil would turn off from those that take more, the nearest first and scores last', () => {
    const found = cardSteps([
      item('А1', { turning: 'шесть', steps: 6 }),
      item('А2', { turning: 'один', steps: 1 }),
      item('А3', { turning: 'два', steps: 2 }),
      item('Б4', { turning: 'баллы', steps: null }),
    ]);
    expect(found.oneStepOff).toEqual([{ code: 'А2', wording: 'Вопрос А2', turning: 'один' }]);
    expect(codes(found.furtherOff)).toEqual(['А3', 'А1', 'Б4']);
  });

  it('names the criteria that one step would make fire, and nothing of a «нет» with room', () => {
    const found = cardSteps([
      item('А1', { value: 'NO', turning: 'До «да» один шаг', steps: 1 }),
      item('А2', { value: 'NO' }),
    ]);
    expect(codes(found.oneStepOn)).toEqual(['А1']);
    expect([found.oneStepOff, found.furtherOff, found.fixed]).toEqual([[], [], []]);
  });

  it('says which points no results of the school alone would change, and passes over what is not known', () => {
    const found = cardSteps([
      item('Г01', { ground: 'CONFIRMED' }),
      item('Г02', { value: 'NO_DATA', ground: 'MARKER' }),
      { code: 'Д4', wording: '', answer: { value: 'YES' }, computed: null },
    ]);
    expect(codes(found.fixed)).toEqual(['Г01']);
    expect(found.contested).toEqual([]);
  });

  it('leaves to the school what it has answered otherwise', () => {
    const found = cardSteps([
      item('А1', { turning: 'один', steps: 1 }, 'NO'),
      item('А2', { turning: 'один', steps: 1 }, 'YES'),
    ]);
    expect(found.contested).toEqual(['А1']);
    expect(codes(found.oneStepOff)).toEqual(['А2']);
  });
});

describe('the size of a change', () => {
  const change = (move: FactChange['move'], steps: number): FactChange => ({
    ...{ fact: emptyFact({ school: 'А', year: 2024, exam: 'OGE', subject: 'math', grade: 9 }), move, steps },
  });

  it('is pupils and units together; points of score are of no single pupil', () => {
    expect(stepsOf([change('FEWER_BELOW', 2), change('LESS', 1)])).toBe(3);
    expect(stepsOf([change('MORE_SCORE', 4)])).toBeNull();
    expect(stepsOf([])).toBeNull();
  });
});

describe('a possible marker', () => {
  it('can be taken over as «нет данных» by itself, never together with everything else', () => {
    const marker = { value: 'NO_DATA', ground: 'MARKER' } as const;
    expect([canConfirm(marker, true), canConfirm(marker, false)]).toEqual([true, false]);
    const unknown = { value: 'NO_DATA', ground: 'FORMULA' } as const;
    expect([canConfirm(unknown, true), canConfirm(unknown, false)]).toEqual([false, false]);
  });
});
