import 'server-only';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import type { AcceptedAssessment } from '@/lib/diagnostics/lists/list';
import type { OfCampaign } from '@/lib/diagnostics/lists/list-store';
import type { Tx } from '@/lib/platform/prisma';

/** Cards that the centre has accepted, with their current outcome: what a list is made from. */
export async function acceptedAssessments(tx: Tx, campaign: OfCampaign): Promise<readonly AcceptedAssessment[]> {
  return tx.$queryRaw<AcceptedAssessment[]>`
    SELECT k.school_id::text AS "schoolId", k.school_name AS "schoolName", a.id::text AS "assessmentId", a.verdict
    FROM card k JOIN assessment a ON a.card_id = k.id AND a.generation = ${campaign.generation}
      AND a.superseded_at IS NULL AND a.accepted
    WHERE k.campaign_id = ${campaign.id}::uuid AND k.municipality_id = ${campaign.municipalityId}::uuid
      AND k.status IN ('ACCEPTED', 'CLOSED')
    ORDER BY k.school_name, k.id`;
}

export type UnreviewedCard = {
  readonly cardId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly status: CardStatus;
  readonly startedAt: Date | null;
  readonly answered: number;
};

/** Schools of the roster whose card is not accepted: the list says nothing of them yet. */
export async function unreviewedCards(tx: Tx, campaign: OfCampaign): Promise<readonly UnreviewedCard[]> {
  return tx.$queryRaw<UnreviewedCard[]>`
    SELECT id::text AS "cardId", school_id::text AS "schoolId", school_name AS "schoolName", status::text,
      started_at AS "startedAt", answered
    FROM card WHERE campaign_id = ${campaign.id}::uuid AND municipality_id = ${campaign.municipalityId}::uuid
      AND status NOT IN ('ACCEPTED', 'CLOSED')
    ORDER BY school_name, id`;
}
