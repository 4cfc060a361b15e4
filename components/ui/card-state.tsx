import { Badge, type BadgeTone } from './badge';
import type { IconName } from './icon';

/** The states of a diagnostic card as the screens know them, and the two that a campaign adds. */
export type CardStateKey = 'absent' | 'draft' | 'submitted' | 'returned' | 'accepted' | 'closed' | 'late';

const LOOK: Record<CardStateKey, { tone: BadgeTone; icon: IconName }> = {
  absent: { tone: 'neutral', icon: 'clock' },
  draft: { tone: 'neutral', icon: 'edit' },
  submitted: { tone: 'info', icon: 'send' },
  returned: { tone: 'warning', icon: 'return' },
  accepted: { tone: 'success', icon: 'check' },
  closed: { tone: 'accent', icon: 'lock' },
  late: { tone: 'danger', icon: 'warning' },
};

/** The word comes from the context's words.ts; the kit only adds the mark and the tone. */
export function CardState({ state, word }: { state: CardStateKey; word: string }) {
  const { tone, icon } = LOOK[state];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
