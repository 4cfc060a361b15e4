'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { changedMeanwhile, idOrNone, line, onDay, people, version, year } from '@/lib/development/action-input';
import {
  type DeficitCells,
  deleteDeficit,
  eraseName,
  findDeficit,
  findPerson,
  hasSameDeficit,
  insertDeficit,
  insertPerson,
  insertWord,
  peopleNamed,
  setRetired,
  updateDeficit,
  wordsOf,
} from '@/lib/development/deficit-store';
import { reportedSchool } from '@/lib/development/own-school';
import { WORD_KINDS } from '@/lib/development/words';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';

const WORDS_MAX = 300;

/** A new word of a dictionary; the same one twice is refused, whatever its case. */
export const addDevelopmentWord = defineAction({
  name: 'development.add-word',
  permission: 'development.change',
  input: z.strictObject({ kind: z.enum(WORD_KINDS, 'Выберите справочник'), name: line('Напишите название', 200) }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const known = (await wordsOf(tx, municipalityId)).filter(({ kind }) => kind === input.kind);
    if (known.length >= WORDS_MAX) throw new Refusal('too-many', `Не больше ${WORDS_MAX} слов в справочнике.`);
    if (known.some(({ name }) => fold(name) === fold(input.name)))
      throw new Refusal('conflict', 'Такое название уже есть.', { name: 'Уже есть в справочнике' });
    const entityId = await insertWord(tx, municipalityId, input.kind, input.name);
    return { entity: 'development_word', entityId, details: { name: input.name }, message: 'Добавлено в справочник.' };
  },
});

/** Takes a word out of use or back; what has it keeps it. */
export const retireDevelopmentWord = defineAction({
  name: 'development.retire-word',
  permission: 'development.change',
  input: z.strictObject({ wordId: id, retired: z.enum(['yes', 'no'], 'Обновите страницу') }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const word = (await wordsOf(tx, municipalityId)).find((one) => one.id === input.wordId);
    if (!word) throw notFound();
    if (!(await setRetired(tx, municipalityId, word.id, input.retired === 'yes'))) throw changedMeanwhile();
    return {
      entity: 'development_word',
      entityId: word.id,
      details: { name: word.name, after: input.retired === 'yes' ? 'убрано' : 'возвращено' },
      message: input.retired === 'yes' ? 'Больше не предлагается.' : 'Снова предлагается.',
    };
  },
});

const deficitFields = {
  wordId: id,
  subject: line('Напишите предмет', 100),
  teachers: people('Сколько педагогов с этим дефицитом: целое число'),
  ofTeachers: people('Сколько педагогов обследовано: целое число'),
  source: line('Напишите, откуда это известно', 300),
  foundOn: onDay,
};

async function assertDeficit({ viewer, tx }: QueryContext, cells: DeficitCells): Promise<string> {
  const words = await wordsOf(tx, ownMunicipality(viewer));
  const word = words.find((one) => one.id === cells.wordId && one.kind === 'DEFICIT');
  if (!word) throw notFound();
  if (cells.ofTeachers < 1)
    throw new Refusal('invalid', 'Проверьте числа.', { ofTeachers: 'Обследован хотя бы один педагог' });
  if (cells.teachers > cells.ofTeachers)
    throw new Refusal('invalid', 'Проверьте числа.', { teachers: 'Не больше, чем обследовано' });
  if (cells.foundOn > dayAt(new Date(), viewer.timeZone))
    throw new Refusal('invalid', 'Проверьте дату.', { foundOn: 'Этот день ещё не наступил' });
  return word.name;
}

const twice = () =>
  new Refusal('conflict', 'Этот дефицит по этому предмету за год уже записан. Откройте запись и исправьте числа.', {
    wordId: 'Уже записан',
  });

/** A count of a school, a subject and a deficit: once a school year. */
export const addDeficit = defineAction({
  name: 'development.add-deficit',
  permission: 'development.report',
  input: z.strictObject({ schoolId: idOrNone, year, ...deficitFields }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { schoolId: asked, year: of, ...cells } = input;
    const schoolId = await reportedSchool(context, asked);
    const word = await assertDeficit(context, cells);
    if (await hasSameDeficit(tx, { ...cells, schoolId, year: of })) throw twice();
    const place = { municipalityId: ownMunicipality(viewer), schoolId, year: of };
    const entityId = await insertDeficit(tx, place, cells, viewer.userId);
    return {
      entity: 'deficit',
      entityId,
      details: { name: `${cells.subject}: ${word}`, year: of },
      message: 'Дефицит записан.',
      to: links.deficit(entityId),
    };
  },
});

async function own({ viewer, tx }: QueryContext, deficitId: string) {
  const found = await findDeficit(tx, ownMunicipality(viewer), deficitId);
  if (!found || (isSchoolRole(viewer.role) && found.schoolId !== viewer.schoolId)) throw notFound();
  return found;
}

export const editDeficit = defineAction({
  name: 'development.edit-deficit',
  permission: 'development.report',
  input: z.strictObject({ deficitId: id, version, ...deficitFields }),
  run: async (context) => {
    const { deficitId, version: seen, ...cells } = context.input;
    const deficit = await own(context, deficitId);
    const word = await assertDeficit(context, cells);
    if (await hasSameDeficit(context.tx, { ...deficit, ...cells }, deficit.id)) throw twice();
    if (!(await updateDeficit(context.tx, { id: deficit.id, version: seen }, cells))) throw changedMeanwhile();
    return {
      entity: 'deficit',
      entityId: deficit.id,
      details: { name: `${cells.subject}: ${word}` },
      message: 'Запись сохранена.',
    };
  },
});

/** Removes a count written by mistake. One that people are named for stays: their consents are a record. */
export const removeDeficit = defineAction({
  name: 'development.remove-deficit',
  permission: 'development.report',
  input: z.strictObject({ deficitId: id, version }),
  run: async (context) => {
    const deficit = await own(context, context.input.deficitId);
    if ((await peopleNamed(context.tx, { deficitId: deficit.id })).length > 0)
      throw new Refusal('closed', 'К записи относятся согласия педагогов: её исправляют, а не удаляют.');
    if (!(await deleteDeficit(context.tx, { id: deficit.id, version: context.input.version })))
      throw changedMeanwhile();
    return {
      entity: 'deficit',
      entityId: deficit.id,
      details: { name: `${deficit.subject}: ${deficit.word}`, year: deficit.year },
      message: 'Запись удалена.',
      to: links.deficits(),
    };
  },
});

/** Names a teacher of a deficit by a consent on paper. The journal says that it was done, never of whom. */
export const nameDeficitPerson = defineAction({
  name: 'development.name-person',
  permission: 'development.report',
  input: z.strictObject({
    deficitId: id,
    personName: line('Напишите фамилию, имя и отчество', 150),
    position: line('Напишите должность', 150),
    consentOn: onDay,
    hasConsent: z.literal('on', 'Без письменного согласия имя не записывают'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const deficit = await own(context, input.deficitId);
    if (input.consentOn > dayAt(new Date(), viewer.timeZone))
      throw new Refusal('invalid', 'Проверьте дату согласия.', { consentOn: 'Этот день ещё не наступил' });
    const named = await peopleNamed(tx, { deficitId: deficit.id });
    if (named.length >= deficit.teachers)
      throw new Refusal('conflict', `В записи ${deficit.teachers} чел.: больше имён, чем педагогов, быть не может.`);
    const place = { municipalityId: ownMunicipality(viewer), schoolId: deficit.schoolId };
    const person = {
      ...{ name: input.personName, position: input.position, consentOn: input.consentOn },
      recordedById: viewer.userId,
    };
    await insertPerson(tx, place, { deficitId: deficit.id }, person);
    return { entity: 'deficit', entityId: deficit.id, details: {}, message: 'Согласие записано, имя добавлено.' };
  },
});

/** Withdraws a consent: the name is erased for good, of the person a count remains. */
export const withdrawConsent = defineAction({
  name: 'development.withdraw-consent',
  permission: 'development.report',
  input: z.strictObject({ personId: id }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const person = await findPerson(tx, ownMunicipality(viewer), input.personId);
    if (!person || (isSchoolRole(viewer.role) && person.schoolId !== viewer.schoolId)) throw notFound();
    if (!(await eraseName(tx, person.id))) throw new Refusal('closed', 'Согласие уже отозвано, имя стёрто.');
    return {
      entity: person.deficitId ? 'deficit' : 'association',
      entityId: person.deficitId ?? person.associationId ?? person.id,
      details: {},
      message: 'Согласие отозвано, имя стёрто.',
    };
  },
});
