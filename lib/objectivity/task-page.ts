import {
  type Field,
  judgeTasks,
  pooledTasks,
  problemFields,
  type TaskJudged,
  type TaskState,
} from '@/lib/objectivity/task-levels';
import type { TaskAbout } from '@/lib/results/dictionaries/task-plan';
import type { SchoolResult, TaskResult } from '@/lib/results/result';

/** How a task was done by a group: percent of the possible points; UNKNOWN where its level is in no dictionary. */
export interface TaskDone {
  readonly attempted: number;
  readonly percent: number | null;
  readonly state: TaskState | 'UNKNOWN';
}

export interface TaskRow {
  readonly code: string;
  readonly maxScore: number;
  readonly about: TaskAbout | null;
  /** The schools in sight together, the chosen one left out: a share is compared with the others'. */
  readonly all: TaskDone;
  /** The chosen school; null where none is chosen or it has not written the work. */
  readonly school: TaskDone | null;
}

export interface TaskSchool {
  readonly schoolId: string;
  readonly participants: number;
  /** Tasks of a known level that enough pupils attempted, and of them those below the border. */
  readonly judged: number;
  readonly insufficient: number;
}

export interface TaskPage {
  readonly rows: readonly TaskRow[];
  /** Of the chosen school, else of all in sight. */
  readonly content: readonly Field[];
  readonly activity: readonly Field[];
  readonly schools: readonly TaskSchool[];
  /** Tasks of the work that the dictionary does not know. */
  readonly unknown: number;
}

/**
 * Task-level analysis of one work of one year: `results` are those of the schools in sight, `plan` what the dictionary says of
 * its tasks. Numbers of tasks stand in the order of the paper.
 */
export function taskPageOf(
  results: readonly SchoolResult[],
  plan: readonly TaskAbout[],
  schoolId: string | undefined,
): TaskPage {
  const about = new Map(plan.map((task) => [task.code, task]));
  const known = results.filter(({ tasks }) => tasks !== null && tasks.length > 0);
  const all = pooledTasks(known);
  // Layouts without maxima know the best score of their own file only: one task has one maximum, the largest that was seen.
  const most = new Map(all.map(({ code, maxScore }) => [code, maxScore]));
  const withTasks = known.map((result) => ({
    ...result,
    tasks: (result.tasks ?? []).map((task) => ({ ...task, maxScore: most.get(task.code) ?? task.maxScore })),
  }));
  const chosen = withTasks.find((result) => result.schoolId === schoolId);
  const around = new Map(pooledTasks(withTasks.filter((one) => one !== chosen)).map((task) => [task.code, task]));
  const own = new Map((chosen?.tasks ?? []).map((task) => [task.code, task]));
  const judged = judgeTasks({ tasks: chosen ? chosen.tasks : all }, about);
  return {
    rows: inOrder(all).map((task) => {
      const mine = own.get(task.code);
      return {
        code: task.code,
        maxScore: task.maxScore,
        about: about.get(task.code) ?? null,
        all: doneOf(around.get(task.code) ?? { ...task, gained: 0, attempted: 0 }, about),
        school: mine ? doneOf(mine, about) : null,
      };
    }),
    content: problemFields(judged, 'content'),
    activity: problemFields(judged, 'activity'),
    schools: withTasks.map(({ schoolId: id, participants, tasks }) => {
      const judgedHere = judgeTasks({ tasks }, about).filter(isJudged);
      return {
        schoolId: id,
        participants,
        judged: judgedHere.length,
        insufficient: judgedHere.filter(({ state }) => state === 'INSUFFICIENT').length,
      };
    }),
    unknown: all.filter(({ code }) => !about.has(code)).length,
  };
}

const isJudged = ({ state }: TaskJudged): boolean => state !== 'FEW' && state !== 'NONE';

function doneOf(task: TaskResult, about: ReadonlyMap<string, TaskAbout>): TaskDone {
  const [judged] = judgeTasks({ tasks: [task] }, about);
  if (judged) return { attempted: judged.attempted, percent: judged.percent, state: judged.state };
  const possible = task.attempted * task.maxScore;
  return {
    attempted: task.attempted,
    percent: possible === 0 ? null : (100 * task.gained) / possible,
    state: 'UNKNOWN',
  };
}

/** «2» before «10», «12.1» before «12.2». */
const inOrder = (tasks: readonly TaskResult[]): TaskResult[] =>
  [...tasks].sort((a, b) => a.code.localeCompare(b.code, 'ru', { numeric: true }));
