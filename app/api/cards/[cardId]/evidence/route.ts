import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { addFile, readUpload } from '@/lib/diagnostics/cards/add-file';
import { cardParams } from '@/lib/diagnostics/cards/card-params';
import { links } from '@/lib/kernel/links';

/** A file that proves an answer. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'card.fill',
    params: cardParams,
    handle: async ({ viewer, params, request }) => {
      const upload = await readUpload(request);
      const message = await addFile(viewer, params.cardId, upload);
      return Response.json({ message, item: upload.item });
    },
  }),
  (params) => {
    const { data } = cardParams.safeParse(params);
    return data && links.card(data.cardId);
  },
);
