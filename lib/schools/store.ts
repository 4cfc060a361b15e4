import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Scope, Tx } from '@/lib/platform/prisma';
import type { SchoolKind } from '@/lib/schools/codes';
import type { NewSchool, School } from '@/lib/schools/school';
import type { SchoolName } from '@/lib/schools/school-name';
import { schoolsOf } from '@/lib/schools/scope-store';
import { searchText } from '@/lib/schools/search-text';
import { Prisma } from '@/prisma/generated/client';

const SCHOOL = Prisma.sql`s.id::text AS id, s.municipality_id::text AS "municipalityId", s.code, s.name,
  s.short_name AS "shortName", s.kind::text AS kind, s.place::text AS place, s.grades, s.pupils,
  s.contexts::text[] AS contexts, s.address, s.phone, s.email, s.closed_at::text AS "closedOn",
  s.successor_id::text AS "successorId", s.version`;

/** A day as the column takes it, and back. */
export const toDate = (day: Day | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
export const toDay = (date: Date | null): Day | null => (date === null ? null : date.toISOString().slice(0, 10));

/** A school that the viewer may see, or undefined. */
export async function schoolById(tx: Tx, scope: Scope, id: string): Promise<School | undefined> {
  const [school] = await tx.$queryRaw<School[]>`
    SELECT ${SCHOOL} FROM school s WHERE ${schoolsOf(scope)} AND s.id = ${id}::uuid`;
  return school;
}

/**
 * The school to be changed, locked until the end of the transaction. A foreign one does not exist; one that somebody has
 * changed since the form was opened (another `version`) is refused, and `current` may say what it holds now by field.
 */
export async function lockSchool(
  tx: Tx,
  scope: Scope,
  id: string,
  version: number,
  current: (school: School) => Readonly<Record<string, string>> = () => ({}),
): Promise<School> {
  const [school] = await tx.$queryRaw<School[]>`
    SELECT ${SCHOOL} FROM school s WHERE ${schoolsOf(scope)} AND s.id = ${id}::uuid FOR UPDATE`;
  if (!school) throw notFound();
  if (school.version !== version) {
    throw new Refusal(
      'conflict',
      'Пока страница была открыта, сведения о школе изменил другой сотрудник. Ваш текст остался на экране. Откройте школу в соседней вкладке, сравните и внесите своё изменение заново.',
      current(school),
    );
  }
  return school;
}

/** The school with this code in the viewer's municipality. */
export async function schoolByCode(tx: Tx, scope: Scope, code: string): Promise<School | undefined> {
  const [school] = await tx.$queryRaw<School[]>`
    SELECT ${SCHOOL} FROM school s WHERE ${schoolsOf(scope)} AND s.code = ${code}`;
  return school;
}

/** Schools at work, alphabetical: choices of forms. */
export async function openSchools(
  tx: Tx,
  scope: Scope,
  limit: number,
): Promise<readonly { id: string; code: string; shortName: string }[]> {
  return tx.$queryRaw`SELECT s.id::text AS id, s.code, s.short_name AS "shortName" FROM school s
    WHERE ${schoolsOf(scope)} AND s.closed_at IS NULL ORDER BY s.short_name, s.id LIMIT ${limit}`;
}

/** A school as the roster of a campaign takes it. */
export type RosterSchool = {
  readonly id: string;
  readonly shortName: string;
  readonly kind: SchoolKind;
  readonly grades: readonly number[];
  readonly pupils: number | null;
};

/** Schools at work for a campaign of `year`, alphabetical, as they are recorded for that year; else as they are now. */
export async function schoolsForRoster(tx: Tx, municipalityId: string, year: number): Promise<readonly RosterSchool[]> {
  return tx.$queryRaw<RosterSchool[]>`
    SELECT s.id::text AS id, s.short_name AS "shortName", coalesce(y.kind, s.kind)::text AS kind,
      coalesce(y.grades, s.grades) AS grades, CASE WHEN y.school_id IS NULL THEN s.pupils ELSE y.pupils END AS pupils
    FROM school s LEFT JOIN school_year y ON y.school_id = s.id AND y.year = ${year}
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL
    ORDER BY s.short_name, s.id`;
}

const columns = (school: NewSchool) => ({
  ...school,
  grades: [...school.grades],
  contexts: [...school.contexts],
});

/** Adds a school with its first name in history and gives its id. */
export async function addSchool(tx: Tx, municipalityId: string, school: NewSchool): Promise<string> {
  const id = newId();
  const { name, shortName } = school;
  await tx.school.create({
    data: { id, municipalityId, ...columns(school), searchText: searchText({ ...school, names: [], aliases: [] }) },
  });
  await tx.schoolName.create({ data: { id: newId(), municipalityId, schoolId: id, name, shortName } });
  return id;
}

/** Writes what the form of a school holds; its present name in history follows a corrected spelling. */
export async function changeSchool(tx: Tx, school: School, change: NewSchool): Promise<void> {
  const { name, shortName } = change;
  if (name !== school.name || shortName !== school.shortName) {
    const current = { municipalityId: school.municipalityId, schoolId: school.id, validTo: null };
    const { count } = await tx.schoolName.updateMany({ where: current, data: { name, shortName } });
    if (count === 0) await tx.schoolName.create({ data: { id: newId(), ...current, name, shortName } });
  }
  await saveSchool(tx, school, columns(change));
}

/** One step of a locked school: the columns, the next version and what it is searched by. */
export async function saveSchool(tx: Tx, school: School, data: Prisma.SchoolUncheckedUpdateInput): Promise<void> {
  await tx.school.update({
    where: { municipalityId_id: { municipalityId: school.municipalityId, id: school.id } },
    data: { ...data, version: school.version + 1 },
    select: { id: true },
  });
  await renewSearchText(tx, school.municipalityId, school.id);
}

async function renewSearchText(tx: Tx, municipalityId: string, id: string): Promise<void> {
  const where = { municipalityId_id: { municipalityId, id } };
  const row = await tx.school.findUniqueOrThrow({
    where,
    select: {
      code: true,
      name: true,
      shortName: true,
      names: { select: { name: true, shortName: true }, orderBy: { id: 'asc' } },
      aliases: { select: { code: true }, orderBy: { id: 'asc' } },
    },
  });
  await tx.school.update({ where, data: { searchText: searchText(row) }, select: { id: true } });
}

/** Every name of a school, the present one first. */
export async function namesOf(tx: Tx, school: School): Promise<SchoolName[]> {
  const rows = await tx.schoolName.findMany({
    where: { municipalityId: school.municipalityId, schoolId: school.id },
    select: { id: true, name: true, shortName: true, validFrom: true, validTo: true, basis: true },
    orderBy: [{ validTo: { sort: 'desc', nulls: 'first' } }, { validFrom: { sort: 'desc', nulls: 'last' } }],
  });
  return rows.map(({ validFrom, validTo, ...row }) => ({ ...row, from: toDay(validFrom), to: toDay(validTo) }));
}
