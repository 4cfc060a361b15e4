import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { PartnershipState } from '@/lib/partnerships/partnership-moves';
import { STATE_WORDS } from '@/lib/partnerships/words';

const LOOK: Record<PartnershipState, { tone: BadgeTone; icon: IconName }> = {
  PROPOSED: { tone: 'neutral', icon: 'edit' },
  ASKED: { tone: 'accent', icon: 'clock' },
  AGREED: { tone: 'info', icon: 'check' },
  DECLINED: { tone: 'neutral', icon: 'cross' },
  RUNNING: { tone: 'success', icon: 'partner' },
  ENDED: { tone: 'neutral', icon: 'check' },
};

/** Where a partnership stands. */
export function PartnershipBadge({ state }: { state: PartnershipState }) {
  return <Badge {...LOOK[state]}>{STATE_WORDS[state]}</Badge>;
}
