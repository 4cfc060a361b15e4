'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import { moveRule, putRule, putVerdict, removeRule, removeVerdict } from '@/lib/methodology/draft/change-rules';
import { code, direction, draft, editDraft, line, type Shown, tick } from '@/lib/methodology/draft/edit-draft';

export const saveRule = defineAction({
  name: 'method.save-rule',
  permission: 'method.change',
  input: z.strictObject({ ...draft, rule: code, verdict: code, when: line, words: line }),
  run: async (context) => {
    const { versionId, rule, verdict, when, words } = context.input;
    const done = await editDraft(
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
    const done = await editDraft(context, (method) => removeRule(method, context.input.rule));
    return { ...done, details: { code: context.input.rule }, to: links.methodEditRules(context.input.versionId) };
  },
});

export const shiftRule = defineAction({
  name: 'method.move-rule',
  permission: 'method.change',
  input: z.strictObject({ ...draft, rule: code, by: direction }),
  run: async (context) => {
    const done = await editDraft(context, (method) => moveRule(method, context.input.rule, context.input.by));
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
    const done = await editDraft(
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

export const dropVerdict = defineAction({
  name: 'method.remove-verdict',
  permission: 'method.change',
  input: z.strictObject({ ...draft, verdict: code }),
  run: async (context) => {
    const { versionId, verdict } = context.input;
    const done = await editDraft(context, (method) => removeVerdict(method, verdict));
    return { ...done, details: { code: verdict }, to: links.methodEditRules(versionId) };
  },
});
