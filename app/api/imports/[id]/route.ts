import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { importState } from '@/lib/schools/import-queries';

/** How far the reading of a list is. */
export const GET = defineRoute({
  permission: 'school.import',
  params: z.object({ id }),
  poll: true,
  handle: async ({ viewer, params }) => Response.json(await importState.as(viewer, params.id)),
});
