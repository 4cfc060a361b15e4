import { z } from 'zod';
import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { addProof } from '@/lib/roadmaps/add-proof';

/** A file that proves a row. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'roadmap.move',
    params: z.object({ rowId: id }),
    handle: async ({ viewer, params, request }) =>
      Response.json({ message: await addProof(viewer, params.rowId, request) }),
  }),
  () => links.roadmaps(),
);
