import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { exportMethod } from '@/lib/methodology/exchange';

/** The version as one signed file for another municipality. */
export const GET = defineRoute({
  permission: 'method.change',
  params: z.strictObject({ versionId: id }),
  handle: async ({ viewer, params }) => {
    const { name, text } = await exportMethod(viewer, params.versionId);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return new Response(text, { headers: { 'Content-Type': 'application/json', 'Content-Disposition': disposition } });
  },
});
