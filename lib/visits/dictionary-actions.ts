'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';
import { needed, neededShort } from '@/lib/visits/action-input';
import {
  changeRubric,
  changeTerm,
  findTerm,
  insertRubric,
  insertTerm,
  rubricsOf,
  type TermSort,
  termsOf,
} from '@/lib/visits/dictionary-store';
import { linesOf, type Rubric } from '@/lib/visits/visit';

const ENTRIES_MAX = 60;
const RUBRIC_LINES_MAX = 60;
const LINE_MAX = 200;

async function assertTermIsFree(tx: Tx, municipalityId: string, sort: TermSort, name: string, own?: string) {
  const known = await termsOf(tx, municipalityId, sort);
  if (known.length >= ENTRIES_MAX && own === undefined)
    throw new Refusal('too-many', `В справочнике не больше ${ENTRIES_MAX} строк.`);
  if (known.some((term) => term.id !== own && fold(term.name) === fold(name)))
    throw new Refusal('conflict', 'Такая строка уже есть.', { termName: 'Уже есть в справочнике' });
}

const termName = neededShort('Напишите название');

/** A kind of visit, or a theme of consultations. */
export const addTerm = defineAction({
  name: 'visit.term-add',
  permission: 'visit.settings',
  input: z.strictObject({ sort: z.enum(['VISIT', 'CONSULTATION'], 'Выберите справочник'), termName }),
  run: async ({ viewer, tx, input }) => {
    const municipalityId = ownMunicipality(viewer);
    await assertTermIsFree(tx, municipalityId, input.sort, input.termName);
    const entityId = await insertTerm(tx, municipalityId, input.sort, input.termName);
    return { entity: 'visit_term', entityId, details: { name: input.termName }, message: 'Добавлено.' };
  },
});

/** Renames an entry or takes it out of use; what has it keeps it. */
export const editTerm = defineAction({
  name: 'visit.term-edit',
  permission: 'visit.settings',
  input: z.strictObject({ termId: id, termName, isRetired: z.literal('on').optional() }),
  run: async ({ viewer, tx, input }) => {
    const municipalityId = ownMunicipality(viewer);
    const term = await findTerm(tx, municipalityId, input.termId);
    if (!term) throw notFound();
    await assertTermIsFree(tx, municipalityId, term.sort, input.termName, term.id);
    await changeTerm(tx, term.id, { name: input.termName, isRetired: input.isRetired === 'on' });
    const details = { name: input.termName, before: term.name };
    return { entity: 'visit_term', entityId: term.id, details, message: 'Сохранено.' };
  },
});

const rubricFields = {
  rubricName: neededShort('Напишите название'),
  rubricLines: needed('Напишите хотя бы одну строку'),
};

function rubricLinesOf(text: string): readonly string[] {
  const lines = linesOf(text);
  if (lines.length > RUBRIC_LINES_MAX)
    throw new Refusal('invalid', `В чек-листе не больше ${RUBRIC_LINES_MAX} строк.`, {
      rubricLines: 'Слишком много строк',
    });
  if (lines.some((line) => line.length > LINE_MAX))
    throw new Refusal('invalid', `Строка не длиннее ${LINE_MAX} знаков.`, { rubricLines: 'Слишком длинная строка' });
  return lines;
}

function assertRubricIsFree(known: readonly Rubric[], name: string, own?: string): void {
  if (known.length >= ENTRIES_MAX && own === undefined)
    throw new Refusal('too-many', `Чек-листов не больше ${ENTRIES_MAX}.`);
  if (known.some((one) => one.id !== own && fold(one.name) === fold(name)))
    throw new Refusal('conflict', 'Чек-лист с таким названием уже есть.', { rubricName: 'Уже есть' });
}

/** A checklist as a template: a line a line. */
export const addRubric = defineAction({
  name: 'visit.rubric-add',
  permission: 'visit.settings',
  input: z.strictObject(rubricFields),
  run: async ({ viewer, tx, input }) => {
    const municipalityId = ownMunicipality(viewer);
    assertRubricIsFree(await rubricsOf(tx, municipalityId), input.rubricName);
    const rubric = { name: input.rubricName, lines: rubricLinesOf(input.rubricLines) };
    const entityId = await insertRubric(tx, municipalityId, rubric);
    return { entity: 'visit_rubric', entityId, details: { name: input.rubricName }, message: 'Чек-лист добавлен.' };
  },
});

/** New lines of a template, or it is not offered any more; visits keep the lines they have copied. */
export const editRubric = defineAction({
  name: 'visit.rubric-edit',
  permission: 'visit.settings',
  input: z.strictObject({ rubricId: id, ...rubricFields, isRetired: z.literal('on').optional() }),
  run: async ({ viewer, tx, input }) => {
    const known = await rubricsOf(tx, ownMunicipality(viewer));
    const rubric = known.find((one) => one.id === input.rubricId);
    if (!rubric) throw notFound();
    assertRubricIsFree(known, input.rubricName, rubric.id);
    const lines = rubricLinesOf(input.rubricLines);
    await changeRubric(tx, { id: rubric.id, name: input.rubricName, lines, isRetired: input.isRetired === 'on' });
    const details = { name: input.rubricName, before: rubric.name };
    return { entity: 'visit_rubric', entityId: rubric.id, details, message: 'Чек-лист сохранён.' };
  },
});
