import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { shownTest } from '@/lib/development/course-result';
import {
  type Course,
  type CourseRequest,
  eventsOf,
  findCourse,
  findPackage,
  findRequest,
  linesOf,
  listCourses,
  listPackages,
  listRequests,
  requestsOf,
  seatsOf,
} from '@/lib/development/course-store';
import { wordsOf } from '@/lib/development/deficit-store';
import type { DevelopmentSearch } from '@/lib/development/development-search';
import { findPaperFile, papersOf } from '@/lib/development/paper-store';
import { shownAlone } from '@/lib/development/shown-deficit';
import { clockOf, inYear, yearsAround } from '@/lib/development/year-of';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import type { ShownCount } from '@/lib/kernel/small-count';
import { schoolChoices } from '@/lib/schools/queries';

export type ShownRequest = Omit<CourseRequest, 'atRisk'> & { readonly atRisk: ShownCount };
export const shownRequest =
  ({ role }: Pick<Viewer, 'role'>) =>
  ({ atRisk, ...request }: CourseRequest): ShownRequest => ({ ...request, atRisk: shownAlone(atRisk, role) });

/** A course as the viewer may see it: means of fewer than five are the centre's alone. */
export type ShownCourse = Omit<Course, 'test'> & { readonly test: ReturnType<typeof shownTest> };
export const shownCourse =
  ({ role }: Pick<Viewer, 'role'>) =>
  ({ test, ...course }: Course): ShownCourse => ({ ...course, test: shownTest(test, role === 'CENTRE') });

const known = (address: string): boolean => id.safeParse(address).success;

/** Requests of a school year under a filter, and the packages they were gathered into. */
export const courseRequestsPage = defineQuery('development.read', async ({ viewer, tx }, asked: DevelopmentSearch) => {
  const municipalityId = ownMunicipality(viewer);
  const search = inYear(viewer, asked);
  const isSchool = isSchoolRole(viewer.role);
  return {
    rows: (await listRequests(tx, municipalityId, search)).map(shownRequest(viewer)),
    packages: isSchool ? [] : await listPackages(tx, municipalityId, search.year),
    schools: isSchool ? [] : await schoolChoices({ viewer, tx }),
    years: yearsAround(clockOf(viewer).present, search.year),
    ...{ search, isSchool, canAsk: can(viewer.role, 'development.ask') },
    canChange: can(viewer.role, 'development.change'),
  };
});
export type CourseRequestsPage = Awaited<ReturnType<typeof courseRequestsPage>>;

export const newCourseRequestForm = defineQuery('development.ask', async ({ viewer, tx }) => {
  const { present } = clockOf(viewer);
  return {
    words: (await wordsOf(tx, ownMunicipality(viewer))).filter(
      ({ kind, isRetired }) => kind === 'COURSE' && !isRetired,
    ),
    ...{ year: present, years: yearsAround(present, present).slice(0, 2) },
  };
});
export type NewCourseRequestForm = Awaited<ReturnType<typeof newCourseRequestForm>>;

/** One request: whom the school sends, what became of it, and what the viewer may do. */
export const courseRequestPage = defineQuery('development.read', async ({ viewer, tx }, requestId: string) => {
  const found = known(requestId) ? await findRequest(tx, ownMunicipality(viewer), requestId) : undefined;
  if (!found) throw notFound();
  return {
    request: shownRequest(viewer)(found),
    lines: (await linesOf(tx, found.id)).map(({ atRisk, ...line }) => ({
      ...line,
      atRisk: shownAlone(atRisk, viewer.role),
    })),
    events: await eventsOf(tx, found.id),
    canWithdraw: viewer.schoolId === found.schoolId && found.state === 'SENT',
    canDecline: can(viewer.role, 'development.change') && (found.state === 'SENT' || found.state === 'PACKED'),
    timeZone: viewer.timeZone,
    isSchool: isSchoolRole(viewer.role),
  };
});
export type CourseRequestPage = Awaited<ReturnType<typeof courseRequestPage>>;

/** One package: its requests, counts by school, and the checklist of its papers. */
export const coursePackagePage = defineQuery('development.read', async ({ viewer, tx }, packageId: string) => {
  const municipalityId = ownMunicipality(viewer);
  const found = known(packageId) ? await findPackage(tx, municipalityId, packageId) : undefined;
  if (!found) throw notFound();
  const canChange = can(viewer.role, 'development.change');
  return {
    found,
    requests: (await requestsOf(tx, municipalityId, { packageId: found.id })).map(shownRequest(viewer)),
    free: canChange && found.state === 'GATHERING' ? await requestsOf(tx, municipalityId, { sentIn: found.year }) : [],
    papers: await papersOf(tx, { packageId: found.id }),
    ...{ canChange, today: clockOf(viewer).today },
  };
});
export type CoursePackagePage = Awaited<ReturnType<typeof coursePackagePage>>;

export const coursesPage = defineQuery('development.read', async ({ viewer, tx }, asked: DevelopmentSearch) => {
  const { year, ...search } = inYear(viewer, asked);
  return {
    rows: (await listCourses(tx, ownMunicipality(viewer), year)).map(shownCourse(viewer)),
    years: yearsAround(clockOf(viewer).present, year),
    ...{ search: { ...search, year }, isSchool: isSchoolRole(viewer.role) },
    canChange: can(viewer.role, 'development.change'),
  };
});
export type CoursesPage = Awaited<ReturnType<typeof coursesPage>>;

/** What the form of a course begins with: perhaps the requests of a package. */
export const newCourseForm = defineQuery('development.change', async ({ viewer, tx }, packageId: string) => {
  const municipalityId = ownMunicipality(viewer);
  const found = known(packageId) ? await findPackage(tx, municipalityId, packageId) : undefined;
  const year = found?.year ?? clockOf(viewer).present;
  const requests = found
    ? await requestsOf(tx, municipalityId, { packageId: found.id })
    : await requestsOf(tx, municipalityId, { sentIn: year });
  return { found, year, requests: requests.filter(({ state }) => state === 'SENT' || state === 'PACKED') };
});
export type NewCourseForm = Awaited<ReturnType<typeof newCourseForm>>;

/** One course: seats by school, its result, and what it answers. A school sees its own seats. */
export const coursePage = defineQuery('development.read', async ({ viewer, tx }, courseId: string) => {
  const municipalityId = ownMunicipality(viewer);
  const found = known(courseId) ? await findCourse(tx, municipalityId, courseId) : undefined;
  if (!found) throw notFound();
  const canChange = can(viewer.role, 'development.change');
  return {
    course: shownCourse(viewer)(found),
    seats: (await seatsOf(tx, found.id)).map(({ riskFinished, ...seat }) => ({
      ...seat,
      riskFinished: shownAlone(riskFinished, viewer.role),
    })),
    requests: (await requestsOf(tx, municipalityId, { courseId: found.id })).map(shownRequest(viewer)),
    schools: canChange && found.state === 'PLANNED' ? await schoolChoices({ viewer, tx }) : [],
    ...{ canChange, isSchool: isSchoolRole(viewer.role), today: clockOf(viewer).today },
  };
});
export type CoursePage = Awaited<ReturnType<typeof coursePage>>;

/** A file of a package or of minutes that the viewer may see. */
export const developmentFile = defineQuery('development.read', async ({ tx }, fileId: string) => {
  const file = await findPaperFile(tx, fileId);
  if (!file) throw notFound();
  return file;
});
