import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Survey } from '@/lib/support/surveys/survey';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`v.id::text AS id, v.title, v.year::int AS year, v.methods::text[] AS methods, v.starts::text AS starts,
  v.ends::text AS ends, v.note, v.version`;

/** A survey with how far it has come. */
export type SurveyLine = Survey & { readonly schools: number; readonly planned: number; readonly held: number };

/** Surveys, the latest first. */
export const listSurveys = (tx: Tx, municipalityId: string): Promise<SurveyLine[]> =>
  tx.$queryRaw<SurveyLine[]>`SELECT ${FIELDS},
      (SELECT count(DISTINCT d.school_id)::int FROM study d WHERE d.survey_id = v.id) AS schools,
      (SELECT count(*)::int FROM study d WHERE d.survey_id = v.id AND d.state = 'PLANNED') AS planned,
      (SELECT count(*)::int FROM study d WHERE d.survey_id = v.id AND d.state = 'HELD') AS held
    FROM survey v WHERE v.municipality_id = ${municipalityId}::uuid ORDER BY v.starts DESC, v.id`;

export async function findSurvey(tx: Tx, municipalityId: string, surveyId: string): Promise<Survey | undefined> {
  const [row] = await tx.$queryRaw<Survey[]>`SELECT ${FIELDS} FROM survey v
    WHERE v.id = ${surveyId}::uuid AND v.municipality_id = ${municipalityId}::uuid`;
  return row;
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

export async function insertSurvey(
  tx: Tx,
  municipalityId: string,
  { starts, ends, methods, ...draft }: Omit<Survey, 'id' | 'version'>,
  createdById: string,
): Promise<string> {
  const id = newId();
  const row = { ...draft, id, municipalityId, createdById, methods: [...methods] };
  await tx.survey.createMany({ data: [{ ...row, starts: dateOf(starts), ends: dateOf(ends) }] });
  return id;
}

/** False: somebody was faster. */
export async function updateSurvey(
  tx: Tx,
  place: Pick<Survey, 'id' | 'version'>,
  { starts, ends, title, note }: Pick<Survey, 'title' | 'starts' | 'ends' | 'note'>,
): Promise<boolean> {
  const { count } = await tx.survey.updateMany({
    where: place,
    data: { title, note, starts: dateOf(starts), ends: dateOf(ends), version: { increment: 1 } },
  });
  return count === 1;
}

/** Schools of the choice whose case of the year is paused or closed: nothing may be planned there. */
export const stoppedSchools = (tx: Tx, municipalityId: string, year: number, schools: readonly string[]) =>
  tx.$queryRaw<{ name: string }[]>`SELECT s.short_name AS name FROM support_case c JOIN school s ON s.id = c.school_id
    WHERE c.municipality_id = ${municipalityId}::uuid AND c.year = ${year}::int AND c.status <> 'OPEN'
      AND c.school_id = ANY (${[...schools]}::uuid[]) ORDER BY s.short_name`;
