import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { PlanRow, RowWords } from '@/lib/roadmaps/plan';
import {
  type DueSearch,
  type Roadmap,
  type RoadmapLine,
  type RoadmapReading,
  type RoadmapSearch,
  roadmapReading,
} from '@/lib/roadmaps/roadmap';

const ORDERS: Readonly<Record<string, string>> = {
  title: 'title, id',
  '-title': 'title DESC, id',
  school: '"schoolName" NULLS FIRST, title, id',
  '-school': '"schoolName" DESC NULLS LAST, title, id',
  updated: '"updatedAt", id',
  '-updated': '"updatedAt" DESC, id',
};

type LineRow = Omit<RoadmapLine, 'progress'> & {
  readonly done: number;
  readonly reported: number;
  readonly late: number;
  readonly total: number;
};

/** Roadmaps of the viewer's scope with their progress; a row with sub-rows is told by them. */
export async function listRoadmaps(
  tx: Tx,
  municipalityId: string,
  { q, status, year, of, sort, schoolId }: RoadmapSearch & { readonly schoolId?: string },
  today: Day,
  limit: number,
): Promise<readonly RoadmapLine[]> {
  const order = ORDERS[sort ?? ''] ?? 'year DESC, "schoolName" NULLS FIRST, title, id';
  const rows = await tx.$queryRawUnsafe<LineRow[]>(
    `SELECT r.id::text, r.title, r.school_id::text AS "schoolId", s.short_name AS "schoolName", r.year, r.span::text, r.status::text,
      r.source_name AS "sourceName", r.order_number AS "orderNumber", r.order_date::text AS "orderDate",
      r.updated_at AS "updatedAt", p.done, p.reported, p.late, p.total
    FROM roadmap r LEFT JOIN school s ON s.id = r.school_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE w.state = 'DONE')::int AS done, count(*) FILTER (WHERE w.state = 'REPORTED')::int AS reported,
        count(*) FILTER (WHERE w.state IN ('PLANNED', 'IN_WORK', 'RETURNED') AND w.due < $6::date)::int AS late, count(*)::int AS total
      FROM (SELECT state, due, kind, lead(kind) OVER (ORDER BY position) AS next FROM roadmap_row WHERE roadmap_id = r.id) w
      WHERE (w.kind = 'SUBROW' OR (w.kind = 'ROW' AND w.next IS DISTINCT FROM 'SUBROW')) AND w.state <> 'CANCELLED') p
    WHERE r.municipality_id = $1::uuid AND ($2::text IS NULL OR r.title ILIKE $2 OR s.short_name ILIKE $2)
      AND ($3::text IS NULL OR r.status::text = $3) AND ($4::int IS NULL OR r.year = $4)
      AND ($5::boolean IS NULL OR (r.school_id IS NULL) = $5) AND ($7::uuid IS NULL OR r.school_id = $7::uuid)
    ORDER BY ${order} LIMIT ${limit}`,
    municipalityId,
    q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
    status ?? null,
    year ?? null,
    of === undefined ? null : of === 'municipality',
    today,
    schoolId ?? null,
  );
  return rows.map(({ done, reported, late, total, ...line }) => ({
    ...line,
    progress: { done, reported, late, total },
  }));
}

/** The roadmap, or undefined where the viewer's scope has none of this id. With `lock`, held to the end of the transaction. */
export async function findRoadmap(
  tx: Tx,
  municipalityId: string,
  roadmapId: string,
  lock = false,
): Promise<Roadmap | undefined> {
  if (lock)
    await tx.$queryRaw`SELECT FROM roadmap WHERE id = ${roadmapId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<(Omit<Roadmap, 'reading'> & { reading: unknown })[]>`
    SELECT r.id::text, r.title, r.school_id::text AS "schoolId", s.short_name AS "schoolName", r.year, r.span::text, r.status::text,
      r.version, r.source_name AS "sourceName", r.reading, r.order_number AS "orderNumber", r.order_date::text AS "orderDate",
      r.updated_at AS "updatedAt"
    FROM roadmap r LEFT JOIN school s ON s.id = r.school_id
    WHERE r.id = ${roadmapId}::uuid AND r.municipality_id = ${municipalityId}::uuid`;
  return row && { ...row, reading: roadmapReading.safeParse(row.reading).data ?? null };
}

/** The rows of a roadmap in the order of the plan. */
export async function rowsOf(tx: Tx, roadmapId: string): Promise<readonly PlanRow[]> {
  return tx.$queryRaw<PlanRow[]>`
    SELECT id::text, position, kind::text, number, measure, term, months, due::text, responsible, result, form, item,
      state::text, note, version
    FROM roadmap_row WHERE roadmap_id = ${roadmapId}::uuid ORDER BY position, id`;
}

export type NewRow = RowWords & Pick<PlanRow, 'months' | 'due' | 'item'> & { readonly recommendationId?: string };

export type NewRoadmap = Pick<Roadmap, 'title' | 'schoolId' | 'year' | 'span' | 'sourceName'> & {
  readonly municipalityId: string;
  readonly reading: RoadmapReading | null;
  readonly authorId: string;
  readonly rows: readonly NewRow[];
};

export async function insertRoadmap(tx: Tx, { rows, authorId, reading, ...roadmap }: NewRoadmap): Promise<string> {
  const id = newId();
  await tx.roadmap.create({
    data: { ...roadmap, id, createdById: authorId, ...(reading ? { reading } : {}) },
    select: { id: true },
  });
  await insertRows(tx, { ...roadmap, id }, rows, authorId, 0);
  return id;
}

type Owner = { readonly id: string; readonly municipalityId: string; readonly schoolId: string | null };

/** Adds rows one after another from a position on, and says their ids; places after it are the caller's to make. */
export async function insertRows(
  tx: Tx,
  { id, municipalityId, schoolId }: Owner,
  rows: readonly NewRow[],
  authorId: string,
  from: number,
): Promise<readonly string[]> {
  const ids = rows.map(() => newId());
  await tx.roadmapRow.createMany({
    data: rows.map(({ months, due, ...row }, index) => ({
      ...row,
      id: ids[index] ?? newId(),
      municipalityId,
      schoolId,
      roadmapId: id,
      position: from + index,
      months: [...months],
      due: due === null ? null : new Date(`${due}T00:00:00Z`),
      updatedById: authorId,
    })),
  });
  return ids;
}

/** Makes room for one row at a position. */
export async function shiftFrom(tx: Tx, roadmapId: string, position: number): Promise<void> {
  await tx.roadmapRow.updateMany({
    where: { roadmapId, position: { gte: position } },
    data: { position: { increment: 1 } },
  });
}

/** Puts the rows of a roadmap into the given order. */
export async function reorderRows(tx: Tx, roadmapId: string, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE roadmap_row w SET position = o.position - 1
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY o(id, position)
    WHERE w.id = o.id AND w.roadmap_id = ${roadmapId}::uuid AND w.position <> o.position - 1`;
}

/** The plan of a roadmap has changed: whoever has seen an older version is told so. */
export async function touchRoadmap(tx: Tx, roadmapId: string): Promise<void> {
  await tx.roadmap.updateMany({
    where: { id: roadmapId },
    data: { version: { increment: 1 }, updatedAt: new Date() },
  });
}

export type FoundRow = PlanRow & { readonly roadmapId: string; readonly recommendationId: string | null };

/** A row of the viewer's scope, locked where it is to be changed. */
export async function findRow(
  tx: Tx,
  municipalityId: string,
  rowId: string,
  lock = false,
): Promise<FoundRow | undefined> {
  if (lock)
    await tx.$queryRaw`SELECT FROM roadmap_row WHERE id = ${rowId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<FoundRow[]>`
    SELECT id::text, roadmap_id::text AS "roadmapId", position, kind::text, number, measure, term, months, due::text, responsible,
      result, form, item, recommendation_id::text AS "recommendationId", state::text, note, version
    FROM roadmap_row WHERE id = ${rowId}::uuid AND municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** False: the row is no longer what was seen, nothing is written. */
export async function updateRow(
  tx: Tx,
  { id, version }: Pick<PlanRow, 'id' | 'version'>,
  { months, due, ...change }: Partial<Omit<PlanRow, 'id' | 'version' | 'position'>>,
  authorId: string,
): Promise<boolean> {
  const { count } = await tx.roadmapRow.updateMany({
    where: { id, version },
    data: {
      ...change,
      ...(months ? { months: [...months] } : {}),
      ...(due === undefined ? {} : { due: due === null ? null : new Date(`${due}T00:00:00Z`) }),
      version: version + 1,
      updatedById: authorId,
      updatedAt: new Date(),
    },
  });
  return count === 1;
}

/** Whether anything has happened to a row, or hangs on it, that its removal would lose. */
export async function hasHistory(tx: Tx, rowId: string): Promise<boolean> {
  const used = await tx.roadmapRow.count({
    where: { id: rowId, OR: [{ events: { some: {} } }, { proofs: { some: {} } }, { helpEvents: { some: {} } }] },
  });
  return used > 0;
}

/** Whether an event of the centre carries out a row of this roadmap. */
export async function hasHelpEvents(tx: Tx, roadmapId: string): Promise<boolean> {
  return (await tx.roadmapRow.count({ where: { roadmapId, helpEvents: { some: {} } } })) > 0;
}

/** The row that carries out a recommendation, where the viewer sees one. */
export async function rowOfRecommendation(tx: Tx, municipalityId: string, recommendationId: string) {
  const [row] = await tx.$queryRaw<
    (Pick<PlanRow, 'id' | 'number' | 'kind' | 'due' | 'state'> & { roadmapId: string; roadmapTitle: string })[]
  >`SELECT w.id::text, w.number, w.kind::text, w.due::text, w.state::text, r.id::text AS "roadmapId", r.title AS "roadmapTitle"
    FROM roadmap_row w JOIN roadmap r ON r.id = w.roadmap_id
    WHERE w.municipality_id = ${municipalityId}::uuid AND w.recommendation_id = ${recommendationId}::uuid`;
  return row;
}

export const deleteRow = (tx: Tx, { id, version }: Pick<PlanRow, 'id' | 'version'>) =>
  tx.roadmapRow.deleteMany({ where: { id, version } });

export const deleteRoadmap = (tx: Tx, roadmapId: string) =>
  tx.roadmap.deleteMany({ where: { id: roadmapId, status: 'DRAFT' } });

/** False: the roadmap is no longer what was seen. */
export async function updateRoadmap(
  tx: Tx,
  { id, version }: Pick<Roadmap, 'id' | 'version'>,
  change: Partial<Pick<Roadmap, 'title' | 'year' | 'span'>> & { readonly status?: 'ARCHIVED' },
): Promise<boolean> {
  const { count } = await tx.roadmap.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1, updatedAt: new Date() },
  });
  return count === 1;
}

export type Approval = { readonly orderNumber: string; readonly orderDate: Day; readonly authorId: string };

/** Approves the version that was seen and keeps its rows as the baseline. False: it is another one by now. */
export async function approveRoadmap(
  tx: Tx,
  municipalityId: string,
  { id, version, schoolId }: Pick<Roadmap, 'id' | 'version' | 'schoolId'>,
  { orderNumber, orderDate, authorId }: Approval,
): Promise<boolean> {
  const date = new Date(`${orderDate}T00:00:00Z`);
  const { count } = await tx.roadmap.updateMany({
    where: { id, version },
    data: {
      status: 'APPROVED',
      orderNumber,
      orderDate: date,
      approvedById: authorId,
      approvedAt: new Date(),
      version: version + 1,
      updatedAt: new Date(),
    },
  });
  if (count !== 1) return false;
  const rows = await rowsOf(tx, id);
  await tx.roadmapBaseline.create({
    data: {
      id: newId(),
      municipalityId,
      roadmapId: id,
      schoolId,
      orderNumber,
      orderDate: date,
      rows: [...rows],
      authorId,
    },
    select: { id: true },
  });
  return true;
}

/** The rows of the last approval, for comparison; null while there was none. */
export async function baselineOf(tx: Tx, roadmapId: string) {
  const [row] = await tx.$queryRaw<{ rows: unknown; orderNumber: string; orderDate: string }[]>`
    SELECT rows, order_number AS "orderNumber", order_date::text AS "orderDate" FROM roadmap_baseline
    WHERE roadmap_id = ${roadmapId}::uuid ORDER BY at DESC, id DESC LIMIT 1`;
  return row ?? null;
}

/** Schools that work now; alphabetical. */
export async function workingSchools(tx: Tx, municipalityId: string): Promise<readonly { id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, short_name AS name FROM school
    WHERE municipality_id = ${municipalityId}::uuid AND closed_at IS NULL ORDER BY short_name, id`;
}

/** A row with the roadmap it stands in. */
export type DueRow = Pick<PlanRow, 'id' | 'kind' | 'number' | 'measure' | 'term' | 'due' | 'responsible' | 'state'> & {
  readonly roadmapId: string;
  readonly roadmapTitle: string;
  readonly schoolId: string | null;
  readonly schoolName: string | null;
};

/**
 * Rows of approved roadmaps that the viewer sees, the nearest last day first; rows that are told by their sub-rows are left
 * out. `schoolId` narrows to one school.
 */
export async function dueRows(
  tx: Tx,
  municipalityId: string,
  { q, of, state, month, schoolId }: DueSearch & { readonly schoolId?: string },
  today: Day,
  limit: number,
): Promise<readonly DueRow[]> {
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const states =
    state === undefined ? null : state === 'late' || state === 'open' ? ['PLANNED', 'IN_WORK', 'RETURNED'] : [state];
  return tx.$queryRaw<DueRow[]>`
    SELECT w.id::text, w.kind::text, w.number, w.measure, w.term, w.due::text, w.responsible, w.state::text,
      r.id::text AS "roadmapId", r.title AS "roadmapTitle", r.school_id::text AS "schoolId", s.short_name AS "schoolName"
    FROM roadmap r JOIN roadmap_row w ON w.roadmap_id = r.id LEFT JOIN school s ON s.id = r.school_id
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.status = 'APPROVED' AND w.kind IN ('ROW', 'SUBROW')
      AND (${schoolId ?? null}::uuid IS NULL OR r.school_id = ${schoolId ?? null}::uuid)
      AND (${of ?? null}::text IS NULL OR (r.school_id IS NULL) = (${of ?? null}::text = 'municipality'))
      AND (${states}::text[] IS NULL OR w.state::text = ANY (${states}::text[]))
      AND (${state === 'late'} = false OR w.due < ${today}::date)
      AND (${month ?? null}::text IS NULL OR ${month ?? null}::text = ANY (w.months))
      AND (${pattern}::text IS NULL OR w.measure ILIKE ${pattern} OR w.responsible ILIKE ${pattern} OR s.short_name ILIKE ${pattern})
      AND NOT (w.kind = 'ROW' AND EXISTS (
        SELECT FROM roadmap_row n WHERE n.roadmap_id = r.id AND n.kind = 'SUBROW'
          AND n.position = (SELECT min(x.position) FROM roadmap_row x WHERE x.roadmap_id = r.id AND x.position > w.position)))
    ORDER BY w.due NULLS LAST, s.short_name NULLS FIRST, r.title, w.position LIMIT ${limit}`;
}
