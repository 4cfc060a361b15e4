import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { ConsultationState } from '@/lib/visits/consultation';
import { CONSULTATION_STATE_WORDS } from '@/lib/visits/words';

const LOOK: Record<ConsultationState, { tone: BadgeTone; icon: IconName }> = {
  ASKED: { tone: 'accent', icon: 'clock' },
  TAKEN: { tone: 'info', icon: 'edit' },
  ANSWERED: { tone: 'success', icon: 'check' },
  WITHDRAWN: { tone: 'neutral', icon: 'cross' },
};

/** Where a request stands. */
export function ConsultationBadge({ state }: { state: ConsultationState }) {
  return <Badge {...LOOK[state]}>{CONSULTATION_STATE_WORDS[state]}</Badge>;
}
