import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { Refusal } from '@/lib/kernel/refusal';

/** Which programme a form is of, in the version that was seen. */
export const seen = { programmeId: id, version: z.coerce.number().int().min(1).max(1_000_000_000) };

export const words = z.string().trim().max(2000, 'Не длиннее 2000 знаков').default('');

/** Somebody else was faster: nothing is written, what was typed stays in the form. */
export const changedMeanwhile = () =>
  new Refusal('conflict', 'Пока вы правили, программу изменил другой человек. Обновите страницу и повторите.');
