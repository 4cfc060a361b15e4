import { z } from 'zod';
import { COURSE_FORMS } from '@/lib/development/course-request';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';
import { schoolYear } from '@/lib/kernel/school-year';

/** A line of text that must be there. */
export const line = (nothing: string, max = 300) =>
  z.string().trim().min(1, nothing).max(max, `Не длиннее ${max} знаков`);
/** A text that may be empty. */
export const text = (max = 1000) => z.string().trim().max(max, `Не длиннее ${max} знаков`).default('');

/** A count of people in one school. */
const PEOPLE_MAX = 1000;
const asCount = (written: string): number => Number(written);
export const people = (nothing: string) =>
  z
    .string(nothing)
    .trim()
    .regex(/^\d{1,4}$/, nothing)
    .transform(asCount)
    .pipe(z.number().max(PEOPLE_MAX, `Не больше ${PEOPLE_MAX}`));
/** A count that may be unknown: an empty field is null, never 0. */
export const countOrUnknown = z
  .string()
  .trim()
  .regex(/^\d{0,5}$/, 'Целое число или пусто, если не известно')
  .transform((written) => (written === '' ? null : Number(written)));

export const version = z.coerce.number().int().min(0).max(1_000_000_000);
export const year = z.coerce.number('Выберите учебный год').pipe(schoolYear);
export const courseForm = z.enum(COURSE_FORMS, 'Выберите форму');
export const onDay = day;
export const idOrNone = z.union([z.literal(''), id], 'Выберите из списка').default('');
/** Ids of ticked boxes or of the rows of a table. */
export const ids = (nothing: string) => z.array(id, nothing).max(300, 'Не больше 300');
/** Numbers of the rows of a table, beside their ids. */
export const counts = z
  .array(
    z
      .string()
      .trim()
      .regex(/^\d{0,4}$/, 'Целое число')
      .transform(asCount),
    'Заполните таблицу',
  )
  .max(300, 'Не больше 300');

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока вы работали, это изменил другой человек. Обновите страницу, посмотрите его запись и повторите.',
  );
