import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';

/** Who is signed in now: the page that signed in anew asks whether it is still the same person. */
export const GET = defineRoute({
  permission: 'account.own',
  params: z.object({}),
  poll: true,
  handle: async ({ viewer }) => Response.json({ userId: viewer.userId }),
});
