import { z } from 'zod';
import { type Day, day, formatDay } from '@/lib/kernel/day';
import { Refusal } from '@/lib/kernel/refusal';
import { schoolYear } from '@/lib/kernel/school-year';
import { ADDRESSEES } from '@/lib/recommendations/recommendation';
import { EVIDENCE_LEVELS, foldCode } from '@/lib/recommendations/remedy';

/** Longest cell of an advice. */
export const CELL_MAX = 4000;

const cell = z.string().trim().max(CELL_MAX, `Не длиннее ${CELL_MAX} знаков`).default('');

/** The cells that a measure of the catalogue and a recommendation share, as a form has them. */
export const adviceCells = {
  cause: cell,
  measure: z.string().trim().min(1, 'Напишите меру').max(CELL_MAX, `Не длиннее ${CELL_MAX} знаков`),
  term: cell,
  responsible: cell,
  result: cell,
  indicator: cell,
  proof: cell,
  cost: cell,
};

/** A measure of the catalogue. */
export const remedyCells = {
  item: z
    .string()
    .trim()
    .max(32, 'Не длиннее 32 знаков')
    .regex(/^[\p{L}\p{N}\s]*$/u, 'Только код критерия, признака или раздела: «А1»')
    .transform(foldCode),
  ...adviceCells,
  evidence: z.enum(EVIDENCE_LEVELS, 'Выберите уровень доказательности'),
  provenance: cell,
};

export const version = z.coerce.number().int().min(1).max(1_000_000_000);
export const year = z.coerce.number('Выберите учебный год').pipe(schoolYear);
export const addressee = z.enum(ADDRESSEES, 'Выберите, кому адресована рекомендация');
export const words = z.string().trim().max(2000, 'Не длиннее 2000 знаков').default('');
/** The last day; a draft may wait for one. */
export const dueOrNone = z.union([z.literal(''), day], 'Укажите дату: день, месяц и год.').default('');
export const next = z.enum(['draft', 'send'], 'Выберите, что сделать');

const SEEN = /^([0-9a-f-]{36}):(\d{1,9})$/i;

/** Boxes of a list: each is «id:version», so that what is carried out is what was seen. */
export const seenOnes = (nothing: string) =>
  z
    .array(z.string().regex(SEEN, 'Обновите страницу и отметьте заново'))
    .min(1, nothing)
    .max(200, 'Отметьте не больше 200')
    .transform((boxes) =>
      boxes.map((box) => {
        const [, id = '', seen = ''] = SEEN.exec(box) ?? [];
        return { id: id.toLowerCase(), version: Number(seen) };
      }),
    );

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока вы работали, это изменил другой человек. Обновите страницу, посмотрите его слова и повторите.',
  );

/** A recommendation is sent with a day that is still to come. */
export function assertDay(due: Day | null | '', today: Day): asserts due is Day {
  if (due === null || due === '')
    throw new Refusal('invalid', 'Укажите срок: без него рекомендацию не отправляют.', { dueAt: 'Укажите дату' });
  if (due < today)
    throw new Refusal('invalid', `Срок ${formatDay(due)} уже прошёл. Выберите сегодняшний день или более поздний.`, {
      dueAt: 'Этот день уже прошёл',
    });
}
