'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { day } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { changedMeanwhile, title, version, year } from '@/lib/roadmaps/action-input';
import { calendarOf } from '@/lib/roadmaps/roadmap';
import { approvedNotices } from '@/lib/roadmaps/roadmap-notices';
import {
  approveRoadmap as approveInStore,
  deleteRoadmap,
  findRoadmap,
  hasHelpEvents,
  insertRoadmap,
  rowsOf,
  updateRoadmap,
  updateRow,
} from '@/lib/roadmaps/roadmap-store';
import { dueOfRow } from '@/lib/roadmaps/row-due';
import { ROADMAP_SPANS } from '@/lib/roadmaps/words';

const span = z.enum(ROADMAP_SPANS, 'Выберите, какой это год');
const seen = { roadmapId: id, version };

/** Another name, year or kind of year; terms of the rows are understood anew in the new calendar. */
export const editRoadmap = defineAction({
  name: 'roadmap.edit',
  permission: 'roadmap.change',
  input: z.strictObject({ ...seen, title, year, span }),
  run: async ({ viewer, input, tx }) => {
    const { roadmapId, ...change } = input;
    const roadmap = await findRoadmap(tx, ownMunicipality(viewer), roadmapId, true);
    if (!roadmap) throw notFound();
    if (roadmap.status === 'ARCHIVED') throw new Refusal('closed', 'Дорожная карта в архиве и не меняется.');
    const { version: was, ...words } = change;
    if (!(await updateRoadmap(tx, { id: roadmapId, version: was }, words))) throw changedMeanwhile();
    if (words.year !== roadmap.year || words.span !== roadmap.span) {
      for (const row of await rowsOf(tx, roadmapId)) {
        const due = dueOfRow(row, calendarOf(words));
        if (due.due === row.due && due.months.join() === row.months.join()) continue;
        await updateRow(tx, row, due, viewer.userId);
      }
    }
    const to = links.roadmap(roadmapId);
    return { entity: 'roadmap', entityId: roadmapId, details: { name: words.title }, message: 'Сохранено.', to };
  },
});

/** A draft goes with its rows; what was approved once stays in the archive. */
export const dropRoadmap = defineAction({
  name: 'roadmap.delete',
  permission: 'roadmap.change',
  input: z.strictObject({ roadmapId: id }),
  run: async ({ viewer, input, tx }) => {
    const roadmap = await findRoadmap(tx, ownMunicipality(viewer), input.roadmapId, true);
    if (!roadmap) throw notFound();
    if (roadmap.status !== 'DRAFT')
      throw new Refusal('closed', 'Утверждённую дорожную карту не удаляют. Перенесите её в архив.');
    if (await hasHelpEvents(tx, roadmap.id))
      throw new Refusal(
        'closed',
        'К строкам этого плана привязаны мероприятия. Сначала уберите связь на страницах мероприятий.',
      );
    await deleteRoadmap(tx, roadmap.id);
    return {
      entity: 'roadmap',
      entityId: roadmap.id,
      details: { name: roadmap.title },
      message: `Дорожная карта «${roadmap.title}» удалена.`,
      to: links.roadmaps(),
    };
  },
});

export const archiveRoadmap = defineAction({
  name: 'roadmap.archive',
  permission: 'roadmap.change',
  input: z.strictObject(seen),
  run: async ({ viewer, input, tx }) => {
    const roadmap = await findRoadmap(tx, ownMunicipality(viewer), input.roadmapId, true);
    if (!roadmap) throw notFound();
    if (roadmap.status !== 'APPROVED') throw new Refusal('conflict', 'В архив переносят утверждённую дорожную карту.');
    if (!(await updateRoadmap(tx, { id: roadmap.id, version: input.version }, { status: 'ARCHIVED' })))
      throw changedMeanwhile();
    return {
      entity: 'roadmap',
      entityId: roadmap.id,
      details: { name: roadmap.title },
      message: 'Дорожная карта перенесена в архив.',
      to: links.roadmap(roadmap.id),
    };
  },
});

/** The department approves by order the version it has seen; its rows are kept to compare with. */
export const approveRoadmap = defineAction({
  name: 'roadmap.approve',
  permission: 'roadmap.approve',
  input: z.strictObject({
    ...seen,
    orderNumber: z.string().trim().min(1, 'Напишите номер приказа').max(50, 'Не длиннее 50 знаков'),
    orderDate: day,
  }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const { orderNumber, orderDate } = input;
    const roadmap = await findRoadmap(tx, municipalityId, input.roadmapId, true);
    if (!roadmap) throw notFound();
    if (roadmap.status === 'ARCHIVED') throw new Refusal('closed', 'Дорожная карта в архиве и не меняется.');
    if ((await rowsOf(tx, roadmap.id)).length === 0)
      throw new Refusal('invalid', 'В дорожной карте нет ни одной строки: утверждать нечего.');
    const approval = { orderNumber, orderDate, authorId: viewer.userId };
    if (!(await approveInStore(tx, municipalityId, { ...roadmap, version: input.version }, approval)))
      throw new Refusal('conflict', 'Пока вы читали, план изменился. Обновите страницу и прочтите его ещё раз.');
    return {
      entity: 'roadmap',
      entityId: roadmap.id,
      details: { name: roadmap.title, order: `№ ${orderNumber}`, on: orderDate },
      tell: approvedNotices(roadmap, orderNumber),
      message: `Дорожная карта утверждена приказом № ${orderNumber}.`,
      to: links.roadmap(roadmap.id),
    };
  },
});

const SCHOOL_FORMS = ['школы', 'школ', 'школ'] as const;

/**
 * The same plan for another year, or for schools: each gets a draft of its own. Words and criteria are copied, what became
 * of the rows is not.
 */
export const copyRoadmap = defineAction({
  name: 'roadmap.copy',
  permission: 'roadmap.change',
  input: z.strictObject({ roadmapId: id, title, year, schoolIds: z.array(id).max(200).default([]) }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const from = await findRoadmap(tx, municipalityId, input.roadmapId);
    if (!from) throw notFound();
    const calendar = calendarOf({ span: from.span, year: input.year });
    const rows = (await rowsOf(tx, from.id)).map(
      ({ kind, number, measure, term, responsible, result, form, item }) => ({
        ...{ kind, number, measure, term, responsible, result, form, item },
        ...dueOfRow({ kind, term }, calendar),
      }),
    );
    const schools = input.schoolIds.length > 0 ? input.schoolIds : [from.schoolId];
    const made: string[] = [];
    for (const schoolId of schools) {
      made.push(
        await insertRoadmap(tx, {
          ...{ municipalityId, schoolId, rows, title: input.title, year: input.year, span: from.span },
          ...{ sourceName: '', reading: null, authorId: viewer.userId },
        }),
      );
    }
    const [first] = made;
    return {
      entity: 'roadmap',
      entityId: from.id,
      details: { name: input.title, schools: input.schoolIds.length, rows: rows.length },
      message:
        made.length === 1 ? 'Копия готова: это черновик.' : `Черновики готовы для ${count(made.length, SCHOOL_FORMS)}.`,
      to: made.length === 1 && first ? links.roadmap(first) : links.roadmaps({ q: input.title }),
    };
  },
});
