import 'server-only';
import type { Campaign } from '@/lib/diagnostics/campaigns/campaign-store';
import type { CardRow } from '@/lib/diagnostics/cards/card-store';
import type { CardComputation, Computation } from '@/lib/diagnostics/computed/computation';
import { computationRow } from '@/lib/diagnostics/computed/computation-store';
import { startComputing, yearsOfFacts } from '@/lib/diagnostics/computed/compute-cards';
import { computedCard } from '@/lib/diagnostics/computed/computed-store';
import type { Tx } from '@/lib/platform/prisma';
import { factChangesOf } from '@/lib/results/queries';

/**
 * Whether the cards of a campaign are behind the facts; where they are and nobody alive is computing them, it is started.
 * The facts were counted in the transaction that changed them, so nothing is lost when a process dies: the next look finds
 * it. The caller's method computes, and its campaign has opened.
 */
export async function lookAtCampaign(
  tx: Tx,
  campaign: Pick<Campaign, 'id' | 'municipalityId' | 'year' | 'title'>,
): Promise<Computation> {
  const { id: campaignId, municipalityId } = campaign;
  const facts = await factChangesOf(tx, municipalityId, yearsOfFacts(campaign.year));
  const row = await computationRow(tx, campaignId, facts.number);
  const isFailed = row.failure !== '' && row.failedFacts === facts.number;
  const state = row.due === 0 ? 'FRESH' : isFailed ? 'FAILED' : 'BEHIND';
  if (state === 'BEHIND' && !row.isRunning) startComputing({ municipalityId, campaignId });
  return {
    ...{ campaignId, title: campaign.title, state, open: row.open, due: row.due, at: row.finishedAt, after: row.after },
    ...{ cards: row.cards, changed: row.changed, failure: isFailed ? row.failure : '' },
  };
}

/** The same for one card that is filled, as its school may see it. */
export async function lookAtCard(
  tx: Tx,
  municipalityId: string,
  card: Pick<CardRow, 'id' | 'campaignId' | 'year'>,
): Promise<CardComputation> {
  const facts = await factChangesOf(tx, municipalityId, yearsOfFacts(card.year));
  const known = await computedCard(tx, card.id);
  const isBehind = known === null || known.facts < facts.number;
  if (isBehind) startComputing({ municipalityId, campaignId: card.campaignId });
  return {
    ...{ isBehind, at: known?.at ?? null, changed: known?.changed ?? [] },
    ...{ changedAt: known?.changedAt ?? null, changedAfter: known?.changedAfter ?? '' },
  };
}
