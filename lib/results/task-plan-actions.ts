'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { seenInput } from '@/lib/results/action-input';
import { tasksOfText } from '@/lib/results/dictionaries/task-plan';
import { EXAMS, SUBJECTS } from '@/lib/results/result';
import { putTaskPlan, removeTaskPlan } from '@/lib/results/task-plan-store';
import { procedureWords } from '@/lib/results/words';

const number = z.coerce.number<string>();

/** What the tasks of a paper ask, pasted from its description. The tasks of the same paper and year are replaced. */
export const saveTaskPlan = defineAction({
  name: 'results.tasks',
  permission: 'results.import',
  input: z.strictObject({
    year: number.pipe(z.int().min(2000).max(2100)),
    exam: z.enum(EXAMS, 'Выберите экзамен'),
    subject: z.enum(SUBJECTS, 'Выберите предмет'),
    grade: number.pipe(z.int().min(1).max(12)),
    tasks: z.string().max(40_000, 'Не длиннее 40 000 знаков'),
    source: z.string().trim().min(1, 'Откуда сведения: документ, дата.').max(300),
  }),
  run: async ({ viewer, input, tx }) => {
    const tasks = tasksOfText(input.tasks);
    const planId = await putTaskPlan(tx, ownMunicipality(viewer), { ...input, tasks });
    return {
      entity: 'task-plan',
      entityId: planId,
      details: { work: procedureWords(input), source: input.source },
      message: `Записано: ${count(tasks.length, ['задание', 'задания', 'заданий'])}.`,
      to: links.resultDictionaries(),
    };
  },
});

export const dropTaskPlan = defineAction({
  name: 'results.tasks-remove',
  permission: 'results.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    if (!(await removeTaskPlan(tx, ownMunicipality(viewer), input.id, input.version)))
      throw new Refusal('conflict', 'Этот перечень заданий уже изменили в другом окне. Обновите страницу.');
    return {
      entity: 'task-plan',
      entityId: input.id,
      message: 'Перечень заданий удалён.',
      to: links.resultDictionaries(),
    };
  },
});
