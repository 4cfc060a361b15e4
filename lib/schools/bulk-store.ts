import 'server-only';
import { type Day, dayBefore } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { SchoolYear } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';
import type { KnownSchool, SchoolContent } from '@/lib/schools/import/known-school';
import { searchText } from '@/lib/schools/search-text';

/** A school as a list of schools is compared with it, and the version that the comparison saw. */
export type RegisteredSchool = KnownSchool & {
  readonly version: number;
  /** Whether kind, grades and pupils are recorded for the school year; if not, those of today stand here. */
  readonly hasYear: boolean;
};

/**
 * The whole register of a municipality, closed schools too, with the codes in force on `day` and with kind, grades and
 * pupils of the school year: one statement.
 */
export function existingForImport(
  tx: Tx,
  municipalityId: string,
  day: Day,
  year: SchoolYear,
): Promise<RegisteredSchool[]> {
  return tx.$queryRaw<RegisteredSchool[]>`
    SELECT s.id::text AS id, s.code, s.name, s.short_name AS "shortName", coalesce(y.kind, s.kind)::text AS kind,
      s.place::text AS place, coalesce(y.grades, s.grades) AS grades,
      CASE WHEN y.school_id IS NULL THEN s.pupils ELSE y.pupils END AS pupils, y.school_id IS NOT NULL AS "hasYear",
      s.contexts::text[] AS contexts, s.address, s.phone, s.email,
      s.closed_at IS NOT NULL AS "isClosed", s.version, coalesce(a.aliases, '[]') AS aliases
    FROM school s
    LEFT JOIN school_year y ON y.municipality_id = s.municipality_id AND y.school_id = s.id AND y.year = ${year}
    LEFT JOIN (SELECT school_id, jsonb_agg(jsonb_build_object('system', system, 'code', code) ORDER BY id) AS aliases
               FROM school_alias
               WHERE municipality_id = ${municipalityId}::uuid AND (valid_from IS NULL OR valid_from <= ${day}::date)
                 AND (valid_to IS NULL OR valid_to >= ${day}::date)
               GROUP BY school_id) a ON a.school_id = s.id
    WHERE s.municipality_id = ${municipalityId}::uuid
    ORDER BY s.short_name, s.id`;
}

type Past = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly names: readonly { readonly name: string; readonly shortName: string }[];
  readonly codes: readonly string[];
};

/** Every name and code that schools have ever had: what they stay findable by. */
const pastOf = (tx: Tx, municipalityId: string): Promise<Past[]> => tx.$queryRaw<Past[]>`
  SELECT s.id::text AS id, s.name, s.short_name AS "shortName", coalesce(n.names, '[]') AS names,
    coalesce(a.codes, '{}') AS codes
  FROM school s
  LEFT JOIN (SELECT school_id, jsonb_agg(jsonb_build_object('name', name, 'shortName', short_name) ORDER BY id) AS names
             FROM school_name WHERE municipality_id = ${municipalityId}::uuid GROUP BY school_id) n ON n.school_id = s.id
  LEFT JOIN (SELECT school_id, array_agg(code ORDER BY id) AS codes
             FROM school_alias WHERE municipality_id = ${municipalityId}::uuid GROUP BY school_id) a ON a.school_id = s.id
  WHERE s.municipality_id = ${municipalityId}::uuid`;

/** A row carried into the register: the whole school as it shall be, with the codes in force. */
export type ImportedSchool = SchoolContent;

export type SchoolChanges = {
  /** `id` where the caller wants to know the school afterwards. */
  readonly added: readonly (ImportedSchool & { readonly id?: string })[];
  /** `version` is the one the comparison saw. A code in force that is not named here any more ends, and stays in history. */
  readonly changed: readonly (ImportedSchool & { readonly id: string; readonly version: number })[];
  /** School year whose kind, grades and pupils the list gives. */
  readonly year: SchoolYear;
  /** Those of another year are recorded for it alone: the school stays what it is today. */
  readonly isPresentYear: boolean;
  /** The day from which changed names and codes hold, and what names are founded on. */
  readonly day: Day;
  readonly basis: string;
};

type Row = ImportedSchool & { readonly id: string };

/** Rows as one parameter of a statement; jsonb_to_recordset turns it into columns, so five thousand rows are one trip. */
const json = (rows: readonly object[]): string => JSON.stringify(rows);

const COLUMNS = `id uuid, code text, name text, "shortName" text, kind school_kind, place school_place, grades smallint[],
  pupils int, contexts school_context[], address text, phone text, email text, "searchText" text, version int`;

/**
 * Carries an import into the register: every row or none. Refuses when a school has been changed since the preview, or
 * when a code is taken meanwhile. A changed name is closed in history on the day before and the new one opened. Writes
 * no journal line: that is the action's.
 */
export async function applyImport(
  tx: Tx,
  municipalityId: string,
  changes: SchoolChanges,
): Promise<{ created: number; changed: number }> {
  const added = changes.added.map((school) => ({ ...school, id: school.id ?? newId() }));
  await freeCodes(tx, municipalityId, changes.changed);
  await changeRows(tx, municipalityId, changes);
  await addRows(tx, municipalityId, added);
  const rows: readonly Row[] = [...added, ...changes.changed];
  await endCodes(tx, municipalityId, changes.changed, changes.day);
  await addCodes(tx, municipalityId, rows, changes.day);
  await putYears(tx, municipalityId, rows, changes.year);
  return { created: added.length, changed: changes.changed.length };
}

/**
 * A code is unique at every moment, and one list may swap the codes of two schools or give the code of a changed one to
 * a new one. So the codes that go are put aside first; no code of a person holds the sign «~».
 */
async function freeCodes(tx: Tx, municipalityId: string, changed: readonly Row[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.$executeRaw`
    UPDATE school s SET code = '~' || s.id
    FROM jsonb_to_recordset(${json(changed.map(({ id, code }) => ({ id, code })))}::jsonb) AS r(id uuid, code text)
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.id = r.id AND s.code <> r.code`;
}

async function addRows(tx: Tx, municipalityId: string, added: readonly Row[]): Promise<void> {
  if (added.length === 0) return;
  const rows = added.map((school) => ({
    ...school,
    searchText: searchText({ ...school, names: [] }),
    nameId: newId(),
  }));
  await tx.$executeRawUnsafe(
    `INSERT INTO school (id, municipality_id, code, name, short_name, kind, place, grades, pupils, contexts, address, phone,
       email, search_text)
     SELECT r.id, $1::uuid, r.code, r.name, r."shortName", r.kind, r.place, r.grades, r.pupils, r.contexts, r.address,
       r.phone, r.email, r."searchText"
     FROM jsonb_to_recordset($2::jsonb) AS r(${COLUMNS})`,
    municipalityId,
    json(rows),
  );
  await tx.$executeRaw`
    INSERT INTO school_name (id, municipality_id, school_id, name, short_name)
    SELECT r."nameId", ${municipalityId}::uuid, r.id, r.name, r."shortName"
    FROM jsonb_to_recordset(${json(rows)}::jsonb) AS r("nameId" uuid, id uuid, name text, "shortName" text)`;
}

async function changeRows(tx: Tx, municipalityId: string, changes: SchoolChanges): Promise<void> {
  const { changed, day, basis } = changes;
  if (changed.length === 0) return;
  const known = new Map((await pastOf(tx, municipalityId)).map((school) => [school.id, school]));
  const rows = changed.map((school) => {
    const before = known.get(school.id);
    if (!before) throw notFound();
    const renamed = before.name !== school.name || before.shortName !== school.shortName;
    const aliases = [...before.codes.map((code) => ({ code })), ...school.aliases];
    const text = searchText({ ...school, names: before.names, aliases });
    return { ...school, searchText: text, nameId: renamed ? newId() : null };
  });
  const count = await tx.$executeRawUnsafe(
    `UPDATE school s SET code = r.code, name = r.name, short_name = r."shortName", place = r.place,
       kind = CASE WHEN $3 THEN r.kind ELSE s.kind END, grades = CASE WHEN $3 THEN r.grades ELSE s.grades END,
       pupils = CASE WHEN $3 THEN r.pupils ELSE s.pupils END,
       contexts = r.contexts, address = r.address, phone = r.phone, email = r.email,
       search_text = r."searchText", version = s.version + 1
     FROM jsonb_to_recordset($2::jsonb) AS r(${COLUMNS})
     WHERE s.municipality_id = $1::uuid AND s.id = r.id AND s.version = r.version`,
    municipalityId,
    json(rows),
    changes.isPresentYear,
  );
  if (count !== rows.length) {
    throw new Refusal(
      'conflict',
      'Пока вы смотрели, реестр изменился: часть школ уже другая. Проверьте файл заново – ничего не загружено.',
    );
  }
  const renamed = rows.filter((row) => row.nameId !== null);
  await tx.$executeRaw`
    UPDATE school_name n SET valid_to = greatest(${dayBefore(day)}::date, n.valid_from)
    FROM jsonb_to_recordset(${json(renamed)}::jsonb) AS r(id uuid)
    WHERE n.municipality_id = ${municipalityId}::uuid AND n.school_id = r.id AND n.valid_to IS NULL`;
  await tx.$executeRaw`
    INSERT INTO school_name (id, municipality_id, school_id, name, short_name, valid_from, basis)
    SELECT r."nameId", ${municipalityId}::uuid, r.id, r.name, r."shortName", ${day}::date, ${basis}
    FROM jsonb_to_recordset(${json(renamed)}::jsonb) AS r("nameId" uuid, id uuid, name text, "shortName" text)`;
}

/** A code that was replaced is good until the day before; one that began on the day itself ends on it. */
async function endCodes(tx: Tx, municipalityId: string, changed: readonly Row[], day: Day): Promise<void> {
  if (changed.length === 0) return;
  const kept = changed.flatMap(({ id, aliases }) =>
    aliases.map(({ system, code }) => ({ schoolId: id, system, code })),
  );
  await tx.$executeRaw`
    UPDATE school_alias a SET valid_to = greatest(${dayBefore(day)}::date, a.valid_from)
    FROM jsonb_to_recordset(${json(changed.map(({ id }) => ({ id })))}::jsonb) AS r(id uuid)
    WHERE a.municipality_id = ${municipalityId}::uuid AND a.school_id = r.id
      AND (a.valid_from IS NULL OR a.valid_from <= ${day}::date) AND (a.valid_to IS NULL OR a.valid_to >= ${day}::date)
      AND (a.school_id, a.system, a.code) NOT IN (
        SELECT k."schoolId", k.system, k.code
        FROM jsonb_to_recordset(${json(kept)}::jsonb) AS k("schoolId" uuid, system alias_system, code text))`;
}

/** Adds the codes not in force yet; one that follows another of its system begins on the day. */
async function addCodes(tx: Tx, municipalityId: string, rows: readonly Row[], day: Day): Promise<void> {
  const codes = rows.flatMap((row) => row.aliases.map((alias) => ({ ...alias, id: newId(), schoolId: row.id })));
  if (codes.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO school_alias (id, municipality_id, school_id, system, code, valid_from)
    SELECT r.id, ${municipalityId}::uuid, r."schoolId", r.system, r.code,
      CASE WHEN EXISTS (SELECT FROM school_alias p WHERE p.municipality_id = ${municipalityId}::uuid
                          AND p.school_id = r."schoolId" AND p.system = r.system) THEN ${day}::date END
    FROM jsonb_to_recordset(${json(codes)}::jsonb) AS r(id uuid, "schoolId" uuid, system alias_system, code text)
    WHERE NOT EXISTS (SELECT FROM school_alias a
                      WHERE a.municipality_id = ${municipalityId}::uuid AND a.school_id = r."schoolId"
                        AND a.system = r.system AND a.code = r.code
                        AND (a.valid_from IS NULL OR a.valid_from <= ${day}::date)
                        AND (a.valid_to IS NULL OR a.valid_to >= ${day}::date))`;
}

async function putYears(tx: Tx, municipalityId: string, rows: readonly Row[], year: number): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO school_year (municipality_id, school_id, year, kind, grades, pupils)
    SELECT ${municipalityId}::uuid, r.id, ${year}::smallint, r.kind, r.grades, r.pupils
    FROM jsonb_to_recordset(${json(rows)}::jsonb) AS r(id uuid, kind school_kind, grades smallint[], pupils int)
    ON CONFLICT (school_id, year) DO UPDATE SET kind = excluded.kind, grades = excluded.grades, pupils = excluded.pupils
    WHERE (school_year.kind, school_year.grades, school_year.pupils)
      IS DISTINCT FROM (excluded.kind, excluded.grades, excluded.pupils)`;
}
