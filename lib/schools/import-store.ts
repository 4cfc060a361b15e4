import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import {
  type ImportFindings,
  type ImportOptions,
  importFindings,
  importOptions,
} from '@/lib/schools/import/import-options';
import { IMPORT_RESULTS, type ImportResult, type ImportRow } from '@/lib/schools/import/import-row';
import { Prisma } from '@/prisma/generated/client';

export type ImportStatus = 'READING' | 'MAPPING' | 'PREVIEW' | 'APPLIED' | 'FAILED' | 'CANCELLED';

/** A line of the journal of imports. */
export type ImportLine = {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly status: ImportStatus;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly errors: number;
  readonly authorName: string | null;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
};

export type SchoolImport = ImportLine & {
  readonly options: ImportOptions;
  readonly findings: ImportFindings | undefined;
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly failure: string;
  readonly version: number;
  /** No sign of life from its reader for longer than a living one is ever silent. */
  readonly isSilent: boolean;
};

/** A living reader beats every few seconds. */
const SILENT_SECONDS = 15;

const LINE = Prisma.sql`i.id::text AS id, i.file_name AS "fileName", i.size, i.status::text AS status, i.created, i.changed,
  i.unchanged, i.errors, u.name AS "authorName", i.created_at AS "createdAt", i.applied_at AS "appliedAt"`;
const FROM = Prisma.sql`school_import i LEFT JOIN app_user u ON u.id = i.created_by_id`;

/** Imports of a municipality, the newest first, one more than `limit` where there are more; ids grow with time. */
export function importLines(
  tx: Tx,
  municipalityId: string,
  place: { readonly after?: string | undefined; readonly before?: string | undefined },
  limit: number,
): Promise<ImportLine[]> {
  const beyond = place.after
    ? Prisma.sql`AND i.id < ${place.after}::uuid`
    : place.before
      ? Prisma.sql`AND i.id > ${place.before}::uuid`
      : Prisma.empty;
  const direction = !place.after && place.before ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return tx.$queryRaw<ImportLine[]>`SELECT ${LINE} FROM ${FROM}
    WHERE i.municipality_id = ${municipalityId}::uuid ${beyond} ORDER BY i.id ${direction} LIMIT ${limit + 1}`;
}

type Stored = Omit<SchoolImport, 'options' | 'findings'> & { readonly options: unknown; readonly preview: unknown };

/** An import of the municipality; a foreign one does not exist. */
export async function importById(tx: Tx, municipalityId: string, id: string): Promise<SchoolImport> {
  const [stored] = await tx.$queryRaw<Stored[]>`
    SELECT ${LINE}, i.options, i.preview, i.rows_done AS "rowsDone", i.rows_total AS "rowsTotal", i.failure, i.version,
      i.beat_at < now() - make_interval(secs => ${SILENT_SECONDS}) AS "isSilent"
    FROM ${FROM} WHERE i.municipality_id = ${municipalityId}::uuid AND i.id = ${id}::uuid`;
  if (!stored) throw notFound();
  const { preview, options, ...line } = stored;
  return {
    ...line,
    options: importOptions.parse(options),
    findings: preview === null ? undefined : importFindings.parse(preview),
  };
}

/** The row of an upload. It has no sign of life yet: the first visit starts its reader. */
export async function insertImport(
  tx: Tx,
  row: {
    readonly id: string;
    readonly municipalityId: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly size: number;
    readonly options: ImportOptions;
    readonly createdById: string;
  },
): Promise<void> {
  await tx.schoolImport.create({ data: { ...row, beatAt: new Date(0) }, select: { id: true } });
}

type Step = {
  readonly status: ImportStatus;
  readonly options?: ImportOptions;
  readonly findings?: ImportFindings;
  readonly failure?: string;
  readonly counts?: { created: number; changed: number; unchanged: number; errors: number };
};

/**
 * Moves an import that still is what the caller saw (`version`) and makes the version another one, so that whoever saw
 * the old one comes too late. False when somebody was faster. A reading begins without a sign of life: the visit that
 * follows the commit starts it.
 */
export async function moveImport(
  tx: Tx,
  seen: { readonly municipalityId: string; readonly id: string; readonly version: number },
  from: readonly ImportStatus[],
  step: Step,
): Promise<boolean> {
  const { counts } = step;
  const count = await tx.$executeRaw`
    UPDATE school_import SET status = ${step.status}::import_status, version = version + 1,
      beat_at = CASE WHEN ${step.status} = 'READING' THEN 'epoch' ELSE now() END,
      failure = ${step.failure ?? ''},
      options = coalesce(${step.options ? JSON.stringify(step.options) : null}::jsonb, options),
      preview = coalesce(${step.findings ? JSON.stringify(step.findings) : null}::jsonb, preview),
      created = coalesce(${counts?.created ?? null}::int, created),
      changed = coalesce(${counts?.changed ?? null}::int, changed),
      unchanged = coalesce(${counts?.unchanged ?? null}::int, unchanged),
      errors = coalesce(${counts?.errors ?? null}::int, errors),
      rows_done = CASE WHEN ${step.status} = 'READING' THEN 0 ELSE rows_done END,
      rows_total = CASE WHEN ${step.status} = 'READING' THEN 0 ELSE rows_total END,
      applied_at = CASE WHEN ${step.status} = 'APPLIED' THEN now() ELSE applied_at END
    WHERE municipality_id = ${seen.municipalityId}::uuid AND id = ${seen.id}::uuid AND version = ${seen.version}
      AND status::text = ANY (${[...from]})`;
  return count === 1;
}

/** Takes over a reading whose reader has died; the new version, or undefined when somebody else took it. */
export async function takeOverReading(tx: Tx, municipalityId: string, id: string): Promise<number | undefined> {
  const [taken] = await tx.$queryRaw<{ version: number }[]>`
    UPDATE school_import SET version = version + 1, beat_at = now(), rows_done = 0, rows_total = 0
    WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND status = 'READING'
      AND beat_at < now() - make_interval(secs => ${SILENT_SECONDS})
    RETURNING version`;
  return taken?.version;
}

/** A sign of life with the rows so far; false when the reading is nobody's any more or another reader's. */
export async function beat(
  tx: Tx,
  reading: { readonly municipalityId: string; readonly id: string; readonly version: number },
  rows: { readonly done: number; readonly total: number },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE school_import SET beat_at = now(), rows_done = ${rows.done}, rows_total = ${rows.total}
    WHERE municipality_id = ${reading.municipalityId}::uuid AND id = ${reading.id}::uuid
      AND version = ${reading.version} AND status = 'READING'`;
  return count === 1;
}

/** Removes the rows of these results, or all of them. */
export async function dropRows(
  tx: Tx,
  municipalityId: string,
  importId: string,
  results: readonly ImportResult[] = IMPORT_RESULTS,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM school_import_row WHERE municipality_id = ${municipalityId}::uuid AND import_id = ${importId}::uuid
      AND result::text = ANY (${[...results]})`;
}

export async function addRows(
  tx: Tx,
  municipalityId: string,
  importId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO school_import_row (municipality_id, import_id, row, result, has_warning, parsed, content)
    SELECT ${municipalityId}::uuid, ${importId}::uuid, r.row, r.result, r."hasWarning", nullif(r.parsed, 'null'), r.content
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(row int, result import_result, "hasWarning" boolean, parsed jsonb, content jsonb)`;
}

export type ImportRowLine = Omit<ImportRow, 'parsed'>;

export type RowFilter = {
  readonly results?: readonly ImportResult[] | undefined;
  readonly warned?: boolean | undefined;
  readonly after?: number | undefined;
  readonly before?: number | undefined;
};

/** Rows of an import in the order of the file, at most one more than `limit`; backwards from `before`. */
export function rowLines(
  tx: Tx,
  municipalityId: string,
  importId: string,
  filter: RowFilter,
  limit: number,
): Promise<ImportRowLine[]> {
  const back = filter.after === undefined && filter.before !== undefined;
  const conditions = [
    Prisma.sql`municipality_id = ${municipalityId}::uuid AND import_id = ${importId}::uuid`,
    ...(filter.results ? [Prisma.sql`result::text = ANY (${[...filter.results]})`] : []),
    ...(filter.warned ? [Prisma.sql`has_warning`] : []),
    ...(filter.after !== undefined ? [Prisma.sql`row > ${filter.after}`] : []),
    ...(back ? [Prisma.sql`row < ${filter.before}`] : []),
  ];
  return tx.$queryRaw<ImportRowLine[]>`
    SELECT row, result::text AS result, has_warning AS "hasWarning", content FROM school_import_row
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY row ${back ? Prisma.sql`DESC` : Prisma.sql`ASC`} LIMIT ${limit + 1}`;
}

/** The rows as they were read, to be decided once more at applying. */
export function parsedRows(tx: Tx, municipalityId: string, importId: string): Promise<ImportRow[]> {
  return tx.$queryRaw<ImportRow[]>`
    SELECT row, result::text AS result, has_warning AS "hasWarning", parsed, content FROM school_import_row
    WHERE municipality_id = ${municipalityId}::uuid AND import_id = ${importId}::uuid ORDER BY row`;
}

/** One applying at a time in a municipality; the lock goes with the transaction. */
export async function lockRegister(tx: Tx, municipalityId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('school-import ' || ${municipalityId}, 0))::text`;
}
