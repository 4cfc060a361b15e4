import type { ConsultationKind, ConsultationMove, ConsultationState, Level } from '@/lib/visits/consultation';
import type { Mark } from '@/lib/visits/visit';

export const MARK_WORDS: Record<Mark, string> = {
  YES: 'да',
  PARTLY: 'частично',
  NO: 'нет',
  NOT_SEEN: 'не смотрели',
};

export const CONSULTATION_STATE_WORDS: Record<ConsultationState, string> = {
  ASKED: 'в очереди',
  TAKEN: 'готовят ответ',
  ANSWERED: 'есть ответ',
  WITHDRAWN: 'снята школой',
};

export const CONSULTATION_KIND_WORDS: Record<ConsultationKind, string> = {
  METHODICAL: 'методическая',
  MANAGERIAL: 'управленческая',
  PSYCHOLOGICAL: 'психолого-педагогическая',
  LEGAL: 'нормативная',
  TECHNICAL: 'техническая',
};

export const LEVEL_WORDS: Record<Level, string> = {
  HEADS: 'руководителям и заместителям',
  TEACHERS: 'педагогам',
  TEAM: 'команде школы',
};

/** Words of the buttons. */
export const CONSULTATION_MOVE_WORDS: Record<ConsultationMove, string> = {
  take: 'Взять в работу',
  answer: 'Ответить школе',
  release: 'Вернуть в очередь',
  withdraw: 'Снять запрос',
};

export const VISIT_FORMS = ['визит', 'визита', 'визитов'] as const;
export const CONSULTATION_FORMS = ['запрос', 'запроса', 'запросов'] as const;
export const DAY_FORMS = ['день', 'дня', 'дней'] as const;
