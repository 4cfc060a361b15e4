import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Agreement, Study, StudyWords } from '@/lib/support/studies/study';
import type { StudySearch, StudySort } from '@/lib/support/studies/study-search';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`d.id::text AS id, d.school_id::text AS "schoolId", s.short_name AS "schoolName", d.year::int AS year,
  d.survey_id::text AS "surveyId", v.title AS "surveyTitle", d.method::text AS method, d.state::text AS state, d.day::text AS day,
  d.held_by AS "heldBy", d.object, d.participants, d.headcount, d.documents, d.conclusion, d.cancel_reason AS "cancelReason", d.version`;
const FROM = Prisma.sql`FROM study d JOIN school s ON s.id = d.school_id LEFT JOIN survey v ON v.id = d.survey_id`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const ORDER: Record<StudySort, Prisma.Sql> = {
  day: Prisma.sql`d.day, s.short_name, d.id`,
  '-day': Prisma.sql`d.day DESC, s.short_name, d.id`,
  school: Prisma.sql`s.short_name, d.day DESC, d.id`,
  '-school': Prisma.sql`s.short_name DESC, d.day DESC, d.id`,
};

function filtered(municipalityId: string, search: Omit<StudySearch, 'sort'>, today: Day): Prisma.Sql {
  const { q, school, survey, method, state, year } = search;
  return Prisma.join(
    [
      Prisma.sql`d.municipality_id = ${municipalityId}::uuid`,
      ...(year === undefined ? [] : [Prisma.sql`d.year = ${year}::int`]),
      ...(school ? [Prisma.sql`d.school_id = ${school}::uuid`] : []),
      ...(survey ? [Prisma.sql`d.survey_id = ${survey}::uuid`] : []),
      ...(method ? [Prisma.sql`d.method = ${method}::study_method`] : []),
      ...(state === 'overdue'
        ? [Prisma.sql`d.state = 'PLANNED' AND d.day < ${today}::date`]
        : state
          ? [Prisma.sql`d.state = ${state}::study_state`]
          : []),
      ...(q
        ? [Prisma.sql`concat_ws(' ', s.short_name, d.object, d.conclusion, d.held_by, v.title) ILIKE ${like(q)}`]
        : []),
    ],
    ' AND ',
  );
}

/** Studies under a filter, `limit` of them from `offset` on. */
export const listStudies = (
  tx: Tx,
  municipalityId: string,
  search: StudySearch,
  today: Day,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<Study[]> =>
  tx.$queryRaw<Study[]>`/*studies*/ SELECT ${FIELDS} ${FROM} WHERE ${filtered(municipalityId, search, today)}
    ORDER BY ${ORDER[search.sort]} LIMIT ${limit} OFFSET ${offset}`;

export async function countStudies(tx: Tx, municipalityId: string, search: StudySearch, today: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${FROM}
    WHERE ${filtered(municipalityId, search, today)}`;
  return row?.total ?? 0;
}

/** Studies of a school and year, newest day first. */
export const studiesOfSchool = (tx: Tx, municipalityId: string, schoolId: string, year: number): Promise<Study[]> =>
  tx.$queryRaw<Study[]>`SELECT ${FIELDS} ${FROM} WHERE d.municipality_id = ${municipalityId}::uuid
    AND d.school_id = ${schoolId}::uuid AND d.year = ${year}::int ORDER BY d.day DESC, d.id`;

/** Studies of a survey, schools in the order of the register. */
export const studiesOfSurvey = (tx: Tx, municipalityId: string, surveyId: string): Promise<Study[]> =>
  tx.$queryRaw<Study[]>`SELECT ${FIELDS} ${FROM} WHERE d.municipality_id = ${municipalityId}::uuid
    AND d.survey_id = ${surveyId}::uuid ORDER BY s.short_name, d.school_id, d.day, d.id`;

/** The study, or undefined where the viewer's scope has none of this id. With `lock`, held to the end. */
export async function findStudy(
  tx: Tx,
  municipalityId: string,
  studyId: string,
  lock = false,
): Promise<Study | undefined> {
  if (lock) await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`study ${studyId}`}, 0))::text`;
  const [row] = await tx.$queryRaw<Study[]>`SELECT ${FIELDS} ${FROM}
    WHERE d.id = ${studyId}::uuid AND d.municipality_id = ${municipalityId}::uuid`;
  return row;
}

const columnsOf = ({ day, documents, ...rest }: StudyWords) => ({
  ...rest,
  documents: [...documents],
  day: new Date(`${day}T00:00:00Z`),
});

export type NewStudy = StudyWords &
  Pick<Study, 'schoolId' | 'year' | 'surveyId'> & { readonly state: 'PLANNED' | 'HELD' };

/** New studies in their order; returns their ids. */
export async function insertStudies(
  tx: Tx,
  municipalityId: string,
  studies: readonly NewStudy[],
  authorId: string,
): Promise<readonly string[]> {
  const rows = studies.map(({ schoolId, year, surveyId, state, ...words }) => ({
    ...columnsOf(words),
    ...{ id: newId(), municipalityId, schoolId, year, surveyId, state, createdById: authorId },
  }));
  await tx.study.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

/** False: somebody was faster. */
export async function updateStudy(
  tx: Tx,
  place: Pick<Study, 'id' | 'version'>,
  change: { readonly words?: StudyWords; readonly state: Study['state']; readonly cancelReason?: string },
): Promise<boolean> {
  const { words, state, cancelReason } = change;
  const changed = words && columnsOf(words);
  const { count } = await tx.study.updateMany({
    where: place,
    data: {
      ...(changed && {
        ...{ day: changed.day, heldBy: changed.heldBy, object: changed.object, participants: changed.participants },
        ...{ headcount: changed.headcount, documents: changed.documents, conclusion: changed.conclusion },
      }),
      ...{ state, version: { increment: 1 }, updatedAt: new Date() },
      ...(cancelReason === undefined ? {} : { cancelReason }),
    },
  });
  return count === 1;
}

/** Causes of the case that a study supports, by id. */
export async function supportedBy(tx: Tx, studyId: string): Promise<readonly string[]> {
  const rows = await tx.studyCause.findMany({ where: { studyId }, select: { caseCauseId: true } });
  return rows.map(({ caseCauseId }) => caseCauseId);
}

/** Makes the causes that a study supports exactly these. */
export async function setSupported(
  tx: Tx,
  municipalityId: string,
  studyId: string,
  causes: readonly string[],
): Promise<void> {
  await tx.studyCause.deleteMany({ where: { studyId } });
  await tx.studyCause.createMany({ data: causes.map((caseCauseId) => ({ municipalityId, studyId, caseCauseId })) });
}

const AGREEMENT = Prisma.sql`g.id::text, g.text, g.due::text, g.done_at AS "doneAt"`;

export const agreementsOf = (tx: Tx, studyId: string): Promise<Agreement[]> =>
  tx.$queryRaw<
    Agreement[]
  >`SELECT ${AGREEMENT} FROM study_agreement g WHERE g.study_id = ${studyId}::uuid ORDER BY g.due, g.id`;

/** Agreed actions of a school that are not done yet, the nearest day first, whatever year they were agreed in. */
export type OpenAgreement = Agreement & { readonly studyId: string };
export const openAgreements = (tx: Tx, municipalityId: string, schoolId: string): Promise<OpenAgreement[]> =>
  tx.$queryRaw<OpenAgreement[]>`SELECT ${AGREEMENT}, g.study_id::text AS "studyId" FROM study_agreement g
    WHERE g.municipality_id = ${municipalityId}::uuid AND g.school_id = ${schoolId}::uuid AND g.done_at IS NULL
    ORDER BY g.due, g.id LIMIT 100`;

export async function insertAgreement(
  tx: Tx,
  study: { readonly municipalityId: string; readonly id: string; readonly schoolId: string },
  { due, ...draft }: { readonly text: string; readonly due: Day; readonly addedById: string },
): Promise<void> {
  const { municipalityId, id: studyId, schoolId } = study;
  const row = { ...draft, id: newId(), municipalityId, studyId, schoolId, due: new Date(`${due}T00:00:00Z`) };
  await tx.studyAgreement.createMany({ data: [row] });
}

export async function findAgreement(tx: Tx, municipalityId: string, agreementId: string) {
  const row = await tx.studyAgreement.findFirst({
    where: { id: agreementId, municipalityId },
    select: { id: true, studyId: true, text: true, doneAt: true },
  });
  return row ?? undefined;
}

export async function setAgreementDone(tx: Tx, agreementId: string, doneAt: Date | null): Promise<void> {
  await tx.studyAgreement.updateMany({ where: { id: agreementId }, data: { doneAt } });
}
