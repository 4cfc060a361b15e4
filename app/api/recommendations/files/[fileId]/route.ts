import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';
import { recommendationFile } from '@/lib/recommendations/recommendation-queries';

/** A proof of a recommendation. */
export const GET = defineRoute({
  permission: 'recommendation.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await recommendationFile.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
