import type { Step } from '@/lib/objectivity/sign-review';

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  ASKED: 'Спросить школу',
  CONFIRMED: 'Подтвердить признак',
  REJECTED: 'Отклонить признак',
  WITHDRAWN: 'Снять решение',
};

export const STEP_HINTS: Readonly<Record<Step, string>> = {
  ASKED: 'Школа увидит вопрос, числа и рисунок и сможет ответить.',
  CONFIRMED: 'После проверки вместе со школой. Портал ответит «да» в карте, которую школа ещё заполняет.',
  REJECTED: 'Признак объяснён: назовите, чем. Портал ответит «нет».',
  WITHDRAWN: 'Признак снова ждёт решения: балла нет, пока центр его не подтвердит.',
};

export const STEP_DONE: Readonly<Record<Step, string>> = {
  ASKED: 'Вопрос школе',
  CONFIRMED: 'Признак подтверждён',
  REJECTED: 'Признак отклонён',
  WITHDRAWN: 'Решение снято',
};
