import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { resultImportState } from '@/lib/results/import-queries';
import { mapResults, readResultsForm } from '@/lib/results/upload-results';
import { backToUpload } from '@/lib/schools/upload-answer';

const params = z.object({ id });

/** How far the reading of a file of results is. */
export const GET = defineRoute({
  permission: 'results.import',
  params,
  poll: true,
  handle: async ({ viewer, params: { id: importId } }) => Response.json(await resultImportState.as(viewer, importId)),
});

/** The same file once more, with what its columns are. */
export const POST = backToUpload(
  defineRoute({
    permission: 'results.import',
    params,
    handle: async ({ viewer, params: { id: importId }, request }) => {
      const { files, fields } = await readResultsForm(request);
      const [file] = files;
      if (!file || files.length > 1) throw new Refusal('invalid', 'Выберите один файл: тот же самый.');
      return Response.json({ to: await mapResults(viewer, importId, file, fields) });
    },
  }),
  (request) => links.resultImport(new URL(request.url).pathname.split('/').at(-1) ?? ''),
);
