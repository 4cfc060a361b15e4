import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import {
  campaignsAtHand,
  contestedCards,
  curatedCards,
  listsUnderWay,
  openReplies,
} from '@/lib/diagnostics/overviews/home-store';
import { notFound } from '@/lib/kernel/refusal';

/** What the centre and the department have to do today. */
export const staffHome = defineQuery('campaign.read', async ({ viewer, tx }) => {
  if (!viewer.municipalityId) throw notFound();
  return {
    campaigns: await campaignsAtHand(tx, viewer.municipalityId),
    replies: viewer.role === 'CENTRE' ? await openReplies(tx, viewer.municipalityId) : [],
    contested: viewer.role === 'CENTRE' ? await contestedCards(tx, viewer.municipalityId) : [],
    lists: await listsUnderWay(tx, viewer.municipalityId),
  };
});
export type StaffHome = Awaited<ReturnType<typeof staffHome>>;

/** The accepted cards of a curator's schools. */
export const curatorHome = defineQuery('card.read', ({ viewer, tx }) => curatedCards(tx, viewer.membershipId));
