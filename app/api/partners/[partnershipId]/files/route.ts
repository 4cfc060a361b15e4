import { z } from 'zod';
import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { addPartnershipFile } from '@/lib/partnerships/add-file';

const params = z.object({ partnershipId: id });

/** A file of a partnership. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'partnership.change',
    params,
    handle: async ({ viewer, params: { partnershipId }, request }) =>
      Response.json({ message: await addPartnershipFile(viewer, partnershipId, request) }),
  }),
  (given) => {
    const { data } = params.safeParse(given);
    return data && links.partnership(data.partnershipId);
  },
);
