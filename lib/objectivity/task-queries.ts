import 'server-only';
import { z } from 'zod';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { id } from '@/lib/kernel/ids';
import { knownSchools } from '@/lib/objectivity/objectivity-store';
import { procedureKey } from '@/lib/objectivity/procedure';
import { taskPageOf } from '@/lib/objectivity/task-page';
import { knownYears, speakingResults } from '@/lib/results/queries';
import { workKey, workOfKey } from '@/lib/results/view';

export const taskSearch = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  work: z.string().max(60).optional().catch(undefined),
  school: id.optional().catch(undefined),
});
export type TaskSearch = z.infer<typeof taskSearch>;

/** Tasks of one work of one year: of the municipality, or of a school beside it; a school sees its own alone. */
async function readTasks({ viewer, tx }: QueryContext, search: TaskSearch) {
  const municipalityId = ownMunicipality(viewer);
  const years = await knownYears(tx, municipalityId);
  const year = search.year !== undefined && years.includes(search.year) ? search.year : years[0];
  const { results, plans } =
    year === undefined ? { results: [], plans: [] } : await speakingResults(tx, municipalityId, [year]);
  const withTasks = results.filter((result) => result.year === year && (result.tasks ?? []).length > 0);
  const works = [...new Map(withTasks.map((result) => [workKey(result), result])).values()]
    .map(({ exam, subject, grade }) => ({ exam, subject, grade }))
    .sort((a, b) => workKey(a).localeCompare(workKey(b)));
  const asked = workOfKey(search.work);
  const work = works.find((one) => asked && workKey(one) === workKey(asked)) ?? works[0];
  const ofWork = withTasks.filter((result) => work && procedureKey(result) === procedureKey(work));
  const isSchool = isSchoolRole(viewer.role);
  const schoolId = isSchool ? (viewer.schoolId ?? undefined) : search.school;
  const plan = plans.find((one) => work && one.year === year && procedureKey(one) === procedureKey(work));
  const names = new Map((await knownSchools(tx, municipalityId)).map(({ id: known, name }) => [known, name]));
  const page = taskPageOf(ofWork, plan?.tasks ?? [], schoolId);
  const hasWritten = page.schools.some((one) => one.schoolId === schoolId);
  return {
    ...page,
    schools: page.schools
      .map((school) => ({ ...school, name: names.get(school.schoolId) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true })),
    years,
    year,
    works,
    work,
    source: plan?.source ?? null,
    schoolId,
    // A school that has not written this work lends its name to nothing: what stands there is the others'.
    schoolName: hasWritten ? names.get(schoolId ?? '') : undefined,
    absentSchool: hasWritten || schoolId === undefined ? undefined : names.get(schoolId),
    /** A curator's rows are those of the schools assigned to him, and no municipality. */
    isPart: viewer.role === 'CURATOR',
    isSchool,
    canImport: can(viewer.role, 'results.import'),
    municipalityId,
  };
}

export const tasksPage = defineQuery('results.read', readTasks);
export type TasksPage = Awaited<ReturnType<typeof tasksPage>>;

/** The same for the spreadsheet; that it left the portal is in the journal. */
export const tasksExport = defineQuery('results.read', async (context, search: TaskSearch) => {
  const page = await readTasks(context, search);
  const details = { year: page.year ?? null, work: page.work ? workKey(page.work) : null, rows: page.rows.length };
  await writeJournal(context.tx, {
    ...{ action: 'tasks.export', entity: 'municipality', entityId: page.municipalityId },
    details,
  });
  return page;
});
