import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import type { WorkPlan } from '@/lib/objectivity/school-evidence';
import type { Result } from '@/lib/results/result';

/** Got and possible points of one level of tasks. */
export interface LevelPoints {
  readonly gained: number;
  readonly possible: number;
}

/** Points by level; null where tasks or their levels are not known, or a level has no points to get. */
export function pointsByLevel(
  result: Result,
  plan: WorkPlan | undefined,
): Readonly<Record<'BASIC' | 'ADVANCED', LevelPoints>> | null {
  if (!result.tasks || !plan?.tasks) return null;
  const points = { BASIC: { gained: 0, possible: 0 }, ADVANCED: { gained: 0, possible: 0 } };
  for (const task of result.tasks) {
    const level = plan.tasks.get(task.code);
    if (!level) return null;
    points[level].gained += task.gained;
    points[level].possible += task.attempted * task.maxScore;
  }
  return points.BASIC.possible > 0 && points.ADVANCED.possible > 0 ? points : null;
}

/** Percentage points made of binary fractions: exactly the margin is not beyond it. */
const ROUNDING = 1e-9;

/**
 * Local sign «лёгкие задания хуже, сложные – лучше» (Рособрнадзор, 2017): mean difference of completion from the
 * territory's below −`margin` over basic tasks and above +`margin` over advanced ones, in percentage points (10 is a
 * proposal of the handbook). `usual` is the territory's completion of each task, 0…1.
 */
export function easyWorseHardBetter(
  result: Result | undefined,
  plan: WorkPlan | undefined,
  usual: ReadonlyMap<string, number>,
  margin = 10,
  least = 8,
): Finding {
  if (!result || result.participants === 0) return undefinedBecause('NO_RESULT');
  const n = result.participants;
  if (n < least) return undefinedBecause('FEW_PARTICIPANTS', { n, least });
  if (!result.tasks) return undefinedBecause('NO_DETAIL', { n });
  if (!plan?.tasks) return undefinedBecause('NO_TASK_LEVELS', { n });
  const differences = { BASIC: [] as number[], ADVANCED: [] as number[] };
  for (const task of result.tasks) {
    const level = plan.tasks.get(task.code);
    const theirs = usual.get(task.code);
    if (!level || theirs === undefined) return undefinedBecause(level ? 'NO_REFERENCE' : 'NO_TASK_LEVELS', { n });
    const possible = task.attempted * task.maxScore;
    if (possible > 0) differences[level].push(100 * (task.gained / possible - theirs));
  }
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  if (differences.BASIC.length === 0 || differences.ADVANCED.length === 0) return undefinedBecause('NO_DETAIL', { n });
  const [basic, advanced] = [mean(differences.BASIC), mean(differences.ADVANCED)];
  return decided(basic < -margin - ROUNDING && advanced > margin + ROUNDING, { n, basic, advanced, margin });
}

/** Completion of each task by all participants together, 0…1, by code. */
export function usualCompletion(results: readonly Result[]): Map<string, number> {
  const points = new Map<string, { gained: number; possible: number }>();
  for (const task of results.flatMap((result) => result.tasks ?? [])) {
    const sum = points.get(task.code) ?? { gained: 0, possible: 0 };
    sum.gained += task.gained;
    sum.possible += task.attempted * task.maxScore;
    points.set(task.code, sum);
  }
  return new Map(
    [...points].flatMap(([code, { gained, possible }]) => (possible > 0 ? [[code, gained / possible] as const] : [])),
  );
}
