import 'server-only';
import type { Tx } from '@/lib/platform/prisma';

/** The outcome of the latest accepted card of one school, with what the commission decided over it. */
export type SchoolOutcome = {
  readonly schoolId: string;
  readonly year: number;
  readonly versionId: string;
  /** Point codes in the version's order of items. */
  readonly points: readonly number[];
  readonly verdict: string;
  readonly decision: 'INCLUDE' | 'EXCLUDE' | 'SUPPORT' | null;
};

/** One row a school that has an accepted card the viewer may see; one statement for the whole municipality. */
export async function latestOutcomes(tx: Tx, municipalityId: string): Promise<readonly SchoolOutcome[]> {
  return tx.$queryRaw<SchoolOutcome[]>`/*latest_outcomes*/
    SELECT DISTINCT ON (a.school_id) a.school_id::text AS "schoolId", k.year::int AS year, a.version_id::text AS "versionId",
      a.points::int[] AS points, a.verdict,
      (SELECT e.decision::text FROM approved_list l JOIN list_entry e ON e.list_id = l.id AND e.school_id = a.school_id
       WHERE l.campaign_id = k.id AND l.status = 'APPROVED' ORDER BY l.number DESC LIMIT 1) AS decision
    FROM assessment a JOIN campaign k ON k.id = a.campaign_id AND k.generation = a.generation
    WHERE a.municipality_id = ${municipalityId}::uuid AND a.accepted AND a.superseded_at IS NULL
    ORDER BY a.school_id, k.year DESC, k.closes_at DESC`;
}
