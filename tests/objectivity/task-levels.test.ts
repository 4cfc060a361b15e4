import { describe, expect, it } from 'vitest';
import { judgeTasks, pooledTasks, problemFields } from '@/lib/objectivity/task-levels';
import type { TaskAbout } from '@/lib/results/dictionaries/task-plan';
import { buildResult } from '@/tests/objectivity/build-result';

const about = (code: string, level: TaskAbout['level'], content = 'Синтаксис'): [string, TaskAbout] => [
  code,
  { code, level, content, activity: 'анализ' },
];
const task = (code: string, gained: number, attempted = 1000) => ({ code, maxScore: 1, gained, attempted });

describe('tasks of a work', () => {
  it.each([
    ['BASIC', 600, 'SUFFICIENT'],
    ['BASIC', 599, 'UNCERTAIN'],
    ['BASIC', 570, 'UNCERTAIN'],
    ['BASIC', 569, 'INSUFFICIENT'],
    ['ADVANCED', 300, 'SUFFICIENT'],
    ['ADVANCED', 299, 'UNCERTAIN'],
    ['ADVANCED', 285, 'UNCERTAIN'],
    ['ADVANCED', 284, 'INSUFFICIENT'],
  ] as const)('of %s level with %i of 1000 are %s', (level, gained, state) => {
    const [judged] = judgeTasks(buildResult({ tasks: [task('1', gained)] }), new Map([about('1', level)]));
    expect(judged?.state).toBe(state);
  });

  it('are not judged for fewer than ten, nor where the class was not taught the topic', () => {
    const result = buildResult({ tasks: [task('1', 0, 9), task('2', 0, 0), task('3', 0, 10)] });
    const levels = new Map([about('1', 'BASIC'), about('2', 'BASIC'), about('3', 'BASIC')]);
    expect(judgeTasks(result, levels).map((one) => one.state)).toEqual(['FEW', 'NONE', 'INSUFFICIENT']);
  });

  it('are left out when the dictionary does not know them', () => {
    expect(judgeTasks(buildResult({ tasks: [task('7', 1)] }), new Map())).toEqual([]);
    expect(judgeTasks(buildResult(), new Map())).toEqual([]);
  });
});

describe('tasks of several schools', () => {
  it('are added up by their points, not by their shares', () => {
    const small = buildResult({ tasks: [task('1', 10, 10)] });
    const large = buildResult({ tasks: [task('1', 0, 90), task('2', 45, 90)] });
    const [first, second] = judgeTasks(
      { tasks: pooledTasks([small, large]) },
      new Map([about('1', 'BASIC'), about('2', 'BASIC')]),
    );
    expect([first?.percent, second?.percent]).toEqual([10, 50]);
  });
});

describe('problem fields', () => {
  const judge = (...gained: number[]) =>
    judgeTasks(
      buildResult({ tasks: gained.map((points, i) => task(String(i), points)) }),
      new Map(gained.map((_, i) => about(String(i), 'BASIC', i < 3 ? 'Синтаксис' : 'Лексика'))),
    );

  it('are those where more than half of the judged tasks are insufficient', () => {
    const [syntax, lexis] = problemFields(judge(100, 200, 900, 100, 900), 'content');
    expect(syntax).toMatchObject({ name: 'Синтаксис', insufficient: 2, judged: 3, isProblem: true });
    expect(lexis).toMatchObject({ name: 'Лексика', insufficient: 1, judged: 2, isProblem: false });
  });

  it('can be asked by activity, and skip what has no name', () => {
    expect(problemFields(judge(100, 200, 900, 100, 900), 'activity')).toHaveLength(1);
    const nameless = judge(100).map((one) => ({ ...one, content: '' }));
    expect(problemFields(nameless, 'content')).toEqual([]);
  });
});
