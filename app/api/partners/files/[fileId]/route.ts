import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { partnershipFile } from '@/lib/partnerships/partnership-queries';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';

/** A file of a partnership. */
export const GET = defineRoute({
  permission: 'partnership.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await partnershipFile.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
