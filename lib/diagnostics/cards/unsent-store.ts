import 'server-only';
import type { Tx } from '@/lib/platform/prisma';

/** Cards that are with their schools while the campaign is open, or was until two weeks ago. */
export async function unsentOf(
  tx: Tx,
  municipalityId: string,
): Promise<readonly { cardId: string; schoolId: string; dueAt: Date; isOpen: boolean }[]> {
  return tx.$queryRaw`SELECT c.id::text AS "cardId", c.school_id::text AS "schoolId", greatest(c.due_at, k.closes_at) AS "dueAt",
      c.status = 'DRAFT' AND greatest(c.due_at, k.closes_at) > now() AS "isOpen"
    FROM card c JOIN campaign k ON k.id = c.campaign_id
    WHERE c.municipality_id = ${municipalityId}::uuid AND c.status IN ('DRAFT', 'RETURNED') AND k.opens_at <= now()
      AND greatest(c.due_at, k.closes_at) > now() - interval '14 days'`;
}
