import { Badge, type BadgeTone } from '@/components/ui/badge';
import { type ProgrammeState, STATE_WORDS } from '@/lib/programmes/words';

const TONE: Record<ProgrammeState, BadgeTone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'accent',
  RETURNED: 'warning',
  APPROVED: 'success',
  ARCHIVED: 'neutral',
};

export function ProgrammeStateBadge({ state }: { state: ProgrammeState }) {
  return <Badge tone={TONE[state]}>{STATE_WORDS[state]}</Badge>;
}
