'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { type Day, day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readSchool } from '@/lib/schools/queries';
import { changedMeanwhile, longText, needed, neededShort, shortText, version } from '@/lib/visits/action-input';
import { findTerm } from '@/lib/visits/dictionary-store';
import { countFiles, FILES_MAX, findFileRow, insertFileRow, leaveOutFile } from '@/lib/visits/file-store';
import { assertUnpublished, writtenVisit } from '@/lib/visits/own-visit';
import { MARKS, type RubricLine, type Visit } from '@/lib/visits/visit';
import {
  actionsOf,
  deleteAction,
  findAction,
  findVisit,
  insertAction,
  insertVisit,
  markAction,
  type NewVisit,
  publishVisit,
  updateVisit,
} from '@/lib/visits/visit-store';

const LINES_MAX = 60;
const ACTIONS_MAX = 50;

const visitFields = {
  ...{ termId: id, object: neededShort('Напишите, что смотрели'), visitDay: day, participants: longText },
  ...{ rubricName: shortText, protocol: longText },
  /** Lines of the checklist with their marks and notes: three columns of one table. */
  lines: z.array(shortText).max(LINES_MAX).default([]),
  marks: z.array(z.enum(MARKS)).max(LINES_MAX).default([]),
  notes: z.array(z.string().trim().max(1000, 'Не длиннее 1000 знаков')).max(LINES_MAX).default([]),
};
type VisitFields = z.output<z.ZodObject<typeof visitFields>>;

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

async function visitOf(context: QueryContext, fields: VisitFields, kept?: Visit): Promise<NewVisit> {
  const { lines, marks, notes, visitDay: on, ...rest } = fields;
  if (lines.length !== marks.length || lines.length !== notes.length)
    throw new Refusal('invalid', 'Форма пришла не целиком. Обновите страницу и повторите.');
  if (on > todayOf(context))
    throw new Refusal('invalid', 'Записывают визит, который уже был.', { visitDay: 'Этот день ещё не наступил' });
  const term = await findTerm(context.tx, ownMunicipality(context.viewer), fields.termId);
  if (term?.sort !== 'VISIT' || (term.isRetired && term.id !== kept?.kindId)) throw notFound();
  const rubric = lines.map((line, index): RubricLine => {
    return { line, mark: marks[index] ?? 'NOT_SEEN', note: notes[index] ?? '' };
  });
  return { ...rest, on, rubric };
}

const detailsOf = ({ schoolName, on }: Pick<Visit, 'schoolName' | 'on'>) => ({ name: schoolName, on });

/** A visit or an interview that has taken place; the school does not see it until it is published. */
export const writeVisit = defineAction({
  name: 'visit.write',
  permission: 'visit.write',
  input: z.strictObject({ schoolId: id, ...visitFields }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const { schoolId, ...fields } = input;
    const school = await readSchool(context, schoolId);
    const place = { municipalityId: ownMunicipality(viewer), schoolId: school.id, authorId: viewer.userId };
    const entityId = await insertVisit(tx, place, await visitOf(context, fields));
    return {
      ...{ entity: 'visit', entityId, details: { name: school.shortName, on: input.visitDay } },
      message: 'Запись сохранена. Добавьте, о чём договорились, и откройте её школе.',
      to: links.visit(entityId),
    };
  },
});

/** New words of a visit that the school has not read yet. */
export const editVisit = defineAction({
  name: 'visit.edit',
  permission: 'visit.write',
  input: z.strictObject({ visitId: id, version, ...visitFields }),
  run: async (context) => {
    const { visitId, version: seen, ...fields } = context.input;
    const visit = await writtenVisit(context, visitId);
    assertUnpublished(visit);
    const change = await visitOf(context, fields, visit);
    if (!(await updateVisit(context.tx, { id: visit.id, version: seen }, change))) throw changedMeanwhile();
    return {
      ...{ entity: 'visit', entityId: visit.id, details: detailsOf(visit) },
      ...{ message: 'Сохранено.', to: links.visit(visit.id) },
    };
  },
});

/** From now on the school and the department read it, and its words stay. */
export const openVisit = defineAction({
  name: 'visit.publish',
  permission: 'visit.write',
  input: z.strictObject({ visitId: id, version }),
  run: async (context) => {
    const visit = await writtenVisit(context, context.input.visitId);
    assertUnpublished(visit);
    if (!(await publishVisit(context.tx, { id: visit.id, version: context.input.version }, new Date())))
      throw changedMeanwhile();
    return {
      ...{ entity: 'visit', entityId: visit.id, details: detailsOf(visit) },
      ...{ message: 'Запись открыта школе.', to: links.visit(visit.id) },
    };
  },
});

/** What was agreed: what, till when, who answers by position. Part of the protocol, so before it is published. */
export const addAgreed = defineAction({
  name: 'visit.agree',
  permission: 'visit.write',
  input: z.strictObject({
    visitId: id,
    text: needed('Напишите, о чём договорились'),
    dueAt: day,
    responsible: shortText,
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const visit = await writtenVisit(context, input.visitId);
    assertUnpublished(visit);
    if (input.dueAt < visit.on)
      throw new Refusal('invalid', 'Срок раньше самого визита. Проверьте дату.', { dueAt: 'Не раньше дня визита' });
    if ((await actionsOf(tx, visit.id)).length >= ACTIONS_MAX)
      throw new Refusal('too-many', `Договорённостей одного визита не больше ${ACTIONS_MAX}.`);
    const action = { text: input.text, due: input.dueAt, responsible: input.responsible };
    await insertAction(tx, ownMunicipality(viewer), visit.id, action);
    const details = { ...detailsOf(visit), after: input.text.slice(0, 100) };
    return { entity: 'visit', entityId: visit.id, details, message: 'Договорённость записана.' };
  },
});

const SAID = { done: 'Отмечено.', open: 'Снова в работе.', remove: 'Договорённость убрана.' } as const;

/** Done, open again; or taken out while the school has not read it. The centre and the curator of the school mark. */
export const changeAgreed = defineAction({
  name: 'visit.agreed-change',
  permission: 'visit.write',
  input: z.strictObject({
    actionId: id,
    step: z.enum(['done', 'open', 'remove'], 'Выберите действие'),
    note: shortText,
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const action = await findAction(tx, input.actionId);
    const visit = action && (await findVisit(tx, ownMunicipality(viewer), action.visitId));
    if (!action || !visit) throw notFound();
    if (input.step === 'remove') assertUnpublished(await writtenVisit(context, visit.id));
    const isDone =
      input.step === 'remove'
        ? await deleteAction(tx, action.id)
        : await markAction(tx, action.id, input.step === 'done' ? todayOf(context) : null, input.note);
    if (!isDone) throw new Refusal('conflict', 'Это уже изменили. Обновите страницу.');
    const details = { ...detailsOf(visit), after: SAID[input.step] };
    return { entity: 'visit', entityId: visit.id, details, message: SAID[input.step] };
  },
});

/** A page on the net beside the protocol. It is never opened by the portal. */
export const addVisitLink = defineAction({
  name: 'visit.link-add',
  permission: 'visit.write',
  input: z.strictObject({
    visitId: id,
    url: z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' }).max(2000, 'Слишком длинный адрес'),
    title: shortText,
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const visit = await writtenVisit(context, input.visitId);
    if ((await countFiles(tx, visit.id)) >= FILES_MAX)
      throw new Refusal('too-many', `К одному визиту прикладывают не больше ${FILES_MAX} файлов.`);
    const title = input.title || input.url;
    await insertFileRow(tx, ownMunicipality(viewer), visit.id, { title, url: input.url, addedById: viewer.userId });
    return { entity: 'visit', entityId: visit.id, details: { name: title }, message: 'Ссылка добавлена.' };
  },
});

/** Takes a file or a link back; that it was there stays known. */
export const dropVisitFile = defineAction({
  name: 'visit.file-remove',
  permission: 'visit.write',
  input: z.strictObject({ fileRowId: id }),
  run: async (context) => {
    const file = await findFileRow(context.tx, context.input.fileRowId);
    if (!file || file.removedAt) throw notFound();
    const visit = await writtenVisit(context, file.visitId);
    if (!(await leaveOutFile(context.tx, file.id))) throw notFound();
    return { entity: 'visit', entityId: visit.id, details: { name: file.title }, message: 'Файл убран.' };
  },
});
