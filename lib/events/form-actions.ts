'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { changeForm, findForm, formsOf, insertForm } from '@/lib/events/form-store';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';

const FORMS_MAX = 60;
const norm = z
  .string()
  .trim()
  .regex(/^([1-9]\d?)?$/, 'Укажите число от 1 до 99 или оставьте пустым')
  .transform((text) => (text === '' ? null : Number(text)))
  .default(null);
const formFields = {
  formName: z.string().trim().min(1, 'Напишите название').max(80, 'Не длиннее 80 знаков'),
  normMin: norm,
  normMax: norm,
} as const;

/** A norm is a range; one number alone is both its ends. */
function normOf({ normMin, normMax }: { normMin: number | null; normMax: number | null }) {
  const min = normMin ?? normMax;
  const max = normMax ?? normMin;
  if (min !== null && max !== null && min > max) {
    throw new Refusal('invalid', 'Проверьте норму.', { normMax: 'Не меньше, чем «от»' });
  }
  return { normMin: min, normMax: max };
}

async function assertNameIsFree(tx: Tx, municipalityId: string, name: string, own?: string): Promise<void> {
  const forms = await formsOf(tx, municipalityId);
  if (forms.length >= FORMS_MAX && own === undefined) throw new Refusal('too-many', `Не больше ${FORMS_MAX} форм.`);
  if (forms.some((form) => form.id !== own && fold(form.name) === fold(name))) {
    throw new Refusal('conflict', 'Такая форма уже есть.', { formName: 'Уже есть в справочнике' });
  }
}

export const addForm = defineAction({
  name: 'event.form-add',
  permission: 'event.change',
  input: z.strictObject(formFields),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    await assertNameIsFree(tx, municipalityId, input.formName);
    const entityId = await insertForm(tx, municipalityId, { name: input.formName, ...normOf(input) });
    return { entity: 'event_form', entityId, details: { name: input.formName }, message: 'Форма добавлена.' };
  },
});

/** Renames a form, sets its norm, or takes it out of use; events that have it keep it. */
export const editForm = defineAction({
  name: 'event.form-edit',
  permission: 'event.change',
  input: z.strictObject({ formId: id, ...formFields, isRetired: z.literal('on').optional() }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const form = await findForm(tx, municipalityId, input.formId);
    if (!form) throw notFound();
    await assertNameIsFree(tx, municipalityId, input.formName, form.id);
    const isRetired = input.isRetired === 'on';
    await changeForm(tx, form.id, { name: input.formName, isRetired, ...normOf(input) });
    const details = { name: input.formName, before: form.name };
    return { entity: 'event_form', entityId: form.id, details, message: 'Форма сохранена.' };
  },
});
