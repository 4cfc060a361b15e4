import type { RowCell } from '@/lib/roadmaps/plan';
import type { RowMoveCode, RowState } from '@/lib/roadmaps/row-moves';

export const ROADMAP_STATUSES = ['DRAFT', 'APPROVED', 'ARCHIVED'] as const;
export type RoadmapStatus = (typeof ROADMAP_STATUSES)[number];
export const ROADMAP_SPANS = ['SCHOOL', 'CALENDAR'] as const;
export type RoadmapSpan = (typeof ROADMAP_SPANS)[number];

export const ROADMAP_STATUS_WORDS: Record<RoadmapStatus, string> = {
  DRAFT: 'черновик',
  APPROVED: 'утверждена',
  ARCHIVED: 'в архиве',
};

export const ROW_STATE_WORDS: Record<RowState, string> = {
  PLANNED: 'запланировано',
  IN_WORK: 'в работе',
  REPORTED: 'на проверке',
  RETURNED: 'возвращено',
  DONE: 'выполнено',
  CANCELLED: 'отменено',
};

/** Words of the buttons. */
export const ROW_MOVE_WORDS: Record<RowMoveCode, string> = {
  begin: 'Взять в работу',
  report: 'Отчитаться',
  accept: 'Отметить выполненным',
  return: 'Вернуть на доработку',
  cancel: 'Отменить',
  restore: 'Вернуть в план',
};

/** «2026/27 учебный год» of a span is said by formatSchoolYear; a calendar year says itself. */
export const SPAN_WORDS: Record<RoadmapSpan, string> = {
  SCHOOL: 'учебный год',
  CALENDAR: 'календарный год',
};

/** A cell of a row inside a sentence. */
export const CELL_WORDS: Record<RowCell, string> = {
  number: 'номер',
  measure: 'мероприятие',
  term: 'срок',
  responsible: 'ответственные',
  result: 'результат',
  form: 'форма представления',
};
