import { expect, it } from 'vitest';
import { currentCard } from '@/lib/diagnostics/cards/current-card';

const card = (id: string, status: 'DRAFT' | 'SUBMITTED' | 'RETURNED', phase: 'OPEN' | 'PAST', day: number) => ({
  ...{ id, status, phase, dueAt: new Date(2026, 10, day) },
});

it.each([
  ['the one due first of two that are open', [card('b', 'DRAFT', 'OPEN', 20), card('a', 'RETURNED', 'OPEN', 5)], 'a'],
  [
    'the one to fill before the newest that is sent',
    [card('b', 'SUBMITTED', 'OPEN', 2), card('a', 'DRAFT', 'OPEN', 9)],
    'a',
  ],
  ['the newest where nothing can be filled', [card('b', 'DRAFT', 'PAST', 1), card('a', 'SUBMITTED', 'OPEN', 2)], 'b'],
])('the card of today is %s', (_, cards, id) => {
  expect(currentCard(cards)?.id).toBe(id);
});

it('there is none without cards', () => expect(currentCard([])).toBeUndefined());
