'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import { newCriterion } from '@/lib/methodology/draft/change-items';
import { addSection, changeSection, moveSection, removeSection } from '@/lib/methodology/draft/change-sections';
import { code, direction, draft, editDraft, line, type Shown, tick } from '@/lib/methodology/draft/edit-draft';

const zone = z.enum(['results', 'objectivity'], 'Выберите зону');

export const addPart = defineAction({
  name: 'method.add-section',
  permission: 'method.change',
  input: z.strictObject({ ...draft, section: code, title: line, zone, code, wording: line, threshold: line }),
  run: async (context) => {
    const { versionId, section, title, code: item, wording, threshold } = context.input;
    const first = newCriterion({ code: item, wording, threshold });
    const done = await editDraft(context, (method) =>
      addSection(method, { code: section, title, zone: context.input.zone }, first),
    );
    return { ...done, details: { code: section }, to: links.methodEdit(versionId) };
  },
});

export const editSection = defineAction({
  name: 'method.edit-section',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    section: code,
    title: line,
    note: z.string().trim().max(2000, 'Не длиннее 2000 знаков').default(''),
    table: z.enum(['1', '2'], 'Выберите таблицу'),
    zone,
    switchable: tick,
  }),
  run: async (context) => {
    const { versionId, section, title, note, table, switchable } = context.input;
    const change = { title, note, zone: context.input.zone, switchable: switchable === 'on' };
    const done = await editDraft(
      context,
      (method) => changeSection(method, section, { ...change, table: table === '1' ? 1 : 2 }),
      (method): Shown => {
        const now = method.sections.find((one) => one.code === section);
        return now ? { title: now.title, note: now.note } : {};
      },
    );
    return { ...done, details: { code: section }, to: links.methodEditSections(versionId) };
  },
});

export const shiftSection = defineAction({
  name: 'method.move-section',
  permission: 'method.change',
  input: z.strictObject({ ...draft, section: code, by: direction }),
  run: async (context) => {
    const { versionId, section, by } = context.input;
    const done = await editDraft(context, (method) => moveSection(method, section, by));
    return { ...done, details: { code: section }, to: links.methodEditSections(versionId) };
  },
});

export const dropSection = defineAction({
  name: 'method.remove-section',
  permission: 'method.change',
  input: z.strictObject({ ...draft, section: code }),
  run: async (context) => {
    const { versionId, section } = context.input;
    const done = await editDraft(context, (method) => removeSection(method, section));
    return { ...done, details: { code: section }, to: links.methodEditSections(versionId) };
  },
});
