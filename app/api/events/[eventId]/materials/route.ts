import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { addMaterialFile, materialParams } from '@/lib/events/add-material-file';
import { links } from '@/lib/kernel/links';

/** A file of an event. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'event.change',
    params: materialParams,
    handle: async ({ viewer, params, request }) =>
      Response.json({ message: await addMaterialFile(viewer, params.eventId, request) }),
  }),
  (params) => {
    const { data } = materialParams.safeParse(params);
    return data && links.event(data.eventId);
  },
);
