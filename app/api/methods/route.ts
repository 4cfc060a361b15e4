import { cookies } from 'next/headers';
import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { NOTICE_COOKIE } from '@/lib/access/notice-cookie';
import { links } from '@/lib/kernel/links';
import { importMethod, readMethodForm } from '@/lib/methodology/exchange';
import { backToUpload } from '@/lib/schools/upload-answer';

/** A signed file of a method becomes a draft; the notice on its page says whose the file is. */
export const POST = backToUpload(
  defineRoute({
    permission: 'method.change',
    params: z.object({}),
    handle: async ({ viewer, request }) => {
      const { to, message } = await importMethod(viewer, await readMethodForm(request));
      const notice = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 10 } as const;
      (await cookies()).set(NOTICE_COOKIE, message, notice);
      return Response.json({ to });
    },
  }),
  () => links.method(),
);
