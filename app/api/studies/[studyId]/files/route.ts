import { z } from 'zod';
import { backToPage } from '@/lib/access/back-to-page';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { addStudyFile } from '@/lib/support/studies/add-study-file';

const params = z.object({ studyId: id });

/** A protocol or act of a study. Outside of actions: they take 1 MB, and a form without JavaScript posts here as well. */
export const POST = backToPage(
  defineRoute({
    permission: 'support.work',
    params,
    handle: async ({ viewer, params: { studyId }, request }) =>
      Response.json({ message: await addStudyFile(viewer, studyId, request) }),
  }),
  (given) => {
    const { data } = params.safeParse(given);
    return data && links.study(data.studyId);
  },
);
