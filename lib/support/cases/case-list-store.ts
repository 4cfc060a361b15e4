import 'server-only';
import type { Day } from '@/lib/kernel/day';
import type { Tx } from '@/lib/platform/prisma';
import type { CaseStatus } from '@/lib/support/cases/case-moves';
import type { CaseSearch, CaseSort } from '@/lib/support/cases/case-search';
import { Prisma } from '@/prisma/generated/client';

/** A case as the list shows it. */
export type CaseLine = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly status: CaseStatus;
  readonly crisisSince: Day | null;
  /** Opened for an approved list. */
  readonly isListed: boolean;
  readonly ground: string;
  readonly curators: readonly string[];
  readonly causes: number;
  readonly confirmed: number;
  /** Recommendations, rows of approved plans and agreed actions whose day is over. */
  readonly late: number;
  readonly changedAt: Date;
};

export type ListNumbers = {
  readonly all: number;
  readonly open: number;
  readonly crisis: number;
  readonly paused: number;
  readonly closed: number;
  readonly late: number;
  readonly alone: number;
};

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const STATE: Record<NonNullable<CaseSearch['state']>, Prisma.Sql> = {
  OPEN: Prisma.sql`status = 'OPEN'`,
  PAUSED: Prisma.sql`status = 'PAUSED'`,
  EXITED: Prisma.sql`status = 'EXITED'`,
  CONTINUED: Prisma.sql`status = 'CONTINUED'`,
  crisis: Prisma.sql`"crisisSince" IS NOT NULL`,
  late: Prisma.sql`late > 0`,
  alone: Prisma.sql`cardinality(curators) = 0 AND status IN ('OPEN', 'PAUSED')`,
};

const ORDER: Record<CaseSort, Prisma.Sql> = {
  school: Prisma.sql`"schoolName"`,
  '-school': Prisma.sql`"schoolName" DESC`,
  late: Prisma.sql`late, "schoolName"`,
  '-late': Prisma.sql`late DESC, "schoolName"`,
  changed: Prisma.sql`"changedAt", "schoolName"`,
  '-changed': Prisma.sql`"changedAt" DESC, "schoolName"`,
};

/** All cases of a year that the viewer sees, with what is counted of their schools. */
const linesOf = (municipalityId: string, year: number, today: Day) => Prisma.sql`
  SELECT c.id::text, c.school_id::text AS "schoolId", s.short_name AS "schoolName", c.status::text AS status,
    c.crisis_since::text AS "crisisSince", c.list_id IS NOT NULL AS "isListed", c.ground, c.updated_at AS "changedAt",
    ARRAY (SELECT u.name FROM assignment a JOIN membership m ON m.id = a.membership_id JOIN app_user u ON u.id = m.user_id
           WHERE a.school_id = c.school_id ORDER BY u.name) AS curators,
    ARRAY (SELECT a.membership_id::text FROM assignment a WHERE a.school_id = c.school_id) AS "curatorIds",
    (SELECT count(*)::int FROM case_cause k WHERE k.case_id = c.id AND k.removed_at IS NULL) AS causes,
    (SELECT count(*)::int FROM case_cause k WHERE k.case_id = c.id AND k.removed_at IS NULL AND EXISTS (
       SELECT FROM study_cause x JOIN study d ON d.id = x.study_id WHERE x.case_cause_id = k.id AND d.state = 'HELD')) AS confirmed,
    (SELECT count(*)::int FROM recommendation r WHERE r.municipality_id = c.municipality_id AND r.school_id = c.school_id
       AND r.year = c.year AND r.state IN ('SENT', 'ACCEPTED', 'RETURNED') AND r.due < ${today}::date)
    + (SELECT count(*)::int FROM roadmap p JOIN roadmap_row w ON w.roadmap_id = p.id
       WHERE p.municipality_id = c.municipality_id AND p.school_id = c.school_id AND p.status = 'APPROVED'
         AND w.kind IN ('ROW', 'SUBROW') AND w.state IN ('PLANNED', 'IN_WORK', 'RETURNED') AND w.due < ${today}::date)
    + (SELECT count(*)::int FROM study_agreement g WHERE g.municipality_id = c.municipality_id AND g.school_id = c.school_id
       AND g.done_at IS NULL AND g.due < ${today}::date) AS late
  FROM support_case c JOIN school s ON s.id = c.school_id
  WHERE c.municipality_id = ${municipalityId}::uuid AND c.year = ${year}::int`;

/** The cases of a year under a filter; those in crisis stand first in every order. A municipality has few hundreds at most. */
export async function caseLines(
  tx: Tx,
  municipalityId: string,
  year: number,
  { q, state, curator, sort }: CaseSearch,
  today: Day,
): Promise<readonly CaseLine[]> {
  const conditions = [
    ...(q ? [Prisma.sql`concat_ws(' ', "schoolName", ground, array_to_string(curators, ' ')) ILIKE ${like(q)}`] : []),
    ...(state ? [STATE[state]] : []),
    ...(curator ? [Prisma.sql`${curator} = ANY ("curatorIds")`] : []),
  ];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  return tx.$queryRaw<
    CaseLine[]
  >`/*support_cases*/ SELECT id, "schoolId", "schoolName", status, "crisisSince", "isListed", ground,
      curators, causes, confirmed, late, "changedAt"
    FROM (${linesOf(municipalityId, year, today)}) line ${where}
    ORDER BY ("crisisSince" IS NULL OR status IN ('EXITED', 'CONTINUED')), ${ORDER[sort]}, id`;
}

/** Numbers of the whole year, whatever the filter. */
export async function caseNumbers(tx: Tx, municipalityId: string, year: number, today: Day): Promise<ListNumbers> {
  const [row] = await tx.$queryRaw<ListNumbers[]>`/*support_numbers*/ SELECT count(*)::int AS all,
      count(*) FILTER (WHERE status = 'OPEN')::int AS open,
      count(*) FILTER (WHERE ${STATE.crisis} AND status IN ('OPEN', 'PAUSED'))::int AS crisis,
      count(*) FILTER (WHERE status = 'PAUSED')::int AS paused,
      count(*) FILTER (WHERE status IN ('EXITED', 'CONTINUED'))::int AS closed,
      count(*) FILTER (WHERE ${STATE.late})::int AS late,
      count(*) FILTER (WHERE ${STATE.alone})::int AS alone
    FROM (${linesOf(municipalityId, year, today)}) line`;
  return row ?? { all: 0, open: 0, crisis: 0, paused: 0, closed: 0, late: 0, alone: 0 };
}

/** Years that have a case, newest first. */
export async function yearsWithCases(tx: Tx, municipalityId: string): Promise<readonly number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>`SELECT DISTINCT year::int AS year FROM support_case
    WHERE municipality_id = ${municipalityId}::uuid ORDER BY 1 DESC`;
  return rows.map(({ year }) => year);
}
