import 'server-only';
import type { CampaignStage } from '@/lib/diagnostics/campaigns/campaign-words';
import type { SchoolList } from '@/lib/diagnostics/lists/list-store';
import type { Tx } from '@/lib/platform/prisma';

/** An approved list with its campaign and place, for those who read lists of many places. */
export type PublishedList = SchoolList & {
  readonly year: number;
  readonly stage: CampaignStage;
  readonly title: string;
  readonly municipalityName: string;
  readonly centreName: string;
  readonly officeName: string;
  readonly publicLabel: string;
  readonly versionId: string;
};

/**
 * Lists with their campaigns, newest school year first: the approved ones, or one list in whatever state the viewer may
 * see. A viewer of a municipality is narrowed to it; the region's places are narrowed by row-level security.
 */
export async function publishedLists(
  tx: Tx,
  of: { readonly municipalityId: string | null; readonly listId?: string },
): Promise<readonly PublishedList[]> {
  return tx.$queryRaw<PublishedList[]>`
    SELECT l.id::text, l.municipality_id::text AS "municipalityId", l.campaign_id::text AS "campaignId", l.number,
      l.status::text, l.order_number AS "orderNumber", to_char(l.order_date, 'YYYY-MM-DD') AS "orderDate",
      l.order_title AS "orderTitle", l.reason, l.return_reason AS "returnReason", l.version,
      l.proposed_at AS "proposedAt", l.approved_at AS "approvedAt",
      (SELECT count(*) FROM list_entry e WHERE e.list_id = l.id AND e.decision = 'INCLUDE')::int AS included,
      (SELECT count(*) FROM list_entry e WHERE e.list_id = l.id AND e.decision = 'SUPPORT')::int AS supported,
      c.year, c.stage::text, c.title, c.version_id::text AS "versionId", m.name AS "municipalityName",
      m.centre_name AS "centreName", m.office_name AS "officeName", m.public_label AS "publicLabel"
    FROM approved_list l JOIN campaign c ON c.id = l.campaign_id JOIN municipality m ON m.id = l.municipality_id
    WHERE (${of.municipalityId}::text IS NULL OR l.municipality_id = ${of.municipalityId}::uuid)
      AND CASE WHEN ${of.listId ?? null}::text IS NULL THEN l.status = 'APPROVED' ELSE l.id = ${of.listId ?? null}::uuid END
    ORDER BY c.year DESC, m.name, c.opens_at DESC, l.number DESC`;
}

/** How many schools each campaign's roster has. */
export async function rosterSizes(tx: Tx, campaignIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; schools: number }[]>`
    SELECT campaign_id::text AS id, count(*)::int AS schools FROM card
    WHERE campaign_id = ANY (${[...campaignIds]}::uuid[]) GROUP BY campaign_id`;
  return new Map(rows.map((row) => [row.id, row.schools]));
}

/** The same for the region, which sees no card: counted by the one function that may. */
export async function regionRosterSizes(tx: Tx, years: readonly number[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; schools: number }[]>`
    SELECT o.campaign_id::text AS id, o.schools FROM unnest(${[...years]}::int[]) AS y (year)
      CROSS JOIN LATERAL region_overview(y.year) o WHERE o.campaign_id IS NOT NULL`;
  return new Map(rows.map((row) => [row.id, row.schools]));
}
