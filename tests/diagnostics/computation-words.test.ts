import { describe, expect, it } from 'vitest';
import type { Computation } from '@/lib/diagnostics/computed/computation';
import { cardChangedWords, computationWords } from '@/lib/diagnostics/computed/computation-words';
import { afterWords, FACT_CAUSES } from '@/lib/results/fact-change';

const FRESH: Computation = {
  ...{ campaignId: '', title: '', state: 'FRESH', open: 43, due: 0, cards: 43, changed: 12, failure: '' },
  ...{ at: new Date('2026-11-23T11:32:00Z'), after: 'загрузки файла «01_2025.xls»' },
};
const words = (part: Partial<Computation>) => computationWords({ ...FRESH, ...part }, 'Europe/Moscow');

describe('the state of a computation in words', () => {
  it('says when, after what, how many cards and answers', () => {
    expect(words({})).toBe(
      'Ответы пересчитаны 23.11.2026, 14:32 после загрузки файла «01_2025.xls»: 43 карты, новых и изменившихся ответов – 12.',
    );
    expect(words({ changed: 0, after: '' })).toBe('Ответы пересчитаны 23.11.2026, 14:32: 43 карты, ответы те же.');
  });

  it('says what is left while it goes on and when it failed, and that there is nothing to do when all cards are sent', () => {
    expect(words({ state: 'BEHIND', due: 5 })).toBe('Ответы пересчитываются: осталось карт – 5 из 43.');
    expect(words({ state: 'FAILED', due: 5 })).toContain('не удалось');
    expect(words({ open: 0, at: null })).toBe('Все карты отправлены: пересчитывать нечего.');
  });

  it('names every cause there is, and no cause that it does not know', () => {
    for (const cause of FACT_CAUSES) expect(afterWords(cause, 'Г01')).toContain('Г01');
    expect(afterWords('NOVELTY', 'Г01')).toBe('');
    expect(cardChangedWords(new Date('2026-11-23T11:32:00Z'), '', 'Europe/Moscow')).toBe(
      '23.11.2026, 14:32 портал пересчитал ответы.',
    );
  });
});
