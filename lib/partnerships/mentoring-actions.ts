'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import {
  assertPeriod,
  changedMeanwhile,
  dayOrNone,
  longText,
  needed,
  neededShort,
  orNull,
  version,
} from '@/lib/partnerships/action-input';
import { findPair, insertPair, updatePair } from '@/lib/partnerships/mentoring-store';
import { MENTORING_MODELS } from '@/lib/partnerships/partnership';
import { readSchool } from '@/lib/schools/queries';

/** A pair: two positions, never two names. */
export const addPair = defineAction({
  name: 'partnership.pair-add',
  permission: 'partnership.change',
  input: z.strictObject({
    mentoringModel: z.enum(MENTORING_MODELS, 'Выберите модель'),
    ...{ mentorSchoolId: id, mentorPosition: neededShort('Напишите должность наставника, без имени') },
    ...{ menteeSchoolId: id, menteePosition: neededShort('Напишите должность, без имени') },
    ...{ plan: longText, starts: day, ends: dayOrNone },
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const { mentoringModel: model, ends, ...fields } = input;
    assertPeriod(input.starts, ends);
    const mentor = await readSchool(context, input.mentorSchoolId);
    const mentee = await readSchool(context, input.menteeSchoolId);
    if (mentor.id === mentee.id && input.mentorPosition === input.menteePosition)
      throw new Refusal('invalid', 'Наставник и подопечный совпадают. Уточните должности.', {
        menteePosition: 'Уточните должность',
      });
    const names = { mentorSchoolName: mentor.shortName, menteeSchoolName: mentee.shortName };
    const pair = { ...fields, ...names, model, ends: orNull(ends) };
    const entityId = await insertPair(tx, ownMunicipality(viewer), pair, viewer.userId);
    return {
      ...{ entity: 'mentoring_pair', entityId, details: { name: `${mentor.shortName} – ${mentee.shortName}` } },
      ...{ message: 'Пара записана.', to: links.mentoring() },
    };
  },
});

const nameOf = (pair: { readonly mentorSchoolName: string; readonly menteeSchoolName: string }) =>
  `${pair.mentorSchoolName} – ${pair.menteeSchoolName}`;

/** The plan and the term of a pair that goes on. */
export const editPair = defineAction({
  name: 'partnership.pair-edit',
  permission: 'partnership.change',
  input: z.strictObject({ pairId: id, version, plan: longText, ends: dayOrNone }),
  run: async ({ viewer, tx, input }) => {
    const pair = await findPair(tx, ownMunicipality(viewer), input.pairId);
    if (!pair) throw notFound();
    assertPeriod(pair.starts, input.ends);
    const change = { plan: input.plan, ends: orNull(input.ends) };
    if (!(await updatePair(tx, { id: pair.id, version: input.version }, change))) throw changedMeanwhile();
    return {
      ...{ entity: 'mentoring_pair', entityId: pair.id, details: { name: nameOf(pair) } },
      ...{ message: 'Сохранено.', to: links.mentoringPair(pair.id) },
    };
  },
});

/** The pair has ended: what came of it stays as written. */
export const endPair = defineAction({
  name: 'partnership.pair-end',
  permission: 'partnership.change',
  input: z.strictObject({ pairId: id, version, result: needed('Напишите, что получилось') }),
  run: async ({ viewer, tx, input }) => {
    const pair = await findPair(tx, ownMunicipality(viewer), input.pairId);
    if (!pair) throw notFound();
    const change = { result: input.result, endedOn: dayAt(new Date(), viewer.timeZone) };
    if (!(await updatePair(tx, { id: pair.id, version: input.version }, change))) throw changedMeanwhile();
    return {
      ...{ entity: 'mentoring_pair', entityId: pair.id, details: { name: nameOf(pair) } },
      ...{ message: 'Наставничество завершено.', to: links.mentoringPair(pair.id) },
    };
  },
});
