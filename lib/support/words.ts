import type { CaseMoveCode, CaseStatus, CaseStep } from '@/lib/support/cases/case-moves';
import type { CauseFamily, CauseWeight } from '@/lib/support/causes/cause';
import type { StudyMethod, StudyState } from '@/lib/support/studies/study';

export const STATUS_WORDS: Record<CaseStatus, string> = {
  OPEN: 'идёт',
  PAUSED: 'приостановлено',
  EXITED: 'завершено',
  CONTINUED: 'продолжено',
};

/** Words of the buttons. */
export const MOVE_WORDS: Record<CaseMoveCode, string> = {
  pause: 'Приостановить',
  resume: 'Возобновить',
  alarm: 'Ввести кризисный режим',
  calm: 'Снять кризисный режим',
  exit: 'Завершить сопровождение',
  continue: 'Продолжить в следующем году',
  reopen: 'Открыть снова',
};

/** What the words beside a move are about. */
export const MOVE_LABELS: Record<CaseMoveCode, string> = {
  pause: 'Почему приостанавливается',
  resume: 'Почему возобновляется',
  alarm: 'Почему нужен кризисный режим',
  calm: 'Что изменилось',
  exit: 'Основания завершения',
  continue: 'Основания продолжения',
  reopen: 'Почему открывается снова',
};

/** What a move does, before it is made. */
export const MOVE_HINTS: Record<CaseMoveCode, string> = {
  pause: 'Карточку можно будет только читать, пока её не возобновят.',
  resume: 'Причины, исследования и кураторов снова можно менять.',
  alarm: 'Школа встанет первой в списке. Причину школа не видит.',
  calm: 'Школа вернётся в общий порядок списка.',
  exit: 'Карточка закроется. Куратор останется закреплён, пока его не снимут.',
  continue: 'Эта карточка закроется, а карточка следующего года откроется со ссылкой на неё.',
  reopen: 'Если решение было ошибочным.',
};

export const STEP_WORDS: Record<CaseStep, string> = {
  OPENED: 'Сопровождение открыто',
  PAUSED: 'Сопровождение приостановлено',
  RESUMED: 'Сопровождение возобновлено',
  CRISIS_BEGUN: 'Введён кризисный режим',
  CRISIS_ENDED: 'Кризисный режим снят',
  EXITED: 'Сопровождение завершено',
  CONTINUED: 'Решено продолжить в следующем году',
  REOPENED: 'Сопровождение открыто снова',
  ASSIGNED: 'Назначен куратор',
  RELEASED: 'Куратор снят',
  CAUSE_ADDED: 'Предположена причина',
  CAUSE_CHANGED: 'Уточнена причина',
  CAUSE_REMOVED: 'Причина снята',
  NOTED: 'Заметка',
};

export const FAMILY_WORDS: Record<CauseFamily, string> = {
  RISK: 'Факторы риска',
  PROBLEM: 'Проблемы территории и школы',
  OWN: 'Свои причины',
};

export const WEIGHT_WORDS: Record<CauseWeight, string> = { HIGH: 'высокая', MIDDLE: 'средняя', LOW: 'низкая' };

export const METHOD_WORDS: Record<StudyMethod, string> = {
  DOCUMENTS: 'документарная проверка',
  INTERVIEW: 'собеседование',
  WORKBOOK: 'рабочая тетрадь',
  VISIT: 'выездная проверка',
  ASSESSMENT: 'психолого-педагогическое обследование',
  QUESTIONNAIRE: 'анкетирование',
};

/** The method as a title: «Документарная проверка». */
export const methodTitle = (method: StudyMethod): string => {
  const words = METHOD_WORDS[method];
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const STUDY_STATE_WORDS: Record<StudyState, string> = {
  PLANNED: 'в плане',
  HELD: 'проведено',
  CANCELLED: 'отменено',
};

export const CASE_FORMS = ['школа', 'школы', 'школ'] as const;
export const STUDY_FORMS = ['исследование', 'исследования', 'исследований'] as const;
