import { defineRoute } from '@/lib/access/define-route';
import { cardParams } from '@/lib/diagnostics/cards/card-params';
import { pollCard } from '@/lib/diagnostics/cards/card-queries';

/** What others have changed on the card since `since`; asked every few seconds while the page is visible. */
export const GET = defineRoute({
  permission: 'card.read',
  params: cardParams,
  poll: true,
  handle: async ({ viewer, params, request }) =>
    Response.json(await pollCard.as(viewer, params.cardId, new URL(request.url).searchParams.get('since'))),
});
