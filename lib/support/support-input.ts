import { z } from 'zod';
import { day } from '@/lib/kernel/day';
import { Refusal } from '@/lib/kernel/refusal';
import { schoolYear } from '@/lib/kernel/school-year';

export const version = z.coerce.number().int().min(1).max(1_000_000_000);
export const year = z.coerce.number('Выберите учебный год').pipe(schoolYear);
export const dueDay = day;

export const TEXT_MAX = 4000;
const tooLong = (max: number) => `Не длиннее ${max} знаков`;
export const words = (max = TEXT_MAX) => z.string().trim().max(max, tooLong(max)).default('');
export const neededWords = (message: string, max = TEXT_MAX) =>
  z.string().trim().min(1, message).max(max, tooLong(max));

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока вы работали, это изменил другой человек. Обновите страницу, посмотрите его слова и повторите.',
  );
