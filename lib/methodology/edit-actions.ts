'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { ownVersion } from '@/lib/methodology/draft-queries';
import { saveDraft } from '@/lib/methodology/draft-store';
import {
  addCriterion,
  addSection,
  changeItem,
  changeParams,
  findItem,
  moveItem,
  moveRule,
  numberOf,
  putRule,
  putVerdict,
  removeItem,
  removeRule,
  switchItems,
} from '@/lib/methodology/edit-method';
import type { Method } from '@/lib/methodology/method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { methodOfVersion } from '@/lib/methodology/queries';
import { DRAFT_CHANGED } from '@/lib/methodology/version-words';
import type { Tx } from '@/lib/platform/prisma';

/** sha-256 of the content that the person saw. */
const seen = z.string().regex(/^[0-9a-f]{64}$/, 'Обновите страницу');
const draft = { versionId: id, seen };
const line = z.string().trim().min(1, 'Заполните это поле').max(2000, 'Не длиннее 2000 знаков');
const code = z
  .string()
  .trim()
  .regex(/^[\p{L}\d][\p{L}\d_-]{0,31}$/u, 'Код – до 32 букв и цифр без пробелов, например «А7»');
const tick = z.literal('on').optional();
const direction = z.enum(['up', 'down']);

type Seen = { readonly versionId: string; readonly seen: string };
type Shown = Readonly<Record<string, string>>;

/**
 * Patches a draft as it was seen and saves it if it still holds together. Over content that has changed meanwhile nothing
 * is saved: each field then says what stands there now (`shown`), beside what was typed.
 */
async function edit(
  { viewer, tx, input }: { viewer: Viewer; tx: Tx; input: Seen },
  change: (method: Method) => Method,
  shown: (method: Method) => Shown = () => ({}),
) {
  const version = await ownVersion(tx, viewer, input.versionId);
  if (version.status !== 'DRAFT')
    throw new Refusal('closed', 'Версия уже утверждена и не меняется. Сделайте её копию.');
  const { method, hash } = await methodOfVersion(tx, version.id);
  const conflict = () =>
    new Refusal(
      'conflict',
      DRAFT_CHANGED,
      Object.fromEntries(Object.entries(shown(method)).map(([field, text]) => [field, `Сейчас в черновике: ${text}`])),
    );
  if (hash !== input.seen) throw conflict();
  const changed = parseMethod(change(method));
  if (!(await saveDraft(tx, version.id, input.seen, changed))) throw conflict();
  return { entity: 'method', entityId: version.id, message: 'Сохранено в черновике.' };
}

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
    const done = await edit(
      context,
      (method) => ({ ...method, ...words, order: { ...method.order, issuer } }),
      ({ title, provenance, publicLabel, borderlineWords }) => ({ title, provenance, publicLabel, borderlineWords }),
    );
    return { ...done, to: links.methodEdit(versionId) };
  },
});

export const editSwitches = defineAction({
  name: 'method.edit-switches',
  permission: 'method.change',
  input: z.strictObject({ ...draft, on: z.array(z.string().max(60)).max(2000).default([]) }),
  run: async (context) => {
    const done = await edit(context, (method) => switchItems(method, new Set(context.input.on)));
    return { ...done, to: links.methodEdit(context.input.versionId) };
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
    const numbers = new Map(codes.map((name, index) => [name, numberOf(values[index] ?? '', 'values[]')]));
    const done = await edit(context, (method) => {
      if (method.params.length !== numbers.size || method.params.some((param) => !numbers.has(param.code)))
        throw new Refusal('invalid', 'Присланы не все числа методики. Обновите страницу.');
      return changeParams(method, numbers);
    });
    return { ...done, to: links.methodEdit(versionId) };
  },
});

export const editItem = defineAction({
  name: 'method.edit-item',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    item: code,
    wording: line,
    data: line,
    threshold: line,
    why: line,
    value: z.string().trim().max(10).default(''),
    applies: line,
    provenance: line,
    dataSource: line.optional(),
    computable: z.enum(['RESULTS', 'FORM', 'MANUAL'], 'Выберите способ').optional(),
    formula: line.optional(),
    enabled: tick,
  }),
  run: async (context) => {
    const { versionId, item, wording, data, threshold, why, applies, provenance, enabled } = context.input;
    const { dataSource, computable, formula } = context.input;
    const value = numberOf(context.input.value, 'value');
    const of = (method: Method) => {
      const found = findItem(method, item);
      if (!found) throw notFound();
      return found.sign ?? found.criterion;
    };
    const done = await edit(
      context,
      (method) => {
        const known = of(method).threshold;
        return changeItem(method, item, {
          wording,
          hint: { data, threshold, why },
          applies,
          provenance,
          enabled: enabled === 'on',
          ...(known && value !== null ? { threshold: { ...known, value } } : {}),
          ...(dataSource === undefined ? {} : { dataSource }),
          ...(computable === undefined ? {} : { computable }),
          ...(formula === undefined ? {} : { formula }),
        });
      },
      (method) => {
        const now = of(method);
        return { wording: now.wording, ...now.hint, applies: now.applies, provenance: now.provenance };
      },
    );
    return { ...done, details: { item }, to: links.methodEditItem(versionId, item) };
  },
});

export const addItem = defineAction({
  name: 'method.add-item',
  permission: 'method.change',
  input: z.strictObject({ ...draft, section: code, code, wording: line, threshold: line }),
  run: async (context) => {
    const { versionId, section, code: item, wording, threshold } = context.input;
    const done = await edit(context, (method) => addCriterion(method, section, { code: item, wording, threshold }));
    return { ...done, details: { item }, to: links.methodEditItem(versionId, item) };
  },
});

export const addPart = defineAction({
  name: 'method.add-section',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    section: code,
    title: line,
    zone: z.enum(['results', 'objectivity'], 'Выберите зону'),
    code,
    wording: line,
    threshold: line,
  }),
  run: async (context) => {
    const { versionId, section, title, zone, code: item, wording, threshold } = context.input;
    const done = await edit(context, (method) =>
      addSection(method, { code: section, title, zone }, { code: item, wording, threshold }),
    );
    return { ...done, details: { code: section }, to: links.methodEdit(versionId) };
  },
});

export const dropItem = defineAction({
  name: 'method.remove-item',
  permission: 'method.change',
  input: z.strictObject({ ...draft, item: code }),
  run: async (context) => {
    const { versionId, item } = context.input;
    const done = await edit(context, (method) => removeItem(method, item));
    return { ...done, details: { item }, message: `${item} убран из черновика.`, to: links.methodEdit(versionId) };
  },
});

export const shiftItem = defineAction({
  name: 'method.move-item',
  permission: 'method.change',
  input: z.strictObject({ ...draft, item: code, by: direction }),
  run: async (context) => {
    const { versionId, item, by } = context.input;
    const done = await edit(context, (method) => moveItem(method, item, by));
    return { ...done, details: { item }, to: links.methodEdit(versionId) };
  },
});

export const saveRule = defineAction({
  name: 'method.save-rule',
  permission: 'method.change',
  input: z.strictObject({ ...draft, rule: code, verdict: code, when: line, words: line }),
  run: async (context) => {
    const { versionId, rule, verdict, when, words } = context.input;
    const done = await edit(
      context,
      (method) => putRule(method, { code: rule, verdict, when, words }),
      (method): Shown => {
        const now = method.rules.find((one) => one.code === rule);
        return now ? { when: now.when, words: now.words } : {};
      },
    );
    return { ...done, details: { code: rule }, to: links.methodEditRules(versionId) };
  },
});

export const dropRule = defineAction({
  name: 'method.remove-rule',
  permission: 'method.change',
  input: z.strictObject({ ...draft, rule: code }),
  run: async (context) => {
    const done = await edit(context, (method) => removeRule(method, context.input.rule));
    return { ...done, details: { code: context.input.rule }, to: links.methodEditRules(context.input.versionId) };
  },
});

export const shiftRule = defineAction({
  name: 'method.move-rule',
  permission: 'method.change',
  input: z.strictObject({ ...draft, rule: code, by: direction }),
  run: async (context) => {
    const done = await edit(context, (method) => moveRule(method, context.input.rule, context.input.by));
    return { ...done, details: { code: context.input.rule }, to: links.methodEditRules(context.input.versionId) };
  },
});

export const saveVerdict = defineAction({
  name: 'method.save-verdict',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    verdict: code,
    words: line,
    explanation: line,
    level: z.enum(['', '0', '1', '2', '3'], 'Выберите место на шкале').default(''),
    proposes: tick,
  }),
  run: async (context) => {
    const { versionId, verdict, words, explanation, level, proposes } = context.input;
    const place = level === '' ? null : Number(level);
    const done = await edit(
      context,
      (method) => putVerdict(method, { code: verdict, words, explanation, level: place, proposes: proposes === 'on' }),
      (method): Shown => {
        const now = method.verdicts.find((one) => one.code === verdict);
        return now ? { words: now.words, explanation: now.explanation } : {};
      },
    );
    return { ...done, details: { code: verdict }, to: links.methodEditRules(versionId) };
  },
});
