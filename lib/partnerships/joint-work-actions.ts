'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import {
  dayOrNone,
  linkFields,
  longText,
  needed,
  neededShort,
  orNull,
  shortText,
} from '@/lib/partnerships/action-input';
import { countFiles, FILES_MAX, findFileRow, insertFileRow, leaveOutFile } from '@/lib/partnerships/file-store';
import {
  countLines,
  deleteLine,
  findLine,
  freeRowsOf,
  insertLines,
  insertWork,
  markLine,
} from '@/lib/partnerships/joint-work-store';
import { assertAtWork, ownPartnership } from '@/lib/partnerships/own-partnership';
import { WORK_KINDS, WORK_SIDES } from '@/lib/partnerships/partnership';

/** More lines than this are a roadmap, which has its own place. */
const LINES_MAX = 100;

async function withRoom(context: Parameters<typeof ownPartnership>[0], partnershipId: string, more: number) {
  const own = await ownPartnership(context, partnershipId);
  assertAtWork(own.partnership);
  if ((await countLines(context.tx, own.partnership.id)) + more > LINES_MAX)
    throw new Refusal('too-many', `В совместном плане не больше ${LINES_MAX} строк.`);
  return own;
}

/** A line of the joint plan in plain words; both schools and the centre write them. */
export const addPlanLine = defineAction({
  name: 'partnership.plan-add',
  permission: 'partnership.work',
  input: z.strictObject({
    partnershipId: id,
    text: needed('Напишите, что будет сделано'),
    term: shortText,
    due: dayOrNone,
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const { partnership, municipalityId } = await withRoom(context, input.partnershipId, 1);
    const line = { text: input.text, term: input.term, due: orNull(input.due), roadmapRowId: null };
    await insertLines(tx, municipalityId, partnership.id, [line], viewer.userId);
    const details = { name: input.text.slice(0, 100) };
    return { entity: 'partnership', entityId: partnership.id, details, message: 'Строка добавлена.' };
  },
});

/** Rows of the school's approved roadmap with their words and terms: the partner reads these and not the roadmap. */
export const linkPlanRows = defineAction({
  name: 'partnership.plan-link',
  permission: 'partnership.work',
  input: z.strictObject({
    partnershipId: id,
    rows: z.array(id).min(1, 'Отметьте хотя бы одну строку').max(LINES_MAX, `Не больше ${LINES_MAX} строк`),
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const { partnership, municipalityId } = await withRoom(context, input.partnershipId, input.rows.length);
    if (viewer.schoolId !== null && viewer.schoolId !== partnership.schoolId) throw notFound();
    const free = await freeRowsOf(tx, partnership.schoolId, partnership.id);
    const lines = [...new Set(input.rows)].map((rowId) => {
      const row = free.find((one) => one.id === rowId);
      if (!row) throw new Refusal('conflict', 'Строка дорожной карты уже в плане или изменилась. Обновите страницу.');
      return { text: row.measure, term: row.term, due: row.due, roadmapRowId: row.id };
    });
    await insertLines(tx, municipalityId, partnership.id, lines, viewer.userId);
    const details = { added: lines.length };
    return { entity: 'partnership', entityId: partnership.id, details, message: 'Строки дорожной карты добавлены.' };
  },
});

const steps = { done: 'Отмечено.', open: 'Снова в работе.', remove: 'Строка убрана.' } as const;

/** Marks a line of the joint plan done, opens it again or takes it out. */
export const changePlanLine = defineAction({
  name: 'partnership.plan-change',
  permission: 'partnership.work',
  input: z.strictObject({ lineId: id, step: z.enum(['done', 'open', 'remove'], 'Выберите действие') }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const line = await findLine(tx, input.lineId);
    if (!line) throw notFound();
    const { partnership } = await ownPartnership(context, line.partnershipId);
    assertAtWork(partnership);
    const today = dayAt(new Date(), viewer.timeZone);
    const isDone =
      input.step === 'remove'
        ? await deleteLine(tx, line.id)
        : await markLine(tx, line.id, input.step === 'done' ? today : null);
    if (!isDone) throw new Refusal('conflict', 'Строку уже изменили. Обновите страницу.');
    const details = { name: line.text.slice(0, 100), after: steps[input.step] };
    return { entity: 'partnership', entityId: partnership.id, details, message: steps[input.step] };
  },
});

/** A visit to a lesson with its discussion, a lesson in the other's class, an exchange, a consultation. It stays as written. */
export const addJointWork = defineAction({
  name: 'partnership.work-add',
  permission: 'partnership.work',
  input: z.strictObject({
    ...{ partnershipId: id, workKind: z.enum(WORK_KINDS, 'Выберите, что это было') },
    ...{ at: z.enum(WORK_SIDES, 'Выберите, где'), workDay: day, subject: shortText },
    grade: z
      .union([z.literal(''), z.coerce.number().int().min(1).max(11)], 'Класс от 1 до 11')
      .transform((grade) => (grade === '' ? null : grade))
      .default(null),
    ...{ theme: neededShort('Напишите тему'), participants: longText, discussion: longText, taken: longText },
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const { partnershipId, workKind: kind, workDay: on, ...words } = input;
    const { partnership, municipalityId, side } = await ownPartnership(context, partnershipId);
    assertAtWork(partnership);
    if (on > dayAt(new Date(), viewer.timeZone))
      throw new Refusal('invalid', 'Записывают то, что уже было. Будущую встречу добавьте в совместный план.', {
        workDay: 'Этот день ещё не наступил',
      });
    await insertWork(tx, municipalityId, partnership.id, { ...words, kind, on, side, authorId: viewer.userId });
    const details = { name: input.theme };
    return {
      entity: 'partnership',
      entityId: partnership.id,
      details,
      message: 'Встреча записана.',
      to: links.partnership(partnership.id),
    };
  },
});

/** A page on the net that holds the agreement. It is never opened by the portal. */
export const addPartnershipLink = defineAction({
  name: 'partnership.link-add',
  permission: 'partnership.change',
  input: z.strictObject({ partnershipId: id, ...linkFields }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const { partnership, municipalityId } = await ownPartnership(context, input.partnershipId);
    if ((await countFiles(tx, partnership.id)) >= FILES_MAX)
      throw new Refusal('too-many', `К одному партнёрству прикладывают не больше ${FILES_MAX} файлов.`);
    const title = input.title || input.url;
    await insertFileRow(tx, municipalityId, partnership.id, { title, url: input.url, addedById: viewer.userId });
    return { entity: 'partnership', entityId: partnership.id, details: { name: title }, message: 'Ссылка добавлена.' };
  },
});

/** Takes a file or a link back; that it was there stays known. */
export const dropPartnershipFile = defineAction({
  name: 'partnership.file-remove',
  permission: 'partnership.change',
  input: z.strictObject({ fileRowId: id }),
  run: async (context) => {
    const file = await findFileRow(context.tx, context.input.fileRowId);
    if (!file || file.removedAt) throw notFound();
    const { partnership } = await ownPartnership(context, file.partnershipId);
    if (!(await leaveOutFile(context.tx, file.id))) throw notFound();
    return { entity: 'partnership', entityId: partnership.id, details: { name: file.title }, message: 'Файл убран.' };
  },
});
