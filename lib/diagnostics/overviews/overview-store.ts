import 'server-only';
import type { CampaignStage } from '@/lib/diagnostics/campaigns/campaign-words';
import type { Standing } from '@/lib/diagnostics/overviews/overview-filter';
import type { Tx } from '@/lib/platform/prisma';

/** A campaign as the choice of a dashboard and as one year of the shares. */
export type OverviewCampaign = {
  readonly id: string;
  readonly versionId: string;
  readonly year: number;
  readonly stage: CampaignStage;
  readonly title: string;
  readonly generation: number;
  /** The database's word of where it stands now. */
  readonly state: 'PLANNED' | 'OPEN' | 'CLOSED';
  readonly roster: number;
  readonly accepted: number;
  /** Schools that the latest approved list includes; null while there is none. */
  readonly listed: number | null;
  readonly listId: string | null;
  readonly orderNumber: string | null;
  readonly orderDate: string | null;
};

export type CoverageCounts = {
  readonly notStarted: number;
  readonly inWork: number;
  readonly toCheck: number;
  readonly returned: number;
  readonly accepted: number;
  readonly submitted: number;
};

export type SumCount = { readonly verdict: string; readonly sum: number; readonly schools: number };
export type ItemCount = {
  readonly position: number;
  readonly yes: number;
  readonly no: number;
  readonly inapplicable: number;
  readonly missing: number;
};

export type Overview = {
  /** Newest first. */
  readonly campaigns: readonly OverviewCampaign[];
  readonly chosen: string | null;
  readonly coverage: CoverageCounts;
  readonly sums: readonly SumCount[];
  readonly items: readonly ItemCount[];
};

type Asked = {
  readonly municipalityId: string;
  readonly campaignId: string | undefined;
  readonly standing: Standing;
  readonly zone: 'ALL' | 'RESULTS';
};

/**
 * Everything the first dashboard shows, as one JSON from one statement over the tallies: nothing in it grows with the
 * number of schools but the count of the roster by state, which an index holds. Without a campaign asked for it takes
 * the latest one that has accepted cards, or the latest begun.
 */
export async function overviewOf(tx: Tx, asked: Asked): Promise<Overview> {
  const [row] = await tx.$queryRaw<{ overview: Overview }[]>`/*overview*/
    WITH campaigns AS MATERIALIZED (
      SELECT c.id, c.version_id AS "versionId", c.year, c.stage, c.title, c.generation, c.opens_at,
        CASE WHEN t.now < c.opens_at THEN 'PLANNED' WHEN t.now < c.closes_at THEN 'OPEN' ELSE 'CLOSED' END AS state,
        coalesce(r.schools, 0) AS roster,
        coalesce((SELECT sum(schools) FROM assessment_tally a WHERE a.campaign_id = c.id
          AND a.generation = c.generation AND a.standing = 'ACCEPTED' AND a.zone = 'ALL'), 0)::int AS accepted,
        CASE WHEN l.id IS NOT NULL THEN (SELECT count(*) FROM list_entry e
          WHERE e.list_id = l.id AND e.decision = 'INCLUDE')::int END AS listed,
        l.id AS "listId", l.order_number AS "orderNumber", to_char(l.order_date, 'YYYY-MM-DD') AS "orderDate"
      FROM campaign c LEFT JOIN roster_tally r ON r.campaign_id = c.id
        LEFT JOIN LATERAL (SELECT id, order_number, order_date FROM approved_list
          WHERE campaign_id = c.id AND status = 'APPROVED' ORDER BY number DESC LIMIT 1) l ON true,
        (SELECT clock_timestamp() AS now) t
      WHERE c.municipality_id = ${asked.municipalityId}::uuid),
    chosen AS MATERIALIZED (
      SELECT id, generation FROM campaigns
      WHERE ${asked.campaignId ?? null}::uuid IS NULL OR id = ${asked.campaignId ?? null}::uuid
      ORDER BY accepted > 0 DESC, state <> 'PLANNED' DESC, year DESC, opens_at DESC LIMIT 1),
    states AS (
      SELECT status, started_at IS NOT NULL AS begun, submitted_revision > 0 AS sent, count(*)::int AS n
      FROM card WHERE campaign_id = (SELECT id FROM chosen) GROUP BY 1, 2, 3)
    SELECT json_build_object(
      'campaigns', coalesce((SELECT json_agg(row_to_json(c) ORDER BY c.year DESC, c.opens_at DESC) FROM campaigns c), '[]'),
      'chosen', (SELECT id FROM chosen),
      'coverage', (SELECT json_build_object(
        'notStarted', coalesce(sum(n) FILTER (WHERE status = 'DRAFT' AND NOT begun), 0),
        'inWork', coalesce(sum(n) FILTER (WHERE status = 'DRAFT' AND begun), 0),
        'toCheck', coalesce(sum(n) FILTER (WHERE status = 'SUBMITTED'), 0),
        'returned', coalesce(sum(n) FILTER (WHERE status = 'RETURNED'), 0),
        'accepted', coalesce(sum(n) FILTER (WHERE status IN ('ACCEPTED', 'CLOSED')), 0),
        'submitted', coalesce(sum(n) FILTER (WHERE sent), 0)) FROM states),
      'sums', coalesce((SELECT json_agg(json_build_object('verdict', a.verdict, 'sum', a.sum, 'schools', a.schools) ORDER BY a.sum)
        FROM chosen s JOIN assessment_tally a ON a.campaign_id = s.id AND a.generation = s.generation
        WHERE a.standing = ${asked.standing} AND a.zone = ${asked.zone} AND a.schools > 0), '[]'),
      'items', coalesce((SELECT json_agg(json_build_object('position', i.position, 'yes', i.yes, 'no', i.no,
          'inapplicable', i.inapplicable, 'missing', i.missing) ORDER BY i.position)
        FROM chosen s JOIN item_tally i ON i.campaign_id = s.id AND i.generation = s.generation
        WHERE i.standing = ${asked.standing}), '[]')) AS overview`;
  if (!row) throw new Error('The database gave no overview');
  return row.overview;
}

/** How many schools went from one verdict to another, and whether their sum fell, stayed or rose. */
export type Move = {
  readonly from: string;
  readonly to: string;
  readonly change: 'better' | 'same' | 'worse';
  readonly schools: number;
};
export type Moves = { readonly moves: readonly Move[]; readonly onlyEarlier: number; readonly onlyLater: number };

type Pair = {
  readonly municipalityId: string;
  readonly earlier: Pick<OverviewCampaign, 'id' | 'generation'>;
  readonly later: Pick<OverviewCampaign, 'id' | 'generation'>;
  readonly standing: Standing;
  readonly zone: 'ALL' | 'RESULTS';
};

/** Schools of both campaigns by move; a school that has an outcome in one of them only is counted apart. */
export async function movesBetween(tx: Tx, { municipalityId, earlier, later, standing, zone }: Pair): Promise<Moves> {
  const [row] = await tx.$queryRaw<{ moves: Moves }[]>`
    WITH outcome AS (
      SELECT a.campaign_id, a.school_id, a.verdict, CASE WHEN ${zone} = 'RESULTS' THEN a.sum_results ELSE a.sum END AS sum
      FROM assessment a JOIN card k ON k.id = a.card_id
      WHERE a.municipality_id = ${municipalityId}::uuid AND a.superseded_at IS NULL
        AND ((a.campaign_id = ${earlier.id}::uuid AND a.generation = ${earlier.generation})
          OR (a.campaign_id = ${later.id}::uuid AND a.generation = ${later.generation}))
        AND (${standing} = 'SUBMITTED' OR (a.accepted AND k.status IN ('ACCEPTED', 'CLOSED')))),
    pair AS (
      SELECT e.verdict AS "from", l.verdict AS "to",
        CASE WHEN l.sum < e.sum THEN 'better' WHEN l.sum = e.sum THEN 'same' WHEN l.sum > e.sum THEN 'worse' END AS change,
        e.school_id IS NULL AS no_earlier, l.school_id IS NULL AS no_later
      FROM (SELECT * FROM outcome WHERE campaign_id = ${earlier.id}::uuid) e
      FULL JOIN (SELECT * FROM outcome WHERE campaign_id = ${later.id}::uuid) l ON l.school_id = e.school_id)
    SELECT json_build_object(
      'moves', coalesce((SELECT json_agg(m) FROM (
        SELECT "from", "to", change, count(*)::int AS schools FROM pair WHERE NOT no_earlier AND NOT no_later
        GROUP BY 1, 2, 3) m), '[]'),
      'onlyEarlier', (SELECT count(*) FROM pair WHERE no_later),
      'onlyLater', (SELECT count(*) FROM pair WHERE no_earlier)) AS moves`;
  if (!row) throw new Error('The database gave no moves');
  return row.moves;
}
