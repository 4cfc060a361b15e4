import { assessCard } from '@/lib/diagnostics/scoring/assess-card';
import { canonicalFacts, inputHash } from '@/lib/diagnostics/scoring/input-hash';
import { newId } from '@/lib/kernel/ids';
import { methodHash } from '@/lib/methodology/method-hash';
import type { BuiltCampaign, BuiltCard } from '@/prisma/seed/builders/campaign';
import { factsOf } from '@/prisma/seed/builders/card';
import type { Owner } from '@/prisma/seed/builders/owner-client';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { answersOf } from './list-world';

/** Outcomes by number of points: the cards of one campaign differ only by these. */
function outcomes(card: BuiltCard) {
  const known = new Map<number, ReturnType<typeof made>>();
  const made = (points: number) => {
    const facts = canonicalFacts(factsOf(card, answersOf(card, points)));
    const {
      items: _items,
      sections: _sections,
      procedures: _procedures,
      low: _low,
      ...outcome
    } = assessCard(defaultMethod, facts);
    return { ...outcome, points: [...outcome.points], facts, inputHash: inputHash(methodHash(defaultMethod), facts) };
  };
  return (points: number) => {
    const outcome = known.get(points) ?? made(points);
    known.set(points, outcome);
    return outcome;
  };
}

/** Accepts every card of a campaign of like schools at once, with its outcome but without its answers. */
export async function acceptMany(
  owner: Owner,
  campaign: BuiltCampaign,
  pointsOf: (index: number) => number,
): Promise<void> {
  const [first] = campaign.cards;
  if (!first) return;
  const outcomeOf = outcomes(first);
  const at = new Date();
  await owner.$executeRaw`UPDATE card SET status = 'SUBMITTED', submitted_revision = 1, submitted_at = ${at}, started_at = ${at},
    answered = applicable WHERE campaign_id = ${campaign.id}::uuid`;
  await owner.$executeRaw`UPDATE card SET status = 'ACCEPTED', accepted_at = ${at} WHERE campaign_id = ${campaign.id}::uuid`;
  await owner.assessment.createMany({
    data: campaign.cards.map((card, index) => ({
      id: newId(),
      municipalityId: card.municipalityId,
      campaignId: campaign.id,
      cardId: card.id,
      schoolId: card.school.id,
      versionId: card.versionId,
      year: card.year,
      revision: 1,
      generation: 1,
      accepted: true,
      ...outcomeOf(pointsOf(index)),
      createdAt: at,
    })),
  });
}
