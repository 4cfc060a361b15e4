import { defineRoute } from '@/lib/access/define-route';
import { addFile, readUpload } from '@/lib/diagnostics/cards/add-file';
import { cardParams } from '@/lib/diagnostics/cards/card-params';
import { backToItem } from '@/lib/diagnostics/cards/upload-answer';

/** A file that proves an answer. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToItem(
  defineRoute({
    permission: 'card.fill',
    params: cardParams,
    handle: async ({ viewer, params, request }) => {
      const upload = await readUpload(request);
      const message = await addFile(viewer, params.cardId, upload);
      return Response.json({ message, item: upload.item });
    },
  }),
);
