import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { type SchoolFigure, schoolFigureSchema } from '@/lib/results/figure';
import { PARTS, type Part } from '@/lib/results/reading/reading';
import { type Result, resultSchema, type SchoolResult, taskSchema } from '@/lib/results/result';
import { mergedResult } from '@/lib/results/results-of';
import type { LoadedFigure, LoadedResult } from '@/lib/results/screening';
import { Prisma } from '@/prisma/generated/client';

type Place = { readonly municipalityId: string; readonly importId: string; readonly source: string };

const marksArray = (marks: Result['marks']) => (marks ? [marks.two, marks.three, marks.four, marks.five] : []);
const journalArray = (journal: Result['againstJournal']) =>
  journal
    ? [journal.lowered, journal.confirmed, journal.raised, ...(journal.farApart === null ? [] : [journal.farApart])]
    : [];

/**
 * Writes the counts of an import and puts what they replace into history: the current rows of the same school, work and
 * part, and every row of the import it replaces as a whole. All in the caller's transaction.
 */
export async function writeResults(
  tx: Tx,
  place: Place,
  { results, figures }: { readonly results: readonly LoadedResult[]; readonly figures: readonly LoadedFigure[] },
  replacesId: string | null,
): Promise<void> {
  const { municipalityId, importId, source } = place;
  if (replacesId) {
    for (const table of TABLES) {
      await tx.$executeRaw`
        UPDATE ${table} SET is_current = false, superseded_by_id = ${importId}::uuid
        WHERE municipality_id = ${municipalityId}::uuid AND import_id = ${replacesId}::uuid AND is_current`;
    }
  }
  const resultRows = results.map(({ schoolId, part, result }) => ({
    ...result,
    id: newId(),
    schoolId,
    part,
    marks: marksArray(result.marks),
    histogram: result.histogram ?? [],
    againstJournal: journalArray(result.againstJournal),
  }));
  const json = JSON.stringify(resultRows);
  await tx.$executeRaw`
    UPDATE school_result s SET is_current = false, superseded_by_id = ${importId}::uuid
    FROM jsonb_to_recordset(${json}::jsonb) AS r("schoolId" uuid, year smallint, exam text, subject text, grade smallint, part text)
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.is_current AND s.school_id = r."schoolId" AND s.year = r.year
      AND s.exam = r.exam AND s.subject = r.subject AND s.grade = r.grade AND s.part = r.part`;
  await tx.$executeRaw`
    INSERT INTO school_result (id, municipality_id, import_id, school_id, year, exam, subject, grade, part, participants,
      absent, marks, below, histogram, max_score, mean, sd, rank_correlation, rank_pairs, against_journal, tasks, source,
      is_current)
    SELECT r.id, ${municipalityId}::uuid, ${importId}::uuid, r."schoolId", r.year, r.exam, r.subject, r.grade, r.part,
      r.participants, r.absent, r.marks, r.below, r.histogram, r."maxScore", r.mean, r.sd, r."rankCorrelation",
      r."rankPairs", r."againstJournal", nullif(r.tasks, 'null'), ${source}, true
    FROM jsonb_to_recordset(${json}::jsonb) AS r(id uuid, "schoolId" uuid, year smallint, exam text, subject text,
      grade smallint, part text, participants int, absent int, marks int[], below int, histogram int[], "maxScore" smallint,
      mean float8, sd float8, "rankCorrelation" float8, "rankPairs" int, "againstJournal" int[], tasks jsonb)`;
  const figureJson = JSON.stringify(figures.map((figure) => ({ ...figure, id: newId() })));
  await tx.$executeRaw`
    UPDATE school_figure s SET is_current = false, superseded_by_id = ${importId}::uuid
    FROM jsonb_to_recordset(${figureJson}::jsonb) AS r("schoolId" uuid, year smallint, code text, part text)
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.is_current AND s.school_id = r."schoolId" AND s.year = r.year
      AND s.code = r.code AND s.part = r.part`;
  await tx.$executeRaw`
    INSERT INTO school_figure (id, municipality_id, import_id, school_id, year, code, part, value, n, source, is_current)
    SELECT r.id, ${municipalityId}::uuid, ${importId}::uuid, r."schoolId", r.year, r.code, r.part, r.value, r.n, ${source}, true
    FROM jsonb_to_recordset(${figureJson}::jsonb)
      AS r(id uuid, "schoolId" uuid, year smallint, code text, part text, value int, n int)`;
}

const TABLES = [Prisma.sql`school_result`, Prisma.sql`school_figure`] as const;
const SAME = [
  Prisma.sql`o.exam = n.exam AND o.subject = n.subject AND o.grade = n.grade AND o.part = n.part`,
  Prisma.sql`o.code = n.code AND o.part = n.part`,
] as const;

/**
 * Takes an import back as if it had never been: what it put into history speaks again, except where a later import has
 * spoken since; then the later one has replaced it.
 */
export async function takeBackResults(tx: Tx, municipalityId: string, importId: string): Promise<void> {
  for (const [place, table] of TABLES.entries()) {
    const same = SAME[place] ?? Prisma.sql`false`;
    await tx.$executeRaw`
      UPDATE ${table} o SET superseded_by_id = n.superseded_by_id
      FROM ${table} n
      WHERE o.municipality_id = ${municipalityId}::uuid AND o.superseded_by_id = ${importId}::uuid
        AND n.municipality_id = o.municipality_id AND n.import_id = ${importId}::uuid AND n.superseded_by_id IS NOT NULL
        AND n.school_id = o.school_id AND n.year = o.year AND ${same}`;
    await tx.$executeRaw`
      UPDATE ${table} SET is_current = false, superseded_by_id = NULL
      WHERE municipality_id = ${municipalityId}::uuid AND import_id = ${importId}::uuid`;
    // Two files put into history by one replacing: the later of them is the one that spoke before.
    await tx.$executeRaw`
      UPDATE ${table} SET is_current = true, superseded_by_id = NULL
      WHERE municipality_id = ${municipalityId}::uuid AND superseded_by_id = ${importId}::uuid`;
  }
}

type ResultRow = Omit<SchoolResult, 'marks' | 'histogram' | 'againstJournal' | 'tasks' | 'exam' | 'subject'> & {
  readonly exam: string;
  readonly subject: string;
  readonly part: string;
  readonly marks: readonly number[];
  readonly histogram: readonly number[];
  readonly againstJournal: readonly number[];
  readonly tasks: unknown;
  readonly source: string;
  readonly importId: string;
};

const COLUMNS = Prisma.sql`r.school_id::text AS "schoolId", r.year, r.exam, r.subject, r.grade, r.part, r.participants,
  r.absent, r.marks, r.below, r.histogram, r.max_score AS "maxScore", r.mean, r.sd,
  r.rank_correlation AS "rankCorrelation", r.rank_pairs AS "rankPairs", r.against_journal AS "againstJournal", r.tasks,
  r.source, r.import_id::text AS "importId"`;

function resultOfRow({
  schoolId: _school,
  part: _part,
  source: _source,
  importId: _import,
  ...row
}: ResultRow): Result {
  const [two, three, four, five] = row.marks;
  const [lowered, confirmed, raised, farApart] = row.againstJournal;
  return resultSchema.parse({
    ...row,
    marks: two === undefined ? null : { two, three, four, five },
    histogram: row.histogram.length > 0 ? row.histogram : null,
    againstJournal: lowered === undefined ? null : { lowered, confirmed, raised, farApart: farApart ?? null },
    tasks: row.tasks === null ? null : taskSchema.array().parse(row.tasks),
  });
}

export type ResultLine = {
  readonly result: SchoolResult;
  readonly sources: readonly { readonly id: string; readonly name: string }[];
};

const isPart = (text: string): text is Part => PARTS.some((part) => part === text);

/** Current results, parts put together: of one school, of one year, or of the whole municipality, in a fixed order. */
export async function currentResults(
  tx: Tx,
  municipalityId: string,
  filter: { readonly years?: readonly number[]; readonly schoolId?: string } = {},
): Promise<ResultLine[]> {
  const conditions = [
    Prisma.sql`r.municipality_id = ${municipalityId}::uuid AND r.is_current`,
    ...(filter.years ? [Prisma.sql`r.year = ANY (${[...filter.years]}::smallint[])`] : []),
    ...(filter.schoolId ? [Prisma.sql`r.school_id = ${filter.schoolId}::uuid`] : []),
  ];
  const rows = await tx.$queryRaw<ResultRow[]>`SELECT ${COLUMNS} FROM school_result r
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY r.school_id, r.year, r.exam, r.subject, r.grade, r.part`;
  const groups = new Map<string, ResultRow[]>();
  for (const row of rows) {
    const key = [row.schoolId, row.year, row.exam, row.subject, row.grade].join('/');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group): ResultLine[] => {
    const parts = new Map(group.flatMap((row) => (isPart(row.part) ? [[row.part, resultOfRow(row)] as const] : [])));
    const result = mergedResult(parts);
    const [first] = group;
    if (!result || !first) return [];
    const sources = new Map(group.map(({ importId, source }) => [importId, source]));
    return [
      { result: { ...result, schoolId: first.schoolId }, sources: [...sources].map(([id, name]) => ({ id, name })) },
    ];
  });
}

/** Current figures of schools; parts of one figure are added up. */
export async function currentFigures(
  tx: Tx,
  municipalityId: string,
  filter: { readonly years?: readonly number[]; readonly schoolId?: string } = {},
): Promise<(SchoolFigure & { readonly source: string })[]> {
  const conditions = [
    Prisma.sql`f.municipality_id = ${municipalityId}::uuid AND f.is_current`,
    ...(filter.years ? [Prisma.sql`f.year = ANY (${[...filter.years]}::smallint[])`] : []),
    ...(filter.schoolId ? [Prisma.sql`f.school_id = ${filter.schoolId}::uuid`] : []),
  ];
  const rows = await tx.$queryRaw<
    { schoolId: string; year: number; code: string; value: number; n: number | null; source: string }[]
  >`
    SELECT f.school_id::text AS "schoolId", f.year, f.code, sum(f.value)::int AS value,
      CASE WHEN count(f.n) = count(*) THEN sum(f.n)::int END AS n, string_agg(DISTINCT f.source, ', ') AS source
    FROM school_figure f WHERE ${Prisma.join(conditions, ' AND ')}
    GROUP BY f.school_id, f.year, f.code ORDER BY f.school_id, f.year, f.code`;
  return rows.map(({ schoolId, source, ...figure }) => ({ ...schoolFigureSchema.parse(figure), schoolId, source }));
}

/** Participants of what is loaded, by «schoolId/exam/subject/grade/year», without the rows of one import. */
export async function loadedParticipants(
  tx: Tx,
  municipalityId: string,
  exceptId: string | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ key: string; participants: number }[]>`
    SELECT concat_ws('/', school_id, exam, subject, grade, year) AS key, max(participants) AS participants
    FROM school_result WHERE municipality_id = ${municipalityId}::uuid AND is_current
      AND (${exceptId}::uuid IS NULL OR import_id <> ${exceptId}::uuid)
    GROUP BY 1`;
  return new Map(rows.map(({ key, participants }) => [key, participants]));
}

/** What one import wrote, whether it speaks today or not. */
export async function rowsOfImport(tx: Tx, municipalityId: string, importId: string) {
  const rows = await tx.$queryRaw<(ResultRow & { isCurrent: boolean; schoolName: string })[]>`
    SELECT ${COLUMNS}, r.is_current AS "isCurrent", s.short_name AS "schoolName"
    FROM school_result r JOIN school s ON s.municipality_id = r.municipality_id AND s.id = r.school_id
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.import_id = ${importId}::uuid
    ORDER BY s.short_name, s.id, r.year, r.exam, r.subject, r.grade`;
  return rows.map((row) => {
    const { isCurrent, schoolName, ...rest } = row;
    return { schoolName, schoolId: row.schoolId, isCurrent, result: resultOfRow(rest) };
  });
}

/** School years and works of which there is anything, for the filters. */
export async function knownWorks(tx: Tx, municipalityId: string) {
  return tx.$queryRaw<{ year: number; exam: string; subject: string; grade: number }[]>`
    SELECT DISTINCT year, exam, subject, grade FROM school_result
    WHERE municipality_id = ${municipalityId}::uuid AND is_current ORDER BY year DESC, exam, grade, subject`;
}

/** Short names of the schools in sight, in alphabetical order. */
export function schoolNames(tx: Tx, municipalityId: string): Promise<{ id: string; shortName: string }[]> {
  return tx.school.findMany({
    where: { municipalityId },
    select: { id: true, shortName: true },
    orderBy: [{ shortName: 'asc' }, { id: 'asc' }],
  });
}
