import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { readSchool } from '@/lib/schools/queries';
import { isWritable } from '@/lib/support/cases/case-moves';
import { caseOf, workingSchools } from '@/lib/support/cases/case-store';
import { caseCauses } from '@/lib/support/causes/cause-store';
import type { Study } from '@/lib/support/studies/study';
import { filesOf, openStudyFile } from '@/lib/support/studies/study-file-store';
import type { StudySearch } from '@/lib/support/studies/study-search';
import { agreementsOf, countStudies, findStudy, listStudies, supportedBy } from '@/lib/support/studies/study-store';
import { listSurveys } from '@/lib/support/surveys/survey-store';

/** More rows than a screen should draw; the file has them all. */
const SHOWN_MAX = 200;
const EXPORT_MAX = 20_000;

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>) => dayAt(new Date(), viewer.timeZone);

/** Studies that the viewer may see, under a filter. */
export const studiesPage = defineQuery('support.list', async (context, search: StudySearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const today = todayOf(context);
  return {
    rows: await listStudies(tx, municipalityId, search, today, { limit: SHOWN_MAX }),
    total: await countStudies(tx, municipalityId, search, today),
    surveys: await listSurveys(tx, municipalityId),
    ...{ search, today, present: schoolYearAt(new Date(), viewer.timeZone), canWork: can(viewer.role, 'support.work') },
    canChange: can(viewer.role, 'support.change'),
  };
});
export type StudiesPage = Awaited<ReturnType<typeof studiesPage>>;

/** The same rows for a file; that it left the portal is in the journal. */
export const studiesSheet = defineQuery('support.list', async (context, search: StudySearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const today = todayOf(context);
  const rows = await listStudies(tx, municipalityId, search, today, { limit: EXPORT_MAX });
  await writeJournal(tx, {
    ...{ action: 'study.export', entity: 'municipality', entityId: municipalityId },
    details: { rows: rows.length },
  });
  return { rows, today };
});

async function readStudy({ viewer, tx }: QueryContext, address: string): Promise<Study> {
  const study = id.safeParse(address).success ? await findStudy(tx, ownMunicipality(viewer), address) : undefined;
  if (!study) throw notFound();
  return study;
}

/** Causes of the case of a school and year, and whether anything may be written there. */
async function caseFacts({ viewer, tx }: QueryContext, schoolId: string, year: number) {
  const municipalityId = ownMunicipality(viewer);
  const found = await caseOf(tx, municipalityId, schoolId, year);
  return {
    causes: found ? await caseCauses(tx, municipalityId, found.id) : [],
    isStopped: found !== undefined && !isWritable(found),
    status: found?.status,
  };
}

/** One study: what was planned or found, what was agreed, the causes it supports, its files. */
export const studyPage = defineQuery('support.read', async (context, address: string) => {
  const { viewer, tx } = context;
  const study = await readStudy(context, address);
  const facts = await caseFacts(context, study.schoolId, study.year);
  const supported = new Set(await supportedBy(tx, study.id));
  return {
    ...{ study, today: todayOf(context), timeZone: viewer.timeZone, isSchool: isSchoolRole(viewer.role) },
    agreements: await agreementsOf(tx, study.id),
    files: await filesOf(tx, study.id),
    supported: facts.causes.filter((cause) => supported.has(cause.id)),
    status: facts.status,
    canWork: can(viewer.role, 'support.work') && !facts.isStopped && study.state !== 'CANCELLED',
  };
});
export type StudyPage = Awaited<ReturnType<typeof studyPage>>;

/** A study to change. */
export const studyForm = defineQuery('support.work', async (context, address: string) => {
  const study = await readStudy(context, address);
  const facts = await caseFacts(context, study.schoolId, study.year);
  return { study, causes: facts.causes, supported: await supportedBy(context.tx, study.id), today: todayOf(context) };
});
export type StudyForm = Awaited<ReturnType<typeof studyForm>>;

/** A new study: of the school of the address, or of one to choose. */
export const newStudyForm = defineQuery(
  'support.work',
  async (context, asked: { readonly school?: string | undefined; readonly year?: number | undefined }) => {
    const { viewer, tx } = context;
    const year = asked.year ?? schoolYearAt(new Date(), viewer.timeZone);
    const school = asked.school ? await readSchool(context, asked.school) : undefined;
    return {
      ...{ year, today: todayOf(context), school: school && { id: school.id, shortName: school.shortName } },
      schools: school ? [] : await workingSchools(tx, ownMunicipality(viewer)),
      causes: school ? (await caseFacts(context, school.id, year)).causes : [],
    };
  },
);
export type NewStudyForm = Awaited<ReturnType<typeof newStudyForm>>;

/** A file of a study that the viewer may see. */
export const studyFile = defineQuery('support.read', async ({ tx }, fileId: string) => {
  const file = await openStudyFile(tx, fileId);
  if (!file) throw notFound();
  return file;
});
