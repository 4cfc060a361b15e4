import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { fileOf } from '@/lib/diagnostics/cards/file-queries';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { openFile } from '@/lib/platform/files';

/** A proof, always as a download: nothing that somebody uploaded is ever drawn or run by the browser on our address. */
export const GET = defineRoute({
  permission: 'card.read',
  params: z.object({ fileId: id }),
  handle: async ({ viewer, params }) => {
    const file = await fileOf.as(viewer, params.fileId);
    const bytes = await openFile(file.sha256);
    if (!bytes) throw notFound();
    return new Response(bytes, {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Length': String(file.size),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, percent)}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  },
});

/** The four signs that encodeURIComponent leaves and RFC 8187 does not allow. */
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
