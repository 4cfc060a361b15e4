'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { workingSchools } from '@/lib/support/cases/case-store';
import { STUDY_METHODS, type StudyMethod } from '@/lib/support/studies/study';
import { insertStudies, type NewStudy, studiesOfSurvey } from '@/lib/support/studies/study-store';
import { changedMeanwhile, neededWords, version, words, year } from '@/lib/support/support-input';
import { type Survey, spreadDays } from '@/lib/support/surveys/survey';
import { findSurvey, insertSurvey, stoppedSchools, updateSurvey } from '@/lib/support/surveys/survey-store';
import { STUDY_FORMS } from '@/lib/support/words';

const SPAN_DAYS_MAX = 400;
const chosen = z.array(id).min(1, 'Отметьте хотя бы одну школу').max(300, 'Не больше 300 школ');
const surveyFields = { title: neededWords('Напишите название', 200), from: day, to: day, note: words(2000) };

function assertSpan({ from, to }: { readonly from: string; readonly to: string }): void {
  if (to < from) throw new Refusal('invalid', 'Проверьте даты.', { to: 'Последний день раньше первого' });
  if (Date.parse(to) - Date.parse(from) > SPAN_DAYS_MAX * 86_400_000)
    throw new Refusal('invalid', 'Проверьте даты.', { to: 'Обследование длится не дольше года' });
}

/** Plans the methods of a survey at schools that have none of it yet, spread over its days; returns how many were planned. */
async function planAt(
  { viewer, tx }: QueryContext,
  survey: Pick<Survey, 'id' | 'year' | 'starts' | 'ends' | 'methods' | 'title'>,
  schools: readonly string[],
): Promise<number> {
  const municipalityId = ownMunicipality(viewer);
  const known = new Set((await workingSchools(tx, municipalityId)).map((school) => school.id));
  const asked = [...new Set(schools)];
  if (!asked.every((school) => known.has(school))) throw notFound();
  const stopped = await stoppedSchools(tx, municipalityId, survey.year, asked);
  if (stopped.length > 0) {
    const names = stopped.map(({ name }) => name).join(', ');
    throw new Refusal('closed', `Сопровождение приостановлено или завершено: ${names}. Снимите отметку с этих школ.`, {
      chosen: `Снимите отметку: ${names}`,
    });
  }
  const there = new Set((await studiesOfSurvey(tx, municipalityId, survey.id)).map(({ schoolId }) => schoolId));
  const added = asked.filter((school) => !there.has(school));
  const days = spreadDays(survey, added.length * survey.methods.length);
  const plan = (schoolId: string, method: StudyMethod, index: number): NewStudy => ({
    ...{
      schoolId,
      method,
      year: survey.year,
      surveyId: survey.id,
      state: 'PLANNED',
      day: days[index] ?? survey.starts,
    },
    ...{ heldBy: '', object: '', participants: '', headcount: null, documents: [], conclusion: '' },
  });
  const studies = survey.methods.flatMap((method, nth) =>
    added.map((schoolId, index) => plan(schoolId, method, nth * added.length + index)),
  );
  await insertStudies(tx, municipalityId, studies, viewer.userId);
  return studies.length;
}

/** A comprehensive survey with its plan: every method at every chosen school. */
export const createSurvey = defineAction({
  name: 'survey.create',
  permission: 'support.change',
  input: z.strictObject({
    ...surveyFields,
    year,
    methods: z.array(z.enum(STUDY_METHODS)).min(1, 'Отметьте хотя бы один способ').max(STUDY_METHODS.length),
    chosen,
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    assertSpan(input);
    const methods = STUDY_METHODS.filter((method) => input.methods.includes(method));
    const { title, note, from: starts, to: ends } = input;
    const draft = { title, note, starts, ends, methods, year: input.year };
    const surveyId = await insertSurvey(tx, ownMunicipality(viewer), draft, viewer.userId);
    const planned = await planAt(context, { ...draft, id: surveyId }, input.chosen);
    return {
      entity: 'survey',
      entityId: surveyId,
      details: { title, added: planned, schools: new Set(input.chosen).size },
      message: `В плане: ${count(planned, STUDY_FORMS)}. Дни можно поправить в каждом исследовании.`,
      to: links.survey(surveyId),
    };
  },
});

/** Other words or days; studies that are planned keep theirs. */
export const editSurvey = defineAction({
  name: 'survey.edit',
  permission: 'support.change',
  input: z.strictObject({ surveyId: id, version, ...surveyFields }),
  run: async ({ viewer, input, tx }) => {
    const survey = await findSurvey(tx, ownMunicipality(viewer), input.surveyId);
    if (!survey) throw notFound();
    assertSpan(input);
    const { title, note, from: starts, to: ends } = input;
    if (!(await updateSurvey(tx, { id: survey.id, version: input.version }, { title, note, starts, ends })))
      throw changedMeanwhile();
    return {
      entity: 'survey',
      entityId: survey.id,
      details: { before: survey.title, after: title },
      message: 'Сохранено.',
    };
  },
});

/** More schools into a survey, with all its methods. */
export const widenSurvey = defineAction({
  name: 'survey.widen',
  permission: 'support.change',
  input: z.strictObject({ surveyId: id, chosen }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const survey = await findSurvey(tx, ownMunicipality(viewer), input.surveyId);
    if (!survey) throw notFound();
    const planned = await planAt(context, survey, input.chosen);
    return {
      entity: 'survey',
      entityId: survey.id,
      details: { title: survey.title, added: planned },
      message: `Добавлено в план: ${count(planned, STUDY_FORMS)}.`,
    };
  },
});
