import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';
import { roadmapFile } from '@/lib/roadmaps/roadmap-queries';

/** A proof of a row of a roadmap. */
export const GET = defineRoute({
  permission: 'roadmap.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await roadmapFile.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
