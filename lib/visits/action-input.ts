import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';

const LONG_MAX = 8000;
const SHORT_MAX = 200;

export const version = z.coerce.number().int().min(1).max(1_000_000_000);
export const longText = z.string().trim().max(LONG_MAX, `Не длиннее ${LONG_MAX} знаков`).default('');
export const shortText = z.string().trim().max(SHORT_MAX, `Не длиннее ${SHORT_MAX} знаков`).default('');
export const needed = (what: string) => z.string().trim().min(1, what).max(LONG_MAX, `Не длиннее ${LONG_MAX} знаков`);
export const neededShort = (what: string) =>
  z.string().trim().min(1, what).max(SHORT_MAX, `Не длиннее ${SHORT_MAX} знаков`);

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока вы работали, это изменил другой человек. Обновите страницу, посмотрите его слова и повторите.',
  );
