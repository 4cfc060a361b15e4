import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { fold } from '@/lib/kernel/russian';
import { schoolYearAt } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';
import { scalesWith } from '@/lib/results/dictionaries/mark-scales';
import type { FactsNow } from '@/lib/results/fact-change';
import { factsNow } from '@/lib/results/fact-change-store';
import { references, type StoredReference } from '@/lib/results/reference-store';
import { EXAMS, type Result, SUBJECTS } from '@/lib/results/result';
import { currentFigures, currentResults, knownWorks, type ResultLine, schoolNames } from '@/lib/results/result-store';
import { ownScales } from '@/lib/results/scale-store';
import { taskPlans } from '@/lib/results/task-plan-store';
import { type ResultsFilter, type WorkKey, workKey, workOfKey } from '@/lib/results/view';

export type ResultRow = {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly result: Result;
  readonly sources: ResultLine['sources'];
};

const isSchool = ({ role }: Viewer) => role === 'SCHOOL_HEAD' || role === 'SCHOOL_DEPUTY';

/** Works of which there is anything, as the filters name them. */
async function works(tx: Tx, municipalityId: string): Promise<(WorkKey & { year: number })[]> {
  const known = await knownWorks(tx, municipalityId);
  return known.flatMap(({ exam, subject, year, grade }) => {
    const one = EXAMS.find((name) => name === exam);
    const other = SUBJECTS.find((name) => name === subject);
    return one && other ? [{ exam: one, subject: other, grade, year }] : [];
  });
}

async function resultsOf({ viewer, tx }: { viewer: Viewer; tx: Tx }, filter: ResultsFilter) {
  const municipalityId = ownMunicipality(viewer);
  const known = await works(tx, municipalityId);
  const years = [...new Set(known.map(({ year }) => year))];
  const year = years.includes(filter.year ?? -1) ? filter.year : years[0];
  const ofYear = known.filter((work) => work.year === year);
  const wanted = workOfKey(filter.work);
  const work = isSchool(viewer)
    ? null
    : (ofYear.find((one) => wanted && workKey(one) === workKey(wanted)) ?? ofYear[0] ?? null);
  const schoolId = isSchool(viewer) ? (viewer.schoolId ?? undefined) : undefined;
  const lines =
    year === undefined
      ? []
      : await currentResults(tx, municipalityId, { years: [year], ...(schoolId ? { schoolId } : {}) });
  const names = await schoolNames(tx, municipalityId);
  const order = new Map(names.map(({ id, shortName }, place) => [id, { shortName, place }]));
  const q = fold(filter.q ?? '');
  const rows = lines
    .filter(({ result }) => work === null || workKey(result) === workKey(work))
    .map(
      ({ result: { schoolId: id, ...result }, sources }): ResultRow => ({
        schoolId: id,
        schoolName: order.get(id)?.shortName ?? '',
        result,
        sources,
      }),
    )
    .filter(({ schoolName }) => q === '' || fold(schoolName).includes(q))
    .sort((a, b) => (order.get(a.schoolId)?.place ?? 0) - (order.get(b.schoolId)?.place ?? 0));
  return { years, year, works: ofYear, work, rows, schoolId, municipalityId };
}

/** Results of the schools in sight: of one work and year for the municipality, of all works of a year for one school. */
export const resultsPage = defineQuery('results.read', async ({ viewer, tx }, filter: ResultsFilter) => {
  const { schoolId, municipalityId, ...page } = await resultsOf({ viewer, tx }, filter);
  const region: StoredReference[] = page.year === undefined ? [] : await references(tx, municipalityId, [page.year]);
  const figures =
    schoolId && page.year !== undefined
      ? await currentFigures(tx, municipalityId, { years: [page.year], schoolId })
      : [];
  const { work } = page;
  return {
    ...page,
    figures,
    region: work ? region.filter((one) => workKey(one) === workKey(work)) : region,
    isSchool: isSchool(viewer),
    canImport: can(viewer.role, 'results.import'),
  };
});
export type ResultsPage = Awaited<ReturnType<typeof resultsPage>>;

/** The rows of the page for a file; the journal says who took them. */
export const resultsForExport = defineQuery('results.read', async ({ viewer, tx }, filter: ResultsFilter) => {
  const { rows, year, work, municipalityId } = await resultsOf({ viewer, tx }, filter);
  const details = { year: year ?? null, work: work ? workKey(work) : null, rows: rows.length };
  await writeJournal(tx, { action: 'results.export', entity: 'municipality', entityId: municipalityId, details });
  return { rows, year, work };
});

/**
 * Everything that speaks of the years asked for, parts put together: what measures and signs are computed from. Figures
 * of olympiads are added up over subjects.
 */
export const resultsOfYears = defineQuery('results.read', async ({ viewer, tx }, years: readonly number[]) => {
  const municipalityId = ownMunicipality(viewer);
  const lines = await currentResults(tx, municipalityId, { years });
  return {
    results: lines.map(({ result }) => result),
    figures: await currentFigures(tx, municipalityId, { years }),
    references: await references(tx, municipalityId, years),
    scales: await ownScales(tx, municipalityId),
  };
});

/**
 * The same inside a transaction of another context's query: results and values of the region of these years, scales in force,
 * and what is known of the tasks.
 */
export async function speakingResults(tx: Tx, municipalityId: string, years: readonly number[]) {
  const lines = await currentResults(tx, municipalityId, { years });
  return {
    results: lines.map(({ result }) => result),
    references: await references(tx, municipalityId, years),
    scales: scalesWith(await ownScales(tx, municipalityId)),
    plans: await taskPlans(tx, municipalityId, years),
  };
}

/** Everything that measures are computed from, with the files it came from, inside another context's transaction. */
export async function factsOfYears(tx: Tx, municipalityId: string, years: readonly number[]) {
  return {
    lines: await currentResults(tx, municipalityId, { years }),
    figures: await currentFigures(tx, municipalityId, { years }),
    references: await references(tx, municipalityId, years),
    scales: await ownScales(tx, municipalityId),
  };
}
/** How many changes the facts of these years have seen, inside another context's transaction. */
export const factChangesOf = (tx: Tx, municipalityId: string, years: readonly number[]): Promise<FactsNow> =>
  factsNow(tx, municipalityId, years);

export type FactsOfYears = Awaited<ReturnType<typeof factsOfYears>>;

/** School years of which there is any result, the latest first. */
export async function knownYears(tx: Tx, municipalityId: string): Promise<number[]> {
  return [...new Set((await works(tx, municipalityId)).map(({ year }) => year))];
}

/** Values of the region; the centre may write them. */
export const referencesPage = defineQuery('results.read', async ({ viewer, tx }) => ({
  presentYear: schoolYearAt(new Date(), viewer.timeZone),
  references: await references(tx, ownMunicipality(viewer)),
  canChange: can(viewer.role, 'results.import'),
  isSchool: isSchool(viewer),
}));
export type ReferencesPage = Awaited<ReturnType<typeof referencesPage>>;

/** Dictionaries of the program, the scales and the tasks that the centre entered. Who may read results may read them. */
export const dictionariesPage = defineQuery('results.read', async ({ viewer, tx }) => ({
  scales: await ownScales(tx, ownMunicipality(viewer)),
  plans: await taskPlans(tx, ownMunicipality(viewer)),
  presentYear: schoolYearAt(new Date(), viewer.timeZone),
  canImport: can(viewer.role, 'results.import'),
}));
export type DictionariesPage = Awaited<ReturnType<typeof dictionariesPage>>;
