import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { CaseStatus } from '@/lib/support/cases/case-moves';
import { isOverdue, type Study, type StudyState } from '@/lib/support/studies/study';
import { STATUS_WORDS, STUDY_STATE_WORDS } from '@/lib/support/words';

const LOOK: Record<CaseStatus, { tone: BadgeTone; icon?: IconName }> = {
  OPEN: { tone: 'info', icon: 'people' },
  PAUSED: { tone: 'warning', icon: 'clock' },
  EXITED: { tone: 'success', icon: 'check' },
  CONTINUED: { tone: 'neutral', icon: 'right' },
};

type Standing = { readonly status: CaseStatus; readonly crisisSince: string | null };

/** Where a case stands; a school reads of a crisis that it is supported more closely. */
export function CaseBadges({ standing, isSchool = false }: { standing: Standing; isSchool?: boolean }) {
  const { status, crisisSince } = standing;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {crisisSince && (
        <Badge tone={isSchool ? 'info' : 'danger'} icon={isSchool ? 'info' : 'warning'}>
          {isSchool ? 'усиленная поддержка' : 'кризисный режим'}
        </Badge>
      )}
      <Badge {...LOOK[status]}>{STATUS_WORDS[status]}</Badge>
    </span>
  );
}

const STUDY_LOOK: Record<StudyState, { tone: BadgeTone; icon?: IconName }> = {
  PLANNED: { tone: 'neutral', icon: 'clock' },
  HELD: { tone: 'success', icon: 'check' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
};

export function StudyBadge({ study, today }: { study: Pick<Study, 'state' | 'day'>; today: string }) {
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge {...STUDY_LOOK[study.state]}>{STUDY_STATE_WORDS[study.state]}</Badge>
      {isOverdue(study, today) && (
        <Badge tone="danger" icon="warning">
          день прошёл
        </Badge>
      )}
    </span>
  );
}
