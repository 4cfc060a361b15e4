import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { RowState } from '@/lib/roadmaps/row-moves';
import { ROADMAP_STATUS_WORDS, ROW_STATE_WORDS, type RoadmapStatus } from '@/lib/roadmaps/words';

const ROW_LOOK: Record<RowState, { tone: BadgeTone; icon?: IconName }> = {
  PLANNED: { tone: 'neutral' },
  IN_WORK: { tone: 'info', icon: 'clock' },
  REPORTED: { tone: 'accent', icon: 'send' },
  RETURNED: { tone: 'warning', icon: 'return' },
  DONE: { tone: 'success', icon: 'check' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
};

/** What became of a row; a late one says so beside its state. */
export function RowStateBadge({ state, isLate }: { state: RowState; isLate: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge {...ROW_LOOK[state]}>{ROW_STATE_WORDS[state]}</Badge>
      {isLate && (
        <Badge tone="danger" icon="warning">
          срок прошёл
        </Badge>
      )}
    </span>
  );
}

export function RoadmapStatusBadge({ status }: { status: RoadmapStatus }) {
  return <Badge tone={status === 'APPROVED' ? 'success' : 'neutral'}>{ROADMAP_STATUS_WORDS[status]}</Badge>;
}
