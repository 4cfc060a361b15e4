import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { eventFile } from '@/lib/events/file-queries';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';

/** A material of an event. */
export const GET = defineRoute({
  permission: 'event.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await eventFile.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
