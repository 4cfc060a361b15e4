'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { lockedCardOf } from '@/lib/diagnostics/cards/carry-card';
import { addContestDecision, computedOfCard } from '@/lib/diagnostics/computed/computed-store';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';

/**
 * The centre takes the school's answer where the portal has computed another, with its reason. All three stay: what was
 * computed, what was answered, what was decided. Where the centre does not agree it returns the card with a remark.
 */
export const settleContest = defineAction({
  name: 'answer.settle',
  permission: 'card.check',
  input: z.strictObject({
    cardId: id,
    item: z.string().min(1).max(32),
    reason: z.string().trim().min(1, 'Напишите, почему верен ответ школы').max(2000, 'Не длиннее 2000 знаков'),
  }),
  run: async ({ viewer, input, tx }) => {
    const card = await lockedCardOf({ viewer, tx }, input.cardId);
    if (card.status !== 'SUBMITTED')
      throw new Refusal('conflict', 'Решают об ответах карты, которая на проверке. Обновите страницу.');
    const computed = (await computedOfCard(tx, card.id)).find(({ item }) => item === input.item);
    const answer = card.answers.find(({ item }) => item === input.item);
    if (!computed || !answer || computed.value === 'NO_DATA' || computed.value === answer.value)
      throw new Refusal('conflict', 'Ответ школы и расчёт портала уже не расходятся. Обновите страницу.');
    const { municipalityId, schoolId } = card;
    const place = { municipalityId, schoolId, cardId: card.id, item: input.item };
    const said = { computed: computed.value, answer: answer.value, reason: input.reason, authorId: viewer.userId };
    if (!(await addContestDecision(tx, { ...place, ...said })))
      throw new Refusal('conflict', 'Об этом ответе уже решено. Обновите страницу.');
    return {
      entity: 'card',
      entityId: card.id,
      details: { item: input.item },
      message: `${input.item}: принят ответ школы.`,
      to: links.card(card.id, input.item),
    };
  },
});
