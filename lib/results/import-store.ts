import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import {
  type ImportAnswers,
  type ImportsFilter,
  importAnswers,
  type ResultImportStatus,
  storedReading,
} from '@/lib/results/import-view';
import type { RegisterSchool } from '@/lib/results/match-file-schools';
import type { Reading } from '@/lib/results/reading/reading';
import { Prisma } from '@/prisma/generated/client';

/** A line of the list of imports. */
export type ImportLine = {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly layoutTitle: string;
  readonly status: ResultImportStatus;
  readonly results: number;
  readonly figures: number;
  readonly schools: number;
  readonly pupilsDropped: number;
  readonly years: readonly number[];
  readonly failure: string;
  readonly rowsDone: number;
  readonly version: number;
  readonly authorName: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly replacesId: string | null;
  /** It is being read, but its reader has given no sign of life for longer than a living one is ever silent. */
  readonly isDead: boolean;
};

export type ResultImport = ImportLine & {
  readonly sha256: string;
  readonly answers: ImportAnswers;
  readonly reading: Reading | null;
  readonly replacesName: string | null;
  /** The import that took the place of this one. */
  readonly replacedBy: { readonly id: string; readonly fileName: string } | null;
};

/** A living reader beats every two seconds. */
const SILENT_SECONDS = 20;

const LINE = Prisma.sql`i.id::text AS id, i.file_name AS "fileName", i.size, i.layout_title AS "layoutTitle",
  i.status::text AS status, i.results, i.figures, i.schools, i.pupils_dropped AS "pupilsDropped", i.years, i.failure,
  i.rows_done AS "rowsDone", i.version, u.name AS "authorName", i.created_at AS "createdAt", i.applied_at AS "appliedAt",
  i.replaces_id::text AS "replacesId",
  i.status = 'READING' AND i.beat_at < now() - make_interval(secs => ${SILENT_SECONDS}) AS "isDead"`;
const FROM = Prisma.sql`result_import i LEFT JOIN app_user u ON u.id = i.created_by_id`;

/** Imports of a municipality, the newest first, one more than `limit` where there are more. */
export function importLines(
  tx: Tx,
  municipalityId: string,
  filter: ImportsFilter,
  limit: number,
): Promise<ImportLine[]> {
  const back = !filter.after && filter.before;
  const conditions = [
    Prisma.sql`i.municipality_id = ${municipalityId}::uuid`,
    ...(filter.q ? [Prisma.sql`position(lower(${filter.q}) in lower(i.file_name || ' ' || i.layout_title)) > 0`] : []),
    ...(filter.status ? [Prisma.sql`i.status::text = ${filter.status}`] : []),
    ...(filter.year ? [Prisma.sql`${filter.year}::smallint = ANY (i.years)`] : []),
    ...(filter.after ? [Prisma.sql`i.id < ${filter.after}::uuid`] : []),
    ...(back ? [Prisma.sql`i.id > ${filter.before}::uuid`] : []),
  ];
  return tx.$queryRaw<ImportLine[]>`SELECT ${LINE} FROM ${FROM} WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY i.id ${back ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${limit + 1}`;
}

type Stored = Omit<ResultImport, 'answers' | 'reading' | 'replacedBy'> & {
  readonly options: unknown;
  readonly reading: unknown;
  readonly replacedById: string | null;
  readonly replacedByName: string | null;
};

/** An import of the municipality; a foreign one does not exist. */
export async function importById(tx: Tx, municipalityId: string, id: string): Promise<ResultImport> {
  const [stored] = await tx.$queryRaw<Stored[]>`
    SELECT ${LINE}, i.sha256, i.options, i.reading, p.file_name AS "replacesName", n.id::text AS "replacedById",
      n.file_name AS "replacedByName"
    FROM ${FROM} LEFT JOIN result_import p ON p.municipality_id = i.municipality_id AND p.id = i.replaces_id
      LEFT JOIN result_import n ON n.municipality_id = i.municipality_id AND n.replaces_id = i.id AND n.status = 'APPLIED'
    WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ${id}::uuid LIMIT 1`;
  if (!stored) throw notFound();
  const { options, reading, replacedById, replacedByName, ...line } = stored;
  return {
    ...line,
    answers: importAnswers.parse(options),
    reading: reading === null ? null : storedReading.parse(reading),
    replacedBy: replacedById && replacedByName !== null ? { id: replacedById, fileName: replacedByName } : null,
  };
}

/** Where an import stands, for a page that waits. */
export async function importState(tx: Tx, municipalityId: string, id: string) {
  const [state] = await tx.$queryRaw<Pick<ImportLine, 'status' | 'version' | 'rowsDone' | 'isDead'>[]>`
    SELECT i.status::text AS status, i.version, i.rows_done AS "rowsDone",
      i.status = 'READING' AND i.beat_at < now() - make_interval(secs => ${SILENT_SECONDS}) AS "isDead"
    FROM result_import i WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ${id}::uuid`;
  if (!state) throw notFound();
  return state;
}

export async function insertImport(
  tx: Tx,
  row: {
    readonly id: string;
    readonly municipalityId: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly size: number;
    readonly options: ImportAnswers;
    readonly replacesId: string | null;
    readonly createdById: string;
  },
): Promise<void> {
  await tx.resultImport.create({ data: row, select: { id: true } });
}

/** Whether the same bytes are loaded already, so that a second copy is a mistake that is told. */
export async function sameFile(
  tx: Tx,
  municipalityId: string,
  sha256: string,
  exceptId: string,
): Promise<string | null> {
  const same = await tx.resultImport.findFirst({
    where: { municipalityId, sha256, status: 'APPLIED', id: { not: exceptId } },
    select: { id: true },
  });
  return same?.id ?? null;
}

type Step = {
  readonly status: ResultImportStatus;
  readonly answers?: ImportAnswers;
  /** Null empties it: nothing is computed from it any more. */
  readonly reading?: Reading | null;
  readonly layout?: { readonly code: string; readonly title: string };
  readonly failure?: string;
  readonly counts?: { readonly results: number; readonly figures: number; readonly schools: number };
  readonly pupilsDropped?: number;
  readonly years?: readonly number[];
};

/**
 * Moves an import that still is what the caller saw (`version`) and makes the version another one. False when somebody
 * was faster.
 */
export async function moveImport(
  tx: Tx,
  seen: { readonly municipalityId: string; readonly id: string; readonly version: number },
  from: readonly ResultImportStatus[],
  step: Step,
): Promise<boolean> {
  const { counts, layout, answers, reading, years } = step;
  const count = await tx.$executeRaw`
    UPDATE result_import SET status = ${step.status}::result_import_status, version = version + 1, beat_at = now(),
      failure = ${step.failure ?? ''},
      options = coalesce(${answers ? JSON.stringify(answers) : null}::jsonb, options),
      reading = CASE WHEN ${reading === null} THEN NULL
        ELSE coalesce(${reading ? JSON.stringify(reading) : null}::jsonb, reading) END,
      layout = coalesce(${layout?.code ?? null}, layout), layout_title = coalesce(${layout?.title ?? null}, layout_title),
      results = coalesce(${counts?.results ?? null}::int, results),
      figures = coalesce(${counts?.figures ?? null}::int, figures),
      schools = coalesce(${counts?.schools ?? null}::int, schools),
      pupils_dropped = coalesce(${step.pupilsDropped ?? null}::int, pupils_dropped),
      years = coalesce(${years ? [...years] : null}::smallint[], years),
      applied_at = CASE WHEN ${step.status} = 'APPLIED' THEN coalesce(applied_at, now()) ELSE applied_at END
    WHERE municipality_id = ${seen.municipalityId}::uuid AND id = ${seen.id}::uuid AND version = ${seen.version}
      AND status::text = ANY (${[...from]})`;
  return count === 1;
}

/** A sign of life with the rows so far; false when the import is no longer being read. */
export async function beat(
  tx: Tx,
  { municipalityId, id, version }: { readonly municipalityId: string; readonly id: string; readonly version: number },
  rows: number,
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE result_import SET beat_at = now(), rows_done = ${rows}
    WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND version = ${version} AND status = 'READING'`;
  return count === 1;
}

/** Back to being read: the same file has come again with a layout. */
export async function reopenReading(
  tx: Tx,
  seen: { readonly municipalityId: string; readonly id: string },
  answers: ImportAnswers,
): Promise<number | null> {
  const [moved] = await tx.$queryRaw<{ version: number }[]>`
    UPDATE result_import SET status = 'READING', version = version + 1, beat_at = now(), rows_done = 0, failure = '',
      reading = NULL, options = ${JSON.stringify(answers)}::jsonb
    WHERE municipality_id = ${seen.municipalityId}::uuid AND id = ${seen.id}::uuid AND status = 'MAPPING'
    RETURNING version`;
  return moved?.version ?? null;
}

/** The register for recognising schools: closed ones too, because old files name them, with every alias ever good. */
export function registerSchools(tx: Tx, municipalityId: string): Promise<RegisterSchool[]> {
  return tx.$queryRaw<RegisterSchool[]>`
    SELECT s.id::text AS id, s.code, s.name, s.short_name AS "shortName", coalesce(a.aliases, '[]') AS aliases
    FROM school s
    LEFT JOIN (SELECT school_id, jsonb_agg(jsonb_build_object('system', system, 'code', code) ORDER BY id) AS aliases
               FROM school_alias WHERE municipality_id = ${municipalityId}::uuid GROUP BY school_id) a ON a.school_id = s.id
    WHERE s.municipality_id = ${municipalityId}::uuid ORDER BY s.short_name, s.id`;
}

/** Pupils of each school by year, as «schoolId/year». */
export async function pupilsByYear(tx: Tx, municipalityId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.schoolYear.findMany({
    where: { municipalityId, pupils: { not: null } },
    select: { schoolId: true, year: true, pupils: true },
  });
  return new Map(
    rows.flatMap(({ schoolId, year, pupils }) => (pupils === null ? [] : [[`${schoolId}/${year}`, pupils]])),
  );
}

/** One applying at a time in a municipality; the lock goes with the transaction. */
export async function lockResults(tx: Tx, municipalityId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('results ' || ${municipalityId}, 0))::text`;
}

/** Schools at work in alphabetical order, with the newest login of ФИС ОКО. */
export function schoolsToFill(tx: Tx, municipalityId: string): Promise<{ login: string; shortName: string }[]> {
  return tx.$queryRaw<{ login: string; shortName: string }[]>`
    SELECT s.short_name AS "shortName", coalesce((SELECT a.code FROM school_alias a
      WHERE a.municipality_id = s.municipality_id AND a.school_id = s.id AND a.system = 'FIS_OKO' AND a.valid_to IS NULL
      ORDER BY a.id DESC LIMIT 1), '') AS login
    FROM school s WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL ORDER BY s.short_name, s.id`;
}
