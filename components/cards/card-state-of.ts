import type { CardStateKey } from '@/components/ui/card-state';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import { CARD_STATUS_WORDS } from '@/lib/diagnostics/words';

const KEY = {
  DRAFT: 'draft',
  SUBMITTED: 'submitted',
  RETURNED: 'returned',
  ACCEPTED: 'accepted',
  CLOSED: 'closed',
} as const satisfies Record<CardStatus, CardStateKey>;

/** The badge of a card: a draft nobody has touched is «не начата». */
export function cardStateOf({ status, isStarted }: { status: CardStatus; isStarted: boolean }): {
  state: CardStateKey;
  word: string;
} {
  if (status === 'DRAFT' && !isStarted) return { state: 'absent', word: 'не начата' };
  return { state: KEY[status], word: CARD_STATUS_WORDS[status] };
}
