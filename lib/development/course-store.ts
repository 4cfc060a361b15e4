import 'server-only';
import type { CourseForm, RequestLine, RequestState } from '@/lib/development/course-request';
import type { CourseTest } from '@/lib/development/course-result';
import { dateOf, like } from '@/lib/development/deficit-store';
import { ROWS_MAX, type YearSearch } from '@/lib/development/development-search';
import type { CourseState } from '@/lib/development/words';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

export type CourseRequest = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly year: number;
  readonly theme: string;
  readonly form: CourseForm;
  readonly term: string;
  readonly note: string;
  readonly state: RequestState;
  readonly packageId: string | null;
  readonly courseId: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly people: number;
  readonly atRisk: number;
};

const FIELDS = Prisma.sql`r.id::text, r.school_id::text AS "schoolId", s.short_name AS "schoolName", r.year::int, r.theme,
  r.form::text, r.term, r.note, r.state::text, r.package_id::text AS "packageId", r.course_id::text AS "courseId", r.version,
  r.created_at AS "createdAt", l.people::int, l.at_risk::int AS "atRisk"`;
const FROM = Prisma.sql`FROM course_request r JOIN school s ON s.id = r.school_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(people), 0) AS people, coalesce(sum(at_risk), 0) AS at_risk
    FROM course_request_line WHERE request_id = r.id) l`;
const ORDERS: Readonly<Record<string, string>> = {
  school: 's.short_name, r.theme COLLATE "russian", r.id',
  '-school': 's.short_name DESC, r.theme COLLATE "russian", r.id',
  name: 'r.theme COLLATE "russian", s.short_name, r.id',
  '-name': 'r.theme COLLATE "russian" DESC, s.short_name, r.id',
  number: 'l.people, s.short_name, r.id',
  '-number': 'l.people DESC, s.short_name, r.id',
};

export async function listRequests(
  tx: Tx,
  municipalityId: string,
  { q, school, state, year, sort }: YearSearch,
): Promise<readonly CourseRequest[]> {
  return tx.$queryRaw<CourseRequest[]>`SELECT ${FIELDS} ${FROM}
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.year = ${year}::int
      AND (${school ?? null}::uuid IS NULL OR r.school_id = ${school ?? null}::uuid)
      AND (${state ?? null}::course_request_state IS NULL OR r.state = ${state ?? null}::course_request_state)
      AND (${q} = '' OR concat_ws(' ', s.short_name, r.theme, r.note) ILIKE ${like(q)})
    ORDER BY ${Prisma.raw(ORDERS[sort] ?? 'r.id')} LIMIT ${Prisma.raw(String(ROWS_MAX))}`;
}

export async function findRequest(tx: Tx, municipalityId: string, id: string): Promise<CourseRequest | undefined> {
  const [row] = await tx.$queryRaw<CourseRequest[]>`SELECT ${FIELDS} ${FROM}
    WHERE r.id = ${id}::uuid AND r.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** Requests of a package, of a course, or still free in a year. */
export const requestsOf = (
  tx: Tx,
  municipalityId: string,
  of: { readonly packageId: string } | { readonly courseId: string } | { readonly sentIn: number },
): Promise<readonly CourseRequest[]> =>
  tx.$queryRaw<CourseRequest[]>`SELECT ${FIELDS} ${FROM} WHERE r.municipality_id = ${municipalityId}::uuid AND ${
    'packageId' in of
      ? Prisma.sql`r.package_id = ${of.packageId}::uuid`
      : 'courseId' in of
        ? Prisma.sql`r.course_id = ${of.courseId}::uuid`
        : Prisma.sql`r.state = 'SENT' AND r.year = ${of.sentIn}::int`
  } ORDER BY s.short_name, r.created_at, r.id LIMIT ${Prisma.raw(String(ROWS_MAX))}`;

export const linesOf = (tx: Tx, requestId: string): Promise<readonly RequestLine[]> =>
  tx.courseRequestLine.findMany({
    where: { requestId },
    select: { position: true, subject: true, people: true, atRisk: true },
    orderBy: { id: 'asc' },
  });

export type RequestEvent = {
  readonly id: string;
  readonly from: RequestState | null;
  readonly to: RequestState;
  readonly text: string;
  readonly author: string;
  readonly at: Date;
};

export const eventsOf = (tx: Tx, requestId: string): Promise<readonly RequestEvent[]> =>
  tx.$queryRaw<RequestEvent[]>`
    SELECT e.id::text, e."from"::text, e."to"::text, e.text, coalesce(u.name, 'сотрудник') AS author, e.at
    FROM course_request_event e LEFT JOIN app_user u ON u.id = e.author_id
    WHERE e.request_id = ${requestId}::uuid ORDER BY e.at, e.id`;

export type NewRequest = Pick<CourseRequest, 'schoolId' | 'year' | 'theme' | 'form' | 'term' | 'note'> & {
  readonly municipalityId: string;
  readonly wordId: string | null;
  readonly createdById: string;
};

export async function insertRequest(tx: Tx, request: NewRequest, lines: readonly RequestLine[]): Promise<string> {
  const id = newId();
  const { municipalityId } = request;
  await tx.courseRequest.createMany({ data: [{ ...request, id }] });
  await tx.courseRequestLine.createMany({
    data: lines.map((line) => ({ ...line, id: newId(), municipalityId, requestId: id })),
  });
  await insertRequestEvents(tx, municipalityId, [id], {
    from: null,
    to: 'SENT',
    text: '',
    authorId: request.createdById,
  });
  return id;
}

export async function insertRequestEvents(
  tx: Tx,
  municipalityId: string,
  requestIds: readonly string[],
  event: Pick<RequestEvent, 'from' | 'to' | 'text'> & { readonly authorId: string },
): Promise<void> {
  await tx.courseRequestEvent.createMany({
    data: requestIds.map((requestId) => ({ ...event, id: newId(), municipalityId, requestId })),
  });
}

/** Moves a request that was seen. False: it has moved meanwhile. */
export async function moveRequest(
  tx: Tx,
  { id, version }: Pick<CourseRequest, 'id' | 'version'>,
  to: RequestState,
  links: { readonly packageId?: string | null; readonly courseId?: string | null } = {},
): Promise<boolean> {
  const { count } = await tx.courseRequest.updateMany({
    where: { id, version },
    data: { ...links, state: to, version: version + 1 },
  });
  return count === 1;
}

export type CoursePackage = {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly institute: string;
  readonly state: 'GATHERING' | 'SENT';
  readonly sentOn: Day | null;
  readonly version: number;
  readonly requests: number;
  readonly schools: number;
  readonly people: number;
};

const PACKAGE = Prisma.sql`SELECT p.id::text, p.year::int, p.title, p.institute, p.state::text, p.sent_on::text AS "sentOn",
  p.version, count(DISTINCT r.id)::int AS requests, count(DISTINCT r.school_id)::int AS schools,
  coalesce(sum(l.people), 0)::int AS people
  FROM course_package p LEFT JOIN course_request r ON r.package_id = p.id LEFT JOIN course_request_line l ON l.request_id = r.id`;

export const listPackages = (tx: Tx, municipalityId: string, year: number): Promise<readonly CoursePackage[]> =>
  tx.$queryRaw<CoursePackage[]>`${PACKAGE} WHERE p.municipality_id = ${municipalityId}::uuid AND p.year = ${year}::int
    GROUP BY p.id ORDER BY p.created_at DESC, p.id`;

export async function findPackage(tx: Tx, municipalityId: string, id: string): Promise<CoursePackage | undefined> {
  const [row] = await tx.$queryRaw<
    CoursePackage[]
  >`${PACKAGE} WHERE p.municipality_id = ${municipalityId}::uuid AND p.id = ${id}::uuid GROUP BY p.id`;
  return row;
}

export async function insertPackage(
  tx: Tx,
  cells: { readonly municipalityId: string; readonly year: number; readonly title: string; readonly institute: string },
): Promise<string> {
  const id = newId();
  await tx.coursePackage.createMany({ data: [{ ...cells, id }] });
  return id;
}

export async function markPackageSent(
  tx: Tx,
  { id, version }: Pick<CoursePackage, 'id' | 'version'>,
  sentOn: Day,
): Promise<boolean> {
  const { count } = await tx.coursePackage.updateMany({
    where: { id, version, state: 'GATHERING' },
    data: { state: 'SENT', sentOn: dateOf(sentOn), version: version + 1 },
  });
  return count === 1;
}

export type Course = {
  readonly id: string;
  readonly packageId: string | null;
  readonly year: number;
  readonly title: string;
  readonly organisation: string;
  readonly hours: number;
  readonly form: CourseForm;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string;
  readonly state: CourseState;
  readonly test: CourseTest | null;
  readonly followUp: string;
  readonly version: number;
  readonly seats: number;
  readonly finished: number;
};
type CourseRow = Omit<Course, 'test'> & {
  readonly testPeople: number | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly improved: number | null;
};

const COURSE = Prisma.sql`SELECT c.id::text, c.package_id::text AS "packageId", c.year::int, c.title, c.organisation, c.hours,
  c.form::text, c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.place, c.state::text,
  c.test_people AS "testPeople", c.before_hundredths AS before, c.after_hundredths AS after, c.improved,
  c.follow_up AS "followUp", c.version, coalesce(sum(p.seats), 0)::int AS seats, coalesce(sum(p.finished), 0)::int AS finished
  FROM course c LEFT JOIN course_seat p ON p.course_id = c.id`;

const shape = ({ testPeople, before, after, improved, ...row }: CourseRow): Course => ({
  ...row,
  test:
    testPeople === null || before === null || after === null || improved === null
      ? null
      : { people: testPeople, beforeHundredths: before, afterHundredths: after, improved },
});

export async function listCourses(tx: Tx, municipalityId: string, year: number): Promise<readonly Course[]> {
  const rows = await tx.$queryRaw<
    CourseRow[]
  >`${COURSE} WHERE c.municipality_id = ${municipalityId}::uuid AND c.year = ${year}::int
    GROUP BY c.id ORDER BY c.starts_on, c.id`;
  return rows.map(shape);
}

export async function findCourse(tx: Tx, municipalityId: string, id: string): Promise<Course | undefined> {
  const [row] = await tx.$queryRaw<
    CourseRow[]
  >`${COURSE} WHERE c.municipality_id = ${municipalityId}::uuid AND c.id = ${id}::uuid GROUP BY c.id`;
  return row && shape(row);
}

export type CourseSeat = {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly seats: number;
  readonly finished: number;
  readonly riskFinished: number;
  readonly documents: number;
};

/** Seats by school; of a school its own alone. */
export const seatsOf = (tx: Tx, courseId: string): Promise<readonly CourseSeat[]> =>
  tx.$queryRaw<CourseSeat[]>`
    SELECT p.school_id::text AS "schoolId", s.short_name AS "schoolName", p.seats, p.finished, p.risk_finished AS "riskFinished",
      p.documents FROM course_seat p JOIN school s ON s.id = p.school_id
    WHERE p.course_id = ${courseId}::uuid ORDER BY s.short_name, s.id`;

export type CourseCells = Pick<
  Course,
  'packageId' | 'year' | 'title' | 'organisation' | 'hours' | 'form' | 'startsOn' | 'endsOn' | 'place'
>;

export async function insertCourse(
  tx: Tx,
  municipalityId: string,
  { startsOn, endsOn, ...cells }: CourseCells,
  seats: readonly { readonly schoolId: string; readonly seats: number }[],
): Promise<string> {
  const id = newId();
  await tx.course.createMany({
    data: [{ ...cells, id, municipalityId, startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) }],
  });
  await tx.courseSeat.createMany({ data: seats.map((one) => ({ ...one, courseId: id, municipalityId })) });
  return id;
}

/** Writes a change of a course that was seen. False: it is no longer so. */
export async function updateCourse(
  tx: Tx,
  { id, version }: Pick<Course, 'id' | 'version'>,
  change: { readonly state?: CourseState; readonly test?: CourseTest | null; readonly followUp?: string },
): Promise<boolean> {
  const { test, ...rest } = change;
  const { count } = await tx.course.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(test === undefined
        ? {}
        : {
            testPeople: test?.people ?? null,
            beforeHundredths: test?.beforeHundredths ?? null,
            afterHundredths: test?.afterHundredths ?? null,
            improved: test?.improved ?? null,
          }),
      version: version + 1,
    },
  });
  return count === 1;
}

type Seats = readonly Omit<CourseSeat, 'schoolName'>[];

/** Puts these seats in place of those that were: one statement for all schools. */
export async function replaceSeats(tx: Tx, municipalityId: string, courseId: string, seats: Seats): Promise<void> {
  await tx.courseSeat.deleteMany({ where: { courseId } });
  await tx.courseSeat.createMany({ data: seats.map((seat) => ({ ...seat, courseId, municipalityId })) });
}
