'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { schoolYear } from '@/lib/kernel/school-year';
import {
  assertPeriod,
  changedMeanwhile,
  dayOrNone,
  idOrNone,
  longText,
  needed,
  orNull,
  shortText,
  version,
} from '@/lib/partnerships/action-input';
import { findOrganisation } from '@/lib/partnerships/organisation-store';
import { ownPartnership } from '@/lib/partnerships/own-partnership';
import { MODELS, type Partnership } from '@/lib/partnerships/partnership';
import { CENTRE_MOVES, findMove, type MoveCode, PARTNER_MOVES, type Side } from '@/lib/partnerships/partnership-moves';
import {
  deleteProposed,
  insertEvent,
  insertPartnership,
  updatePartnership,
} from '@/lib/partnerships/partnership-store';
import { STATE_WORDS } from '@/lib/partnerships/words';
import { readSchool } from '@/lib/schools/queries';

const detailsOf = ({ schoolName, partnerName }: Pick<Partnership, 'schoolName' | 'partnerName'>) => ({
  name: `${schoolName} – ${partnerName}`,
});

const agreement = {
  model: z.enum(MODELS, 'Выберите модель'),
  theme: shortText,
  ask: needed('Напишите, какая помощь нужна: партнёр прочтёт эти слова'),
};

/** A partnership that the centre arranges by itself: with a school, or with an organisation of the directory. */
export const arrangePartnership = defineAction({
  name: 'partnership.arrange',
  permission: 'partnership.change',
  input: z.strictObject({
    ...{ schoolId: id, partnerSchoolId: idOrNone, organisationId: idOrNone },
    ...{ year: z.coerce.number('Выберите учебный год').pipe(schoolYear), ...agreement },
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { schoolId, partnerSchoolId, organisationId, year, ...words } = input;
    const municipalityId = ownMunicipality(viewer);
    const school = await readSchool(context, schoolId);
    if ((partnerSchoolId === '') === (organisationId === ''))
      throw new Refusal('invalid', 'Выберите одного партнёра: школу или организацию.', {
        partnerSchoolId: 'Либо школа, либо организация',
      });
    if (partnerSchoolId === schoolId)
      throw new Refusal('invalid', 'Школа не может быть партнёром самой себе.', {
        partnerSchoolId: 'Выберите другую школу',
      });
    const partner = partnerSchoolId === '' ? undefined : await readSchool(context, partnerSchoolId);
    const organisation = organisationId === '' ? undefined : await findOrganisation(tx, municipalityId, organisationId);
    if (!partner && !organisation) throw notFound();
    const draft = {
      ...{ year, schoolId, schoolName: school.shortName, partnerSchoolId: partner?.id ?? null, ...words },
      ...{ organisationId: organisation?.id ?? null, partnerName: partner?.shortName ?? organisation?.name ?? '' },
    };
    const entityId = await insertPartnership(tx, municipalityId, draft, viewer.userId);
    return {
      ...{ entity: 'partnership', entityId, details: detailsOf(draft) },
      message: 'Партнёрство предложено. Школы его ещё не видят: попросите партнёра, когда будете готовы.',
      to: links.partnership(entityId),
    };
  },
});

/** Model, theme, the words of the request, and the agreement with its number, day, parties and term. */
export const editPartnership = defineAction({
  name: 'partnership.edit',
  permission: 'partnership.change',
  input: z.strictObject({
    ...{ partnershipId: id, version, ...agreement, agreementNumber: shortText, agreementDate: dayOrNone },
    ...{ parties: longText, starts: dayOrNone, ends: dayOrNone },
  }),
  run: async (context) => {
    const { tx, input } = context;
    const { partnershipId, version: seen, agreementDate, starts, ends, ...words } = input;
    const { partnership } = await ownPartnership(context, partnershipId);
    const { state } = partnership;
    if (state === 'DECLINED' || state === 'ENDED')
      throw new Refusal('closed', 'Партнёрство завершено, и его запись сохраняется как есть.');
    if (state === 'RUNNING' && (words.agreementNumber === '' || agreementDate === ''))
      throw new Refusal('invalid', 'Партнёрство идёт по соглашению: его номер и дата нужны.', {
        agreementNumber: 'Укажите номер и дату соглашения',
      });
    assertPeriod(starts, ends);
    const days = { agreementDate: orNull(agreementDate), starts: orNull(starts), ends: orNull(ends) };
    if (!(await updatePartnership(tx, { id: partnership.id, version: seen }, { ...words, ...days })))
      throw changedMeanwhile();
    return {
      ...{ entity: 'partnership', entityId: partnership.id, details: detailsOf(partnership) },
      ...{ message: 'Сохранено.', to: links.partnership(partnership.id) },
    };
  },
});

const SAID: Record<MoveCode, string> = {
  ask: 'Партнёр и школа теперь видят предложение и прочтут, какая помощь нужна.',
  agree: 'Согласие записано. Теперь можно составить совместный план.',
  decline: 'Записано. Школе снова можно предложить партнёра.',
  start: 'Партнёрство началось.',
  end: 'Партнёрство завершено.',
};

const refuseMove = (state: Partnership['state']) =>
  new Refusal('conflict', `Сейчас это сделать нельзя: состояние уже «${STATE_WORDS[state]}». Обновите страницу.`);

type MoveInput = {
  readonly partnershipId: string;
  readonly version: number;
  readonly move: MoveCode;
  readonly text: string;
};

async function carryMove(
  context: Parameters<typeof ownPartnership>[0],
  { partnershipId, version: seen, move: code, text }: MoveInput,
  by: Side,
) {
  const { viewer, tx } = context;
  const { partnership, municipalityId, side } = await ownPartnership(context, partnershipId);
  if (by === 'PARTNER' && viewer.schoolId !== partnership.partnerSchoolId) throw notFound();
  const { state } = partnership;
  const move = findMove(code, state, by);
  if (!move) throw refuseMove(state);
  if (move.needsWords && text === '')
    throw new Refusal('invalid', 'Напишите несколько слов: их прочтут обе стороны.', {
      text: 'Напишите причину или итог',
    });
  if (move.needsAgreement && (partnership.agreementNumber === '' || partnership.agreementDate === null))
    throw new Refusal('invalid', 'Сначала впишите номер и дату соглашения в разделе «Соглашение».');
  if (!(await updatePartnership(tx, { id: partnership.id, version: seen }, { state: move.to })))
    throw changedMeanwhile();
  const event = { from: state, to: move.to, text, side, authorId: viewer.userId };
  await insertEvent(tx, municipalityId, partnership.id, event);
  return {
    ...{ entity: 'partnership', entityId: partnership.id },
    details: { ...detailsOf(partnership), before: STATE_WORDS[state], after: STATE_WORDS[move.to] },
    ...{ message: SAID[code], to: links.partnership(partnership.id) },
  };
}

const moveFields = { partnershipId: id, version, text: longText };

/** The centre asks, writes down an answer given by telephone, starts and ends. */
export const movePartnership = defineAction({
  name: 'partnership.move',
  permission: 'partnership.change',
  input: z.strictObject({ ...moveFields, move: z.enum(CENTRE_MOVES, 'Выберите действие') }),
  run: ({ input, ...context }) => carryMove(context, input, 'CENTRE'),
});

/** The school that is asked to help agrees or says why not. */
export const answerPartnership = defineAction({
  name: 'partnership.answer',
  permission: 'partnership.answer',
  input: z.strictObject({ ...moveFields, move: z.enum(PARTNER_MOVES, 'Выберите ответ') }),
  run: ({ input, ...context }) => carryMove(context, input, 'PARTNER'),
});

/** One that nobody but the centre has seen goes without a trace but the journal's. */
export const dropPartnership = defineAction({
  name: 'partnership.remove',
  permission: 'partnership.change',
  input: z.strictObject({ partnershipId: id, version }),
  run: async (context) => {
    const { partnership } = await ownPartnership(context, context.input.partnershipId);
    if (partnership.state !== 'PROPOSED')
      throw new Refusal('closed', 'Партнёр уже знает о предложении: его не удаляют, а отказываются с причиной.');
    if (!(await deleteProposed(context.tx, { id: partnership.id, version: context.input.version })))
      throw changedMeanwhile();
    return {
      ...{ entity: 'partnership', entityId: partnership.id, details: detailsOf(partnership) },
      ...{ message: 'Предложение убрано.', to: links.partnerships() },
    };
  },
});
