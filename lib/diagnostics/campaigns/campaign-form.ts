import { z } from 'zod';
import { STAGES } from '@/lib/diagnostics/campaigns/campaign-words';
import { id } from '@/lib/kernel/ids';
import { momentOfLocal } from '@/lib/kernel/local-time';
import { Refusal } from '@/lib/kernel/refusal';
import { schoolYear } from '@/lib/kernel/school-year';

const local = z.string().min(1, 'Укажите дату и время');

/** The form of a campaign, for creating and for editing before opening. */
export const campaignForm = {
  versionId: id,
  year: z.coerce.number().pipe(schoolYear),
  stage: z.enum(STAGES, 'Выберите этап'),
  title: z.string().trim().min(1, 'Назовите кампанию').max(200, 'Не длиннее 200 знаков'),
  opensAt: local,
  closesAt: local,
  held: z.array(z.string().max(32)).max(100).default([]),
} as const;

export const seenVersion = z.coerce.number().int().min(1);

/** Why something was done, in the words of the person; shown to those whom it concerns. */
export const reasonText = z
  .string()
  .trim()
  .min(5, 'Объясните причину: хотя бы несколько слов')
  .max(1000, 'Не длиннее 1000 знаков');

const LONGEST_DAYS = 400;

/** A moment by the municipality's clocks, or a refusal at the field. */
export function momentField(field: string, text: string, timeZone: string): Date {
  const moment = momentOfLocal(text, timeZone);
  if (!moment)
    throw new Refusal('invalid', 'Проверьте дату и время.', { [field]: 'Такой даты или такого времени не бывает' });
  return moment;
}

/** The dates of a campaign: closing after opening and in the future. Whether opening may be past is the caller's. */
export function campaignDates(
  form: { readonly opensAt: string; readonly closesAt: string },
  timeZone: string,
  now: Date,
): { readonly opensAt: Date; readonly closesAt: Date } {
  const opensAt = momentField('opensAt', form.opensAt, timeZone);
  const closesAt = momentField('closesAt', form.closesAt, timeZone);
  if (opensAt <= now)
    throw new Refusal('invalid', 'Проверьте сроки кампании.', {
      opensAt: 'Открытие должно быть в будущем. Чтобы начать сразу, сохраните кампанию и нажмите «Открыть сейчас»',
    });
  if (closesAt <= opensAt)
    throw new Refusal('invalid', 'Проверьте сроки кампании.', { closesAt: 'Закрытие должно быть позже открытия' });
  if (closesAt.getTime() - opensAt.getTime() > LONGEST_DAYS * 86_400_000)
    throw new Refusal('invalid', 'Проверьте сроки кампании.', {
      closesAt: 'Кампания длится больше года: проверьте, тот ли год указан',
    });
  return { opensAt, closesAt };
}
