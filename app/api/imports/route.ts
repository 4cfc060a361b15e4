import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { backToUpload } from '@/lib/schools/upload-answer';
import { readListUpload, uploadImport } from '@/lib/schools/upload-import';

/** A school list from a plain form. Outside of actions: they take 1 MB, and the form must work without JavaScript. */
export const POST = backToUpload(
  defineRoute({
    permission: 'school.import',
    params: z.object({}),
    handle: async ({ viewer, request }) => {
      const { key, ...file } = await readListUpload(request);
      return Response.json({ to: await uploadImport(viewer, file, key) });
    },
  }),
);
