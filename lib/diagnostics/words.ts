import type { CardMoveCode, CardStatus } from '@/lib/diagnostics/cards/card';
import type { AnswerSource, AnswerValue } from '@/lib/diagnostics/scoring/answer-value';

export const ANSWER_WORDS: Record<AnswerValue, string> = {
  YES: 'да',
  NO: 'нет',
  NOT_APPLICABLE: 'неприменимо',
  NO_DATA: 'нет данных',
};

export const UNANSWERED_WORDS = 'нет ответа';

export const SOURCE_WORDS: Record<AnswerSource, string> = {
  ENTERED: 'введено школой',
  COMPUTED: 'вычислено по результатам',
  OVERRIDDEN: 'изменено вручную',
};

export const CARD_STATUS_WORDS: Record<CardStatus, string> = {
  DRAFT: 'черновик',
  SUBMITTED: 'отправлена',
  RETURNED: 'возвращена',
  ACCEPTED: 'принята',
  CLOSED: 'закрыта',
};

/** Words of the buttons. */
export const CARD_MOVE_WORDS: Record<CardMoveCode, string> = {
  submit: 'Отправить на проверку',
  resubmit: 'Отправить повторно',
  accept: 'Принять карту',
  return: 'Вернуть с замечаниями',
  reopen: 'Открыть заново',
  close: 'Закрыть приказом',
  amend: 'Открыть для исправления',
};
