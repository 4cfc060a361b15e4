import { z } from 'zod';
import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { addPaper } from '@/lib/development/add-paper';
import { links } from '@/lib/kernel/links';

/** A file of a package or of minutes. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'development.report',
    params: z.object({}),
    handle: async ({ viewer, request }) => Response.json({ message: await addPaper(viewer, request) }),
  }),
  () => links.development(),
);
