'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import {
  addCriterion,
  addSign,
  changeItem,
  findItem,
  moveItem,
  newComposite,
  newCriterion,
  newNumber,
  removeItem,
  switchItems,
} from '@/lib/methodology/draft/change-items';
import { numberOf, setNumberOf } from '@/lib/methodology/draft/change-numbers';
import { code, direction, draft, editDraft, line, name, tick } from '@/lib/methodology/draft/edit-draft';
import { thresholdCondition } from '@/lib/methodology/draft/threshold-condition';
import {
  type AskedNumber,
  type Method,
  type MethodThreshold,
  THRESHOLD_BASES,
  THRESHOLD_OPS,
  THRESHOLD_UNITS,
} from '@/lib/methodology/method';

export const editSwitches = defineAction({
  name: 'method.edit-switches',
  permission: 'method.change',
  input: z.strictObject({ ...draft, on: z.array(z.string().max(60)).max(2000).default([]) }),
  run: async (context) => {
    const done = await editDraft(context, (method) => switchItems(method, new Set(context.input.on)));
    return { ...done, to: links.methodEdit(context.input.versionId) };
  },
});

const threshold = {
  op: z.enum(['', ...THRESHOLD_OPS], 'Выберите сравнение').default(''),
  value: z.string().trim().max(10).default(''),
  unit: z.enum(THRESHOLD_UNITS, 'Выберите единицу').default('PERCENT'),
  base: z.enum(THRESHOLD_BASES, 'Выберите, с чем сравнивают').default('NONE'),
  minParticipants: z.string().trim().max(10).default('0'),
};

/** What may be typed; the fields are there only where a number is asked. */
const asked = {
  decimals: z.string().trim().max(2).optional(),
  least: z.string().trim().max(10).default(''),
  most: z.string().trim().max(10).default(''),
};

function askedOf({ decimals, least, most }: z.output<z.ZodObject<typeof asked>>): AskedNumber | undefined {
  if (decimals === undefined) return undefined;
  return {
    decimals: setNumberOf(decimals, 'decimals', 0, 4),
    least: numberOf(least, 'least'),
    most: numberOf(most, 'most'),
  };
}

/** The threshold that the fields say; without a comparison there is none. */
function thresholdOf(input: z.output<z.ZodObject<typeof threshold>>): MethodThreshold | null {
  const { op, unit, base } = input;
  if (op === '') return null;
  const minParticipants = setNumberOf(input.minParticipants || '0', 'minParticipants');
  return { op, unit, base, minParticipants, value: setNumberOf(input.value, 'value') };
}

export const editItem = defineAction({
  name: 'method.edit-item',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    ...threshold,
    ...asked,
    item: code,
    wording: line,
    data: line,
    threshold: line,
    why: line,
    applies: line,
    when: z.string().trim().max(2000, 'Не длиннее 2000 знаков').default(''),
    /** The condition is this measure compared with the threshold; empty leaves what is written. */
    measure: z.union([z.literal(''), name]).default(''),
    provenance: line,
    dataSource: line.optional(),
    computable: z.enum(['RESULTS', 'FORM', 'MANUAL'], 'Выберите способ').optional(),
    formula: line.optional(),
    enabled: tick,
  }),
  run: async (context) => {
    const { input } = context;
    const { versionId, item, wording, data, why, applies, when, provenance, dataSource, computable, formula } = input;
    const of = (method: Method) => {
      const found = findItem(method, item);
      if (!found) throw notFound();
      return found.sign ?? found.criterion;
    };
    const limit = thresholdOf(input);
    const number = askedOf(input);
    if (input.measure !== '' && limit === null)
      throw new Refusal('invalid', 'Чтобы сравнить показатель с порогом, задайте порог.', { op: 'Выберите сравнение' });
    const condition = input.measure !== '' && limit ? thresholdCondition(input.measure, limit) : when;
    const change = {
      wording,
      hint: { data, threshold: input.threshold, why },
      threshold: limit,
      applies,
      when: condition === '' ? null : condition,
      provenance,
      enabled: input.enabled === 'on',
      ...(number ? { number } : {}),
      ...{ dataSource, computable, formula },
    };
    const done = await editDraft(
      context,
      (method) => changeItem(method, item, change),
      (method) => {
        const now = of(method);
        const said = now.computed?.when ?? 'портал не отвечает сам';
        return { wording: now.wording, ...now.hint, applies: now.applies, when: said, provenance: now.provenance };
      },
    );
    return { ...done, details: { item }, to: links.methodEditItem(versionId, item) };
  },
});

export const addItem = defineAction({
  name: 'method.add-item',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    section: code,
    code,
    wording: line,
    threshold: line,
    kind: z.enum(['yes_no', 'number', 'composite'], 'Выберите, что отвечает школа').default('yes_no'),
    /** The first sign of a composite one. */
    sign: z.union([z.literal(''), code]).default(''),
  }),
  run: async (context) => {
    const { versionId, section, code: item, wording, threshold: words, kind, sign } = context.input;
    const question = { code: item, wording, threshold: words };
    if (kind === 'composite' && sign === '')
      throw new Refusal('invalid', 'У составного критерия есть хотя бы один признак.', {
        sign: 'Задайте код признака',
      });
    if (kind !== 'composite' && sign !== '')
      throw new Refusal('invalid', 'Признаки есть только у критерия из признаков.', { kind: 'Выберите признаки' });
    const criterion = {
      yes_no: () => newCriterion(question),
      number: () => newNumber(question),
      composite: () => newComposite(question, { ...question, code: sign }),
    }[kind]();
    const done = await editDraft(context, (method) => addCriterion(method, section, criterion));
    return { ...done, details: { item }, to: links.methodEditItem(versionId, item) };
  },
});

export const addItemSign = defineAction({
  name: 'method.add-sign',
  permission: 'method.change',
  input: z.strictObject({ ...draft, item: code, sign: code, wording: line, threshold: line }),
  run: async (context) => {
    const { versionId, item, sign, wording, threshold: words } = context.input;
    const done = await editDraft(context, (method) => addSign(method, item, { code: sign, wording, threshold: words }));
    return { ...done, details: { item: sign }, to: links.methodEditItem(versionId, sign) };
  },
});

export const dropItem = defineAction({
  name: 'method.remove-item',
  permission: 'method.change',
  input: z.strictObject({ ...draft, item: code }),
  run: async (context) => {
    const { versionId, item } = context.input;
    const done = await editDraft(context, (method) => removeItem(method, item));
    return { ...done, details: { item }, message: `${item} убран из черновика.`, to: links.methodEdit(versionId) };
  },
});

export const shiftItem = defineAction({
  name: 'method.move-item',
  permission: 'method.change',
  input: z.strictObject({ ...draft, item: code, by: direction }),
  run: async (context) => {
    const { versionId, item, by } = context.input;
    const done = await editDraft(context, (method) => moveItem(method, item, by));
    return { ...done, details: { item }, to: links.methodEditItem(versionId, item) };
  },
});
