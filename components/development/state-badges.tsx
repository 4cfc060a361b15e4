import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { PlanRowState } from '@/lib/development/association';
import type { RequestState } from '@/lib/development/course-request';
import { COURSE_STATE_WORDS, type CourseState, PLAN_ROW_WORDS, REQUEST_STATE_WORDS } from '@/lib/development/words';

const REQUEST_TONES: Record<RequestState, BadgeTone> = {
  ...{ SENT: 'info', PACKED: 'accent', PLACED: 'accent', DONE: 'success', DECLINED: 'warning', WITHDRAWN: 'neutral' },
};
const COURSE_TONES: Record<CourseState, BadgeTone> = { PLANNED: 'info', DONE: 'success', CANCELLED: 'neutral' };
const PLAN_TONES: Record<PlanRowState, BadgeTone> = { done: 'success', late: 'danger', ahead: 'neutral' };

export const RequestBadge = ({ state }: { state: RequestState }) => (
  <Badge tone={REQUEST_TONES[state]}>{REQUEST_STATE_WORDS[state]}</Badge>
);
export const CourseBadge = ({ state }: { state: CourseState }) => (
  <Badge tone={COURSE_TONES[state]}>{COURSE_STATE_WORDS[state]}</Badge>
);
export const PlanRowBadge = ({ state }: { state: PlanRowState }) => (
  <Badge tone={PLAN_TONES[state]}>{PLAN_ROW_WORDS[state]}</Badge>
);
