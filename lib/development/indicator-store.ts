import 'server-only';
import type { DevelopmentFacts } from '@/lib/development/indicators';
import type { Tx } from '@/lib/platform/prisma';

/** Everything the indicators of a municipality and school year are computed from: four statements, none per school. */
export async function indicatorFacts(tx: Tx, municipalityId: string, year: number): Promise<DevelopmentFacts> {
  const schools = await tx.$queryRaw<DevelopmentFacts['schools'][number][]>`
    SELECT s.id::text, y.teachers, y.risk_teachers AS "riskTeachers",
      (SELECT count(*)::int FROM appearance a WHERE a.school_id = s.id AND a.year = ${year}::int AND a.kind = 'COMPETITION'
        AND a.level IN ('MUNICIPAL', 'REGIONAL')) AS competitions
    FROM school s LEFT JOIN development_year y ON y.school_id = s.id AND y.year = ${year}::int
    WHERE s.municipality_id = ${municipalityId}::uuid AND s.closed_at IS NULL`;
  const seats = await tx.$queryRaw<DevelopmentFacts['seats'][number][]>`
    SELECT p.school_id::text AS "schoolId", p.risk_finished AS "riskFinished" FROM course_seat p JOIN course c ON c.id = p.course_id
    WHERE c.municipality_id = ${municipalityId}::uuid AND c.year = ${year}::int AND c.state = 'DONE'`;
  const tests = await tx.$queryRaw<DevelopmentFacts['tests'][number][]>`
    SELECT test_people AS people, improved FROM course WHERE municipality_id = ${municipalityId}::uuid AND year = ${year}::int
      AND state = 'DONE' AND test_people IS NOT NULL`;
  const associations = await tx.$queryRaw<DevelopmentFacts['associations'][number][]>`
    SELECT a.kind::text, a.is_for_project AS "isForProject",
      coalesce(jsonb_agg(jsonb_build_object('schoolId', m.school_id, 'people', m.people)) FILTER (WHERE m.id IS NOT NULL), '[]') AS members
    FROM association a LEFT JOIN association_member m ON m.association_id = a.id AND m.year = ${year}::int
    WHERE a.municipality_id = ${municipalityId}::uuid AND a.archived_at IS NULL GROUP BY a.id`;
  return { year, schools, seats, tests, associations };
}
