import type { Step } from '@/lib/objectivity/sign-review';

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  ASKED: 'Спросить школу',
  CONFIRMED: 'Подтвердить признак',
  REJECTED: 'Отклонить признак',
};

export const STEP_HINTS: Readonly<Record<Step, string>> = {
  ASKED: 'Школа увидит вопрос, числа и рисунок и сможет ответить.',
  CONFIRMED: 'После проверки вместе со школой. Балл даёт ответ в диагностической карте.',
  REJECTED: 'Признак объяснён: назовите, чем.',
};

export const STEP_DONE: Readonly<Record<Step, string>> = {
  ASKED: 'Вопрос школе',
  CONFIRMED: 'Признак подтверждён',
  REJECTED: 'Признак отклонён',
};
