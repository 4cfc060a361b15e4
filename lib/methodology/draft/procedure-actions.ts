'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { setNumberOf } from '@/lib/methodology/draft/change-numbers';
import {
  changeFederal,
  putGroup,
  putProcedure,
  removeGroup,
  removeProcedure,
} from '@/lib/methodology/draft/change-procedures';
import { code, draft, editDraft, line, type Shown } from '@/lib/methodology/draft/edit-draft';

const digits = z.string().trim().max(10).default('');
const optionalCode = z.union([z.literal(''), code]).default('');

/** «russian, math_basic» as codes. */
const subjectsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

export const saveProcedure = defineAction({
  name: 'method.save-procedure',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    procedure: code,
    title: line,
    exam: line,
    subject: line,
    grade: digits,
    minParticipants: digits,
    smallSample: digits,
    section: optionalCode,
    resultsExam: optionalCode,
    resultsSubjects: z.string().trim().max(300).default(''),
  }),
  run: async (context) => {
    const { input } = context;
    const { versionId, procedure, title, exam, subject, section, resultsExam } = input;
    const subjects = subjectsOf(input.resultsSubjects);
    const results = resultsExam === '' || subjects.length === 0 ? {} : { results: { exam: resultsExam, subjects } };
    const numbers = {
      grade: setNumberOf(input.grade, 'grade', 1, 12),
      minParticipants: setNumberOf(input.minParticipants, 'minParticipants'),
      smallSample: setNumberOf(input.smallSample, 'smallSample'),
    };
    const saved = { code: procedure, title, exam, subject, section: section === '' ? null : section };
    const done = await editDraft(
      context,
      (method) => putProcedure(method, { ...saved, ...numbers, ...results }),
      (method): Shown => {
        const now = method.procedures.find((one) => one.code === procedure);
        return now ? { title: now.title, exam: now.exam, subject: now.subject } : {};
      },
    );
    return { ...done, details: { code: procedure }, to: links.methodEditProcedures(versionId) };
  },
});

export const dropProcedure = defineAction({
  name: 'method.remove-procedure',
  permission: 'method.change',
  input: z.strictObject({ ...draft, procedure: code }),
  run: async (context) => {
    const { versionId, procedure } = context.input;
    const done = await editDraft(context, (method) => removeProcedure(method, procedure));
    return { ...done, details: { code: procedure }, to: links.methodEditProcedures(versionId) };
  },
});

export const editFederal = defineAction({
  name: 'method.edit-federal',
  permission: 'method.change',
  input: z.strictObject({ ...draft, numerator: digits, denominator: digits, minimum: digits }),
  run: async (context) => {
    const { input } = context;
    const lowShare = {
      numerator: setNumberOf(input.numerator, 'numerator'),
      denominator: setNumberOf(input.denominator, 'denominator', 1),
    };
    const minimum = setNumberOf(input.minimum, 'minimum', 1);
    if (lowShare.numerator > lowShare.denominator)
      throw new Refusal('invalid', 'Проверьте числа методики.', { numerator: 'Доля не может быть больше единицы' });
    const done = await editDraft(context, (method) => changeFederal(method, { lowShare, minimum }));
    return { ...done, to: links.methodEditProcedures(input.versionId) };
  },
});

export const saveGroup = defineAction({
  name: 'method.save-group',
  permission: 'method.change',
  input: z.strictObject({
    ...draft,
    /** Place of the group; empty adds one. */
    at: digits,
    title: line,
    procedures: z
      .array(code)
      .max(50)
      .default([])
      .refine((codes) => codes.length > 0, 'Отметьте хотя бы одну процедуру'),
    item: optionalCode,
    counts: digits,
  }),
  run: async (context) => {
    const { versionId, at, title, procedures, item } = context.input;
    const counts = setNumberOf(context.input.counts || '0', 'counts');
    const place = at === '' ? null : setNumberOf(at, 'title');
    const group = { title, procedures, counts, item: item === '' ? null : item };
    const done = await editDraft(context, (method) => putGroup(method, place, group));
    return { ...done, to: links.methodEditProcedures(versionId) };
  },
});

export const dropGroup = defineAction({
  name: 'method.remove-group',
  permission: 'method.change',
  input: z.strictObject({ ...draft, at: digits }),
  run: async (context) => {
    const at = setNumberOf(context.input.at, 'title');
    const done = await editDraft(context, (method) => removeGroup(method, at));
    return { ...done, to: links.methodEditProcedures(context.input.versionId) };
  },
});
