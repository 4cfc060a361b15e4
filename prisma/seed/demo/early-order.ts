import type { BuiltCampaign } from '../builders/campaign';
import { moveCard } from '../builders/card';
import { buildApprovedList } from '../builders/list';
import type { Owner } from '../builders/owner-client';
import type { Actors } from './past-campaign';

/** A first order of a campaign under way: the cards accepted so far are closed by it, the others go on. */
export async function closeByEarlyOrder(owner: Owner, campaign: BuiltCampaign, actors: Actors): Promise<void> {
  const accepted = await owner.assessment.findMany({
    where: { campaignId: campaign.id, accepted: true, supersededAt: null },
    select: { id: true, cardId: true, verdict: true },
  });
  const orderDate = new Date();
  const closing = accepted.flatMap((assessment) => {
    const card = campaign.cards.find((one) => one.id === assessment.cardId);
    return card ? [{ assessment, card }] : [];
  });
  await buildApprovedList(owner, {
    municipalityId: closing[0]?.card.municipalityId ?? '',
    campaignId: campaign.id,
    entries: closing.map(({ assessment, card }) => ({
      schoolId: card.school.id,
      schoolName: card.school.shortName,
      assessmentId: assessment.id,
      verdict: assessment.verdict,
      decision: assessment.verdict === 'proposed' ? 'INCLUDE' : 'EXCLUDE',
    })),
    orderNumber: '64',
    orderDate,
    orderTitle: 'Об утверждении списка школ для адресной поддержки (первая очередь)',
    proposedById: actors.centreId,
    approvedById: actors.officialId,
  });
  for (const { card } of closing)
    await moveCard(owner, card, { to: 'CLOSED', actorId: actors.officialId, at: orderDate });
}
