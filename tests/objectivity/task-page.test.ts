import { describe, expect, it } from 'vitest';
import { levelsByYear, plansOf } from '@/lib/objectivity/evidence';
import { taskPageOf } from '@/lib/objectivity/task-page';
import { scalesWith } from '@/lib/results/dictionaries/mark-scales';
import type { TaskAbout } from '@/lib/results/dictionaries/task-plan';
import { buildResult } from '@/tests/objectivity/build-result';

const task = (code: string, gained: number, attempted: number) => ({ code, maxScore: 1, gained, attempted });
const plan: TaskAbout[] = ['1', '2', '10'].map((code) => ({
  code,
  level: 'BASIC',
  content: code === '10' ? 'Геометрия' : 'Числа',
  activity: 'счёт',
}));
const results = [
  {
    ...buildResult({ tasks: [task('1', 20, 20), task('10', 2, 20), task('2', 5, 20), task('99', 1, 20)] }),
    schoolId: 'a',
  },
  { ...buildResult({ tasks: [task('1', 60, 80), task('10', 70, 80), task('2', 80, 80)] }), schoolId: 'b' },
  { ...buildResult({ tasks: null }), schoolId: 'c' },
];

describe('tasks of a work by school', () => {
  it('stand in the order of the paper, the school beside the others without it', () => {
    const { rows, unknown } = taskPageOf(results, plan, 'a');
    expect(rows.map(({ code, all, school }) => [code, all.percent, school?.percent, school?.state])).toEqual([
      ['1', 75, 100, 'SUFFICIENT'],
      ['2', 100, 25, 'INSUFFICIENT'],
      ['10', 87.5, 10, 'INSUFFICIENT'],
      ['99', null, 5, 'UNKNOWN'],
    ]);
    expect(unknown).toBe(1);
  });

  it('have one maximum each, though a file may have seen a lower best score', () => {
    const low = { ...buildResult({ tasks: [{ ...task('1', 10, 20), maxScore: 1 }] }), schoolId: 'a' };
    const high = { ...buildResult({ tasks: [{ ...task('1', 20, 20), maxScore: 2 }] }), schoolId: 'b' };
    const [row] = taskPageOf([low, high], plan, 'a').rows;
    expect([row?.maxScore, row?.school?.percent, row?.all.percent]).toEqual([2, 25, 50]);
  });

  it('show the problem fields of the chosen school, else of all', () => {
    const problems = (schoolId?: string) =>
      taskPageOf(results, plan, schoolId)
        .content.filter(({ isProblem }) => isProblem)
        .map(({ name }) => name);
    expect(problems('a')).toEqual(['Геометрия']);
    expect(problems()).toEqual([]);
  });

  it('name every school that has tasks, with how many of them are below the border', () => {
    expect(taskPageOf(results, plan, undefined).schools).toEqual([
      { schoolId: 'a', participants: results[0]?.participants, judged: 3, insufficient: 2 },
      { schoolId: 'b', participants: results[1]?.participants, judged: 3, insufficient: 0 },
    ]);
  });
});

describe('what the dictionaries say of a year', () => {
  const own = { year: 2024, subject: 'math', grade: 4, maxScore: 20, three: 7, four: 11, five: 16 } as const;

  it('is the scale that the centre entered for it, and none of another year', () => {
    const scaleOf = (year: number) => plansOf(year, scalesWith([own])).get('VPR/math/4')?.scale ?? null;
    expect(scaleOf(2024)).toMatchObject({ three: 7, four: 11, five: 16 });
    expect(scaleOf(2023)).toBeNull();
    // The program's own table stands for the years it was published for.
    expect(scaleOf(2021)).toMatchObject({ three: 6 });
  });

  it('are the levels of tasks that were entered for the same work and year', () => {
    const of = { exam: 'VPR', subject: 'math', grade: 4, tasks: plan, source: 'описание' } as const;
    const levels = levelsByYear([{ ...of, year: 2024 }]);
    const plans = plansOf(2024, scalesWith([]), levels.get(2024));
    expect(plans.get('VPR/math/4')?.tasks?.get('10')).toBe('BASIC');
    expect(plans.get('VPR/russian/4')?.tasks).toBeNull();
    expect(levels.get(2023)).toBeUndefined();
  });
});
