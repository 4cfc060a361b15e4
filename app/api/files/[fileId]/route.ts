import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { fileOf } from '@/lib/diagnostics/cards/file-queries';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { downloadResponse } from '@/lib/platform/download';
import { openFile } from '@/lib/platform/files';

/** A proof of an answer. */
export const GET = defineRoute({
  permission: 'card.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await fileOf.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return downloadResponse(file, bytes);
  },
});
