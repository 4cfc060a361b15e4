'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { changedMeanwhile, version, words } from '@/lib/recommendations/action-input';
import { assertAtWork, ownRecommendation, PROOFS_MAX } from '@/lib/recommendations/own-recommendation';
import { countProofs, findProof, insertProof, leaveOutProof } from '@/lib/recommendations/proof-store';
import { groundCodes } from '@/lib/recommendations/recommendation';
import { findMove, SCHOOL_MOVES } from '@/lib/recommendations/recommendation-moves';
import { movedNotice } from '@/lib/recommendations/recommendation-notices';
import { insertEvents, updateRecommendation } from '@/lib/recommendations/recommendation-store';
import { STATE_WORDS } from '@/lib/recommendations/words';

const SAID = {
  accept: 'Рекомендация принята. Когда будет сделано, приложите подтверждение и сообщите о выполнении.',
  counter: 'Ваше предложение отправлено центру.',
  report: 'Отправлено центру на проверку.',
} as const;

/** The school accepts, proposes something else in its own words, or says that it is done and shows it. */
export const answerRecommendation = defineAction({
  name: 'recommendation.answer',
  permission: 'recommendation.answer',
  input: z.strictObject({ recommendationId: id, version, move: z.enum(SCHOOL_MOVES, 'Выберите ответ'), text: words }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { recommendation, owner } = await ownRecommendation(context, input.recommendationId);
    const { state } = recommendation;
    const move = findMove(input.move, state, 'SCHOOL');
    if (!move)
      throw new Refusal(
        'conflict',
        `Сейчас так ответить нельзя: рекомендация уже в состоянии «${STATE_WORDS[state]}». Обновите страницу.`,
      );
    if (move.needsWords && input.text === '')
      throw new Refusal('invalid', 'Напишите несколько слов: центр прочтёт их вместе с ответом.', {
        text: 'Напишите, что сделано или что вы предлагаете',
      });
    if (move.needsProof && (await countProofs(tx, owner.id)) === 0)
      throw new Refusal(
        'invalid',
        'Сначала приложите подтверждение: фото документа, файл или ссылку. Написанное осталось в поле.',
      );
    if (!(await updateRecommendation(tx, { id: owner.id, version: input.version }, { state: move.to })))
      throw changedMeanwhile();
    const event = { from: state, to: move.to, text: input.text, authorId: viewer.userId };
    await insertEvents(tx, owner.municipalityId, [recommendation], event);
    return {
      entity: 'recommendation',
      entityId: owner.id,
      details: { item: groundCodes(recommendation), before: STATE_WORDS[state], after: STATE_WORDS[move.to] },
      tell: [movedNotice(recommendation, move)],
      message: SAID[input.move],
      to: links.recommendation(owner.id),
    };
  },
});

/** A page on the net that shows what was done. It is never opened by the portal. */
export const addRecommendationLink = defineAction({
  name: 'recommendation.add-link',
  permission: 'recommendation.answer',
  input: z.strictObject({
    recommendationId: id,
    url: z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' }).max(2000, 'Слишком длинный адрес'),
    title: z.string().trim().max(200, 'Не длиннее 200 знаков').default(''),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { recommendation, owner } = await ownRecommendation(context, input.recommendationId);
    assertAtWork(recommendation);
    if ((await countProofs(tx, owner.id)) >= PROOFS_MAX)
      throw new Refusal('too-many', `К одной рекомендации прикладывают не больше ${PROOFS_MAX} подтверждений.`);
    const title = input.title || input.url;
    await insertProof(tx, owner, { title, url: input.url, addedById: viewer.userId });
    return { entity: 'recommendation', entityId: owner.id, details: { name: title }, message: 'Ссылка добавлена.' };
  },
});

/** Takes a proof back while the school is at work; that it was there stays known. */
export const dropRecommendationProof = defineAction({
  name: 'recommendation.remove-proof',
  permission: 'recommendation.answer',
  input: z.strictObject({ proofId: id }),
  run: async (context) => {
    const proof = await findProof(context.tx, context.input.proofId);
    if (!proof || proof.removedAt) throw notFound();
    const { recommendation, owner } = await ownRecommendation(context, proof.recommendationId);
    assertAtWork(recommendation);
    if (!(await leaveOutProof(context.tx, proof.id))) throw notFound();
    return {
      entity: 'recommendation',
      entityId: owner.id,
      details: { name: proof.title },
      message: 'Подтверждение убрано.',
    };
  },
});
