import 'server-only';
import { z } from 'zod';
import type { AssociationKind, Decision } from '@/lib/development/association';
import { dateOf } from '@/lib/development/deficit-store';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

export type Association = {
  readonly id: string;
  readonly kind: AssociationKind;
  readonly subject: string;
  readonly schoolId: string | null;
  readonly schoolName: string | null;
  readonly headPosition: string;
  readonly isForProject: boolean;
  readonly archivedAt: Date | null;
  readonly version: number;
  /** Of the year asked for. */
  readonly people: number;
  readonly planned: number;
  readonly done: number;
  readonly late: number;
  readonly meetings: number;
};

const selected = (year: number, today: Day) => Prisma.sql`SELECT a.id::text, a.kind::text, a.subject,
  a.school_id::text AS "schoolId", CASE WHEN a.school_id IS NOT NULL THEN coalesce(s.short_name, 'другая школа') END AS "schoolName", a.head_position AS "headPosition",
  a.is_for_project AS "isForProject", a.archived_at AS "archivedAt", a.version,
  (SELECT coalesce(sum(m.people), 0)::int FROM association_member m WHERE m.association_id = a.id AND m.year = ${year}::int) AS people,
  p.planned, p.done, p.late,
  (SELECT count(*)::int FROM association_minutes n WHERE n.association_id = a.id
    AND n.held_on >= make_date(${year}::int, 9, 1) AND n.held_on < make_date(${year}::int + 1, 9, 1)) AS meetings
  FROM association a LEFT JOIN school s ON s.id = a.school_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS planned, count(r.done_on)::int AS done,
    count(*) FILTER (WHERE r.done_on IS NULL AND r.due < ${today}::date)::int AS late
    FROM association_plan_row r WHERE r.association_id = a.id AND r.year = ${year}::int) p`;

/** All associations the viewer sees, municipal ones first. */
export const listAssociations = (
  tx: Tx,
  municipalityId: string,
  year: number,
  today: Day,
): Promise<readonly Association[]> =>
  tx.$queryRaw<Association[]>`${selected(year, today)} WHERE a.municipality_id = ${municipalityId}::uuid
    ORDER BY a.archived_at IS NOT NULL, a.kind, a.subject COLLATE "russian", s.short_name, a.id`;

export async function findAssociation(
  tx: Tx,
  municipalityId: string,
  id: string,
  year: number,
  today: Day,
): Promise<Association | undefined> {
  const [row] = await tx.$queryRaw<
    Association[]
  >`${selected(year, today)} WHERE a.municipality_id = ${municipalityId}::uuid AND a.id = ${id}::uuid`;
  return row;
}

export type AssociationCells = Pick<Association, 'kind' | 'subject' | 'schoolId' | 'headPosition' | 'isForProject'>;

export async function insertAssociation(tx: Tx, municipalityId: string, cells: AssociationCells): Promise<string> {
  const id = newId();
  await tx.association.createMany({ data: [{ ...cells, id, municipalityId }] });
  return id;
}

export async function updateAssociation(
  tx: Tx,
  { id, version }: Pick<Association, 'id' | 'version'>,
  change: Partial<Omit<AssociationCells, 'kind'>> & { readonly archivedAt?: Date | null },
): Promise<boolean> {
  const { count } = await tx.association.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1 },
  });
  return count === 1;
}

export type AssociationMember = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly position: string;
  readonly people: number;
};

export const membersOf = (tx: Tx, associationId: string, year: number): Promise<readonly AssociationMember[]> =>
  tx.$queryRaw<AssociationMember[]>`
    SELECT m.id::text, m.school_id::text AS "schoolId", coalesce(s.short_name, 'другая школа') AS "schoolName", m.position, m.people
    FROM association_member m LEFT JOIN school s ON s.id = m.school_id
    WHERE m.association_id = ${associationId}::uuid AND m.year = ${year}::int ORDER BY s.short_name NULLS LAST, m.position, m.id`;

type PartOf = { readonly municipalityId: string; readonly associationId: string; readonly year: number };

export async function insertMember(
  tx: Tx,
  of: PartOf,
  member: Pick<AssociationMember, 'schoolId' | 'position' | 'people'>,
): Promise<void> {
  await tx.associationMember.createMany({ data: [{ ...of, ...member, id: newId() }] });
}

/** False: gone already. */
export async function deleteMember(tx: Tx, associationId: string, id: string): Promise<boolean> {
  const { count } = await tx.associationMember.deleteMany({ where: { id, associationId } });
  return count === 1;
}

export type PlanRow = {
  readonly id: string;
  readonly theme: string;
  readonly term: string;
  readonly due: Day | null;
  readonly form: string;
  readonly place: string;
  readonly doneOn: Day | null;
};

export const planOf = (tx: Tx, associationId: string, year: number): Promise<readonly PlanRow[]> =>
  tx.$queryRaw<PlanRow[]>`
    SELECT id::text, theme, term, due::text, form, place, done_on::text AS "doneOn" FROM association_plan_row
    WHERE association_id = ${associationId}::uuid AND year = ${year}::int ORDER BY due NULLS LAST, id`;

export async function insertPlanRow(tx: Tx, of: PartOf, row: Omit<PlanRow, 'id' | 'doneOn'>): Promise<void> {
  const { due, ...cells } = row;
  await tx.associationPlanRow.createMany({ data: [{ ...of, ...cells, id: newId(), due: due ? dateOf(due) : null }] });
}

/** Says that a row was carried out, or takes it back. False: it stands so already, or is gone. */
export async function setPlanRowDone(tx: Tx, associationId: string, id: string, on: Day | null): Promise<boolean> {
  const { count } = await tx.associationPlanRow.updateMany({
    where: { id, associationId, doneOn: on === null ? { not: null } : null },
    data: { doneOn: on === null ? null : dateOf(on) },
  });
  return count === 1;
}

export async function deletePlanRow(tx: Tx, associationId: string, id: string): Promise<boolean> {
  const { count } = await tx.associationPlanRow.deleteMany({ where: { id, associationId } });
  return count === 1;
}

export type Minutes = {
  readonly id: string;
  readonly heldOn: Day;
  readonly number: string;
  readonly agenda: string;
  readonly decisions: readonly Decision[];
};

const decisions = z.array(z.object({ text: z.string(), term: z.string() }));

/** The newest first. */
export async function minutesOf(tx: Tx, associationId: string): Promise<readonly Minutes[]> {
  const rows = await tx.$queryRaw<(Omit<Minutes, 'decisions'> & { decisions: unknown })[]>`
    SELECT id::text, held_on::text AS "heldOn", number, agenda, decisions FROM association_minutes
    WHERE association_id = ${associationId}::uuid ORDER BY held_on DESC, created_at DESC LIMIT 200`;
  return rows.map(({ decisions: kept, ...row }) => ({ ...row, decisions: decisions.safeParse(kept).data ?? [] }));
}

export async function insertMinutes(
  tx: Tx,
  of: Omit<PartOf, 'year'> & { readonly createdById: string },
  { heldOn, decisions: kept, ...cells }: Omit<Minutes, 'id'>,
): Promise<string> {
  const id = newId();
  const data = { ...of, ...cells, id, heldOn: dateOf(heldOn), decisions: kept.map((one) => ({ ...one })) };
  await tx.associationMinutes.createMany({ data: [data] });
  return id;
}

/** The association whose minutes these are. */
export async function associationOfMinutes(tx: Tx, municipalityId: string, minutesId: string) {
  const row = await tx.associationMinutes.findFirst({
    where: { id: minutesId, municipalityId },
    select: { association: { select: { id: true, kind: true, schoolId: true } } },
  });
  return row?.association;
}
