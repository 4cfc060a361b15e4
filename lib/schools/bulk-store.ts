import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { dayBefore } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import type { AliasSystem } from '@/lib/schools/codes';
import type { NewSchool, School } from '@/lib/schools/school';
import { searchText } from '@/lib/schools/search-text';

type Code = { readonly system: AliasSystem; readonly code: string };

/** A school with all that a row of a list may be recognised by. */
export type KnownSchool = School & {
  readonly names: readonly { readonly name: string; readonly shortName: string }[];
  readonly aliases: readonly (Code & { readonly from: Day | null; readonly to: Day | null })[];
};

/** The whole register of a municipality, closed schools too, in one statement: what an import compares a list with. */
export function existingForImport(tx: Tx, municipalityId: string): Promise<KnownSchool[]> {
  return tx.$queryRaw<KnownSchool[]>`
    SELECT s.id::text AS id, s.municipality_id::text AS "municipalityId", s.code, s.name, s.short_name AS "shortName",
      s.kind::text AS kind, s.place::text AS place, s.grades, s.pupils, s.contexts::text[] AS contexts, s.address,
      s.phone, s.email, s.closed_at::text AS "closedOn", s.successor_id::text AS "successorId", s.version,
      coalesce(n.names, '[]') AS names, coalesce(a.aliases, '[]') AS aliases
    FROM school s
    LEFT JOIN (SELECT school_id, jsonb_agg(jsonb_build_object('name', name, 'shortName', short_name) ORDER BY id) AS names
               FROM school_name WHERE municipality_id = ${municipalityId}::uuid GROUP BY school_id) n ON n.school_id = s.id
    LEFT JOIN (SELECT school_id, jsonb_agg(jsonb_build_object('system', system, 'code', code, 'from', valid_from,
                                                              'to', valid_to) ORDER BY id) AS aliases
               FROM school_alias WHERE municipality_id = ${municipalityId}::uuid GROUP BY school_id) a ON a.school_id = s.id
    WHERE s.municipality_id = ${municipalityId}::uuid
    ORDER BY s.short_name, s.id`;
}

export type ImportedSchool = NewSchool & { readonly aliases: readonly Code[] };

export type SchoolChanges = {
  readonly added: readonly ImportedSchool[];
  /** Whole rows as they shall be; `version` is the one the preview saw; codes are added, never taken away. */
  readonly changed: readonly (ImportedSchool & { readonly id: string; readonly version: number })[];
  /** School year whose kind, grades and pupils the list gives. */
  readonly year: number;
  /** The day from which changed names hold, and what they are founded on. */
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
  const added = changes.added.map((school) => ({ ...school, id: newId() }));
  await addRows(tx, municipalityId, added);
  await changeRows(tx, municipalityId, changes);
  const rows: readonly Row[] = [...added, ...changes.changed];
  await addCodes(tx, municipalityId, rows);
  await putYears(tx, municipalityId, rows, changes.year);
  return { created: added.length, changed: changes.changed.length };
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
  const known = new Map((await existingForImport(tx, municipalityId)).map((school) => [school.id, school]));
  const rows = changed.map((school) => {
    const before = known.get(school.id);
    if (!before) throw notFound();
    const renamed = before.name !== school.name || before.shortName !== school.shortName;
    const aliases = [...before.aliases, ...school.aliases];
    const text = searchText({ ...school, names: before.names, aliases });
    return { ...school, searchText: text, nameId: renamed ? newId() : null };
  });
  const count = await tx.$executeRawUnsafe(
    `UPDATE school s SET code = r.code, name = r.name, short_name = r."shortName", kind = r.kind, place = r.place,
       grades = r.grades, pupils = r.pupils, contexts = r.contexts, address = r.address, phone = r.phone, email = r.email,
       search_text = r."searchText", version = s.version + 1
     FROM jsonb_to_recordset($2::jsonb) AS r(${COLUMNS})
     WHERE s.municipality_id = $1::uuid AND s.id = r.id AND s.version = r.version`,
    municipalityId,
    json(rows),
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

/** Adds the codes that a school does not bear yet; the same list a second time adds none. */
async function addCodes(tx: Tx, municipalityId: string, rows: readonly Row[]): Promise<void> {
  const codes = rows.flatMap((row) => row.aliases.map((alias) => ({ ...alias, id: newId(), schoolId: row.id })));
  if (codes.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO school_alias (id, municipality_id, school_id, system, code)
    SELECT r.id, ${municipalityId}::uuid, r."schoolId", r.system, r.code
    FROM jsonb_to_recordset(${json(codes)}::jsonb) AS r(id uuid, "schoolId" uuid, system alias_system, code text)
    WHERE NOT EXISTS (SELECT FROM school_alias a
                      WHERE a.municipality_id = ${municipalityId}::uuid AND a.school_id = r."schoolId"
                        AND a.system = r.system AND a.code = r.code AND a.valid_to IS NULL)`;
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
