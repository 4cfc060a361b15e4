'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { dayAt, formatDay } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { readSchool } from '@/lib/schools/queries';
import { CASE_MOVES, findMove } from '@/lib/support/cases/case-moves';
import {
  type CaseChange,
  insertCaseEvents,
  insertCases,
  listsToOpen,
  updateCase,
} from '@/lib/support/cases/case-store';
import { ownCase } from '@/lib/support/cases/own-case';
import { changedMeanwhile, neededWords, version, words, year } from '@/lib/support/support-input';
import { CASE_FORMS, MOVE_WORDS, STATUS_WORDS } from '@/lib/support/words';

/** Opens a case for every school that an approved list includes and that has none this year; pressed twice it opens nothing more. */
export const openListCases = defineAction({
  name: 'support.open-list',
  permission: 'support.change',
  input: z.strictObject({ listId: id }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const [list] = await listsToOpen(tx, municipalityId, { listId: input.listId });
    if (!list) throw notFound();
    const order = [
      list.orderNumber && `приказ № ${list.orderNumber}`,
      list.orderDate && `от ${formatDay(list.orderDate)}`,
    ];
    const ground = ['Утверждённый список', order.filter(Boolean).join(' ')].filter(Boolean).join(': ');
    const made = await insertCases(
      tx,
      municipalityId,
      list.schools.map((school) => ({
        schoolId: school.id,
        year: list.year,
        ground,
        listId: list.id,
        previousId: null,
      })),
      viewer.userId,
    );
    return {
      entity: 'approved_list',
      entityId: list.id,
      details: { added: made.length, year: list.year },
      message:
        made.length === 0
          ? 'Все школы списка уже сопровождаются.'
          : `Сопровождение открыто: ${count(made.length, CASE_FORMS)}.`,
      to: links.support({ year: String(list.year) }),
    };
  },
});

/** Opens a case of a school that asks for help or needs it, with the ground in words. */
export const openCase = defineAction({
  name: 'support.open',
  permission: 'support.change',
  input: z.strictObject({
    schoolId: id,
    year,
    reason: neededWords('Напишите, почему школе нужно сопровождение', 2000),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const school = await readSchool(context, input.schoolId);
    const municipalityId = ownMunicipality(viewer);
    if (school.closedOn) throw new Refusal('closed', 'Школа закрыта: сопровождение не открывают.');
    const draft = { schoolId: school.id, year: input.year, ground: input.reason, listId: null, previousId: null };
    const [made] = await insertCases(tx, municipalityId, [draft], viewer.userId);
    if (!made)
      throw new Refusal('conflict', `Сопровождение этой школы на ${formatSchoolYear(input.year)} уже открыто.`, {
        schoolId: 'У школы уже есть карточка этого года',
      });
    return {
      entity: 'support_case',
      entityId: made.id,
      details: { name: school.shortName, year: input.year, reason: input.reason.slice(0, 200) },
      message: 'Сопровождение открыто. Назначьте куратора и отметьте вероятные причины.',
      to: links.schoolSupport(school.id, { year: String(input.year) }),
    };
  },
});

/** Pauses, resumes, marks a crisis, ends it, or closes a case with a decision; each with a reason. */
export const moveCase = defineAction({
  name: 'support.move',
  permission: 'support.change',
  input: z.strictObject({
    caseId: id,
    version,
    move: z.enum(CASE_MOVES, 'Выберите решение'),
    reason: neededWords('Напишите причину: она останется в истории', 2000),
    order: words(200),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const found = await ownCase(context, input.caseId);
    const move = findMove(input.move, found);
    if (!move)
      throw new Refusal(
        'conflict',
        `Сейчас это сделать нельзя: сопровождение в состоянии «${STATUS_WORDS[found.status]}». Обновите страницу.`,
      );
    const municipalityId = ownMunicipality(viewer);
    const today = dayAt(new Date(), viewer.timeZone);
    const closes = move.code === 'exit' || move.code === 'continue';
    const change: CaseChange = {
      status: move.to,
      ...(move.crisis && {
        crisis: move.crisis.is ? { since: today, reason: input.reason, byId: viewer.userId } : null,
      }),
      ...(closes && { decision: { grounds: input.reason, order: input.order } }),
    };
    if (!(await updateCase(tx, { id: found.id, version: input.version }, change))) throw changedMeanwhile();
    const text = [input.reason, closes && input.order && `Приказ: ${input.order}`].filter(Boolean).join('\n');
    const { id: caseId, schoolId } = found;
    const event = { caseId, schoolId, step: move.step, text, authorId: viewer.userId, audience: move.audience };
    await insertCaseEvents(tx, municipalityId, [event]);
    if (move.code === 'continue') {
      const next = {
        ...{ schoolId, year: found.year + 1, listId: null, previousId: caseId },
        ground: `Продолжение сопровождения ${formatSchoolYear(found.year)}: ${input.reason}`,
      };
      await insertCases(tx, municipalityId, [next], viewer.userId);
    }
    return {
      entity: 'support_case',
      entityId: caseId,
      details: { before: STATUS_WORDS[found.status], after: STATUS_WORDS[move.to], reason: input.reason.slice(0, 200) },
      message: `${MOVE_WORDS[move.code]}: сделано.`,
      to: links.schoolSupport(schoolId, { year: String(found.year) }),
    };
  },
});

/** A note in the history; one for the centre alone is read by nobody else. Allowed in any state: it changes nothing. */
export const noteCase = defineAction({
  name: 'support.note',
  permission: 'support.change',
  input: z.strictObject({
    caseId: id,
    text: neededWords('Напишите заметку', 2000),
    audience: z.enum(['CENTRE', 'STAFF', 'ALL'], 'Выберите, кто увидит заметку'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { id: caseId, schoolId, year: caseYear } = await ownCase(context, input.caseId);
    await insertCaseEvents(tx, ownMunicipality(viewer), [
      { caseId, schoolId, step: 'NOTED', text: input.text, authorId: viewer.userId, audience: input.audience },
    ]);
    return {
      entity: 'support_case',
      entityId: caseId,
      message: 'Заметка записана.',
      to: links.schoolSupport(schoolId, { year: String(caseYear) }),
    };
  },
});
