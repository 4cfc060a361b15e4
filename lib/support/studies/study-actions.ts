'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { day, dayAt, formatDay } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readSchool } from '@/lib/schools/queries';
import { caseOf } from '@/lib/support/cases/case-store';
import { assertSchoolWritable } from '@/lib/support/cases/own-case';
import { caseCauses } from '@/lib/support/causes/cause-store';
import { FILES_MAX, writableStudy } from '@/lib/support/studies/own-study';
import { heldProblems, STUDY_METHODS, type Study, type StudyWords } from '@/lib/support/studies/study';
import { countFiles, findFile, insertFile, leaveOutFile } from '@/lib/support/studies/study-file-store';
import {
  agreementsOf,
  findAgreement,
  insertAgreement,
  insertStudies,
  setAgreementDone,
  setSupported,
  updateStudy,
} from '@/lib/support/studies/study-store';
import { changedMeanwhile, neededWords, version, words, year } from '@/lib/support/support-input';
import { METHOD_WORDS, STUDY_STATE_WORDS } from '@/lib/support/words';

const AGREEMENTS_MAX = 50;
const DOCUMENTS_MAX = 60;

const studyFields = {
  day,
  heldBy: words(500),
  object: words(1000),
  participants: words(1000),
  headcount: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,5})?$/, 'Укажите целое число или оставьте пустым')
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
  /** One a line. */
  documents: words(6000).transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, DOCUMENTS_MAX),
  ),
  conclusion: words(),
  causes: z.array(id).max(200).default([]),
  tookPlace: z.literal('on').optional(),
};

const todayOf = ({ viewer }: QueryContext) => dayAt(new Date(), viewer.timeZone);

const detailsOf = ({ method, schoolName }: Pick<Study, 'method' | 'schoolName'>) => ({
  name: `${schoolName}: ${METHOD_WORDS[method]}`,
});

function assertHeld(study: StudyWords, context: QueryContext): void {
  const problems = heldProblems(study, todayOf(context));
  if (Object.keys(problems).length > 0)
    throw new Refusal('invalid', 'Чтобы отметить исследование проведённым, дополните его.', problems);
}

/** Ticked causes must be the case's own; what is not there any more is refused. */
async function assertCauses(
  { viewer, tx }: QueryContext,
  of: { readonly schoolId: string; readonly year: number },
  ticked: readonly string[],
): Promise<readonly string[]> {
  if (ticked.length === 0) return [];
  const municipalityId = ownMunicipality(viewer);
  const found = await caseOf(tx, municipalityId, of.schoolId, of.year);
  const known = new Set(found ? (await caseCauses(tx, municipalityId, found.id)).map(({ id: cause }) => cause) : []);
  if (!ticked.every((cause) => known.has(cause)))
    throw new Refusal('conflict', 'Причины карточки с тех пор изменились. Обновите страницу и отметьте заново.');
  return [...new Set(ticked)];
}

/** Plans a study of a school, or records one that was held. */
export const writeStudy = defineAction({
  name: 'study.write',
  permission: 'support.work',
  input: z.strictObject({
    schoolId: id,
    year,
    studyMethod: z.enum(STUDY_METHODS, 'Выберите способ'),
    ...studyFields,
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const school = await readSchool(context, input.schoolId);
    const { schoolId: _school, year: asked, studyMethod: method, causes, tookPlace, ...rest } = input;
    const place = { schoolId: school.id, year: asked };
    await assertSchoolWritable(context, place);
    const written = { ...rest, method };
    if (tookPlace) assertHeld(written, context);
    const supported = await assertCauses(context, place, causes);
    const municipalityId = ownMunicipality(viewer);
    const draft = { ...written, ...place, surveyId: null, state: tookPlace ? ('HELD' as const) : ('PLANNED' as const) };
    const [studyId = ''] = await insertStudies(tx, municipalityId, [draft], viewer.userId);
    await setSupported(tx, municipalityId, studyId, supported);
    return {
      entity: 'study',
      entityId: studyId,
      details: { ...detailsOf({ method, schoolName: school.shortName }), on: formatDay(input.day) },
      message: tookPlace ? 'Исследование записано.' : 'Исследование в плане.',
      to: links.study(studyId),
    };
  },
});

/** Changes a study, or records that it was held with what came of it. */
export const editStudy = defineAction({
  name: 'study.edit',
  permission: 'support.work',
  input: z.strictObject({ studyId: id, version, ...studyFields }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const study = await writableStudy(context, input.studyId);
    const { studyId, version: seen, causes, tookPlace, ...rest } = input;
    const written = { ...rest, method: study.method };
    const isHeld = study.state === 'HELD' || tookPlace === 'on';
    if (isHeld) assertHeld(written, context);
    const supported = await assertCauses(context, study, causes);
    const state = isHeld ? 'HELD' : 'PLANNED';
    if (!(await updateStudy(tx, { id: studyId, version: seen }, { words: written, state }))) throw changedMeanwhile();
    await setSupported(tx, ownMunicipality(viewer), studyId, supported);
    return {
      entity: 'study',
      entityId: studyId,
      details: { ...detailsOf(study), before: STUDY_STATE_WORDS[study.state], after: STUDY_STATE_WORDS[state] },
      message: 'Исследование сохранено.',
      to: links.study(studyId),
    };
  },
});

/** A planned study that will not be held, with the reason. What was held stays. */
export const cancelStudy = defineAction({
  name: 'study.cancel',
  permission: 'support.work',
  input: z.strictObject({ studyId: id, version, reason: neededWords('Напишите причину', 1000) }),
  run: async (context) => {
    const { input, tx } = context;
    const study = await writableStudy(context, input.studyId);
    if (study.state !== 'PLANNED') throw new Refusal('closed', 'Проведённое исследование не отменяют.');
    const change = { state: 'CANCELLED', cancelReason: input.reason } as const;
    if (!(await updateStudy(tx, { id: study.id, version: input.version }, change))) throw changedMeanwhile();
    return {
      entity: 'study',
      entityId: study.id,
      details: { ...detailsOf(study), reason: input.reason },
      message: 'Исследование отменено.',
      to: links.study(study.id),
    };
  },
});

/** What was agreed, and till when. */
export const addAgreement = defineAction({
  name: 'study.add-agreement',
  permission: 'support.work',
  input: z.strictObject({ studyId: id, text: neededWords('Напишите, о чём договорились', 1000), dueAt: day }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const study = await writableStudy(context, input.studyId);
    if ((await agreementsOf(tx, study.id)).length >= AGREEMENTS_MAX)
      throw new Refusal('too-many', `В одном исследовании не больше ${AGREEMENTS_MAX} договорённостей.`);
    const place = { id: study.id, schoolId: study.schoolId, municipalityId: ownMunicipality(viewer) };
    await insertAgreement(tx, place, { text: input.text, due: input.dueAt, addedById: viewer.userId });
    return {
      entity: 'study',
      entityId: study.id,
      details: { ...detailsOf(study), dueAt: formatDay(input.dueAt) },
      message: 'Договорённость записана.',
    };
  },
});

/** Marks an agreed action done, or takes the mark back. */
export const settleAgreement = defineAction({
  name: 'study.settle-agreement',
  permission: 'support.work',
  input: z.strictObject({ agreementId: id, state: z.enum(['done', 'open'], 'Выберите состояние') }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const agreement = await findAgreement(tx, ownMunicipality(viewer), input.agreementId);
    if (!agreement) throw notFound();
    const study = await writableStudy(context, agreement.studyId);
    const isDone = input.state === 'done';
    await setAgreementDone(tx, agreement.id, isDone ? new Date() : null);
    return {
      entity: 'study',
      entityId: study.id,
      details: {
        ...detailsOf(study),
        title: agreement.text.slice(0, 100),
        after: isDone ? 'выполнено' : 'не выполнено',
      },
      message: isDone ? 'Отмечено: выполнено.' : 'Отметка снята.',
    };
  },
});

/** A page on the net with the protocol. It is never opened by the portal. */
export const addStudyLink = defineAction({
  name: 'study.add-link',
  permission: 'support.work',
  input: z.strictObject({
    studyId: id,
    url: z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' }).max(2000, 'Слишком длинный адрес'),
    title: words(200),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const study = await writableStudy(context, input.studyId);
    if ((await countFiles(tx, study.id)) >= FILES_MAX)
      throw new Refusal('too-many', `К одному исследованию прикладывают не больше ${FILES_MAX} файлов.`);
    const title = input.title || input.url;
    const place = { id: study.id, schoolId: study.schoolId, municipalityId: ownMunicipality(viewer) };
    await insertFile(tx, place, { title, url: input.url, addedById: viewer.userId });
    return { entity: 'study', entityId: study.id, details: { name: title }, message: 'Ссылка добавлена.' };
  },
});

/** Takes a file back; that it was there stays known. */
export const dropStudyFile = defineAction({
  name: 'study.remove-file',
  permission: 'support.work',
  input: z.strictObject({ studyFileId: id }),
  run: async (context) => {
    const file = await findFile(context.tx, context.input.studyFileId);
    if (!file || file.removedAt) throw notFound();
    const study = await writableStudy(context, file.studyId);
    if (!(await leaveOutFile(context.tx, file.id))) throw notFound();
    return { entity: 'study', entityId: study.id, details: { name: file.title }, message: 'Файл убран.' };
  },
});
