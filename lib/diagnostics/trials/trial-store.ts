import 'server-only';
import type { Campaign } from '@/lib/diagnostics/campaigns/campaign-store';
import { cardFacts } from '@/lib/diagnostics/scoring/card-facts';
import type { TrialCard } from '@/lib/diagnostics/trials/trial';
import type { Tx } from '@/lib/platform/prisma';

/**
 * Standing outcomes of a campaign with their facts, alphabetical; only what the viewer may see. `withNumbers`: and what was
 * typed as a number, for a method that asks for any.
 */
export async function trialCards(
  tx: Tx,
  campaign: Pick<Campaign, 'id' | 'generation'>,
  withNumbers: boolean,
): Promise<readonly TrialCard[]> {
  const rows = await tx.$queryRaw<(Omit<TrialCard, 'facts'> & { facts: unknown })[]>`
    SELECT k.id::text AS "cardId", k.school_id::text AS "schoolId", k.school_name AS "schoolName", a.facts,
      CASE WHEN ${withNumbers} THEN (
        SELECT coalesce(jsonb_object_agg(w.item, w.number::text), '{}') FROM answer w
        WHERE w.card_id = a.card_id AND w.revision = a.revision AND w.number IS NOT NULL) ELSE '{}' END AS numbers
    FROM assessment a JOIN card k ON k.id = a.card_id
    WHERE a.campaign_id = ${campaign.id}::uuid AND a.generation = ${campaign.generation}::int AND a.superseded_at IS NULL
    ORDER BY k.school_name, k.id`;
  return rows.map(({ facts, ...card }) => ({ ...card, facts: cardFacts.parse(facts) }));
}
