'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import {
  addressee,
  adviceCells,
  assertDay,
  changedMeanwhile,
  dueOrNone,
  next,
  seenOnes,
  version,
  words,
  year,
} from '@/lib/recommendations/action-input';
import { ownRecommendation } from '@/lib/recommendations/own-recommendation';
import { proposalsFor } from '@/lib/recommendations/proposals-for';
import { groundCodes, type Recommendation } from '@/lib/recommendations/recommendation';
import { CENTRE_MOVES, findMove, isEditable } from '@/lib/recommendations/recommendation-moves';
import { movedNotice, sentNotice } from '@/lib/recommendations/recommendation-notices';
import {
  deleteDraft,
  holdSchoolYear,
  insertDrafts,
  insertEvents,
  type NewRecommendation,
  ofSchool,
  updateRecommendation,
} from '@/lib/recommendations/recommendation-store';
import { ADVICE_CELLS, type AdviceWords, adviceOf } from '@/lib/recommendations/remedy';
import { CELL_WORDS, RECOMMENDATION_FORMS, STATE_WORDS } from '@/lib/recommendations/words';
import { readSchool } from '@/lib/schools/queries';

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>) => dayAt(new Date(), viewer.timeZone);

const detailsOf = (one: Pick<Recommendation, 'grounds' | 'measure'>) => ({
  item: groundCodes(one),
  name: one.measure.slice(0, 100),
});

type Sent = Pick<Recommendation, 'id' | 'version' | 'schoolId'>;

/** Sends drafts that were seen; each of them or none. */
async function send({ viewer, tx }: QueryContext, drafts: readonly Sent[]): Promise<void> {
  for (const draft of drafts) {
    if (!(await updateRecommendation(tx, draft, { state: 'SENT', sentAt: new Date() }))) throw changedMeanwhile();
  }
  const event = { from: 'DRAFT', to: 'SENT', text: '', authorId: viewer.userId } as const;
  await insertEvents(tx, ownMunicipality(viewer), drafts, event);
}

const saidOf = (many: number, sent: boolean): string =>
  sent
    ? `Отправлено школе: ${count(many, RECOMMENDATION_FORMS)}.`
    : `В черновиках: ${count(many, RECOMMENDATION_FORMS)}. Поправьте слова и отправьте.`;

/**
 * Makes recommendations of the measures that were ticked among the proposals of a school and year, and sends them where so
 * asked. Proposals are made anew under a lock: what somebody else has sent meanwhile is not sent twice.
 */
export const prepareRecommendations = defineAction({
  name: 'recommendation.prepare',
  permission: 'recommendation.change',
  input: z.strictObject({
    ...{ schoolId: id, year, remedies: seenOnes('Отметьте хотя бы одну меру'), addressee },
    ...{ dueAt: dueOrNone, next },
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const school = await readSchool(context, input.schoolId);
    await holdSchoolYear(tx, school.id, input.year);
    const { basis, proposals } = await proposalsFor(context, school.id, input.year);
    const due = input.dueAt;
    if (input.next === 'send' || due !== '') assertDay(due, todayOf(context));
    const drafts = input.remedies.map(({ id: remedyId, version: seen }): NewRecommendation => {
      const found = proposals.find(({ remedy }) => remedy.id === remedyId && remedy.version === seen);
      if (!found)
        throw new Refusal(
          'conflict',
          'Пока вы выбирали, предложения изменились: меру уже отправили, исправили или убрали в архив. Обновите страницу и отметьте заново.',
        );
      return {
        ...adviceOf(found.remedy),
        ...{ schoolId: school.id, year: input.year, addressee: input.addressee, due: due === '' ? null : due },
        ...{ remedyId, remedyVersion: seen, cardId: basis?.cardId ?? null, grounds: found.points },
      };
    });
    const made = await insertDrafts(tx, ownMunicipality(viewer), drafts, viewer.userId);
    const isSent = input.next === 'send';
    if (isSent)
      await send(
        context,
        made.map((one) => ({ ...one, schoolId: school.id })),
      );
    return {
      entity: 'school',
      entityId: school.id,
      details: { added: made.length, year: input.year, after: STATE_WORDS[isSent ? 'SENT' : 'DRAFT'] },
      tell: isSent ? sentNotice(school.id, made) : [],
      message: saidOf(made.length, isSent),
      to: links.schoolRecommendations(school.id, { year: String(input.year) }),
    };
  },
});

/** A recommendation in the specialist's own words, for points of the card or for none. */
export const writeRecommendation = defineAction({
  name: 'recommendation.write',
  permission: 'recommendation.change',
  input: z.strictObject({
    ...{ schoolId: id, year, points: z.array(z.string().max(32)).max(200).default([]), addressee, dueAt: dueOrNone },
    ...{ next, ...adviceCells },
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { points: codes, dueAt, next, schoolId, year: asked, ...cells } = input;
    const school = await readSchool(context, schoolId);
    const { basis } = await proposalsFor(context, school.id, asked);
    const grounds = (basis?.points ?? []).filter(({ code }) => codes.includes(code));
    if (grounds.length !== new Set(codes).size)
      throw new Refusal('conflict', 'Баллы школы с тех пор изменились. Обновите страницу и отметьте заново.');
    if (next === 'send' || dueAt !== '') assertDay(dueAt, todayOf(context));
    const draft: NewRecommendation = {
      ...cells,
      ...{ schoolId: school.id, year: asked, due: dueAt === '' ? null : dueAt, grounds },
      ...{ cardId: grounds.length > 0 ? (basis?.cardId ?? null) : null, remedyId: null, remedyVersion: null },
    };
    const [made] = await insertDrafts(tx, ownMunicipality(viewer), [draft], viewer.userId);
    if (!made) throw new Error('a draft was not made');
    if (next === 'send') await send(context, [{ ...made, schoolId: school.id }]);
    return {
      entity: 'recommendation',
      entityId: made.id,
      details: detailsOf(draft),
      tell: next === 'send' ? sentNotice(school.id, [made]) : [],
      message: saidOf(1, next === 'send'),
      to: links.schoolRecommendations(school.id, { year: String(asked) }),
    };
  },
});

/** Sends the drafts that were ticked on the page of a school; each with a day that is still to come. */
export const sendRecommendations = defineAction({
  name: 'recommendation.send',
  permission: 'recommendation.change',
  input: z.strictObject({ schoolId: id, year, drafts: seenOnes('Отметьте хотя бы один черновик') }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const school = await readSchool(context, input.schoolId);
    const known = await ofSchool(tx, ownMunicipality(viewer), school.id, input.year);
    const today = todayOf(context);
    const drafts = input.drafts.map((seen) => {
      const found = known.find((one) => one.id === seen.id && one.version === seen.version && one.state === 'DRAFT');
      if (!found) throw changedMeanwhile();
      if (found.due === null || found.due < today)
        throw new Refusal(
          'invalid',
          `У черновика «${found.measure.slice(0, 80)}» нет срока, или он уже прошёл. Поправьте черновик и отправьте снова.`,
        );
      return found;
    });
    await send(context, drafts);
    return {
      entity: 'school',
      entityId: school.id,
      details: { added: drafts.length, year: input.year, after: STATE_WORDS.SENT },
      tell: sentNotice(school.id, drafts),
      message: saidOf(drafts.length, true),
      to: links.schoolRecommendations(school.id, { year: String(input.year) }),
    };
  },
});

/** What an edit has changed, for the history that the school reads. */
function changedWords(was: Recommendation, is: AdviceWords & Pick<Recommendation, 'due'>): string {
  const cells = ADVICE_CELLS.filter((name) => was[name] !== is[name]).map(
    (name) => `${CELL_WORDS[name]}: было «${was[name]}», стало «${is[name]}».`,
  );
  return [...cells, ...(was.due === is.due ? [] : [`Последний день: был ${was.due}, стал ${is.due}.`])].join('\n');
}

/** The words of a draft; or, where the school has asked for other ones, new words that go to it at once. */
export const editRecommendation = defineAction({
  name: 'recommendation.edit',
  permission: 'recommendation.change',
  input: z.strictObject({ recommendationId: id, version, addressee, dueAt: dueOrNone, text: words, ...adviceCells }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { recommendationId, version: seen, dueAt, text, ...cells } = input;
    const { recommendation, owner } = await ownRecommendation(context, recommendationId);
    if (!isEditable(recommendation.state))
      throw new Refusal('closed', 'Отправленная рекомендация сохраняет свои слова. Отзовите её и составьте новую.');
    const isResent = recommendation.state === 'COUNTERED';
    if (isResent || dueAt !== '') assertDay(dueAt, todayOf(context));
    const change = { ...cells, due: dueAt === '' ? null : dueAt };
    const place = { id: recommendationId, version: seen };
    if (!(await updateRecommendation(tx, place, { ...change, ...(isResent ? { state: 'SENT' as const } : {}) })))
      throw changedMeanwhile();
    if (isResent) {
      const said = [text, changedWords(recommendation, change)].filter(Boolean).join('\n');
      const event = { from: 'COUNTERED', to: 'SENT', text: said, authorId: viewer.userId } as const;
      await insertEvents(tx, owner.municipalityId, [recommendation], event);
    }
    return {
      entity: 'recommendation',
      entityId: recommendationId,
      details: detailsOf({ ...recommendation, ...change }),
      tell: isResent ? sentNotice(recommendation.schoolId, [recommendation]) : [],
      message: isResent ? 'Исправлено и отправлено школе снова.' : 'Черновик сохранён.',
      to: isResent
        ? links.recommendation(recommendationId)
        : links.schoolRecommendations(recommendation.schoolId, { year: String(recommendation.year) }),
    };
  },
});

/** A draft that nobody has seen goes without a trace but the journal's. */
export const dropRecommendation = defineAction({
  name: 'recommendation.remove',
  permission: 'recommendation.change',
  input: z.strictObject({ recommendationId: id, version }),
  run: async (context) => {
    const { recommendation } = await ownRecommendation(context, context.input.recommendationId);
    if (recommendation.state !== 'DRAFT')
      throw new Refusal('closed', 'Отправленную рекомендацию не удаляют: её отзывают с причиной.');
    if (!(await deleteDraft(context.tx, { id: recommendation.id, version: context.input.version })))
      throw changedMeanwhile();
    return {
      entity: 'recommendation',
      entityId: recommendation.id,
      details: detailsOf(recommendation),
      message: 'Черновик удалён.',
      to: links.schoolRecommendations(recommendation.schoolId, { year: String(recommendation.year) }),
    };
  },
});

/** The centre answers the school: agrees, insists, confirms, returns with a reason, or takes the recommendation back. */
export const decideRecommendation = defineAction({
  name: 'recommendation.decide',
  permission: 'recommendation.change',
  input: z.strictObject({ recommendationId: id, version, move: z.enum(CENTRE_MOVES, 'Выберите решение'), text: words }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { recommendation, owner } = await ownRecommendation(context, input.recommendationId);
    const { state } = recommendation;
    const move = findMove(input.move, state, 'CENTRE');
    if (!move)
      throw new Refusal(
        'conflict',
        `Сейчас это сделать нельзя: рекомендация уже в состоянии «${STATE_WORDS[state]}». Обновите страницу.`,
      );
    if (move.needsWords && input.text === '')
      throw new Refusal('invalid', 'Напишите причину: школа прочтёт её вместе с решением.', {
        text: 'Напишите причину',
      });
    if (!(await updateRecommendation(tx, { id: owner.id, version: input.version }, { state: move.to })))
      throw changedMeanwhile();
    const event = { from: state, to: move.to, text: input.text, authorId: viewer.userId };
    await insertEvents(tx, owner.municipalityId, [recommendation], event);
    return {
      entity: 'recommendation',
      entityId: owner.id,
      details: { ...detailsOf(recommendation), before: STATE_WORDS[state], after: STATE_WORDS[move.to] },
      tell: [movedNotice(recommendation, move)],
      message: `Состояние рекомендации: ${STATE_WORDS[move.to]}.`,
      to: links.recommendation(owner.id),
    };
  },
});
