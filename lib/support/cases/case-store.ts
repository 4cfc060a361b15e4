import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { Audience, CaseStatus, CaseStep } from '@/lib/support/cases/case-moves';
import type { SupportCase } from '@/lib/support/cases/support-case';
import { Prisma } from '@/prisma/generated/client';

const FIELDS = Prisma.sql`c.id::text AS id, c.school_id::text AS "schoolId", s.short_name AS "schoolName", c.year::int AS year,
  c.status::text AS status, c.ground, c.list_id::text AS "listId", c.previous_id::text AS "previousId",
  c.crisis_since::text AS "crisisSince", c.crisis_reason AS "crisisReason", coalesce(u.name, 'сотрудник центра') AS "crisisBy",
  c.decision_grounds AS "decisionGrounds", c.decision_order AS "decisionOrder", c.version, c.created_at AS "createdAt"`;
const FROM = Prisma.sql`FROM support_case c JOIN school s ON s.id = c.school_id LEFT JOIN app_user u ON u.id = c.crisis_by_id`;

/** The case of a school and year, as far as the viewer sees it. */
export async function caseOf(
  tx: Tx,
  municipalityId: string,
  schoolId: string,
  year: number,
): Promise<SupportCase | undefined> {
  const [row] = await tx.$queryRaw<
    SupportCase[]
  >`SELECT ${FIELDS} ${FROM} WHERE c.municipality_id = ${municipalityId}::uuid
    AND c.school_id = ${schoolId}::uuid AND c.year = ${year}::int`;
  return row;
}

/** Years in which a school has a case, newest first. */
export async function caseYears(tx: Tx, municipalityId: string, schoolId: string): Promise<readonly number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>`SELECT year::int AS year FROM support_case
    WHERE municipality_id = ${municipalityId}::uuid AND school_id = ${schoolId}::uuid ORDER BY year DESC`;
  return rows.map(({ year }) => year);
}

/** The case, or undefined where the viewer's scope has none of this id. With `lock`, held to the end by whoever may change it. */
export async function findCase(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  lock = false,
): Promise<SupportCase | undefined> {
  if (lock) await holdCase(tx, caseId);
  const [row] = await tx.$queryRaw<SupportCase[]>`SELECT ${FIELDS} ${FROM}
    WHERE c.id = ${caseId}::uuid AND c.municipality_id = ${municipalityId}::uuid`;
  return row;
}

/** A curator may not change the row of a case, so that it cannot be locked by him; an advisory lock serves everybody. */
const holdCase = (tx: Tx, caseId: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`case ${caseId}`}, 0))::text`;

export type NewCase = Pick<SupportCase, 'schoolId' | 'year' | 'ground' | 'listId' | 'previousId'>;

/** Opens those of the cases that are not there yet, with the first line of their history; returns the ids of the new ones. */
export async function insertCases(
  tx: Tx,
  municipalityId: string,
  cases: readonly NewCase[],
  authorId: string,
): Promise<readonly { id: string; schoolId: string }[]> {
  const made = await tx.supportCase.createManyAndReturn({
    data: cases.map((one) => ({ ...one, id: newId(), municipalityId, createdById: authorId })),
    skipDuplicates: true,
    select: { id: true, schoolId: true, ground: true },
  });
  await insertCaseEvents(
    tx,
    municipalityId,
    made.map(({ id, schoolId, ground }) => ({ caseId: id, schoolId, step: 'OPENED' as const, text: ground, authorId })),
  );
  return made;
}

export type NewCaseEvent = {
  readonly caseId: string;
  readonly schoolId: string;
  readonly step: CaseStep;
  readonly text: string;
  readonly authorId: string;
  readonly audience?: Audience;
};

export async function insertCaseEvents(tx: Tx, municipalityId: string, events: readonly NewCaseEvent[]): Promise<void> {
  await tx.supportEvent.createMany({ data: events.map((event) => ({ ...event, id: newId(), municipalityId })) });
}

export type CaseChange = {
  readonly status: CaseStatus;
  readonly crisis?: { readonly since: Day; readonly reason: string; readonly byId: string } | null;
  readonly decision?: { readonly grounds: string; readonly order: string };
};

/** False: somebody was faster. `crisis: null` ends the regime; what is absent stays. */
export async function updateCase(
  tx: Tx,
  place: { readonly id: string; readonly version: number },
  { status, crisis, decision }: CaseChange,
): Promise<boolean> {
  const { count } = await tx.supportCase.updateMany({
    where: place,
    data: {
      ...{ status, version: { increment: 1 }, updatedAt: new Date() },
      ...(crisis !== undefined && {
        crisisSince: crisis && new Date(`${crisis.since}T00:00:00Z`),
        ...{ crisisReason: crisis?.reason ?? '', crisisById: crisis?.byId ?? null },
      }),
      ...(decision && { decisionGrounds: decision.grounds, decisionOrder: decision.order }),
    },
  });
  return count === 1;
}

/** An approved list with the schools it includes, those with a case of its year among them. */
export type ListToOpen = {
  readonly id: string;
  readonly year: number;
  readonly orderNumber: string;
  readonly orderDate: Day | null;
  readonly schools: readonly { readonly id: string; readonly name: string; readonly hasCase: boolean }[];
};

/** Approved lists, newest first, `limit` of them; or the one of an id. Only the last list of a campaign counts. */
export async function listsToOpen(
  tx: Tx,
  municipalityId: string,
  { listId, limit = 3 }: { readonly listId?: string; readonly limit?: number },
): Promise<readonly ListToOpen[]> {
  return tx.$queryRaw<ListToOpen[]>`
    SELECT l.id::text, k.year::int AS year, l.order_number AS "orderNumber", l.order_date::text AS "orderDate",
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'name', s.short_name, 'hasCase', EXISTS (
          SELECT FROM support_case c WHERE c.municipality_id = l.municipality_id AND c.school_id = s.id AND c.year = k.year))
          ORDER BY s.short_name)
        FROM list_entry e JOIN school s ON s.id = e.school_id
        WHERE e.list_id = l.id AND e.decision = 'INCLUDE' AND s.closed_at IS NULL), '[]') AS schools
    FROM approved_list l JOIN campaign k ON k.id = l.campaign_id
    WHERE l.municipality_id = ${municipalityId}::uuid AND l.status = 'APPROVED'
      AND (${listId ?? null}::uuid IS NULL OR l.id = ${listId ?? null}::uuid)
      AND l.number = (SELECT max(n.number) FROM approved_list n WHERE n.campaign_id = l.campaign_id AND n.status = 'APPROVED')
    ORDER BY k.year DESC, l.approved_at DESC LIMIT ${limit}`;
}

/** Working schools, alphabetical; with `withoutCaseOf`, those that have no case of the year. */
export async function workingSchools(
  tx: Tx,
  municipalityId: string,
  withoutCaseOf: number | null = null,
): Promise<readonly { id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`SELECT s.id::text, s.short_name AS name FROM school s
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL
      AND (${withoutCaseOf}::int IS NULL OR NOT EXISTS (
        SELECT FROM support_case c WHERE c.school_id = s.id AND c.year = ${withoutCaseOf}::int))
    ORDER BY s.short_name, s.id`;
}
