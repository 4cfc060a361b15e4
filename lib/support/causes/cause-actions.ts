'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import { insertCaseEvents } from '@/lib/support/cases/case-store';
import { writableCase } from '@/lib/support/cases/own-case';
import { CAUSE_WEIGHTS } from '@/lib/support/causes/cause';
import {
  causesOf,
  findCaseCause,
  findCause,
  insertCaseCause,
  insertCause,
  updateCaseCause,
  updateCause,
} from '@/lib/support/causes/cause-store';
import { STUDY_METHODS } from '@/lib/support/studies/study';
import { changedMeanwhile, neededWords, version, words } from '@/lib/support/support-input';
import { WEIGHT_WORDS } from '@/lib/support/words';

const CAUSES_MAX = 200;
const causeFields = { name: neededWords('Напишите название', 300), signs: words(1000) };

async function assertNameIsFree({ viewer, tx }: QueryContext, name: string, own?: string): Promise<void> {
  const known = await causesOf(tx, ownMunicipality(viewer));
  if (own === undefined && known.length >= CAUSES_MAX)
    throw new Refusal('too-many', `В справочнике не больше ${CAUSES_MAX} причин.`);
  if (known.some((cause) => cause.id !== own && fold(cause.name) === fold(name)))
    throw new Refusal('conflict', 'Такая причина уже есть, возможно в архиве.', { name: 'Уже есть в справочнике' });
}

export const addCause = defineAction({
  name: 'cause.add',
  permission: 'support.change',
  input: z.strictObject(causeFields),
  run: async (context) => {
    await assertNameIsFree(context, context.input.name);
    const entityId = await insertCause(context.tx, ownMunicipality(context.viewer), context.input);
    return {
      entity: 'cause',
      entityId,
      details: { name: context.input.name },
      message: 'Причина добавлена в справочник.',
    };
  },
});

/** Renames a cause, says by what it is known, archives it or brings it back; cases keep what they have. */
export const editCause = defineAction({
  name: 'cause.edit',
  permission: 'support.change',
  input: z.strictObject({ causeId: id, version, ...causeFields, archived: z.literal('on').optional() }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const cause = await findCause(tx, ownMunicipality(viewer), input.causeId);
    if (!cause) throw notFound();
    await assertNameIsFree(context, input.name, cause.id);
    const { name, signs } = input;
    const change = { name, signs, isArchived: input.archived === 'on' };
    if (!(await updateCause(tx, { id: cause.id, version: input.version }, change))) throw changedMeanwhile();
    return {
      entity: 'cause',
      entityId: cause.id,
      details: { before: cause.name, after: name },
      message: 'Причина сохранена.',
    };
  },
});

const caseCauseFields = {
  weight: z.enum(CAUSE_WEIGHTS, 'Выберите значимость'),
  source: z
    .union([z.literal(''), z.enum(STUDY_METHODS)], 'Выберите, откуда предположение')
    .default('')
    .transform((value) => value || null),
  note: words(2000),
};

/** Supposes a cause in a case: a hypothesis until a held study supports it. */
export const supposeCause = defineAction({
  name: 'support.add-cause',
  permission: 'support.work',
  input: z.strictObject({ caseId: id, causeId: id, ...caseCauseFields }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const { id: caseId, schoolId, year } = await writableCase(context, input.caseId);
    const cause = await findCause(tx, municipalityId, input.causeId);
    if (!cause) throw notFound();
    if (cause.isArchived)
      throw new Refusal('closed', 'Эта причина в архиве справочника: верните её или выберите другую.');
    const { weight, source, note } = input;
    const place = { municipalityId, caseId, schoolId };
    if (!(await insertCaseCause(tx, place, { weight, source, note, causeId: cause.id, addedById: viewer.userId })))
      throw new Refusal('conflict', 'Эта причина уже отмечена: поправьте её ниже.', { causeId: 'Уже отмечена' });
    const text = `${cause.name} (значимость ${WEIGHT_WORDS[weight]})`;
    await insertCaseEvents(tx, municipalityId, [
      { caseId, schoolId, step: 'CAUSE_ADDED', text, authorId: viewer.userId },
    ]);
    return {
      entity: 'support_case',
      entityId: caseId,
      details: { name: cause.name },
      message: 'Причина отмечена. Пока это предположение: его подтвердит исследование.',
      to: links.supportCauses(schoolId, { year: String(year) }),
    };
  },
});

export const editCaseCause = defineAction({
  name: 'support.edit-cause',
  permission: 'support.work',
  input: z.strictObject({ caseCauseId: id, version, ...caseCauseFields }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const cause = await findCaseCause(tx, municipalityId, input.caseCauseId);
    if (!cause) throw notFound();
    const { id: caseId, schoolId } = await writableCase(context, cause.caseId);
    const { weight, source, note } = input;
    if (!(await updateCaseCause(tx, { id: cause.id, version: input.version }, { weight, source, note })))
      throw changedMeanwhile();
    const text = `${cause.name} (значимость ${WEIGHT_WORDS[weight]})`;
    await insertCaseEvents(tx, municipalityId, [
      { caseId, schoolId, step: 'CAUSE_CHANGED', text, authorId: viewer.userId },
    ]);
    return { entity: 'support_case', entityId: caseId, details: { name: cause.name }, message: 'Причина сохранена.' };
  },
});

/** Takes a cause off; that it was supposed stays in the history. */
export const dropCaseCause = defineAction({
  name: 'support.remove-cause',
  permission: 'support.work',
  input: z.strictObject({ caseCauseId: id, version }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const cause = await findCaseCause(tx, municipalityId, input.caseCauseId);
    if (!cause) throw notFound();
    const { id: caseId, schoolId } = await writableCase(context, cause.caseId);
    if (!(await updateCaseCause(tx, { id: cause.id, version: input.version }, { removedAt: new Date() })))
      throw changedMeanwhile();
    await insertCaseEvents(tx, municipalityId, [
      { caseId, schoolId, step: 'CAUSE_REMOVED', text: cause.name, authorId: viewer.userId },
    ]);
    return { entity: 'support_case', entityId: caseId, details: { name: cause.name }, message: 'Причина снята.' };
  },
});
