import { z } from 'zod';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';

const LONG_MAX = 2000;
const SHORT_MAX = 200;

export const version = z.coerce.number().int().min(1).max(1_000_000_000);
export const longText = z.string().trim().max(LONG_MAX, `Не длиннее ${LONG_MAX} знаков`).default('');
export const shortText = z.string().trim().max(SHORT_MAX, `Не длиннее ${SHORT_MAX} знаков`).default('');
export const needed = (what: string) => z.string().trim().min(1, what).max(LONG_MAX, `Не длиннее ${LONG_MAX} знаков`);
export const neededShort = (what: string) =>
  z.string().trim().min(1, what).max(SHORT_MAX, `Не длиннее ${SHORT_MAX} знаков`);
export const dayOrNone = z.union([z.literal(''), day], 'Укажите дату: день, месяц и год.').default('');
export const idOrNone = z.union([z.literal(''), id], 'Выберите из списка.').default('');

/** An address that is shown as a link: ours never opens it. */
export const siteOrNone = z
  .union(
    [z.literal(''), z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' })],
    'Адрес начинается с https://',
  )
  .default('');

/** «Название» and «адрес» of a link beside a file. */
export const linkFields = {
  url: z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' }).max(LONG_MAX, 'Слишком длинный адрес'),
  title: shortText,
};

/** An empty field of a form is an absent value. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока вы работали, это изменил другой человек. Обновите страницу, посмотрите его слова и повторите.',
  );

/** Both days known: the second is not before the first. */
export function assertPeriod(starts: string, ends: string): void {
  if (starts !== '' && ends !== '' && ends < starts)
    throw new Refusal('invalid', 'Окончание раньше начала. Проверьте даты.', { ends: 'Не раньше начала' });
}
