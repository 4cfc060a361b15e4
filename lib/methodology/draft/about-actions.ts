'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { addParam, changeParams, numberOf, removeParam } from '@/lib/methodology/draft/change-numbers';
import { draft, editDraft, line, name } from '@/lib/methodology/draft/edit-draft';

export const editAbout = defineAction({
  name: 'method.edit-about',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    title: line,
    provenance: line,
    publicLabel: line,
    borderlineWords: line,
    issuer: z.string().trim().max(300, 'Не длиннее 300 знаков').default(''),
  }),
  run: async (context) => {
    const { versionId, seen: _seen, issuer, ...words } = context.input;
    const done = await editDraft(
      context,
      (method) => ({ ...method, ...words, order: { ...method.order, issuer } }),
      ({ title, provenance, publicLabel, borderlineWords }) => ({ title, provenance, publicLabel, borderlineWords }),
    );
    return { ...done, to: links.methodEdit(versionId) };
  },
});

export const editNumbers = defineAction({
  name: 'method.edit-numbers',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    codes: z.array(z.string().max(40)).max(200).default([]),
    values: z.array(z.string().max(20)).max(200).default([]),
  }),
  run: async (context) => {
    const { versionId, codes, values } = context.input;
    const numbers = new Map(codes.map((param, index) => [param, numberOf(values[index] ?? '', 'values[]')]));
    const done = await editDraft(context, (method) => {
      if (method.params.length !== numbers.size || method.params.some((param) => !numbers.has(param.code)))
        throw new Refusal('invalid', 'Присланы не все числа методики. Обновите страницу.');
      return changeParams(method, numbers);
    });
    return { ...done, to: links.methodEdit(versionId) };
  },
});

export const addNumber = defineAction({
  name: 'method.add-number',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    number: name,
    title: line,
    unit: z.enum(['POINT', 'PERCENT', 'PROCEDURE', 'PERSON'], 'Выберите единицу'),
    value: z.string().trim().max(10).default(''),
  }),
  run: async (context) => {
    const { versionId, number, title, unit } = context.input;
    const value = numberOf(context.input.value, 'value');
    const done = await editDraft(context, (method) => addParam(method, { code: number, title, unit, value }));
    return { ...done, details: { code: number }, to: links.methodEdit(versionId) };
  },
});

export const dropNumber = defineAction({
  name: 'method.remove-number',
  permission: 'method.change',
  input: z.strictObject({ ...draft, number: name }),
  run: async (context) => {
    const { versionId, number } = context.input;
    const done = await editDraft(context, (method) => removeParam(method, number));
    return { ...done, details: { code: number }, to: links.methodEdit(versionId) };
  },
});
