'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { isSchoolRole } from '@/lib/access/role';
import { askedNotice, repliedNotice } from '@/lib/diagnostics/cards/card-notices';
import type { CardState } from '@/lib/diagnostics/cards/card-state';
import { lockedCardOf } from '@/lib/diagnostics/cards/carry-card';
import {
  changeRemark as changeText,
  deleteRemark,
  findRemark,
  insertRemark,
  type RemarkRow,
  replyTo,
  settle,
} from '@/lib/diagnostics/cards/remark-store';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { methodOfVersion } from '@/lib/methodology/queries';

const text = z.string().trim().min(1, 'Напишите текст').max(4000, 'Не длиннее 4000 знаков');
/** Empty or absent: about the card as a whole. */
const item = z
  .string()
  .max(32)
  .default('')
  .transform((code) => code || null);

/** A remark to one answer or the whole card; the school sees it when the card is returned. */
export const addRemark = defineAction({
  name: 'remark.add',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, item, text }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    if (card.status !== 'SUBMITTED') {
      throw new Refusal('conflict', 'Замечания пишут к карте, которая на проверке. Обновите страницу.');
    }
    await assertItem({ viewer, tx }, card, input.item);
    const entityId = await insertRemark(tx, {
      card,
      authorId: viewer.userId,
      item: input.item,
      kind: 'REMARK',
      text: input.text,
      sentAt: null,
    });
    return { ...line(card.id, input.item), entityId, message: 'Замечание записано. Школа увидит его при возврате.' };
  },
});

/** A question goes out at once and does not start a new round. */
export const sendQuestion = defineAction({
  name: 'question.send',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, item, text }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    if (card.status === 'DRAFT' || card.status === 'CLOSED') {
      throw new Refusal('conflict', 'Спросить можно об ответе, который школа уже отправила. Обновите страницу.');
    }
    await assertItem({ viewer, tx }, card, input.item);
    const entityId = await insertRemark(tx, {
      card,
      authorId: viewer.userId,
      item: input.item,
      kind: 'QUESTION',
      text: input.text,
      sentAt: card.now,
    });
    const tell = [askedNotice(card, entityId, input.item)];
    return { ...line(card.id, input.item), entityId, tell, message: 'Вопрос отправлен школе.' };
  },
});

export const changeRemark = defineAction({
  name: 'remark.change',
  permission: 'card.check',
  input: z.strictObject({ remarkId: id, text }),
  run: async ({ viewer, input, tx }) => {
    const remark = await remarkOf({ viewer, tx }, input.remarkId);
    if (!(await changeText(tx, remark.id, input.text))) throw alreadySent();
    return { ...line(remark.cardId), entityId: remark.id, message: 'Замечание изменено.' };
  },
});

export const removeRemark = defineAction({
  name: 'remark.remove',
  permission: 'card.check',
  input: z.strictObject({ remarkId: id }),
  run: async ({ viewer, input, tx }) => {
    const remark = await remarkOf({ viewer, tx }, input.remarkId);
    if (!(await deleteRemark(tx, remark.id))) throw alreadySent();
    return { ...line(remark.cardId), entityId: remark.id, message: 'Замечание удалено, школа его не видела.' };
  },
});

/** The school answers a remark or a question once; a second answer would overwrite the first. */
export const replyToRemark = defineAction({
  name: 'remark.reply',
  permission: 'card.fill',
  input: z.strictObject({ remarkId: id, reply: text }),
  run: async ({ viewer, input, tx }) => {
    const remark = await remarkOf({ viewer, tx }, input.remarkId);
    const card = await lockedCardOf({ viewer, tx }, remark.cardId);
    const answer = { reply: input.reply, replyById: viewer.userId, replyAt: card.now };
    if (!(await replyTo(tx, remark.id, answer))) {
      throw new Refusal('conflict', 'На этот вопрос уже ответили или его сняли. Обновите страницу.');
    }
    const tell = [repliedNotice(card, remark.id, viewer.schoolName ?? 'Школа')];
    return { ...line(remark.cardId), entityId: remark.id, tell, message: 'Ответ отправлен центру.' };
  },
});

/** The centre is content with the answer, or no longer asks. */
export const settleRemark = defineAction({
  name: 'remark.settle',
  permission: 'card.check',
  input: z.strictObject({ remarkId: id }),
  run: async ({ viewer, input, tx }) => {
    const remark = await remarkOf({ viewer, tx }, input.remarkId);
    const card = await lockedCardOf({ viewer, tx }, remark.cardId);
    if (!(await settle(tx, remark.id, card.now))) {
      throw new Refusal('conflict', 'Замечание уже снято или ещё не отправлено. Обновите страницу.');
    }
    return { ...line(remark.cardId), entityId: remark.id, message: 'Замечание снято.' };
  },
});

/** The journal names the card and the item, never what was said about a school. */
const line = (cardId: string, about?: string | null) => ({
  entity: 'remark',
  details: { card: cardId, ...(about ? { item: about } : {}) },
});

const alreadySent = () =>
  new Refusal('conflict', 'Замечание уже отправлено школе: изменить или удалить его нельзя. Обновите страницу.');

async function remarkOf({ viewer, tx }: QueryContext, remarkId: string): Promise<RemarkRow> {
  const remark = await findRemark(tx, remarkId);
  if (!remark || (isSchoolRole(viewer.role) && remark.schoolId !== viewer.schoolId)) throw notFound();
  return remark;
}

async function assertItem({ tx }: QueryContext, card: CardState, code: string | null): Promise<void> {
  if (code === null) return;
  const { method } = await methodOfVersion(tx, card.versionId);
  const found = compileMethod(method).items.find((one) => one.code === code);
  if (!found?.on) throw notFound();
}
