'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { cellText, changedMeanwhile, rowCells, version, withPlainLines, words } from '@/lib/roadmaps/action-input';
import { assertChangeable, ownRow, PROOFS_MAX } from '@/lib/roadmaps/own-row';
import { isHeading, type PlanRow, ROW_CELLS, type RowCell } from '@/lib/roadmaps/plan';
import { countProofs, findProof, insertEvent, insertProof, leaveOutProof } from '@/lib/roadmaps/proof-store';
import { calendarOf } from '@/lib/roadmaps/roadmap';
import { movedRowNotice } from '@/lib/roadmaps/roadmap-notices';
import {
  deleteRow,
  findRoadmap,
  findRow,
  hasHistory,
  insertRows,
  reorderRows,
  rowsOf,
  shiftFrom,
  touchRoadmap,
  updateRow,
} from '@/lib/roadmaps/roadmap-store';
import { dueOfRow } from '@/lib/roadmaps/row-due';
import { findRowMove, ROW_MOVE_CODES } from '@/lib/roadmaps/row-moves';
import { CELL_WORDS, ROW_STATE_WORDS } from '@/lib/roadmaps/words';

/** A roadmap that may be changed, locked, for whoever writes plans. */
async function changeable({ viewer, tx }: QueryContext, roadmapId: string) {
  const municipalityId = ownMunicipality(viewer);
  const roadmap = await findRoadmap(tx, municipalityId, roadmapId, true);
  if (!roadmap) throw notFound();
  assertChangeable(roadmap);
  return { roadmap, owner: { id: roadmap.id, municipalityId, schoolId: roadmap.schoolId } };
}

/** A row of a plan that may be changed. */
async function changeableRow(context: QueryContext, rowId: string) {
  const row = await findRow(context.tx, ownMunicipality(context.viewer), rowId, true);
  if (!row) throw notFound();
  return { row, ...(await changeable(context, row.roadmapId)) };
}

/** A row after another one, or at the end. */
export const addRow = defineAction({
  name: 'roadmap.add-row',
  permission: 'roadmap.change',
  input: z.strictObject({ roadmapId: id, after: z.union([z.literal(''), id]).default(''), ...rowCells }),
  run: async ({ viewer, input, tx }) => {
    const { roadmapId, after, item, ...cells } = input;
    const { roadmap, owner } = await changeable({ viewer, tx }, roadmapId);
    const rows = await rowsOf(tx, roadmapId);
    const place = after === '' ? rows.length : rows.findIndex((row) => row.id === after) + 1;
    if (after !== '' && place === 0) throw notFound();
    const position = place === rows.length ? (rows.at(-1)?.position ?? -1) + 1 : (rows[place]?.position ?? 0);
    await shiftFrom(tx, roadmapId, position);
    const row = { ...cells, item: item || null, ...dueOfRow(cells, calendarOf(roadmap)) };
    await insertRows(tx, owner, [row], viewer.userId, position);
    await touchRoadmap(tx, roadmapId);
    return {
      entity: 'roadmap',
      entityId: roadmapId,
      details: { number: cells.number, name: cells.measure.slice(0, 100) },
      message: 'Строка добавлена.',
      to: links.roadmap(roadmapId),
    };
  },
});

export const editRow = defineAction({
  name: 'roadmap.edit-row',
  permission: 'roadmap.change',
  input: z.strictObject({ rowId: id, version, ...rowCells }),
  run: async ({ viewer, input, tx }) => {
    const { rowId, version: seen, item, ...cells } = input;
    const { row, roadmap, owner } = await changeableRow({ viewer, tx }, rowId);
    const change = { ...cells, item: item || null, ...dueOfRow(cells, calendarOf(roadmap)) };
    if (!(await updateRow(tx, { id: rowId, version: seen }, change, viewer.userId))) throw changedMeanwhile();
    await touchRoadmap(tx, row.roadmapId);
    const said = roadmap.status === 'APPROVED' ? changedWords(row, change) : '';
    if (said !== '')
      await insertEvent(
        tx,
        { ...owner, id: rowId, roadmapId: row.roadmapId },
        { from: null, to: null, text: said, authorId: viewer.userId },
      );
    return {
      entity: 'roadmap',
      entityId: row.roadmapId,
      details: { number: cells.number, name: cells.measure.slice(0, 100) },
      message: 'Строка сохранена.',
      to: links.roadmapRow(row.roadmapId, rowId),
    };
  },
});

/** What an edit of an approved plan has changed, for the history of the row. */
function changedWords(was: PlanRow, is: Pick<PlanRow, RowCell>): string {
  return ROW_CELLS.filter((name) => was[name] !== is[name])
    .map((name) => `Изменено: ${CELL_WORDS[name]} – было «${was[name]}», стало «${is[name]}».`)
    .join('\n');
}

/**
 * One cell of the plan as a table. Somebody else's work on other cells of the row disturbs nothing; where the cell itself
 * says something else by now, nothing is written and both texts are told: `fields.was` is what it says.
 */
export const editCell = defineAction({
  name: 'roadmap.edit-cell',
  permission: 'roadmap.change',
  input: z
    .strictObject({ rowId: id, cell: z.enum(ROW_CELLS, 'Выберите ячейку'), was: cellText, value: cellText })
    .superRefine(({ cell, value }, context) => {
      const wrong = rowCells[cell].safeParse(value).error?.issues[0];
      if (wrong) context.addIssue({ code: 'custom', path: ['value'], message: wrong.message });
    }),
  run: async ({ viewer, input, tx }) => {
    const { rowId, cell, was, value } = input;
    const { row, roadmap, owner } = await changeableRow({ viewer, tx }, rowId);
    if (isHeading(row) && cell !== 'number' && cell !== 'measure') throw notFound();
    const now = withPlainLines(row[cell]);
    if (now !== was && now !== value)
      throw new Refusal('conflict', `Пока вы правили, здесь написали другое: «${now || 'пусто'}».`, { was: now });
    const cells = { ...row, [cell]: value };
    const change = { [cell]: value, ...dueOfRow(cells, calendarOf(roadmap)) };
    if (!(await updateRow(tx, row, change, viewer.userId))) throw changedMeanwhile();
    await touchRoadmap(tx, row.roadmapId);
    const said = roadmap.status === 'APPROVED' ? changedWords(row, cells) : '';
    if (said !== '')
      await insertEvent(
        tx,
        { ...owner, id: rowId, roadmapId: row.roadmapId },
        { from: null, to: null, text: said, authorId: viewer.userId },
      );
    return {
      entity: 'roadmap',
      entityId: row.roadmapId,
      details: { number: cells.number, name: cells.measure.slice(0, 100) },
      message: `Сохранено: ${CELL_WORDS[cell]}${row.number ? `, строка ${row.number}` : ''}.`,
    };
  },
});

/** A row without a history goes; one that has any is cancelled instead. */
export const dropRow = defineAction({
  name: 'roadmap.remove-row',
  permission: 'roadmap.change',
  input: z.strictObject({ rowId: id, version }),
  run: async ({ viewer, input, tx }) => {
    const { row } = await changeableRow({ viewer, tx }, input.rowId);
    if (await hasHistory(tx, row.id))
      throw new Refusal(
        'closed',
        'У строки уже есть история, подтверждения или мероприятия. Отмените её с причиной – она останется в плане.',
      );
    const { count } = await deleteRow(tx, { id: row.id, version: input.version });
    if (count === 0) throw changedMeanwhile();
    await touchRoadmap(tx, row.roadmapId);
    return {
      entity: 'roadmap',
      entityId: row.roadmapId,
      details: { number: row.number, name: row.measure.slice(0, 100) },
      message: 'Строка убрана.',
      to: links.roadmap(row.roadmapId),
    };
  },
});

/** One place up or down in the plan. */
export const shiftRow = defineAction({
  name: 'roadmap.move-row',
  permission: 'roadmap.change',
  input: z.strictObject({ rowId: id, by: z.enum(['up', 'down'], 'Выберите, куда') }),
  run: async ({ viewer, input, tx }) => {
    const { row } = await changeableRow({ viewer, tx }, input.rowId);
    const ids = (await rowsOf(tx, row.roadmapId)).map((one) => one.id);
    const from = ids.indexOf(row.id);
    const to = input.by === 'up' ? from - 1 : from + 1;
    const other = ids[to];
    if (other === undefined) throw new Refusal('conflict', 'Строка уже на краю плана.');
    [ids[from], ids[to]] = [other, row.id];
    await reorderRows(tx, row.roadmapId, ids);
    await touchRoadmap(tx, row.roadmapId);
    return { entity: 'roadmap', entityId: row.roadmapId, details: { number: row.number }, message: 'Порядок изменён.' };
  },
});

/** The school says how a row goes and that it is done; the centre accepts, returns or cancels. */
export const moveRow = defineAction({
  name: 'roadmap.move',
  permission: 'roadmap.move',
  input: z.strictObject({ rowId: id, version, move: z.enum(ROW_MOVE_CODES, 'Выберите, что сделать'), text: words }),
  run: async ({ viewer, input, tx }) => {
    const { row, roadmap, owner } = await ownRow({ viewer, tx }, input.rowId);
    const move = findRowMove(input.move, row.state, isSchoolRole(viewer.role) ? 'SCHOOL' : 'CENTRE');
    if (!move)
      throw new Refusal(
        'conflict',
        `Сейчас это сделать нельзя: строка уже в состоянии «${ROW_STATE_WORDS[row.state]}». Обновите страницу.`,
      );
    if (move.needsWords && input.text === '')
      throw new Refusal('invalid', 'Напишите несколько слов: их прочтут вместе с решением.', {
        text: 'Напишите, что сделано или почему',
      });
    const note = input.text === '' ? row.note : input.text;
    if (!(await updateRow(tx, { id: row.id, version: input.version }, { state: move.to, note }, viewer.userId)))
      throw changedMeanwhile();
    await insertEvent(tx, owner, { from: row.state, to: move.to, text: input.text, authorId: viewer.userId });
    return {
      entity: 'roadmap',
      entityId: roadmap.id,
      details: { number: row.number, before: ROW_STATE_WORDS[row.state], after: ROW_STATE_WORDS[move.to] },
      tell: movedRowNotice(roadmap, row, move),
      message: `Состояние строки: ${ROW_STATE_WORDS[move.to]}.`,
    };
  },
});

/** A page on the net that proves a row. It is never opened by the portal. */
export const addRowLink = defineAction({
  name: 'roadmap.add-link',
  permission: 'roadmap.move',
  input: z.strictObject({
    rowId: id,
    url: z.url({ protocol: /^https?$/, error: 'Адрес начинается с https://' }).max(2000, 'Слишком длинный адрес'),
    title: z.string().trim().max(200, 'Не длиннее 200 знаков').default(''),
  }),
  run: async ({ viewer, input, tx }) => {
    const { owner } = await ownRow({ viewer, tx }, input.rowId);
    if ((await countProofs(tx, input.rowId)) >= PROOFS_MAX)
      throw new Refusal('too-many', `К одной строке прикладывают не больше ${PROOFS_MAX} подтверждений.`);
    const title = input.title || input.url;
    await insertProof(tx, owner, { title, url: input.url, addedById: viewer.userId });
    return { entity: 'roadmap', entityId: owner.roadmapId, details: { name: title }, message: 'Ссылка добавлена.' };
  },
});

/** Takes a proof back; that it was there stays known. */
export const dropProof = defineAction({
  name: 'roadmap.remove-proof',
  permission: 'roadmap.move',
  input: z.strictObject({ proofId: id }),
  run: async ({ viewer, input, tx }) => {
    const proof = await findProof(tx, input.proofId);
    if (!proof || proof.removedAt) throw notFound();
    const { row, owner } = await ownRow({ viewer, tx }, proof.rowId);
    if (row.state === 'DONE')
      throw new Refusal('closed', 'Строка уже отмечена выполненной, её подтверждения не меняются.');
    if (!(await leaveOutProof(tx, proof.id))) throw notFound();
    return { entity: 'roadmap', entityId: owner.roadmapId, details: {}, message: 'Подтверждение убрано.' };
  },
});
