import type { Addressee } from '@/lib/recommendations/recommendation';
import type { MoveCode, RecommendationState } from '@/lib/recommendations/recommendation-moves';
import type { AdviceWords, EvidenceLevel } from '@/lib/recommendations/remedy';

export const STATE_WORDS: Record<RecommendationState, string> = {
  DRAFT: 'черновик',
  SENT: 'отправлена',
  ACCEPTED: 'принята',
  COUNTERED: 'предложено иначе',
  REPORTED: 'выполнена, на проверке',
  RETURNED: 'возвращена',
  DONE: 'подтверждена',
  WITHDRAWN: 'отозвана',
};

/** Words of the buttons. */
export const MOVE_WORDS: Record<MoveCode, string> = {
  send: 'Отправить школе',
  accept: 'Принять',
  counter: 'Предложить иначе',
  agree: 'Согласиться со школой',
  insist: 'Оставить как было',
  resend: 'Изменить и отправить снова',
  report: 'Сообщить о выполнении',
  confirm: 'Подтвердить выполнение',
  return: 'Вернуть школе',
  withdraw: 'Отозвать',
};

/** What the words beside a move are about. */
export const MOVE_LABELS: Record<MoveCode, string> = {
  send: 'Комментарий',
  accept: 'Комментарий',
  counter: 'Что школа предлагает и почему',
  agree: 'Комментарий',
  insist: 'Почему рекомендация остаётся прежней',
  resend: 'Комментарий',
  report: 'Что сделано',
  confirm: 'Комментарий',
  return: 'Чего не хватает',
  withdraw: 'Почему отзывается',
};

export const ADDRESSEE_WORDS: Record<Addressee, string> = {
  HEAD: 'директор',
  DEPUTY: 'заместитель директора',
  SCHOOL_TEAM: 'школьное методобъединение (ШМО)',
  DISTRICT_TEAM: 'районное методобъединение (РМО)',
};

export const EVIDENCE_WORDS: Record<EvidenceLevel, string> = {
  UNSTATED: 'не указан',
  EXPERT: 'мнение экспертов',
  PRACTICE: 'опыт школ',
  RESEARCH: 'исследования',
};

/** Names of the fields that a measure and a recommendation share. */
export const CELL_WORDS: Record<keyof AdviceWords, string> = {
  cause: 'Возможная причина (гипотеза)',
  measure: 'Мера',
  term: 'Срок, как его пишут',
  responsible: 'Ответственный',
  result: 'Ожидаемый результат',
  indicator: 'Контрольный показатель',
  proof: 'Форма подтверждения',
  cost: 'Затраты',
};

export const RECOMMENDATION_FORMS = ['рекомендация', 'рекомендации', 'рекомендаций'] as const;
export const REMEDY_FORMS = ['мера', 'меры', 'мер'] as const;

/** The criterion of a measure: its code, or that it suits any. */
export const itemWords = (item: string): string => (item === '' ? 'любой' : item);
