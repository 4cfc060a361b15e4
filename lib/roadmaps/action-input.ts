import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';
import { ROW_KINDS } from '@/lib/roadmaps/plan';

/** Longest cell of a plan: the longest of the seeds has six hundred signs. */
export const CELL_MAX = 4000;

/** A browser sends the lines of a field apart by two signs. */
export function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What a cell of a plan may hold; empty where nothing is sent. */
export const cellText = z
  .string()
  .overwrite(withPlainLines)
  .trim()
  .max(CELL_MAX, `Не длиннее ${CELL_MAX} знаков`)
  .default('');

export const title = z.string().trim().min(1, 'Напишите название').max(300, 'Не длиннее 300 знаков');
export const year = z.coerce.number('Выберите год').int().min(2000).max(2100);
export const version = z.coerce.number().int().min(1).max(1_000_000_000);
export const words = z.string().trim().max(2000, 'Не длиннее 2000 знаков').default('');

/** The cells of a row, as the form has them. */
export const rowCells = {
  kind: z.enum(ROW_KINDS, 'Выберите, что это за строка'),
  number: z.string().trim().max(32, 'Не длиннее 32 знаков').default(''),
  measure: z.string().trim().min(1, 'Напишите мероприятие').max(CELL_MAX, `Не длиннее ${CELL_MAX} знаков`),
  term: cellText,
  responsible: cellText,
  result: cellText,
  form: cellText,
  item: z.string().trim().max(32, 'Не длиннее 32 знаков').default(''),
};

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока вы правили, это изменил другой человек. Обновите страницу, посмотрите его слова и повторите.',
  );
