import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';
import { visitFile } from '@/lib/visits/visit-queries';

/** A file of a visit. */
export const GET = defineRoute({
  permission: 'visit.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await visitFile.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
