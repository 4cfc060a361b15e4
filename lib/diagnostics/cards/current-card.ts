import type { CardStatus } from '@/lib/diagnostics/cards/card';
import type { CardPhase } from '@/lib/diagnostics/cards/card-page';

type Known = { readonly status: CardStatus; readonly phase: CardPhase; readonly dueAt: Date };

/** The school has to do something with it now. */
export const isToFill = ({ status, phase }: Pick<Known, 'status' | 'phase'>): boolean =>
  phase === 'OPEN' && (status === 'DRAFT' || status === 'RETURNED');

/**
 * The card that matters to a school today: of those it has to fill the one that is due first, else the newest (the cards come
 * newest first). Two campaigns may run at once.
 */
export function currentCard<T extends Known>(cards: readonly T[]): T | undefined {
  const [first] = cards.filter(isToFill).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return first ?? cards[0];
}
