import { z } from 'zod';
import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { addVisitFile } from '@/lib/visits/add-file';

const params = z.object({ visitId: id });

/** A file of a visit. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'visit.write',
    params,
    handle: async ({ viewer, params: { visitId }, request }) =>
      Response.json({ message: await addVisitFile(viewer, visitId, request) }),
  }),
  (given) => {
    const { data } = params.safeParse(given);
    return data && links.visit(data.visitId);
  },
);
