import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound } from '@/lib/kernel/refusal';
import { readResultsForm, uploadResults } from '@/lib/results/upload-results';
import { backToUpload } from '@/lib/schools/upload-answer';

/** Files of results from a plain form: several at once, or one that replaces another. They never touch the disk. */
export const POST = backToUpload(
  defineRoute({
    permission: 'results.import',
    params: z.object({}),
    handle: async ({ viewer, request }) => {
      const { files, fields } = await readResultsForm(request);
      const replaces = fields.get('replaces');
      const replacesId = replaces ? id.safeParse(replaces).data : null;
      if (replacesId === undefined) throw notFound();
      return Response.json({ to: await uploadResults(viewer, files, replacesId, fields.get('_key')) });
    },
  }),
  () => links.resultImports(),
);
