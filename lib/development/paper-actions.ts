'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { changedMeanwhile, idOrNone, text } from '@/lib/development/action-input';
import { assertPaperRoom, ownerOfPaper, ownPapers } from '@/lib/development/own-papers';
import { findPaper, insertPaper, leaveOutPaper } from '@/lib/development/paper-store';
import { PAPER_KINDS } from '@/lib/development/words';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';

/** A link beside the files of a package or of minutes; the portal never fetches it. */
export const addPaperLink = defineAction({
  name: 'development.add-link',
  permission: 'development.report',
  input: z.strictObject({
    ...{ packageId: idOrNone, minutesId: idOrNone, title: text(200), kind: z.enum(PAPER_KINDS, 'Выберите, что это') },
    url: z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' }).max(1000, 'Не длиннее 1000 знаков'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const of = await ownPapers(context, ownerOfPaper(input));
    await assertPaperRoom(tx, of);
    const { url, kind, title } = input;
    await insertPaper(tx, ownMunicipality(viewer), of, { url, kind, title: title || url, addedById: viewer.userId });
    const entity = 'packageId' in of ? 'course_package' : 'association';
    const entityId = 'packageId' in of ? of.packageId : of.minutesId;
    return { entity, entityId, details: { name: title || url }, message: 'Ссылка добавлена.' };
  },
});

/** Takes a file or a link back; that it was there stays in the journal. */
export const removePaper = defineAction({
  name: 'development.remove-paper',
  permission: 'development.report',
  input: z.strictObject({ paperId: id }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const paper = await findPaper(tx, ownMunicipality(viewer), input.paperId);
    if (!paper) throw notFound();
    await ownPapers(context, ownerOfPaper({ packageId: paper.packageId ?? '', minutesId: paper.minutesId ?? '' }));
    if (!(await leaveOutPaper(tx, paper.id))) throw changedMeanwhile();
    const entityId = paper.packageId ?? paper.minutesId ?? paper.id;
    return {
      entity: paper.packageId ? 'course_package' : 'association',
      entityId,
      details: { name: paper.title },
      message: 'Убрано.',
    };
  },
});
