import 'server-only';
import type { Tx } from '@/lib/platform/prisma';

/** A campaign at a glance, counted in the database; the words of states are those of coverage.ts. */
export type CampaignGlance = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly now: Date;
  readonly total: number;
  readonly submitted: number;
  readonly notStarted: number;
  readonly inWork: number;
  readonly toCheck: number;
  readonly returned: number;
  readonly accepted: number;
  readonly late: number;
};

const CAMPAIGNS_MAX = 4;

/**
 * The campaigns that matter today: those that run, those with cards to check or returned, and at least the latest that has
 * opened, else the next one planned. The latest first.
 */
export async function campaignsAtHand(tx: Tx, municipalityId: string): Promise<readonly CampaignGlance[]> {
  const rows = await tx.$queryRaw<CampaignGlance[]>`
    SELECT k.id::text, k.title, k.year::int, k.opens_at AS "opensAt", k.closes_at AS "closesAt", clock_timestamp() AS now,
      count(c.id)::int AS total,
      count(*) FILTER (WHERE c.submitted_revision > 0)::int AS submitted,
      count(*) FILTER (WHERE c.status = 'DRAFT' AND c.started_at IS NULL AND c.answered = 0)::int AS "notStarted",
      count(*) FILTER (WHERE c.status = 'DRAFT' AND (c.started_at IS NOT NULL OR c.answered > 0))::int AS "inWork",
      count(*) FILTER (WHERE c.status = 'SUBMITTED')::int AS "toCheck",
      count(*) FILTER (WHERE c.status = 'RETURNED')::int AS returned,
      count(*) FILTER (WHERE c.status IN ('ACCEPTED', 'CLOSED'))::int AS accepted,
      count(*) FILTER (WHERE c.status IN ('DRAFT', 'RETURNED') AND clock_timestamp() >= greatest(c.due_at, k.closes_at))::int AS late
    FROM campaign k LEFT JOIN card c ON c.campaign_id = k.id
    WHERE k.municipality_id = ${municipalityId}::uuid
    GROUP BY k.id
    ORDER BY (k.opens_at <= clock_timestamp()) DESC, k.year DESC, k.opens_at DESC
    LIMIT ${CAMPAIGNS_MAX}`;
  return rows.filter(
    (row, index) =>
      index === 0 || (row.opensAt <= row.now && (row.now < row.closesAt || row.toCheck > 0 || row.returned > 0)),
  );
}

/** A reply of a school that the centre has not settled yet. */
export type OpenReply = { readonly cardId: string; readonly schoolName: string; readonly item: string | null };

export async function openReplies(tx: Tx, municipalityId: string): Promise<readonly OpenReply[]> {
  return tx.$queryRaw<OpenReply[]>`
    SELECT c.id::text AS "cardId", c.school_name AS "schoolName", r.item
    FROM remark r JOIN card c ON c.id = r.card_id
    WHERE r.municipality_id = ${municipalityId}::uuid AND r.reply <> '' AND r.settled_at IS NULL AND c.status = 'SUBMITTED'
    ORDER BY r.reply_at LIMIT 50`;
}

/** A sent card whose school has answered otherwise than the portal computed, until the centre has decided. */
export type ContestedCard = {
  readonly cardId: string;
  readonly schoolName: string;
  readonly answers: number;
  /** The first of them. */
  readonly item: string;
};

export async function contestedCards(tx: Tx, municipalityId: string): Promise<readonly ContestedCard[]> {
  return tx.$queryRaw<ContestedCard[]>`
    WITH sent AS (
      SELECT DISTINCT ON (a.card_id, a.item) a.card_id, a.item, a.value
      FROM card c JOIN answer a ON a.card_id = c.id AND a.revision <= c.submitted_revision
      WHERE c.municipality_id = ${municipalityId}::uuid AND c.status = 'SUBMITTED'
      ORDER BY a.card_id, a.item, a.revision DESC)
    SELECT c.id::text AS "cardId", c.school_name AS "schoolName", count(*)::int AS answers, min(s.item) AS item
    FROM sent s JOIN computed_answer k ON k.card_id = s.card_id AND k.item = s.item JOIN card c ON c.id = s.card_id
    WHERE k.value IN ('YES', 'NO') AND k.value <> s.value AND NOT EXISTS (
      SELECT FROM contest_decision d WHERE d.card_id = s.card_id AND d.item = s.item AND d.computed = k.value
        AND d.answer = s.value)
    GROUP BY c.id ORDER BY c.school_name LIMIT 50`;
}

/** Lists under way: with the centre or with the department. */
export type ListUnderWay = {
  readonly campaignId: string;
  readonly year: number;
  readonly number: number;
  readonly status: 'DRAFT' | 'PROPOSED';
};

export async function listsUnderWay(tx: Tx, municipalityId: string): Promise<readonly ListUnderWay[]> {
  return tx.$queryRaw<ListUnderWay[]>`
    SELECT l.campaign_id::text AS "campaignId", k.year::int, l.number::int, l.status::text
    FROM approved_list l JOIN campaign k ON k.id = l.campaign_id
    WHERE l.municipality_id = ${municipalityId}::uuid AND l.status <> 'APPROVED' ORDER BY k.year DESC, l.number DESC`;
}

/** Accepted cards of the schools a curator works with. */
export type CuratedCard = {
  readonly id: string;
  readonly schoolName: string;
  readonly year: number;
  readonly status: 'ACCEPTED' | 'CLOSED';
};

export async function curatedCards(tx: Tx, membershipId: string): Promise<readonly CuratedCard[]> {
  return tx.$queryRaw<CuratedCard[]>`
    SELECT c.id::text, c.school_name AS "schoolName", k.year::int, c.status::text
    FROM assignment a JOIN card c ON c.school_id = a.school_id JOIN campaign k ON k.id = c.campaign_id
    WHERE a.membership_id = ${membershipId}::uuid AND c.status IN ('ACCEPTED', 'CLOSED')
    ORDER BY c.school_name, k.year DESC`;
}
