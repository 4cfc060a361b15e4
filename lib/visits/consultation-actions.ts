'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { type Day, day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readSchool } from '@/lib/schools/queries';
import { changedMeanwhile, longText, needed, version } from '@/lib/visits/action-input';
import { CONSULTATION_KINDS, type Consultation, canMove, LEVELS } from '@/lib/visits/consultation';
import { findConsultation, insertConsultation, updateConsultation } from '@/lib/visits/consultation-store';
import { findTerm } from '@/lib/visits/dictionary-store';
import { CONSULTATION_STATE_WORDS } from '@/lib/visits/words';

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

async function themeOf({ viewer, tx }: QueryContext, themeId: string) {
  const term = await findTerm(tx, ownMunicipality(viewer), themeId);
  if (term?.sort !== 'CONSULTATION' || term.isRetired) throw notFound();
  return term;
}

const asked = {
  themeId: id,
  consultationKind: z.enum(CONSULTATION_KINDS, 'Выберите, какая консультация нужна'),
  level: z.enum(LEVELS, 'Выберите, кому она нужна'),
  text: needed('Напишите вопрос'),
};

/** A school asks; the request stands in the queue of the centre. */
export const askConsultation = defineAction({
  name: 'consultation.ask',
  permission: 'consultation.ask',
  input: z.strictObject(asked),
  run: async (context) => {
    const { viewer, tx, input } = context;
    if (!viewer.schoolId) throw notFound();
    const theme = await themeOf(context, input.themeId);
    const { consultationKind: kind, level, text } = input;
    const request = { schoolId: viewer.schoolId, kind, level, text, termId: theme.id, askedById: viewer.userId };
    const entityId = await insertConsultation(tx, ownMunicipality(viewer), { ...request, askedOn: todayOf(context) });
    return {
      ...{ entity: 'consultation', entityId, details: { name: theme.name } },
      ...{ message: 'Вопрос отправлен. Ответ появится здесь же.', to: links.consultation(entityId) },
    };
  },
});

/** A consultation that was given by telephone or on a visit, with what was answered (C0.12, C4.9). */
export const recordConsultation = defineAction({
  name: 'consultation.record',
  permission: 'consultation.answer',
  input: z.strictObject({ schoolId: id, ...asked, givenOn: day, answer: needed('Напишите, что ответили') }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const school = await readSchool(context, input.schoolId);
    const theme = await themeOf(context, input.themeId);
    if (input.givenOn > todayOf(context))
      throw new Refusal('invalid', 'Записывают консультацию, которая уже была.', {
        givenOn: 'Этот день ещё не наступил',
      });
    const { consultationKind: kind, level, text, givenOn, answer } = input;
    const request = { schoolId: school.id, kind, level, text, termId: theme.id, askedById: viewer.userId };
    const given = { on: givenOn, answer };
    const entityId = await insertConsultation(tx, ownMunicipality(viewer), { ...request, askedOn: givenOn, given });
    return {
      ...{ entity: 'consultation', entityId, details: { name: `${school.shortName}: ${theme.name}` } },
      ...{ message: 'Консультация записана, школа её видит.', to: links.consultation(entityId) },
    };
  },
});

async function own({ viewer, tx }: QueryContext, consultationId: string): Promise<Consultation> {
  const found = await findConsultation(tx, ownMunicipality(viewer), consultationId);
  if (!found) throw notFound();
  return found;
}

const refuse = ({ state }: Consultation) =>
  new Refusal(
    'conflict',
    `Сейчас это сделать нельзя: состояние уже «${CONSULTATION_STATE_WORDS[state]}». Обновите страницу.`,
  );

const SAID = { take: 'Запрос за вами.', release: 'Запрос снова в очереди.', answer: 'Ответ отправлен школе.' } as const;

/** A specialist takes a request, gives it back to the queue, or answers. */
export const answerConsultation = defineAction({
  name: 'consultation.answer',
  permission: 'consultation.answer',
  input: z.strictObject({
    ...{ consultationId: id, version, step: z.enum(['take', 'release', 'answer'], 'Выберите действие') },
    answer: longText,
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const request = await own(context, input.consultationId);
    if (!canMove(input.step, request.state, 'CENTRE')) throw refuse(request);
    if (input.step === 'answer' && input.answer === '')
      throw new Refusal('invalid', 'Напишите ответ: школа прочтёт его здесь же.', { answer: 'Напишите ответ' });
    const seen = { id: request.id, version: input.version, takenOn: request.takenOn };
    const now = { on: todayOf(context), by: viewer.userId };
    const isDone =
      input.step === 'release'
        ? await updateConsultation(tx, seen, { state: 'ASKED' })
        : await updateConsultation(
            tx,
            seen,
            input.step === 'take' ? { state: 'TAKEN', ...now } : { state: 'ANSWERED', ...now, answer: input.answer },
          );
    if (!isDone) throw changedMeanwhile();
    return {
      ...{ entity: 'consultation', entityId: request.id },
      details: { name: `${request.schoolName}: ${request.theme}`, before: CONSULTATION_STATE_WORDS[request.state] },
      ...{ message: SAID[input.step], to: links.consultation(request.id) },
    };
  },
});

/** The school needs no answer any more. */
export const withdrawConsultation = defineAction({
  name: 'consultation.withdraw',
  permission: 'consultation.ask',
  input: z.strictObject({ consultationId: id, version }),
  run: async (context) => {
    const request = await own(context, context.input.consultationId);
    if (!canMove('withdraw', request.state, 'SCHOOL')) throw refuse(request);
    const seen = { id: request.id, version: context.input.version, takenOn: request.takenOn };
    if (!(await updateConsultation(context.tx, seen, { state: 'WITHDRAWN' }))) throw changedMeanwhile();
    return {
      ...{ entity: 'consultation', entityId: request.id, details: { name: request.theme } },
      ...{ message: 'Запрос снят.', to: links.consultations() },
    };
  },
});
