import 'server-only';
import { z } from 'zod';
import { newId } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import { type TaskPlan, taskPlanSchema } from '@/lib/results/dictionaries/task-plan';

const SELECT = {
  id: true,
  version: true,
  year: true,
  exam: true,
  subject: true,
  grade: true,
  tasks: true,
  source: true,
} as const;

const stored = taskPlanSchema.extend({ id: z.string(), version: z.number() });
export type StoredTaskPlan = TaskPlan & { readonly id: string; readonly version: number };

/** What the municipality has entered about tasks, newest year first; of some years only where they are given. */
export async function taskPlans(tx: Tx, municipalityId: string, years?: readonly number[]): Promise<StoredTaskPlan[]> {
  const rows = await tx.taskPlan.findMany({
    where: { municipalityId, ...(years ? { year: { in: [...years] } } : {}) },
    select: SELECT,
    orderBy: [{ year: 'desc' }, { exam: 'asc' }, { subject: 'asc' }, { grade: 'asc' }],
  });
  return rows.map((row) => stored.parse(row));
}

/** Writes the tasks of a paper and a year; those entered before are replaced. */
export async function putTaskPlan(tx: Tx, municipalityId: string, plan: TaskPlan): Promise<string> {
  const { year, exam, subject, grade, tasks, source } = plan;
  const place = { municipalityId, year, exam, subject, grade };
  const row = await tx.taskPlan.upsert({
    where: { municipalityId_year_exam_subject_grade: place },
    create: { id: newId(), ...place, tasks, source },
    update: { tasks, source, version: { increment: 1 } },
    select: { id: true },
  });
  return row.id;
}

/** Removes the plan that the person saw; false when it is another one by now. A foreign one does not exist. */
export async function removeTaskPlan(tx: Tx, municipalityId: string, id: string, version: number): Promise<boolean> {
  const known = await tx.taskPlan.findFirst({ where: { municipalityId, id }, select: { id: true } });
  if (!known) throw notFound();
  const { count } = await tx.taskPlan.deleteMany({ where: { municipalityId, id, version } });
  return count === 1;
}
