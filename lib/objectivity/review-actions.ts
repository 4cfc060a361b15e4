'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { signSeen } from '@/lib/objectivity/objectivity-queries';
import { addReply, addReview, findReview, reviewsOf } from '@/lib/objectivity/review-store';
import { decisionOf, isAbout, STEPS, signPlace } from '@/lib/objectivity/sign-review';
import { noteFactChange } from '@/lib/results/note-fact-change';

const text = z.string().trim().min(1, 'Напишите текст').max(2000, 'Не длиннее 2000 знаков');

const SAID = {
  ASKED: 'Вопрос отправлен школе.',
  CONFIRMED:
    'Признак подтверждён. В карте, которую школа ещё заполняет, портал ответит «да»; отправленные карты не меняются.',
  REJECTED:
    'Признак отклонён. В карте, которую школа ещё заполняет, портал ответит «нет»; отправленные карты не меняются.',
  WITHDRAWN: 'Решение снято: признак снова ждёт решения центра.',
} as const;

/**
 * The centre asks the school, confirms the sign, rejects it or takes its decision back, with a reason; the numbers it saw
 * are kept beside. A sign that newer results no longer show can still be decided otherwise, on the numbers of the first time.
 */
export const reviewSign = defineAction({
  name: 'objectivity.review',
  permission: 'objectivity.review',
  input: signPlace.extend({ step: z.enum(STEPS, 'Выберите, что решено'), reason: text }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const { step, reason, ...place } = input;
    const earlier = (await reviewsOf(tx, municipalityId, place.schoolId, place.year)).filter((one) =>
      isAbout(one, place),
    );
    const decision = decisionOf(earlier);
    if (step === 'WITHDRAWN' && !decision) {
      throw new Refusal('conflict', 'Снимать нечего: решения по этому признаку нет. Обновите страницу.');
    }
    const finding = (await signSeen(tx, municipalityId, place)) ?? (decision ? earlier.at(-1)?.finding : undefined);
    if (!finding) {
      throw new Refusal(
        'conflict',
        'Этого признака больше нет: результаты заменили или школа закрыта. Обновите страницу.',
      );
    }
    const entityId = await addReview(tx, municipalityId, place, { step, reason, finding, authorId: viewer.userId });
    if (step !== 'ASKED') {
      await noteFactChange(tx, municipalityId, { years: [place.year], cause: 'SIGN', title: place.sign });
    }
    const details = { school: place.schoolId, code: place.sign, year: place.year, step };
    return { entity: 'sign_review', entityId, details, message: SAID[step] };
  },
});

/** The school answers what the centre asked or decided; it may add to its answer, nothing is overwritten. */
export const replyToReview = defineAction({
  name: 'objectivity.reply',
  permission: 'objectivity.answer',
  input: z.strictObject({ reviewId: id, text }),
  run: async ({ viewer, input, tx }) => {
    const review = await findReview(tx, input.reviewId);
    if (!review || review.schoolId !== viewer.schoolId) throw notFound();
    const entityId = await addReply(tx, review, { text: input.text, authorId: viewer.userId });
    const details = { review: review.id, code: review.code, year: review.year };
    return { entity: 'sign_reply', entityId, details, message: 'Ответ отправлен центру.' };
  },
});
