import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { answerCheck } from '@/lib/methodology/draft/check-request';
import { CODE_TITLES } from '@/lib/results/words';

/** An expression of a draft, checked while it is being written. */
export const POST = defineRoute({
  permission: 'method.change',
  params: z.object({ versionId: id }),
  handle: async ({ viewer, params, request }) =>
    Response.json(await answerCheck(viewer, params.versionId, request, CODE_TITLES)),
});
