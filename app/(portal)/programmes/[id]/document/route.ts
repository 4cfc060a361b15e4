import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { DOCX_TYPE, writeWord } from '@/lib/platform/word/write-word';
import { programmeWord } from '@/lib/programmes/programme-queries';

/** The programme as a Word document, with the block of its approval: to be printed and signed. */
export const GET = defineRoute({
  permission: 'programme.read',
  params: z.object({ id }),
  handle: async ({ viewer, params }) => {
    const document = await programmeWord.as(viewer, params.id);
    const name = encodeURIComponent(`${document.title.slice(0, 80)}.docx`);
    return new Response(await writeWord(document), {
      headers: { 'Content-Type': DOCX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
