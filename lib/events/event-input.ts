import { z } from 'zod';
import { EVENT_DIRECTIONS } from '@/lib/events/event';
import { dayAfter, type EventTime, firstDay, isDated, schoolYearOfDay } from '@/lib/events/event-time';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';
import { type SchoolYear, schoolYear } from '@/lib/kernel/school-year';

const text = (max: number) => z.string().trim().max(max, `Не длиннее ${max} знаков`).default('');
const emptyOr = <S extends z.ZodType<unknown, string>>(schema: S) =>
  z
    .union([z.literal('').transform(() => null), schema])
    .optional()
    .transform((value) => value ?? null);
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Укажите время: часы и минуты');

/** Only an address to follow; the portal itself never fetches it. */
export const webAddress = z
  .string()
  .trim()
  .max(2000, 'Слишком длинный адрес')
  .pipe(
    z.url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'Укажите адрес, который начинается с https:// или http://',
    }),
  );

/** The sequence of the event that the form was made for. */
export const seenSequence = z.coerce.number<string>().pipe(z.int().min(0));

/** People who come from one school; more is a mistake of typing. */
export const participants = z.coerce
  .number<string>('Укажите число')
  .pipe(z.int('Укажите целое число').min(1, 'Не меньше одного').max(500, 'Не больше 500'));

/** The fields of an event's form, new or changed. */
export const eventFields = {
  formId: z.uuid('Выберите форму'),
  title: z.string().trim().min(1, 'Напишите тему').max(300, 'Не длиннее 300 знаков'),
  direction: emptyOr(z.enum(EVENT_DIRECTIONS)),
  audience: text(500),
  baseSchoolId: emptyOr(id),
  reach: z.enum(['OPEN', 'CHOSEN'], 'Выберите, для каких школ'),
  schools: z.array(id).max(5000).default([]),
  firstDay: emptyOr(day),
  startTime: emptyOr(clock),
  endTime: emptyOr(clock),
  lastDay: emptyOr(day),
  term: text(200),
  year: z.coerce.number<string>().pipe(schoolYear),
  roadmapRowId: emptyOr(id),
  place: text(300),
  link: emptyOr(webAddress),
  speakers: text(1000),
  capacity: emptyOr(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,3}$/, 'Укажите целое число мест или оставьте пустым')
      .transform(Number),
  ),
  isPublished: ticked,
  isPublic: ticked,
} as const;

const eventInput = z.strictObject(eventFields);
export type EventInput = z.output<typeof eventInput>;

const wrong = (field: string, said: string) =>
  new Refusal('invalid', 'Проверьте поля формы: не всё заполнено верно.', { [field]: said });

/** The longest event on whole days; a course of a year is a term in words. */
const DAYS_MAX = 60;

type TimeInput = Pick<EventInput, 'firstDay' | 'startTime' | 'endTime' | 'lastDay' | 'term'>;

/**
 * When the event is, from the fields of the form: a day with hours, whole days, or a term in words. Refuses neither, both,
 * half of the hours, and an end before the beginning.
 */
export function timeOfForm({ firstDay: first, startTime, endTime, lastDay, term }: TimeInput): EventTime {
  if (first === null) {
    if (term === '') throw wrong('firstDay', 'Укажите дату или напишите срок словами');
    return { kind: 'TERM', term };
  }
  if (term !== '') throw wrong('term', 'Оставьте что-то одно: дату или срок словами');
  const last = lastDay ?? first;
  if (last < first) throw wrong('lastDay', 'Последний день раньше первого');
  if (last > dayAfter(first, DAYS_MAX)) throw wrong('lastDay', `Не дольше ${DAYS_MAX} дней; длиннее – срок словами`);
  if (startTime === null && endTime === null) return { kind: 'DAYS', first, last };
  if (startTime === null) throw wrong('startTime', 'Укажите и начало, и окончание или уберите оба');
  if (endTime === null) throw wrong('endTime', 'Укажите и начало, и окончание или уберите оба');
  const [starts, ends] = [`${first}T${startTime}`, `${last}T${endTime}`];
  if (ends <= starts) throw wrong('endTime', 'Окончание должно быть позже начала');
  return { kind: 'HOURS', starts, ends };
}

/** The school year of a dated event is its day's; only a term in words says its own. */
export const yearOfTime = (time: EventTime, said: SchoolYear): SchoolYear =>
  isDated(time) ? schoolYearOfDay(firstDay(time)) : said;
