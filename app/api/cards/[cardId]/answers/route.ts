import { defineRoute } from '@/lib/access/define-route';
import { cardParams } from '@/lib/diagnostics/cards/card-params';
import { isPlainForm, keepingTypedText, saveFromForm, saveFromJson } from '@/lib/diagnostics/cards/save-doors';

/** Two doors to one save: JSON from the card's own script, and a plain form for a browser without it. */
export const POST = keepingTypedText(
  defineRoute({
    permission: 'card.fill',
    params: cardParams,
    handle: ({ viewer, params, request }) =>
      isPlainForm(request)
        ? saveFromForm(viewer, params.cardId, request)
        : saveFromJson(viewer, params.cardId, request),
  }),
);
