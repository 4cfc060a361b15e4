'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import {
  addList,
  changeList,
  moveListRule,
  putListRule,
  putListVerdict,
  removeList,
  removeListRule,
  removeListVerdict,
} from '@/lib/methodology/draft/change-lists';
import { code, direction, draft, editDraft, line, name, type Shown } from '@/lib/methodology/draft/edit-draft';
import type { Method } from '@/lib/methodology/method';

const ofList = { ...draft, list: name };
const findList = (method: Method, list: string) => method.lists?.find((one) => one.code === list);

export const startList = defineAction({
  name: 'method.add-list',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, title: line }),
  run: async (context) => {
    const { versionId, list, title } = context.input;
    const done = await editDraft(context, (method) => addList(method, { code: list, title }));
    return { ...done, details: { code: list }, to: links.methodEditList(versionId, list) };
  },
});

export const editList = defineAction({
  name: 'method.edit-list',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, title: line, missing: code }),
  run: async (context) => {
    const { versionId, list, title, missing } = context.input;
    const done = await editDraft(
      context,
      (method) => changeList(method, list, { title, missing }),
      (method): Shown => ({ title: findList(method, list)?.title ?? '' }),
    );
    return { ...done, details: { code: list }, to: links.methodEditList(versionId, list) };
  },
});

export const dropList = defineAction({
  name: 'method.remove-list',
  permission: 'method.change',
  input: z.strictObject(ofList),
  run: async (context) => {
    const { versionId, list } = context.input;
    const done = await editDraft(context, (method) => removeList(method, list));
    return { ...done, details: { code: list }, to: links.methodEditLists(versionId) };
  },
});

export const saveListRule = defineAction({
  name: 'method.save-list-rule',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, rule: code, verdict: code, when: line, words: line }),
  run: async (context) => {
    const { versionId, list, rule, verdict, when, words } = context.input;
    const done = await editDraft(
      context,
      (method) => putListRule(method, list, { code: rule, verdict, when, words }),
      (method): Shown => {
        const now = findList(method, list)?.rules.find((one) => one.code === rule);
        return now ? { when: now.when, words: now.words } : {};
      },
    );
    return { ...done, details: { code: `${list}/${rule}` }, to: links.methodEditList(versionId, list) };
  },
});

export const dropListRule = defineAction({
  name: 'method.remove-list-rule',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, rule: code }),
  run: async (context) => {
    const { versionId, list, rule } = context.input;
    const done = await editDraft(context, (method) => removeListRule(method, list, rule));
    return { ...done, details: { code: `${list}/${rule}` }, to: links.methodEditList(versionId, list) };
  },
});

export const shiftListRule = defineAction({
  name: 'method.move-list-rule',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, rule: code, by: direction }),
  run: async (context) => {
    const { versionId, list, rule, by } = context.input;
    const done = await editDraft(context, (method) => moveListRule(method, list, rule, by));
    return { ...done, details: { code: `${list}/${rule}` }, to: links.methodEditList(versionId, list) };
  },
});

export const saveListVerdict = defineAction({
  name: 'method.save-list-verdict',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, verdict: code, words: line }),
  run: async (context) => {
    const { versionId, list, verdict, words } = context.input;
    const done = await editDraft(
      context,
      (method) => putListVerdict(method, list, { code: verdict, words }),
      (method): Shown => ({ words: findList(method, list)?.verdicts.find((one) => one.code === verdict)?.words ?? '' }),
    );
    return { ...done, details: { code: `${list}/${verdict}` }, to: links.methodEditList(versionId, list) };
  },
});

export const dropListVerdict = defineAction({
  name: 'method.remove-list-verdict',
  permission: 'method.change',
  input: z.strictObject({ ...ofList, verdict: code }),
  run: async (context) => {
    const { versionId, list, verdict } = context.input;
    const done = await editDraft(context, (method) => removeListVerdict(method, list, verdict));
    return { ...done, details: { code: `${list}/${verdict}` }, to: links.methodEditList(versionId, list) };
  },
});
