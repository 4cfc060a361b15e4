import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { RecommendationState } from '@/lib/recommendations/recommendation-moves';
import { STATE_WORDS } from '@/lib/recommendations/words';

const LOOK: Record<RecommendationState, { tone: BadgeTone; icon?: IconName }> = {
  DRAFT: { tone: 'neutral', icon: 'edit' },
  SENT: { tone: 'info', icon: 'send' },
  ACCEPTED: { tone: 'info', icon: 'check' },
  COUNTERED: { tone: 'accent', icon: 'comment' },
  REPORTED: { tone: 'accent', icon: 'clock' },
  RETURNED: { tone: 'warning', icon: 'return' },
  DONE: { tone: 'success', icon: 'check' },
  WITHDRAWN: { tone: 'neutral', icon: 'cross' },
};

/** Where a recommendation stands; a late one says so beside its state. */
export function StateBadge({ state, isLate = false }: { state: RecommendationState; isLate?: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge {...LOOK[state]}>{STATE_WORDS[state]}</Badge>
      {isLate && (
        <Badge tone="danger" icon="warning">
          срок прошёл
        </Badge>
      )}
    </span>
  );
}
