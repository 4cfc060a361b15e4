'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { changedMeanwhile, idOrNone, line, onDay, people, text, version, year } from '@/lib/development/action-input';
import { ASSOCIATION_KINDS, dueOfTerm, isMunicipal, keepsAssociation } from '@/lib/development/association';
import {
  type Association,
  type AssociationCells,
  deleteMember,
  deletePlanRow,
  findAssociation,
  insertAssociation,
  insertMember,
  insertMinutes,
  insertPlanRow,
  membersOf,
  planOf,
  setPlanRowDone,
  updateAssociation,
} from '@/lib/development/association-store';
import { insertPerson, peopleNamed } from '@/lib/development/deficit-store';
import { ASSOCIATION_KIND_WORDS } from '@/lib/development/words';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { readSchool } from '@/lib/schools/queries';

const nameOf = ({ kind, subject }: Pick<Association, 'kind' | 'subject'>) =>
  `${ASSOCIATION_KIND_WORDS[kind]}: ${subject}`;

const cells = {
  subject: line('Напишите предмет или направление', 200),
  baseSchool: idOrNone,
  headPosition: text(200),
  forProject: z.literal('on').optional(),
};

/** The association of an id that the viewer keeps; one that he only reads, or does not see, does not exist for a change. */
async function kept({ viewer, tx }: QueryContext, associationId: string): Promise<Association> {
  const now = new Date();
  const [of, today] = [schoolYearAt(now, viewer.timeZone), dayAt(now, viewer.timeZone)];
  const found = await findAssociation(tx, ownMunicipality(viewer), associationId, of, today);
  if (!found || !keepsAssociation(viewer, found)) throw notFound();
  return found;
}

async function baseOf(
  context: QueryContext,
  kind: Association['kind'],
  baseSchool: string,
): Promise<AssociationCells['schoolId']> {
  const { viewer } = context;
  if (isSchoolRole(viewer.role)) {
    if (isMunicipal(kind) || (baseSchool !== '' && baseSchool !== viewer.schoolId)) throw notFound();
    return viewer.schoolId;
  }
  if (baseSchool !== '') return (await readSchool(context, baseSchool)).id;
  if (!isMunicipal(kind)) throw new Refusal('invalid', 'У ШМО есть школа.', { baseSchool: 'Выберите школу' });
  return null;
}

export const addAssociation = defineAction({
  name: 'development.add-association',
  permission: 'development.report',
  input: z.strictObject({ kind: z.enum(ASSOCIATION_KINDS, 'Выберите вид'), ...cells }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { baseSchool, forProject, ...rest } = input;
    const schoolId = await baseOf(context, input.kind, baseSchool);
    const made = { ...rest, schoolId, isForProject: forProject === 'on' };
    const entityId = await insertAssociation(tx, ownMunicipality(viewer), made);
    return {
      entity: 'association',
      entityId,
      details: { name: nameOf(input) },
      message: 'Методобъединение создано. Добавьте состав и план на год.',
      to: links.association(entityId),
    };
  },
});

export const editAssociation = defineAction({
  name: 'development.edit-association',
  permission: 'development.report',
  input: z.strictObject({ associationId: id, version, ...cells }),
  run: async (context) => {
    const { associationId, version: seen, baseSchool, forProject, ...rest } = context.input;
    const found = await kept(context, associationId);
    const schoolId = await baseOf(context, found.kind, baseSchool);
    const change = { ...rest, schoolId, isForProject: forProject === 'on' };
    if (!(await updateAssociation(context.tx, { id: found.id, version: seen }, change))) throw changedMeanwhile();
    const details = { name: nameOf({ ...found, ...rest }) };
    return { entity: 'association', entityId: found.id, details, message: 'Сохранено.' };
  },
});

/** Puts an association that meets no more into the archive, or takes it out. */
export const archiveAssociation = defineAction({
  name: 'development.archive-association',
  permission: 'development.report',
  input: z.strictObject({ associationId: id, version, archived: z.enum(['yes', 'no'], 'Обновите страницу') }),
  run: async (context) => {
    const found = await kept(context, context.input.associationId);
    const archivedAt = context.input.archived === 'yes' ? new Date() : null;
    if (!(await updateAssociation(context.tx, { id: found.id, version: context.input.version }, { archivedAt })))
      throw changedMeanwhile();
    return {
      entity: 'association',
      entityId: found.id,
      details: { name: nameOf(found), after: archivedAt ? 'в архиве' : 'действует' },
      message: archivedAt ? 'Методобъединение в архиве.' : 'Методобъединение снова действует.',
    };
  },
});

const PARTS_MAX = 300;

/** How many people of a school, by position, are in the association this school year. */
export const addAssociationMember = defineAction({
  name: 'development.add-member',
  permission: 'development.report',
  input: z.strictObject({
    ...{ associationId: id, year, memberSchool: idOrNone, position: line('Напишите должность', 150) },
    people: people('Сколько человек: целое число'),
  }),
  run: async (context) => {
    const { input, tx, viewer } = context;
    const found = await kept(context, input.associationId);
    if (input.people < 1) throw new Refusal('invalid', 'Проверьте число.', { people: 'Хотя бы один человек' });
    const asked = input.memberSchool === '' ? found.schoolId : input.memberSchool;
    if (asked === null) throw new Refusal('invalid', 'Выберите школу.', { memberSchool: 'Выберите школу' });
    const schoolId = (await readSchool(context, asked)).id;
    if (!isMunicipal(found.kind) && schoolId !== found.schoolId)
      throw new Refusal('invalid', 'В ШМО состоят педагоги его школы.', { memberSchool: 'Другая школа' });
    if ((await membersOf(tx, found.id, input.year)).length >= PARTS_MAX)
      throw new Refusal('too-many', `Не больше ${PARTS_MAX} строк состава.`);
    const of = { municipalityId: ownMunicipality(viewer), associationId: found.id, year: input.year };
    await insertMember(tx, of, { schoolId, position: input.position, people: input.people });
    const details = { name: nameOf(found), added: input.people };
    return { entity: 'association', entityId: found.id, details, message: 'Добавлено в состав.' };
  },
});

export const removeAssociationMember = defineAction({
  name: 'development.remove-member',
  permission: 'development.report',
  input: z.strictObject({ associationId: id, memberId: id }),
  run: async (context) => {
    const found = await kept(context, context.input.associationId);
    if (!(await deleteMember(context.tx, found.id, context.input.memberId))) throw notFound();
    return {
      entity: 'association',
      entityId: found.id,
      details: { name: nameOf(found) },
      message: 'Строка состава убрана.',
    };
  },
});

/** A row of the plan; its term is kept as written and understood in the months of the school year. */
export const addPlanRow = defineAction({
  name: 'development.add-plan-row',
  permission: 'development.report',
  input: z.strictObject({
    ...{
      associationId: id,
      year,
      theme: line('Напишите тему', 500),
      term: text(200),
      form: text(100),
      place: text(200),
    },
  }),
  run: async (context) => {
    const { input, tx, viewer } = context;
    const { associationId, year: of, ...row } = input;
    const found = await kept(context, associationId);
    if ((await planOf(tx, found.id, of)).length >= PARTS_MAX)
      throw new Refusal('too-many', `Не больше ${PARTS_MAX} строк плана.`);
    const place = { municipalityId: ownMunicipality(viewer), associationId: found.id, year: of };
    await insertPlanRow(tx, place, { ...row, due: dueOfTerm(row.term, of) });
    const details = { name: nameOf(found), year: of };
    return { entity: 'association', entityId: found.id, details, message: 'Строка плана добавлена.' };
  },
});

/** Says that a row of the plan was carried out, takes that back, or removes the row. */
export const markPlanRow = defineAction({
  name: 'development.mark-plan-row',
  permission: 'development.report',
  input: z.strictObject({
    ...{ associationId: id, planRowId: id },
    mark: z.enum(['done', 'undone', 'remove'], 'Обновите страницу'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const found = await kept(context, input.associationId);
    const today = dayAt(new Date(), viewer.timeZone);
    const done =
      input.mark === 'remove'
        ? await deletePlanRow(tx, found.id, input.planRowId)
        : await setPlanRowDone(tx, found.id, input.planRowId, input.mark === 'done' ? today : null);
    if (!done) throw changedMeanwhile();
    const said = { done: 'Отмечено: проведено.', undone: 'Отметка снята.', remove: 'Строка плана удалена.' }[
      input.mark
    ];
    return { entity: 'association', entityId: found.id, details: { name: nameOf(found) }, message: said };
  },
});

/** Minutes of a meeting: they are only added. Each line of `decisions` is one decision, `terms` stands beside it. */
export const addMinutes = defineAction({
  name: 'development.add-minutes',
  permission: 'development.report',
  input: z.strictObject({
    ...{ associationId: id, heldOn: onDay, number: line('Напишите номер протокола', 50) },
    agenda: line('Напишите повестку', 4000),
    decisionTexts: z.array(z.string().trim().max(1000, 'Не длиннее 1000 знаков')).max(20, 'Не больше 20'),
    decisionTerms: z.array(z.string().trim().max(200, 'Не длиннее 200 знаков')).max(20, 'Не больше 20'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { associationId, decisionTexts, decisionTerms, ...rest } = input;
    const found = await kept(context, associationId);
    if (input.heldOn > dayAt(new Date(), viewer.timeZone))
      throw new Refusal('invalid', 'Проверьте дату.', { heldOn: 'Этот день ещё не наступил' });
    const decisions = decisionTexts
      .map((said, index) => ({ text: said, term: decisionTerms[index] ?? '' }))
      .filter((one) => one.text !== '');
    const of = { municipalityId: ownMunicipality(viewer), associationId: found.id, createdById: viewer.userId };
    await insertMinutes(tx, of, { ...rest, decisions });
    const details = { name: nameOf(found), number: input.number };
    return { entity: 'association', entityId: found.id, details, message: 'Протокол записан.' };
  },
});

/** Names the head as the official contact, by a consent on paper; without it the position stands alone. */
export const nameAssociationHead = defineAction({
  name: 'development.name-head',
  permission: 'development.report',
  input: z.strictObject({
    ...{ associationId: id, workplace: idOrNone, personName: line('Напишите фамилию, имя и отчество', 150) },
    consentOn: onDay,
    hasConsent: z.literal('on', 'Без письменного согласия имя не записывают'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const found = await kept(context, input.associationId);
    if (input.consentOn > dayAt(new Date(), viewer.timeZone))
      throw new Refusal('invalid', 'Проверьте дату согласия.', { consentOn: 'Этот день ещё не наступил' });
    const asked = input.workplace === '' ? found.schoolId : input.workplace;
    if (asked === null) throw new Refusal('invalid', 'Где работает руководитель?', { workplace: 'Выберите школу' });
    const schoolId = (await readSchool(context, asked)).id;
    if ((await peopleNamed(tx, { associationId: found.id })).some(({ name }) => name !== null))
      throw new Refusal('conflict', 'Контакт уже записан. Сначала отзовите прежнее согласие.');
    const place = { municipalityId: ownMunicipality(viewer), schoolId };
    const person = {
      name: input.personName,
      position: found.headPosition || 'руководитель',
      consentOn: input.consentOn,
    };
    await insertPerson(tx, place, { associationId: found.id }, { ...person, recordedById: viewer.userId });
    return { entity: 'association', entityId: found.id, details: {}, message: 'Согласие записано, контакт добавлен.' };
  },
});
