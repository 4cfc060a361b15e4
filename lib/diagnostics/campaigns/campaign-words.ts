import type { CampaignState, CoverageState } from '@/lib/diagnostics/campaigns/coverage';
import type { ListDecision, ListStatus } from '@/lib/diagnostics/lists/list';

export const STAGES = ['INITIAL', 'INTERIM', 'FINAL'] as const;
export type CampaignStage = (typeof STAGES)[number];

export const STAGE_WORDS: Record<CampaignStage, string> = {
  INITIAL: 'входной этап',
  INTERIM: 'промежуточный этап',
  FINAL: 'итоговый этап',
};

export const CAMPAIGN_STATE_WORDS: Record<CampaignState, string> = {
  PLANNED: 'запланирована',
  OPEN: 'идёт',
  CLOSED: 'завершена',
};

export const COVERAGE_WORDS: Record<CoverageState, string> = {
  NOT_STARTED: 'не начата',
  IN_WORK: 'в работе',
  TO_CHECK: 'на проверке',
  RETURNED: 'возвращена',
  ACCEPTED: 'принята',
  CLOSED: 'закрыта приказом',
};

export const LATE_WORDS = 'срок прошёл';

export const LIST_STATUS_WORDS: Record<ListStatus, string> = {
  DRAFT: 'готовит центр',
  PROPOSED: 'на утверждении',
  APPROVED: 'утверждён',
};

/** What the commission decides, as the form says it; before the order nobody is called anything. */
export const DECISION_WORDS: Record<ListDecision, string> = {
  INCLUDE: 'включить в список',
  SUPPORT: 'поддержка без включения в список',
  EXCLUDE: 'не включать',
};

/** The same after the order. */
export const DECIDED_WORDS: Record<ListDecision, string> = {
  INCLUDE: 'включена в список',
  SUPPORT: 'поддержка без включения в список',
  EXCLUDE: 'не включена',
};

export const SCHOOL_FORMS = ['школа', 'школы', 'школ'] as const;

/** What the coverage table can be narrowed to: a state, or who is behind. */
export const COVERAGE_FILTERS = [
  'NOT_STARTED',
  'IN_WORK',
  'TO_CHECK',
  'RETURNED',
  'ACCEPTED',
  'CLOSED',
  'NOT_SUBMITTED',
  'LATE',
] as const;
export type CoverageFilter = (typeof COVERAGE_FILTERS)[number];

export const COVERAGE_FILTER_WORDS: Record<CoverageFilter, string> = {
  NOT_STARTED: 'не начата',
  IN_WORK: 'в работе',
  TO_CHECK: 'на проверке',
  RETURNED: 'возвращена',
  ACCEPTED: 'принята',
  CLOSED: 'закрыта приказом',
  NOT_SUBMITTED: 'ещё не отправляли',
  LATE: 'срок прошёл',
};
