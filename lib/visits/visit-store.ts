import 'server-only';
import { z } from 'zod';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { type AgreedAction, MARKS, type RubricLine, type Visit } from '@/lib/visits/visit';
import type { VisitSearch } from '@/lib/visits/visit-search';
import { Prisma } from '@/prisma/generated/client';

const rubric = z.array(z.object({ line: z.string(), mark: z.enum(MARKS), note: z.string() }));

type Row = Omit<Visit, 'rubric'> & { readonly rubric: unknown };
const shape = (row: Row): Visit => ({ ...row, rubric: rubric.safeParse(row.rubric).data ?? [] });

const FIELDS = Prisma.sql`v.id::text, v.school_id::text AS "schoolId", s.short_name AS "schoolName", t.name AS kind,
  v.term_id::text AS "kindId", v.object, v."on"::text AS "on", v.participants, v.rubric_name AS "rubricName", v.rubric, v.protocol,
  v.published_at AS "publishedAt", v.author_id::text AS "authorId", coalesce(u.name, 'сотрудник центра') AS author, v.version`;
const FROM = Prisma.sql`FROM visit v JOIN school s ON s.id = v.school_id JOIN visit_term t ON t.id = v.term_id
  LEFT JOIN app_user u ON u.id = v.author_id`;

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const open = Prisma.sql`SELECT FROM visit_action a WHERE a.visit_id = v.id AND a.done_on IS NULL`;

function filtered(municipalityId: string, { q, school, kind, state }: VisitSearch, today: Day): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`v.municipality_id = ${municipalityId}::uuid`,
      ...(school ? [Prisma.sql`v.school_id = ${school}::uuid`] : []),
      ...(kind ? [Prisma.sql`v.term_id = ${kind}::uuid`] : []),
      ...(state === 'draft' ? [Prisma.sql`v.published_at IS NULL`] : []),
      ...(state === 'open' ? [Prisma.sql`EXISTS (${open})`] : []),
      ...(state === 'late' ? [Prisma.sql`EXISTS (${open} AND a.due < ${today}::date)`] : []),
      ...(q
        ? [Prisma.sql`concat_ws(' ', s.short_name, t.name, v.object, v.participants, v.protocol) ILIKE ${like(q)}`]
        : []),
    ],
    ' AND ',
  );
}

const ORDERS: Record<VisitSearch['sort'], Prisma.Sql> = {
  on: Prisma.sql`v."on", v.id`,
  '-on': Prisma.sql`v."on" DESC, v.id DESC`,
  school: Prisma.sql`s.short_name, v."on" DESC, v.id`,
  '-school': Prisma.sql`s.short_name DESC, v."on" DESC, v.id`,
};

export const PAGE_SIZE = 50;

export type ListedVisit = Visit & { readonly actions: number; readonly done: number; readonly late: number };

/** One page of the list with what was agreed: how much, how much of it is done, how much is late. */
export async function visitsSlice(
  tx: Tx,
  municipalityId: string,
  search: VisitSearch,
  today: Day,
  size: number = PAGE_SIZE,
): Promise<readonly ListedVisit[]> {
  const rows = await tx.$queryRaw<(Row & Omit<ListedVisit, keyof Visit>)[]>`/*visits*/
    SELECT ${FIELDS}, k.actions, k.done, k.late ${FROM}
    CROSS JOIN LATERAL (SELECT count(*)::int AS actions, count(a.done_on)::int AS done,
      count(*) FILTER (WHERE a.done_on IS NULL AND a.due < ${today}::date)::int AS late
      FROM visit_action a WHERE a.visit_id = v.id) k
    WHERE ${filtered(municipalityId, search, today)}
    ORDER BY ${ORDERS[search.sort]} LIMIT ${size}::int OFFSET ${search.after ?? 0}::int`;
  return rows.map(({ actions, done, late, ...row }) => ({ ...shape(row), actions, done, late }));
}

export type VisitFacts = { readonly total: number; readonly all: number; readonly late: number };

export async function visitFacts(tx: Tx, municipalityId: string, search: VisitSearch, today: Day): Promise<VisitFacts> {
  const [row] = await tx.$queryRaw<VisitFacts[]>`/*visit_facts*/ SELECT
    (SELECT count(*)::int ${FROM} WHERE ${filtered(municipalityId, search, today)}) AS total,
    (SELECT count(*)::int FROM visit v WHERE v.municipality_id = ${municipalityId}::uuid) AS all,
    (SELECT count(*)::int FROM visit_action a WHERE a.municipality_id = ${municipalityId}::uuid AND a.done_on IS NULL
      AND a.due < ${today}::date) AS late`;
  return row ?? { total: 0, all: 0, late: 0 };
}

export async function findVisit(tx: Tx, municipalityId: string, visitId: string): Promise<Visit | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT ${FIELDS} ${FROM}
    WHERE v.id = ${visitId}::uuid AND v.municipality_id = ${municipalityId}::uuid`;
  return row && shape(row);
}

export type NewVisit = Pick<Visit, 'object' | 'participants' | 'rubricName' | 'rubric' | 'protocol'> & {
  readonly termId: string;
  readonly on: Day;
};

const dataOf = ({ on, rubric: lines, ...rest }: NewVisit) => ({
  ...rest,
  on: new Date(`${on}T00:00:00Z`),
  rubric: lines.map((line: RubricLine) => ({ ...line })),
});

export async function insertVisit(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string; readonly authorId: string },
  visit: NewVisit,
): Promise<string> {
  const id = newId();
  await tx.visit.createMany({ data: [{ ...dataOf(visit), ...place, id }] });
  return id;
}

type Seen = Pick<Visit, 'id' | 'version'>;

/** False: the visit is no longer what was seen, or published; nothing is written. */
export async function updateVisit(tx: Tx, { id, version }: Seen, visit: NewVisit): Promise<boolean> {
  const { count } = await tx.visit.updateMany({
    where: { id, version, publishedAt: null },
    data: { ...dataOf(visit), version: version + 1 },
  });
  return count === 1;
}

/** From now on the school reads it. False: somebody was faster. */
export async function publishVisit(tx: Tx, { id, version }: Seen, at: Date): Promise<boolean> {
  const { count } = await tx.visit.updateMany({
    where: { id, version, publishedAt: null },
    data: { publishedAt: at, version: version + 1 },
  });
  return count === 1;
}

export async function actionsOf(tx: Tx, visitId: string): Promise<readonly AgreedAction[]> {
  return tx.$queryRaw<AgreedAction[]>`
    SELECT a.id::text, a.text, a.due::text AS due, a.responsible, a.done_on::text AS "doneOn", a.done_note AS "doneNote"
    FROM visit_action a WHERE a.visit_id = ${visitId}::uuid ORDER BY a.due, a.created_at, a.id`;
}

export async function insertAction(
  tx: Tx,
  municipalityId: string,
  visitId: string,
  { due, ...action }: Pick<AgreedAction, 'text' | 'due' | 'responsible'>,
): Promise<void> {
  await tx.visitAction.createMany({
    data: [{ ...action, id: newId(), municipalityId, visitId, due: new Date(`${due}T00:00:00Z`) }],
  });
}

export async function findAction(tx: Tx, actionId: string) {
  const row = await tx.visitAction.findUnique({
    where: { id: actionId },
    select: { id: true, visitId: true, text: true },
  });
  return row ?? undefined;
}

/** Marks an agreed action done with a note, or open again. False: it is so already. */
export async function markAction(tx: Tx, actionId: string, doneOn: Day | null, doneNote: string): Promise<boolean> {
  const { count } = await tx.visitAction.updateMany({
    where: { id: actionId, doneOn: doneOn === null ? { not: null } : null },
    data: { doneOn: doneOn === null ? null : new Date(`${doneOn}T00:00:00Z`), doneNote },
  });
  return count === 1;
}

export async function deleteAction(tx: Tx, actionId: string): Promise<boolean> {
  const { count } = await tx.visitAction.deleteMany({ where: { id: actionId } });
  return count === 1;
}
