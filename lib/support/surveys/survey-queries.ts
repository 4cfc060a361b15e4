import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { writeJournal } from '@/lib/audit/journal';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { workingSchools } from '@/lib/support/cases/case-store';
import { studiesOfSurvey } from '@/lib/support/studies/study-store';
import { matrixOf, type Survey } from '@/lib/support/surveys/survey';
import { findSurvey, listSurveys } from '@/lib/support/surveys/survey-store';

/** Surveys with how far each has come. */
export const surveysPage = defineQuery('support.list', async ({ viewer, tx }) => ({
  surveys: await listSurveys(tx, ownMunicipality(viewer)),
  canChange: can(viewer.role, 'support.change'),
}));
export type SurveysPage = Awaited<ReturnType<typeof surveysPage>>;

/** What the form of a new survey offers. */
export const newSurveyForm = defineQuery('support.change', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  const year = schoolYearAt(new Date(), viewer.timeZone);
  const free = new Set((await workingSchools(tx, municipalityId, year)).map((school) => school.id));
  const schools = await workingSchools(tx, municipalityId);
  return { schools: schools.map((school) => ({ ...school, isSupported: !free.has(school.id) })), year };
});
export type NewSurveyForm = Awaited<ReturnType<typeof newSurveyForm>>;

async function readSurvey({ viewer, tx }: QueryContext, address: string): Promise<Survey> {
  const survey = id.safeParse(address).success ? await findSurvey(tx, ownMunicipality(viewer), address) : undefined;
  if (!survey) throw notFound();
  return survey;
}

/** A survey as school × method. */
export const surveyPage = defineQuery('support.list', async (context, address: string) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const survey = await readSurvey(context, address);
  const studies = await studiesOfSurvey(tx, municipalityId, survey.id);
  const canChange = can(viewer.role, 'support.change');
  const there = new Set(studies.map(({ schoolId }) => schoolId));
  return {
    ...{ survey, rows: matrixOf(studies), studies, canChange, today: dayAt(new Date(), viewer.timeZone) },
    more: canChange ? (await workingSchools(tx, municipalityId)).filter((school) => !there.has(school.id)) : [],
  };
});
export type SurveyPage = Awaited<ReturnType<typeof surveyPage>>;

/** The studies of a survey for a file; that it left the portal is in the journal. */
export const surveySheet = defineQuery('support.list', async (context, address: string) => {
  const { viewer, tx } = context;
  const survey = await readSurvey(context, address);
  const rows = matrixOf(await studiesOfSurvey(tx, ownMunicipality(viewer), survey.id));
  await writeJournal(tx, {
    ...{ action: 'survey.export', entity: 'survey', entityId: survey.id },
    details: { title: survey.title, rows: rows.length },
  });
  return { survey, rows };
});
