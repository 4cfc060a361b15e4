'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { day } from '@/lib/kernel/day';
import { id, newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { changedMeanwhile, seen, words } from '@/lib/programmes/action-input';
import { gatherFields, PARTS, withPart } from '@/lib/programmes/edit-part';
import { missingIndicators, type Programme, yearsOf } from '@/lib/programmes/programme';
import { MOVE_TABLE, MOVES, mayEdit, movesFrom } from '@/lib/programmes/programme-moves';
import {
  addEvent,
  archiveEarlier,
  findProgramme,
  insertEdition,
  insertProgrammes,
  updateProgramme,
  workingSchools,
} from '@/lib/programmes/programme-store';
import { TEMPLATES } from '@/lib/programmes/templates/templates';
import { PROGRAMME_KINDS } from '@/lib/programmes/words';

const done = (programme: Pick<Programme, 'id' | 'title'>, message: string, details: Record<string, string> = {}) => ({
  ...{ entity: 'programme', entityId: programme.id, details: { name: programme.title, ...details } },
  ...{ message, to: links.programme(programme.id) },
});

/** Drafts from a template: one of the municipality, or one for each chosen school that has none of the kind yet. */
export const createProgrammes = defineAction({
  name: 'programme.create',
  permission: 'programme.create',
  input: z.strictObject({
    template: z.enum(PROGRAMME_KINDS, 'Выберите образец'),
    firstYear: z.coerce.number('Выберите год').int().min(2000).max(2095),
    schoolIds: z.array(id).max(300).default([]),
  }),
  run: async ({ viewer, input: { template: kind, firstYear, schoolIds }, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const { title, lasts, content } = TEMPLATES[kind];
    const isOwn = kind === 'MUNICIPAL';
    if (!isOwn && schoolIds.length === 0)
      throw new Refusal('invalid', 'Отметьте школы.', { schoolIds: 'Отметьте хотя бы одну школу' });
    const working = new Set(isOwn ? [] : (await workingSchools(tx, municipalityId)).map((school) => school.id));
    if (!isOwn && schoolIds.some((schoolId) => !working.has(schoolId))) throw notFound();
    const made = await insertProgrammes(
      tx,
      (isOwn ? [null] : schoolIds).map((schoolId) => ({
        ...{ municipalityId, schoolId, kind, title, firstYear, lastYear: firstYear + lasts - 1 },
        ...{ content: content(firstYear), authorId: viewer.userId },
      })),
    );
    const [first] = made;
    const had = isOwn ? 0 : schoolIds.length - made.length;
    return {
      ...{ entity: 'municipality', entityId: municipalityId, details: { name: title, made: made.length, had } },
      message:
        made.length === 0
          ? 'У всех отмеченных школ такая программа уже есть.'
          : `Создано: ${count(made.length, ['черновик', 'черновика', 'черновиков'])}.${had > 0 ? ` Уже были: ${had}.` : ''}`,
      to: made.length === 1 && first ? links.programme(first) : links.programmes({ kind }),
    };
  },
});

async function locked(
  viewer: Viewer,
  tx: Parameters<typeof findProgramme>[0],
  programmeId: string,
): Promise<Programme> {
  const programme = await findProgramme(tx, ownMunicipality(viewer), programmeId, true);
  if (!programme) throw notFound();
  return programme;
}

/** One part of a draft as its form has it. */
export const editProgramme = defineAction({
  name: 'programme.edit',
  permission: 'programme.change',
  input: z.preprocess(
    gatherFields,
    z.strictObject({
      ...seen,
      part: z.enum(PARTS, 'Выберите раздел'),
      fields: z.record(z.string().max(60), z.string().max(6000, 'Не длиннее 6000 знаков')),
    }),
  ),
  run: async ({ viewer, input, tx }) => {
    const programme = await locked(viewer, tx, input.programmeId);
    if (!mayEdit(viewer.role, programme)) throw notFound();
    const content = withPart(programme.content, input.part, input.fields, yearsOf(programme), () => newId());
    if (!(await updateProgramme(tx, { id: programme.id, version: input.version }, { content })))
      throw changedMeanwhile();
    return {
      ...done(programme, 'Сохранено.', { part: input.part }),
      to: links.editProgramme(programme.id, { part: input.part }),
    };
  },
});

/** Sends, accepts, returns, begins the next edition, or puts away: as the table of moves says. */
export const moveProgramme = defineAction({
  name: 'programme.move',
  permission: 'programme.change',
  input: z.strictObject({ ...seen, move: z.enum(MOVES, 'Выберите действие'), comment: words }),
  run: async ({ viewer, input: { programmeId, version, move, comment }, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const programme = await locked(viewer, tx, programmeId);
    if (!movesFrom(viewer.role, programme).includes(move)) {
      if (programme.version !== version) throw changedMeanwhile();
      throw notFound();
    }
    const { to, needsWords, title } = MOVE_TABLE[move];
    if (needsWords && comment === '')
      throw new Refusal('invalid', 'Напишите, что доработать.', { comment: 'Напишите, что доработать' });
    if (move === 'revise') {
      const next = await insertEdition(tx, municipalityId, programme, viewer.userId);
      if (!next) throw new Refusal('conflict', 'Следующая редакция уже начата: она есть в списке редакций.');
      await addEvent(tx, municipalityId, next, { state: 'DRAFT', comment, authorId: viewer.userId });
      return done({ id: next, title: programme.title }, `Редакция ${programme.edition + 1} начата.`, { move });
    }
    if (move === 'submit' || move === 'accept') refuseGaps(programme);
    const change = { state: to, ...(to === 'APPROVED' ? { approvedAt: new Date() } : {}) };
    if (to === 'APPROVED') await archiveEarlier(tx, programme);
    if (!(await updateProgramme(tx, { id: programmeId, version }, change))) throw changedMeanwhile();
    await addEvent(tx, municipalityId, programmeId, { state: to, comment, authorId: viewer.userId });
    return done(programme, `Готово: «${title}».`, { move });
  },
});

/** A programme that names indicators it does not have, or has none, cannot be followed. */
function refuseGaps({ content }: Programme): void {
  if (content.indicators.length === 0) throw new Refusal('invalid', 'В программе нет ни одного показателя.');
  const missing = missingIndicators(content);
  if (missing.length > 0)
    throw new Refusal(
      'invalid',
      `Результаты ссылаются на показатели, которых нет: ${missing.join(', ')}. Исправьте связи.`,
    );
}

/** The department approves by order the version it has read; the edition before goes to the archive. */
export const approveProgramme = defineAction({
  name: 'programme.approve',
  permission: 'programme.approve',
  input: z.strictObject({
    ...seen,
    orderNumber: z.string().trim().min(1, 'Напишите номер приказа').max(50, 'Не длиннее 50 знаков'),
    orderDate: day,
  }),
  run: async ({ viewer, input: { programmeId, version, orderNumber, orderDate }, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const programme = await locked(viewer, tx, programmeId);
    if (programme.schoolId !== null) throw notFound();
    if (programme.state !== 'DRAFT') throw new Refusal('conflict', 'Эта редакция уже утверждена или убрана в архив.');
    refuseGaps(programme);
    await archiveEarlier(tx, programme);
    const change = { state: 'APPROVED' as const, approvedAt: new Date(), orderNumber, orderDate };
    if (!(await updateProgramme(tx, { id: programmeId, version }, change)))
      throw new Refusal('conflict', 'Пока вы читали, программа изменилась. Обновите страницу и прочтите её ещё раз.');
    await addEvent(tx, municipalityId, programmeId, { state: 'APPROVED', comment: '', authorId: viewer.userId });
    return done(programme, `Программа утверждена приказом № ${orderNumber}.`, {
      order: `№ ${orderNumber}`,
      on: orderDate,
    });
  },
});
