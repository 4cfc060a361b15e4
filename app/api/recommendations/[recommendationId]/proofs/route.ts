import { z } from 'zod';
import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { addProof } from '@/lib/recommendations/add-proof';

const params = z.object({ recommendationId: id });

/** A file that shows what was done. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'recommendation.answer',
    params,
    handle: async ({ viewer, params: { recommendationId }, request }) =>
      Response.json({ message: await addProof(viewer, recommendationId, request) }),
  }),
  (given) => {
    const { data } = params.safeParse(given);
    return data && links.recommendation(data.recommendationId);
  },
);
