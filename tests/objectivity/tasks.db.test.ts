import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TasksScreen } from '@/components/objectivity/tasks-screen';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { type TasksPage, tasksPage } from '@/lib/objectivity/task-queries';
import { inScope } from '@/lib/platform/prisma';
import { dictionariesPage } from '@/lib/results/queries';
import { dropTaskPlan, saveTaskPlan } from '@/lib/results/task-plan-actions';
import { buildSchools } from '@/prisma/seed/builders/school';
import { buildTown, owner, type Town } from '../access/world';

const YEAR = 2025;
let town: Town;
let centre: Viewer;
let head: Viewer;
let stranger: Viewer;

const task = (code: string, gained: number) => ({ code, maxScore: 1, gained, attempted: 20 });
const PLAN = {
  ...{ year: `${YEAR}`, exam: 'VPR', subject: 'math', grade: '4', source: 'Описание работы' },
  tasks: '1;базовый;Числа;счёт\n2;базовый;Числа;счёт\n3;повышенный;Логика;вывод',
};

beforeAll(async () => {
  town = await buildTown('TASKS');
  centre = await town.viewer('CENTRE');
  head = await town.viewer('SCHOOL_HEAD');
  stranger = await (await buildTown('TASKS2')).viewer('CENTRE');
  const importId = newId();
  const file = { fileName: 'ВПР.csv', sha256: 'c'.repeat(64), size: 1, status: 'APPLIED' as const };
  await owner.resultImport.create({
    data: { id: importId, municipalityId: town.id, createdById: centre.userId, ...file },
  });
  const line = (schoolId: string, gained: readonly number[]) => ({
    ...{ id: newId(), municipalityId: town.id, importId, schoolId, year: YEAR },
    ...{
      exam: 'VPR',
      subject: 'math',
      grade: 4,
      part: 'PUPILS',
      participants: 20,
      marks: [],
      histogram: [],
      againstJournal: [],
    },
    tasks: gained.map((points, index) => task(`${index + 1}`, points)),
    ...{ source: file.fileName, isCurrent: true },
  });
  const [first = '', second = ''] = town.schoolIds;
  await owner.schoolResult.createMany({ data: [line(first, [4, 6, 15]), line(second, [20, 20, 15])] });
});
afterAll(() => owner.$disconnect());

const text = (page: TasksPage) =>
  renderToStaticMarkup(createElement(TasksScreen, { page, search: {} }))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('tasks of a work', () => {
  it('are shown without a dictionary, and judged once the centre has entered what they ask', async () => {
    const before = await tasksPage.as(centre, {});
    expect(before.rows.map(({ all }) => [all.percent, all.state])).toEqual([
      [60, 'UNKNOWN'],
      [65, 'UNKNOWN'],
      [75, 'UNKNOWN'],
    ]);
    expect(before.unknown).toBe(3);
    expect(await saveTaskPlan.as(centre, PLAN)).toMatchObject({ ok: true, message: 'Записано: 3 задания.' });
    const { rows, content, unknown } = await tasksPage.as(centre, { school: town.schoolIds[0] });
    expect(unknown).toBe(0);
    expect(rows.map(({ all, school }) => [all.state, school?.state])).toEqual([
      ['SUFFICIENT', 'INSUFFICIENT'],
      ['SUFFICIENT', 'INSUFFICIENT'],
      ['SUFFICIENT', 'SUFFICIENT'],
    ]);
    expect(content.filter(({ isProblem }) => isProblem).map(({ name }) => name)).toEqual(['Числа']);
  });

  it('of another school are nothing to a director, whatever he asks for', async () => {
    const page = await tasksPage.as(head, { school: town.schoolIds[1] });
    expect(page.schoolId).toBe(town.schoolIds[0]);
    expect(page.schools.map(({ schoolId }) => schoolId)).toEqual([town.schoolIds[0]]);
    // Row-level security shows him no other school, so nothing stands beside his own.
    expect(page.rows.map(({ all, school }) => [all.percent, school?.percent])).toEqual([
      [null, 20],
      [null, 30],
      [null, 75],
    ]);
  });

  it('of others never stand under the name of a school that has none', async () => {
    const [absent] = await buildSchools(owner, town.id, [
      { code: '03', name: 'Школа', shortName: 'Школа без заданий' },
    ]);
    if (!absent) throw new Error('no school');
    const page = await tasksPage.as(centre, { school: absent.id });
    expect(page.schoolName).toBeUndefined();
    const shown = text(page);
    expect(shown).toContain('Заданий этой работы у школы нет: Школа без заданий');
    expect(shown).toContain('Проблемные поля муниципалитета');
    expect(shown).not.toMatch(/Школа без заданий: труднее/);
  });

  it('of the schools assigned to a curator are not called the municipality’s', async () => {
    const curator = await town.viewer('CURATOR');
    const schoolId = town.schoolIds[0] ?? '';
    await owner.assignment.create({ data: { municipalityId: town.id, membershipId: curator.membershipId, schoolId } });
    const page = await tasksPage.as(curator, {});
    expect(page.rows.map(({ all }) => all.percent)).toEqual([20, 30, 75]);
    expect(text(page)).toContain('Проблемные поля ваших школ');
    expect(text(page)).not.toMatch(/Проблемные поля муниципалитета|Муниципалитет:/);
  });

  it('are unknown to another municipality, and so is its dictionary', async () => {
    expect((await tasksPage.as(stranger, { year: YEAR })).rows).toEqual([]);
    expect((await dictionariesPage.as(stranger)).plans).toEqual([]);
    const [plan] = (await dictionariesPage.as(centre)).plans;
    if (!plan) throw new Error('no plan');
    const seen = { id: plan.id, version: `${plan.version}` };
    expect(await dropTaskPlan.as(stranger, seen)).toMatchObject({ ok: false });
    const steal = `UPDATE task_plan SET source = 'x' WHERE id = '${plan.id}'`;
    for (const viewer of [stranger, head, await town.viewer('OFFICIAL')])
      expect(await inScope(viewer, (tx) => tx.$executeRawUnsafe(steal)).catch(() => 0)).toBe(0);
  });

  it('are entered anew for the same work as a whole, and a wrong line changes nothing', async () => {
    const wrong = await saveTaskPlan.as(centre, { ...PLAN, tasks: '1;базовый\n1;базовый' });
    expect(wrong).toMatchObject({ ok: false, fields: { tasks: expect.stringContaining('задание 1 уже было') } });
    expect((await dictionariesPage.as(centre)).plans[0]?.tasks).toHaveLength(3);
    expect(await saveTaskPlan.as(centre, { ...PLAN, tasks: '1;повышенный' })).toMatchObject({ ok: true });
    const { plans } = await dictionariesPage.as(centre);
    expect(plans.map(({ tasks, version }) => [tasks.length, version])).toEqual([[1, 2]]);
    expect(await saveTaskPlan.as(head, PLAN)).toMatchObject({ ok: false });
  });
});
