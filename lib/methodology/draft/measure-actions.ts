'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import { moveMeasure, putMeasure, removeMeasure } from '@/lib/methodology/draft/change-measures';
import { setNumberOf } from '@/lib/methodology/draft/change-numbers';
import { direction, draft, editDraft, line, name, type Shown } from '@/lib/methodology/draft/edit-draft';
import { MEASURE_UNITS } from '@/lib/methodology/method';

export const saveMeasure = defineAction({
  name: 'method.save-measure',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    measure: name,
    title: line,
    of: z.enum(['SCHOOL', 'MUNICIPALITY'], 'Выберите, чей показатель'),
    unit: z.enum(MEASURE_UNITS, 'Выберите единицу'),
    value: line,
    round: z.string().trim().max(2).default(''),
    provenance: line,
  }),
  run: async (context) => {
    const { versionId, seen: _seen, measure, round, ...rest } = context.input;
    const digits = round === '' ? null : setNumberOf(round, 'round', 0, 12);
    const done = await editDraft(
      context,
      (method) => putMeasure(method, { code: measure, ...rest, round: digits }),
      (method): Shown => {
        const now = method.measures?.find((one) => one.code === measure);
        return now ? { title: now.title, value: now.value } : {};
      },
    );
    return { ...done, details: { code: measure }, to: links.methodEditMeasures(versionId) };
  },
});

export const dropMeasure = defineAction({
  name: 'method.remove-measure',
  permission: 'method.change',
  input: z.strictObject({ ...draft, measure: name }),
  run: async (context) => {
    const { versionId, measure } = context.input;
    const done = await editDraft(context, (method) => removeMeasure(method, measure));
    return { ...done, details: { code: measure }, to: links.methodEditMeasures(versionId) };
  },
});

export const shiftMeasure = defineAction({
  name: 'method.move-measure',
  permission: 'method.change',
  input: z.strictObject({ ...draft, measure: name, by: direction }),
  run: async (context) => {
    const { versionId, measure, by } = context.input;
    const done = await editDraft(context, (method) => moveMeasure(method, measure, by));
    return { ...done, details: { code: measure }, to: links.methodEditMeasures(versionId) };
  },
});
