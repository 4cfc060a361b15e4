import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { JointWork, PlanLine } from '@/lib/partnerships/partnership';
import type { Tx } from '@/lib/platform/prisma';

const dateOf = (day: Day | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

type LineRow = Omit<PlanLine, 'roadmapRow'> & { readonly roadmapId: string | null; readonly rowId: string | null };

/** The joint plan; a row of a roadmap is linked where the viewer may read that roadmap. */
export async function planOf(tx: Tx, partnershipId: string): Promise<readonly PlanLine[]> {
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT l.id::text, l.text, l.term, l.due::text AS due, l.done_on::text AS "doneOn", w.roadmap_id::text AS "roadmapId",
      w.id::text AS "rowId"
    FROM partnership_line l LEFT JOIN roadmap_row w ON w.id = l.roadmap_row_id
    WHERE l.partnership_id = ${partnershipId}::uuid ORDER BY l.due NULLS LAST, l.created_at, l.id`;
  return rows.map(({ roadmapId, rowId, ...line }) => ({
    ...line,
    roadmapRow: roadmapId !== null && rowId !== null ? { roadmapId, id: rowId } : null,
  }));
}

/** A row of an approved roadmap of the school that is not in the joint plan yet. */
export type FreeRow = {
  readonly id: string;
  readonly measure: string;
  readonly term: string;
  readonly due: Day | null;
};

const ROWS_MAX = 200;

export async function freeRowsOf(tx: Tx, schoolId: string, partnershipId: string): Promise<readonly FreeRow[]> {
  return tx.$queryRaw<FreeRow[]>`
    SELECT w.id::text, w.measure, w.term, w.due::text AS due FROM roadmap r JOIN roadmap_row w ON w.roadmap_id = r.id
    WHERE r.school_id = ${schoolId}::uuid AND r.status = 'APPROVED' AND w.kind IN ('ROW', 'SUBROW')
      AND w.state NOT IN ('DONE', 'CANCELLED')
      AND NOT EXISTS (SELECT FROM partnership_line l WHERE l.partnership_id = ${partnershipId}::uuid AND l.roadmap_row_id = w.id)
    ORDER BY w.due NULLS LAST, r.id, w.position LIMIT ${ROWS_MAX}::int`;
}

export type NewLine = Pick<PlanLine, 'text' | 'term' | 'due'> & { readonly roadmapRowId: string | null };

export async function insertLines(
  tx: Tx,
  municipalityId: string,
  partnershipId: string,
  lines: readonly NewLine[],
  createdById: string,
): Promise<void> {
  await tx.partnershipLine.createMany({
    data: lines.map(({ due, ...line }) => ({
      ...line,
      ...{ id: newId(), municipalityId, partnershipId, createdById, due: dateOf(due) },
    })),
  });
}

export const countLines = (tx: Tx, partnershipId: string): Promise<number> =>
  tx.partnershipLine.count({ where: { partnershipId } });

export async function findLine(tx: Tx, lineId: string) {
  const row = await tx.partnershipLine.findUnique({
    where: { id: lineId },
    select: { id: true, partnershipId: true, text: true, doneOn: true },
  });
  return row ?? undefined;
}

/** Marks a line done on a day, or open again. False: it is so already. */
export async function markLine(tx: Tx, lineId: string, doneOn: Day | null): Promise<boolean> {
  const { count } = await tx.partnershipLine.updateMany({
    where: { id: lineId, doneOn: doneOn === null ? { not: null } : null },
    data: { doneOn: dateOf(doneOn) },
  });
  return count === 1;
}

export async function deleteLine(tx: Tx, lineId: string): Promise<boolean> {
  const { count } = await tx.partnershipLine.deleteMany({ where: { id: lineId } });
  return count === 1;
}

/** What the two have done together, newest first. */
export async function worksOf(tx: Tx, partnershipId: string): Promise<readonly JointWork[]> {
  return tx.$queryRaw<JointWork[]>`
    SELECT w.id::text, w.kind::text AS kind, w.at::text AS at, w."on"::text AS "on", w.subject, w.grade::int AS grade, w.theme,
      w.participants, w.discussion, w.taken, w.side AS author
    FROM joint_work w WHERE w.partnership_id = ${partnershipId}::uuid ORDER BY w."on" DESC, w.created_at DESC, w.id`;
}

export type NewWork = Omit<JointWork, 'id' | 'author'> & { readonly side: string; readonly authorId: string };

export async function insertWork(
  tx: Tx,
  municipalityId: string,
  partnershipId: string,
  { on, ...work }: NewWork,
): Promise<string> {
  const id = newId();
  await tx.jointWork.createMany({
    data: [{ ...work, id, municipalityId, partnershipId, on: new Date(`${on}T00:00:00Z`) }],
  });
  return id;
}
