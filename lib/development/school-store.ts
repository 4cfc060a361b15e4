import 'server-only';
import { like } from '@/lib/development/deficit-store';
import { ROWS_MAX, type YearSearch } from '@/lib/development/development-search';
import type { AppearanceKind, AppearanceLevel } from '@/lib/development/words';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

/** What a school has reported for a school year; null is unknown, never 0. */
export type SchoolNumbers = {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly teachers: number | null;
  readonly riskTeachers: number | null;
  readonly routesSuccessful: number | null;
  readonly routesDifficulty: number | null;
  readonly source: string;
  /** 0: nothing was reported yet. */
  readonly version: number;
};

/** Every school at work that the viewer sees, reported or not. */
export const listNumbers = (tx: Tx, municipalityId: string, year: number): Promise<readonly SchoolNumbers[]> =>
  tx.$queryRaw<SchoolNumbers[]>`
    SELECT s.id::text AS "schoolId", s.short_name AS "schoolName", y.teachers, y.risk_teachers AS "riskTeachers",
      y.routes_successful AS "routesSuccessful", y.routes_difficulty AS "routesDifficulty", coalesce(y.source, '') AS source,
      coalesce(y.version, 0) AS version
    FROM school s LEFT JOIN development_year y ON y.school_id = s.id AND y.year = ${year}::int
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL ORDER BY s.short_name, s.id`;

export type NumberCells = Omit<SchoolNumbers, 'schoolId' | 'schoolName' | 'version'>;

/** Writes what a school reports; `version` is the one that was seen. False: somebody was faster. */
export async function saveNumbers(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string; readonly year: number },
  version: number,
  cells: NumberCells,
): Promise<boolean> {
  if (version === 0) {
    const { count } = await tx.developmentYear.createMany({
      data: [{ ...place, ...cells, id: newId() }],
      skipDuplicates: true,
    });
    return count === 1;
  }
  const { count } = await tx.developmentYear.updateMany({
    where: { ...place, version },
    data: { ...cells, version: version + 1, updatedAt: new Date() },
  });
  return count === 1;
}

/** Experience a school has shown, or a competition it took part in. */
export type Appearance = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly year: number;
  readonly kind: AppearanceKind;
  readonly title: string;
  readonly number: string;
  readonly level: AppearanceLevel;
  readonly form: string;
  readonly theme: string;
  readonly who: string;
  readonly result: string;
  readonly version: number;
};

const FIELDS = Prisma.sql`a.id::text, a.school_id::text AS "schoolId", s.short_name AS "schoolName", a.year::int, a.kind::text,
  a.title, a.number, a.level::text, a.form, a.theme, a.who, a.result, a.version`;
const FROM = Prisma.sql`FROM appearance a JOIN school s ON s.id = a.school_id`;
const ORDERS: Readonly<Record<string, string>> = {
  school: 's.short_name, a.title COLLATE "russian", a.id',
  '-school': 's.short_name DESC, a.title COLLATE "russian", a.id',
  name: 'a.title COLLATE "russian", s.short_name, a.id',
  '-name': 'a.title COLLATE "russian" DESC, s.short_name, a.id',
  number: 'a.level, s.short_name, a.id',
  '-number': 'a.level DESC, s.short_name, a.id',
};

export const listAppearances = (
  tx: Tx,
  municipalityId: string,
  { q, school, kind, level, year, sort }: YearSearch,
): Promise<readonly Appearance[]> =>
  tx.$queryRaw<Appearance[]>`SELECT ${FIELDS} ${FROM}
    WHERE a.municipality_id = ${municipalityId}::uuid AND a.year = ${year}::int
      AND (${school ?? null}::uuid IS NULL OR a.school_id = ${school ?? null}::uuid)
      AND (${kind ?? null}::appearance_kind IS NULL OR a.kind = ${kind ?? null}::appearance_kind)
      AND (${level ?? null}::appearance_level IS NULL OR a.level = ${level ?? null}::appearance_level)
      AND (${q} = '' OR concat_ws(' ', s.short_name, a.number, a.title, a.theme, a.who) ILIKE ${like(q)})
    ORDER BY ${Prisma.raw(ORDERS[sort] ?? 'a.id')} LIMIT ${Prisma.raw(String(ROWS_MAX))}`;

export async function findAppearance(tx: Tx, municipalityId: string, id: string): Promise<Appearance | undefined> {
  const [row] = await tx.$queryRaw<Appearance[]>`SELECT ${FIELDS} ${FROM}
    WHERE a.id = ${id}::uuid AND a.municipality_id = ${municipalityId}::uuid`;
  return row;
}

export type AppearanceCells = Omit<Appearance, 'id' | 'schoolId' | 'schoolName' | 'year' | 'version'>;

export async function insertAppearance(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string; readonly year: number },
  cells: AppearanceCells,
): Promise<string> {
  const id = newId();
  await tx.appearance.createMany({ data: [{ ...place, ...cells, id }] });
  return id;
}

export async function deleteAppearance(tx: Tx, { id, version }: Pick<Appearance, 'id' | 'version'>): Promise<boolean> {
  const { count } = await tx.appearance.deleteMany({ where: { id, version } });
  return count === 1;
}

/** How much stands recorded of one school in a year: one statement for the page of its support. */
export async function countsOfSchool(tx: Tx, municipalityId: string, schoolId: string, year: number) {
  const of = Prisma.sql`x.municipality_id = ${municipalityId}::uuid AND x.school_id = ${schoolId}::uuid AND x.year = ${year}::int`;
  const [row] = await tx.$queryRaw<{ deficits: number; inWork: number; done: number; appearances: number }[]>`SELECT
    (SELECT count(*)::int FROM deficit x WHERE ${of}) AS deficits,
    (SELECT count(*)::int FROM course_request x WHERE ${of} AND x.state IN ('SENT', 'PACKED', 'PLACED')) AS "inWork",
    (SELECT count(*)::int FROM course_request x WHERE ${of} AND x.state = 'DONE') AS done,
    (SELECT count(*)::int FROM appearance x WHERE ${of}) AS appearances`;
  return row ?? { deficits: 0, inWork: 0, done: 0, appearances: 0 };
}
