'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import type { CardMoveCode } from '@/lib/diagnostics/cards/card';
import { recordMove, recordTerm } from '@/lib/diagnostics/cards/card-move-store';
import { acceptedNotice, returnedNotice, submittedNotice } from '@/lib/diagnostics/cards/card-notices';
import { assertFillable, schoolFactsOf } from '@/lib/diagnostics/cards/card-state';
import { correctionTerm, termFrom } from '@/lib/diagnostics/cards/card-term';
import {
  allowedMove,
  assertContestsDecided,
  assertContestsExplained,
  assertSameRound,
  gapsRefusal,
  lockedCardOf,
  storeOutcome,
} from '@/lib/diagnostics/cards/carry-card';
import { gaps } from '@/lib/diagnostics/cards/gaps';
import { sendRemarks, settleAll } from '@/lib/diagnostics/cards/remark-store';
import { computedOfCard } from '@/lib/diagnostics/computed/computed-store';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { Refusal } from '@/lib/kernel/refusal';
import { methodOfVersion } from '@/lib/methodology/queries';

const TEXT_MAX = 4000;
const optionalText = z.string().trim().max(TEXT_MAX, 'Не длиннее 4000 знаков').default('');
const reason = z
  .string()
  .trim()
  .min(5, 'Объясните причину: хотя бы несколько слов')
  .max(TEXT_MAX, 'Не длиннее 4000 знаков');
const round = z.coerce.number().int().min(1).max(10_000);
const day = z.string().trim().max(32).default('');

/** The director sends the card: everything is answered, the term is not over. The outcome is computed and stored. */
export const submitCard = defineAction({
  name: 'card.submit',
  permission: 'card.submit',
  input: z.strictObject({ cardId: id }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    const move = allowedMove({ viewer, tx }, card, ['submit', 'resubmit']);
    assertFillable(card, viewer.timeZone);
    const { method } = await methodOfVersion(tx, card.versionId);
    const left = gaps(method, schoolFactsOf(card), new Map(card.answers.map((answer) => [answer.item, answer])));
    if (left.count > 0) throw gapsRefusal(left);
    assertContestsExplained(card, await computedOfCard(tx, card.id));
    await recordMove(tx, { card, move, actorId: viewer.userId, reason: '' });
    await storeOutcome({ viewer, tx }, card, false);
    return {
      entity: 'card',
      entityId: card.id,
      details: { revision: card.revision },
      tell: [submittedNotice(card, viewer.schoolName ?? 'Школа')],
      message: 'Карта отправлена на проверку. Центр посмотрит ответы и примет карту или вернёт её с замечаниями.',
      to: links.card(card.id),
    };
  },
});

/** The centre accepts the round it has read, its remarks with it; from then on the department sees its outcome. */
export const acceptCard = defineAction({
  name: 'card.accept',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, revision: round }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    const move = allowedMove({ viewer, tx }, card, ['accept']);
    assertSameRound(card, input.revision);
    assertContestsDecided(card, await computedOfCard(tx, card.id));
    await recordMove(tx, { card, move, actorId: viewer.userId, reason: '' });
    await settleAll(tx, card.id, card.now);
    await storeOutcome({ viewer, tx }, card, true);
    return {
      entity: 'card',
      entityId: card.id,
      details: { revision: card.revision },
      tell: [acceptedNotice(card)],
      message: 'Карта принята.',
      to: links.card(card.id),
    };
  },
});

/** The centre gives the card back: its unsent remarks go out with it, or a reason stands for them. */
export const returnCard = defineAction({
  name: 'card.return',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, revision: round, reason: optionalText, dueAt: day }),
  run: async ({ viewer, input, tx }) => {
    const context = { viewer, tx };
    const card = await lockedCardOf(context, input.cardId);
    allowedMove(context, card, ['return']);
    const sent = await sendRemarks(tx, card.id, card.now);
    if (sent === 0 && input.reason === '') {
      throw new Refusal('invalid', 'Напишите, что исправить: замечание к ответу или пояснение к возврату.', {
        reason: 'Без замечаний нужно пояснение',
      });
    }
    return { ...(await giveBack(context, 'return', input)), message: 'Карта возвращена школе.' };
  },
});

/** An accepted card goes back to the director, before the order; it leaves the draft list until it is accepted again. */
export const reopenCard = defineAction({
  name: 'card.reopen',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, revision: round, reason, dueAt: day }),
  run: async ({ viewer, input, tx }) => ({
    ...(await giveBack({ viewer, tx }, 'reopen', input)),
    message: 'Карта открыта заново и ждёт школу.',
  }),
});

/** A card closed by order is corrected by a new round; the order is amended by a new list. */
export const amendCard = defineAction({
  name: 'card.amend',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, revision: round, reason, dueAt: day }),
  run: async ({ viewer, input, tx }) => ({
    ...(await giveBack({ viewer, tx }, 'amend', input)),
    message: 'Карта открыта для исправления. Оно войдёт в силу с изменяющим приказом.',
  }),
});

/** More time for one school, with the reason that it sees. */
export const extendCard = defineAction({
  name: 'card.extend',
  permission: 'card.check',
  input: z.strictObject({ cardId: id, dueAt: z.string().trim().min(1, 'Укажите новый срок').max(32), reason }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    if (card.status !== 'DRAFT' && card.status !== 'RETURNED') {
      throw new Refusal('conflict', 'Школа уже отправила карту: продлевать срок не нужно. Обновите страницу.');
    }
    const dueAt = termFrom(input.dueAt, viewer.timeZone, card.now);
    if (dueAt <= card.closesAt) {
      throw new Refusal('invalid', 'Проверьте новый срок.', {
        dueAt: `Вся кампания закрывается позже: ${formatMoment(card.closesAt, viewer.timeZone)}`,
      });
    }
    await recordTerm(tx, card, dueAt, input.reason);
    return {
      entity: 'card',
      entityId: card.id,
      details: { from: (card.dueAt ?? card.closesAt).toISOString(), to: dueAt.toISOString(), reason: input.reason },
      message: `Срок для школы продлён до ${formatMoment(dueAt, viewer.timeZone)}.`,
      to: links.campaign(card.campaignId),
    };
  },
});

type Back = { readonly cardId: string; readonly revision: number; readonly reason: string; readonly dueAt: string };

const latest = (end: Date, own: Date | null | undefined): Date => (own && own > end ? own : end);

/** The next round begins as a copy of the submitted one (trigger); the term is renewed where it is over. */
async function giveBack(context: QueryContext, code: CardMoveCode, input: Back) {
  const { viewer, tx } = context;
  const card = await lockedCardOf(context, input.cardId);
  const move = allowedMove(context, card, [code]);
  assertSameRound(card, input.revision);
  const dueAt = correctionTerm(card, input.dueAt, viewer.timeZone);
  const term = dueAt && { term: { dueAt, dueReason: 'на исправление замечаний' } };
  await recordMove(tx, { card, move, actorId: viewer.userId, reason: input.reason, ...term });
  return {
    entity: 'card',
    entityId: card.id,
    details: { revision: card.revision, ...(dueAt ? { dueAt: dueAt.toISOString() } : {}) },
    // As everywhere: a term of its own never ends before the campaign does.
    tell: [returnedNotice(card, dayAt(latest(card.closesAt, dueAt ?? card.dueAt), viewer.timeZone))],
    to: links.card(card.id),
  };
}
