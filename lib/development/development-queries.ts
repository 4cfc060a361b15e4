import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { listAssociations } from '@/lib/development/association-store';
import { shownCourse, shownRequest } from '@/lib/development/course-queries';
import { listCourses, listRequests } from '@/lib/development/course-store';
import { shownDeficit } from '@/lib/development/deficit-queries';
import { listDeficits } from '@/lib/development/deficit-store';
import type { DevelopmentSearch, YearSearch } from '@/lib/development/development-search';
import { indicatorFacts } from '@/lib/development/indicator-store';
import { computeIndicators, type DevelopmentIndicator } from '@/lib/development/indicators';
import { centreStaff, listRosters, rosterMembers } from '@/lib/development/roster-store';
import { countsOfSchool, listAppearances, listNumbers } from '@/lib/development/school-store';
import { shownTogether } from '@/lib/development/shown-deficit';
import { clockOf, inYear, yearsAround } from '@/lib/development/year-of';
import { notFound } from '@/lib/kernel/refusal';
import { schoolChoices } from '@/lib/schools/queries';

/**
 * Indicators 9–13 and 15 of the programme for a school year, from what is recorded here. Of those who see the whole
 * municipality; for anybody else there are none. Reads inside an open transaction: four statements.
 */
export async function developmentIndicators(
  { viewer, tx }: QueryContext,
  year: number,
): Promise<readonly DevelopmentIndicator[]> {
  if (viewer.role !== 'CENTRE' && viewer.role !== 'OFFICIAL') return [];
  return computeIndicators(await indicatorFacts(tx, ownMunicipality(viewer), year));
}

async function yearOf({ viewer, tx }: QueryContext, search: YearSearch) {
  const municipalityId = ownMunicipality(viewer);
  return {
    deficits: (await listDeficits(tx, municipalityId, search)).map(shownDeficit(viewer)),
    requests: (await listRequests(tx, municipalityId, search)).map(shownRequest(viewer)),
    courses: (await listCourses(tx, municipalityId, search.year)).map(shownCourse(viewer)),
    appearances: await listAppearances(tx, municipalityId, search),
  };
}

/** The year in numbers, each with the list behind it; of a school its own. */
export const developmentPage = defineQuery('development.read', async (context, asked: DevelopmentSearch) => {
  const { viewer, tx } = context;
  const { year } = inYear(viewer, asked);
  const { today, present } = clockOf(viewer);
  const isSchool = isSchoolRole(viewer.role);
  const associations = await listAssociations(tx, ownMunicipality(viewer), year, today);
  return {
    ...(await yearOf(context, { q: '', sort: 'school', year })),
    associations: associations.filter(({ archivedAt }) => archivedAt === null),
    indicators: await developmentIndicators(context, year),
    numbers: isSchool
      ? (await listNumbers(tx, ownMunicipality(viewer), year)).find(({ schoolId }) => schoolId === viewer.schoolId)
      : undefined,
    ...{ year, years: yearsAround(present, year), isSchool, canAsk: can(viewer.role, 'development.ask') },
  };
});
export type DevelopmentPage = Awaited<ReturnType<typeof developmentPage>>;

/** Experience shown and competitions of a school year under a filter. */
export const experiencePage = defineQuery('development.read', async ({ viewer, tx }, asked: DevelopmentSearch) => {
  const search = inYear(viewer, asked);
  const isSchool = isSchoolRole(viewer.role);
  return {
    rows: await listAppearances(tx, ownMunicipality(viewer), search),
    schools: isSchool ? [] : await schoolChoices({ viewer, tx }),
    years: yearsAround(clockOf(viewer).present, search.year),
    ...{ search, isSchool, canReport: can(viewer.role, 'development.report') },
  };
});
export type ExperiencePage = Awaited<ReturnType<typeof experiencePage>>;

/** What the schools have counted for a year: teachers, their «группа риска», individual routes of pupils. */
async function numbersOf({ viewer, tx }: QueryContext, year: number) {
  const rows = await listNumbers(tx, ownMunicipality(viewer), year);
  const own = isSchoolRole(viewer.role) ? rows.filter(({ schoolId }) => schoolId === viewer.schoolId) : rows;
  const risk = shownTogether(
    own.map(({ riskTeachers }) => riskTeachers),
    viewer.role,
  );
  return own.map((row, index) => ({ ...row, riskTeachers: risk[index] ?? null }));
}

export const numbersPage = defineQuery('development.read', async (context, asked: DevelopmentSearch) => {
  const { viewer } = context;
  const { year } = inYear(viewer, asked);
  return {
    rows: await numbersOf(context, year),
    years: yearsAround(clockOf(viewer).present, year),
    ...{
      year,
      school: asked.school,
      isSchool: isSchoolRole(viewer.role),
      canReport: can(viewer.role, 'development.report'),
    },
  };
});
export type NumbersPage = Awaited<ReturnType<typeof numbersPage>>;

/** The composition of the centre with its versions. A draft is the centre's. */
export const rosterPage = defineQuery('development.read', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  const canChange = can(viewer.role, 'development.change');
  const members = await rosterMembers(tx, municipalityId);
  const rosters = (await listRosters(tx, municipalityId)).filter(({ approvedAt }) => canChange || approvedAt !== null);
  return {
    rosters: rosters.map((roster) => ({
      ...roster,
      members: members.filter(({ rosterId }) => rosterId === roster.id),
    })),
    staff: canChange ? await centreStaff(tx, municipalityId) : [],
    ...{ canChange, today: clockOf(viewer).today },
  };
});
export type RosterPage = Awaited<ReturnType<typeof rosterPage>>;

export const DEVELOPMENT_LISTS = [
  'deficits',
  'requests',
  'courses',
  'associations',
  'experience',
  'numbers',
  'centre',
  'indicators',
] as const;
export type DevelopmentList = (typeof DEVELOPMENT_LISTS)[number];

/** Everything a list of this context may be downloaded with; that it left the portal is in the journal. Names are in none. */
export const developmentTables = defineQuery(
  'development.read',
  async (context, list: DevelopmentList, asked: DevelopmentSearch) => {
    const { viewer, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const search = inYear(viewer, asked);
    if (isSchoolRole(viewer.role) && list === 'indicators') throw notFound();
    const line = { action: 'development.export', entity: 'municipality', entityId: municipalityId };
    await writeJournal(tx, { ...line, details: { year: search.year } });
    const { today } = clockOf(viewer);
    const is = (one: DevelopmentList) => one === list;
    return {
      year: search.year,
      deficits: is('deficits') ? (await listDeficits(tx, municipalityId, search)).map(shownDeficit(viewer)) : [],
      requests: is('requests') ? (await listRequests(tx, municipalityId, search)).map(shownRequest(viewer)) : [],
      courses: is('courses') ? (await listCourses(tx, municipalityId, search.year)).map(shownCourse(viewer)) : [],
      associations: is('associations') ? await listAssociations(tx, municipalityId, search.year, today) : [],
      experience: is('experience') ? await listAppearances(tx, municipalityId, search) : [],
      numbers: is('numbers') ? await numbersOf(context, search.year) : [],
      rosters: is('centre') ? (await listRosters(tx, municipalityId)).filter(({ approvedAt }) => approvedAt) : [],
      members: is('centre') ? await rosterMembers(tx, municipalityId) : [],
      indicators: is('indicators') ? await developmentIndicators(context, search.year) : [],
    };
  },
);
export type DevelopmentTables = Awaited<ReturnType<typeof developmentTables>>;

/** What is done for the teachers of one school this year, for the page of its support. Reads inside an open transaction. */
export async function developmentOfSchool({ viewer, tx }: QueryContext, schoolId: string) {
  if (!can(viewer.role, 'development.read')) return null;
  const { present } = clockOf(viewer);
  return { year: present, schoolId, ...(await countsOfSchool(tx, ownMunicipality(viewer), schoolId, present)) };
}
export type DevelopmentOfSchool = Awaited<ReturnType<typeof developmentOfSchool>>;
