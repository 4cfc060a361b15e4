import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { developmentFile } from '@/lib/development/course-queries';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';

/** A file of a package or of minutes. */
export const GET = defineRoute({
  permission: 'development.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await developmentFile.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
