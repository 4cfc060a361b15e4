import type { TaskAbout } from '@/lib/results/dictionaries/task-plan';
import type { Result, TaskResult } from '@/lib/results/result';

/**
 * Task-level analysis after «Рекомендации по проведению анализа результатов ВПР» (ФИОКО, 2026, §5–7): how much of what
 * could be got was got, against thresholds by the level of the task.
 */

/** SUFFICIENT, INSUFFICIENT, or UNCERTAIN between; FEW below the least group; NONE where nobody attempted. */
export type TaskState = 'SUFFICIENT' | 'UNCERTAIN' | 'INSUFFICIENT' | 'FEW' | 'NONE';

/** In percent, with the zone of uncertainty below the sufficient border: 60 − 3 and 30 − 1.5. Data of the recommendations. */
export interface TaskThresholds {
  readonly basic: { readonly sufficient: number; readonly insufficient: number };
  readonly advanced: { readonly sufficient: number; readonly insufficient: number };
  /** Groups smaller than this are not judged (n ≥ 10). */
  readonly leastGroup: number;
}
export const THRESHOLDS_2026: TaskThresholds = {
  basic: { sufficient: 60, insufficient: 57 },
  advanced: { sufficient: 30, insufficient: 28.5 },
  leastGroup: 10,
};

export interface TaskJudged extends TaskAbout {
  readonly attempted: number;
  /** Percent of the possible points; null where nobody attempted. */
  readonly percent: number | null;
  readonly state: TaskState;
}

/** Each task of one work. A task that the dictionary does not know is left out and counted by the caller. */
export function judgeTasks(
  result: Pick<Result, 'tasks'>,
  about: ReadonlyMap<string, TaskAbout>,
  thresholds = THRESHOLDS_2026,
): TaskJudged[] {
  return (result.tasks ?? []).flatMap((task) => {
    const known = about.get(task.code);
    if (!known) return [];
    const possible = task.attempted * task.maxScore;
    const percent = possible === 0 ? null : (100 * task.gained) / possible;
    return [
      {
        ...known,
        attempted: task.attempted,
        percent,
        state: stateOf(percent, task.attempted, known.level, thresholds),
      },
    ];
  });
}

/** Tasks of several schools together, in the order met: points and attempts are added up, the largest maximum stands. */
export function pooledTasks(results: readonly Pick<Result, 'tasks'>[]): TaskResult[] {
  const pooled = new Map<string, TaskResult>();
  for (const task of results.flatMap((result) => result.tasks ?? [])) {
    const met = pooled.get(task.code);
    pooled.set(task.code, {
      code: task.code,
      maxScore: Math.max(met?.maxScore ?? 0, task.maxScore),
      gained: (met?.gained ?? 0) + task.gained,
      attempted: (met?.attempted ?? 0) + task.attempted,
    });
  }
  return [...pooled.values()];
}

/** One content field or kind of activity: its tasks together. */
export interface Field {
  readonly name: string;
  readonly tasks: readonly TaskJudged[];
  readonly insufficient: number;
  readonly judged: number;
  /** More than half of the judged tasks are insufficient: a systematic deficit («большинство заданий умения красные»). */
  readonly isProblem: boolean;
}

/** «Проблемные поля» by content or by activity, in the order met; fields without a judged task are kept, not problems. */
export function problemFields(tasks: readonly TaskJudged[], by: 'content' | 'activity'): Field[] {
  const fields = new Map<string, TaskJudged[]>();
  for (const task of tasks) {
    if (task[by] === '') continue;
    const met = fields.get(task[by]);
    if (met) met.push(task);
    else fields.set(task[by], [task]);
  }
  return [...fields].map(([name, members]) => {
    const judged = members.filter((task) => task.state !== 'FEW' && task.state !== 'NONE').length;
    const insufficient = members.filter((task) => task.state === 'INSUFFICIENT').length;
    return { name, tasks: members, insufficient, judged, isProblem: judged > 0 && 2 * insufficient > judged };
  });
}

function stateOf(
  percent: number | null,
  attempted: number,
  level: TaskAbout['level'],
  thresholds: TaskThresholds,
): TaskState {
  if (percent === null) return 'NONE';
  if (attempted < thresholds.leastGroup) return 'FEW';
  const { sufficient, insufficient } = level === 'BASIC' ? thresholds.basic : thresholds.advanced;
  if (percent >= sufficient) return 'SUFFICIENT';
  return percent < insufficient ? 'INSUFFICIENT' : 'UNCERTAIN';
}
