'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { localOfMoment } from '@/lib/kernel/local-time';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { ownVersion } from '@/lib/methodology/draft/draft-queries';
import {
  archiveVersion,
  findOwnVersion,
  insertDraft,
  insertMethodology,
  nextNumber,
  publishDraft,
  removeDraft,
} from '@/lib/methodology/draft/draft-store';
import { draftTag } from '@/lib/methodology/draft/draft-tag';
import { copyCode, emptyMethod, NO_ORDER } from '@/lib/methodology/draft/empty-method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { methodOfVersion } from '@/lib/methodology/queries';
import { findVersion } from '@/lib/methodology/version-store';
import { DRAFT_CHANGED } from '@/lib/methodology/version-words';

/** sha-256 of the content that the person saw. */
const seen = z.string().regex(/^[0-9a-f]{64}$/, 'Обновите страницу');

export const copyMethod = defineAction({
  name: 'method.copy',
  permission: 'method.change',
  input: z.strictObject({ versionId: id }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const version = await findVersion(tx, input.versionId);
    if (version.status === 'DRAFT')
      throw new Refusal('invalid', 'Это ещё черновик: правьте его самого или дождитесь утверждения.');
    const { method } = await methodOfVersion(tx, version.id);
    const own = await findOwnVersion(tx, municipalityId, version.id);
    const code = own ? method.code : copyCode(method.code, draftTag());
    const number = own ? await nextNumber(tx, own.methodologyId) : 1;
    const copy = parseMethod({ ...method, code, number, order: NO_ORDER });
    const methodologyId =
      own?.methodologyId ?? (await insertMethodology(tx, { municipalityId, code, title: copy.title }));
    const draftId = await insertDraft(tx, { methodologyId, baseId: version.id }, copy);
    return {
      entity: 'method',
      entityId: draftId,
      details: { number },
      message: 'Черновик создан. Он виден только центру и управлению, пока его не утвердят приказом.',
      to: links.methodEdit(draftId),
    };
  },
});

export const startMethod = defineAction({
  name: 'method.start',
  permission: 'method.change',
  input: z.strictObject({ title: z.string().trim().min(5, 'Назовите методику').max(200, 'Не длиннее 200 знаков') }),
  run: async ({ viewer, input, tx }) => {
    const code = copyCode('own', draftTag());
    const method = parseMethod(emptyMethod({ code, title: input.title }));
    const of = { municipalityId: ownMunicipality(viewer), code, title: method.title };
    const draftId = await insertDraft(tx, { methodologyId: await insertMethodology(tx, of), baseId: null }, method);
    return {
      entity: 'method',
      entityId: draftId,
      message: 'Пустая методика создана. Начните с её разделов и критериев.',
      to: links.methodEdit(draftId),
    };
  },
});

export const discardDraft = defineAction({
  name: 'method.discard',
  permission: 'method.change',
  input: z.strictObject({ versionId: id, seen }),
  run: async ({ viewer, input, tx }) => {
    const draft = await ownVersion(tx, viewer, input.versionId);
    if (draft.status !== 'DRAFT') throw new Refusal('closed', 'Утверждённую версию удалить нельзя.');
    if (!(await removeDraft(tx, draft, input.seen))) throw new Refusal('conflict', DRAFT_CHANGED);
    return {
      entity: 'method',
      entityId: draft.id,
      details: { number: draft.number, name: draft.title },
      message: `Черновик «${draft.title}» удалён.`,
      to: links.method(),
    };
  },
});

export const approveMethod = defineAction({
  name: 'method.approve',
  permission: 'method.approve',
  input: z.strictObject({
    versionId: id,
    seen,
    orderNumber: z.string().trim().min(1, 'Укажите номер приказа').max(50, 'Не длиннее 50 знаков'),
    orderDate: z.iso.date('Укажите дату приказа'),
    orderTitle: z.string().trim().min(5, 'Укажите название приказа').max(500, 'Не длиннее 500 знаков'),
  }),
  run: async ({ viewer, input, tx }) => {
    const draft = await ownVersion(tx, viewer, input.versionId);
    if (draft.status !== 'DRAFT') throw new Refusal('closed', 'Эта версия уже утверждена.');
    if (input.orderDate > localOfMoment(new Date(), viewer.timeZone).slice(0, 10))
      throw new Refusal('invalid', 'Проверьте дату приказа.', { orderDate: 'Дата приказа не может быть в будущем' });
    const { method } = await methodOfVersion(tx, draft.id);
    const order = {
      number: input.orderNumber,
      date: input.orderDate,
      title: input.orderTitle,
      issuer: method.order.issuer,
    };
    const approved = parseMethod({ ...method, order });
    if (!(await publishDraft(tx, draft.id, input.seen, approved))) throw new Refusal('conflict', DRAFT_CHANGED);
    return {
      entity: 'method',
      entityId: draft.id,
      details: { number: draft.number, order: input.orderNumber, date: input.orderDate },
      message: `Версия утверждена приказом № ${input.orderNumber}. По ней можно открывать кампании.`,
      to: links.methodVersion(draft.id),
    };
  },
});

export const archiveMethod = defineAction({
  name: 'method.archive',
  permission: 'method.approve',
  input: z.strictObject({ versionId: id }),
  run: async ({ viewer, input, tx }) => {
    const version = await ownVersion(tx, viewer, input.versionId);
    if (!(await archiveVersion(tx, version.id))) throw notFound();
    return {
      entity: 'method',
      entityId: version.id,
      details: { number: version.number },
      message: 'Версия в архиве: новые кампании по ней не открыть, прошедшие остаются как были.',
      to: links.methodVersion(version.id),
    };
  },
});
