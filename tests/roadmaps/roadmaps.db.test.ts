import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import { addProof } from '@/lib/roadmaps/add-proof';
import { planRecommendation } from '@/lib/roadmaps/planning-actions';
import { recommendationPlan } from '@/lib/roadmaps/planning-queries';
import { approveRoadmap, copyRoadmap, dropRoadmap, editRoadmap } from '@/lib/roadmaps/roadmap-actions';
import {
  roadmapComparison,
  roadmapFile,
  roadmapPage,
  roadmapRowPage,
  roadmapSheet,
  roadmapsPage,
} from '@/lib/roadmaps/roadmap-queries';
import {
  addRow,
  addRowLink,
  dropProof,
  dropRow,
  editCell,
  editRow,
  moveRow,
  shiftRow,
} from '@/lib/roadmaps/row-actions';
import { buildRecommendation } from '@/prisma/seed/builders/recommendation';
import { type BuiltRoadmap, buildRoadmap } from '@/prisma/seed/builders/roadmap';
import { buildTown, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();

let town: Town;
let other: Town;
let centre: Viewer;
let official: Viewer;
let head: Viewer;
let neighbour: Viewer;
let plan: BuiltRoadmap;

beforeAll(async () => {
  town = await buildTown(owner, 'ROADMAPS', 2);
  other = await buildTown(owner, 'ELSEWHERE', 1);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  neighbour = await town.viewer('SCHOOL_HEAD', town.schools[1]);
});
afterAll(() => owner.$disconnect());

const words = (number: string, term: string, measure = `Мероприятие ${number}`) => ({
  ...{ number, measure, term, responsible: 'МОЦ, ОО', result: '', form: '' },
});
const build = (approved: boolean, schoolId?: string) =>
  buildRoadmap(owner, {
    ...{ municipalityId: town.id, title: 'План', year: 2026, span: 'SCHOOL', authorId: centre.userId },
    ...(schoolId ? { schoolId } : {}),
    ...(approved ? { order: { number: '7', date: new Date('2026-09-01'), approvedById: official.userId } } : {}),
    rows: [
      { ...words('1', ''), kind: 'SECTION' },
      words('1.1', 'сентябрь'),
      words('1.2', 'март, октябрь, ноябрь'),
      { ...words('', 'в течение года'), kind: 'SUBROW' },
    ],
  });

beforeEach(async () => {
  plan = await build(true, town.schools[0]?.id);
});

const page = (viewer: Viewer, id = plan.id) => roadmapPage.as(viewer, id, {});
const rowAt = async (index: number, viewer = centre) => {
  const row = (await page(viewer)).rows[index];
  if (!row) throw new Error(`no row ${index}`);
  return row;
};
const move = async (viewer: Viewer, index: number, code: string, text = '') => {
  const row = await rowAt(index);
  return moveRow.as(viewer, { rowId: row.id, version: String(row.version), move: code, text });
};
const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });

describe('who sees a roadmap', () => {
  it('is the centre and the department always, a school its own and the municipality’s once they are approved', async () => {
    const [draft, municipal] = [await build(false, town.schools[0]?.id), await build(true)];
    const seen = async (viewer: Viewer) => (await roadmapsPage.as(viewer, {})).lines.map(({ id }) => id);
    for (const viewer of [centre, official])
      expect(await seen(viewer)).toEqual(expect.arrayContaining([plan.id, draft.id, municipal.id]));
    expect(await seen(head)).toEqual(expect.arrayContaining([plan.id, municipal.id]));
    expect(await seen(head)).not.toContain(draft.id);
    expect(await seen(neighbour)).toContain(municipal.id);
    expect(await seen(neighbour)).not.toContain(plan.id);
    await expect(page(neighbour)).rejects.toThrow(/не найдена/);
    await expect(page(await other.viewer('CENTRE'))).rejects.toThrow(/не найдена/);
  });

  it('holds without any scope in the statement: the database itself shows nothing more', async () => {
    const own = await inScope(neighbour, (tx) => tx.roadmapRow.findMany({ where: { roadmapId: plan.id } }));
    expect(own).toEqual([]);
  });
});

describe('terms', () => {
  it('are kept as written and understood in the calendar of the roadmap', async () => {
    expect((await page(centre)).rows.map(({ months, due }) => [months, due])).toEqual([
      [[], null],
      [['2026-09'], '2026-09-30'],
      [['2026-10', '2026-11', '2027-03'], '2027-03-31'],
      [expect.arrayContaining(['2026-09', '2027-08']), '2027-08-31'],
    ]);
  });

  it('are understood anew when the calendar changes', async () => {
    const { roadmap } = await page(centre);
    const form = {
      roadmapId: plan.id,
      version: String(roadmap.version),
      title: 'План',
      year: '2026',
      span: 'CALENDAR',
    };
    expect(await editRoadmap.as(centre, form)).toEqual(ok);
    expect((await rowAt(2)).due).toBe('2026-11-30');
    expect(await editRoadmap.as(centre, form)).toEqual(refused(/изменил другой человек/));
  });
});

describe('the life of a row', () => {
  it('goes from the school’s report to the centre’s word, with every step in its history', async () => {
    expect(await move(head, 1, 'report')).toEqual(refused(/Напишите/));
    expect(await move(head, 1, 'report', 'Семинар прошёл')).toEqual(ok);
    expect(await move(head, 1, 'accept')).toEqual(refused(/нельзя/));
    expect(await move(centre, 1, 'return', 'Приложите протокол')).toEqual(ok);
    expect(await move(head, 1, 'report', 'Протокол приложен')).toEqual(ok);
    expect(await move(centre, 1, 'accept')).toEqual(ok);
    const { row, events } = await roadmapRowPage.as(head, plan.id, (await rowAt(1)).id);
    expect(row).toMatchObject({ state: 'DONE', note: 'Протокол приложен' });
    expect(events.map(({ to, text }) => [to, text])).toEqual([
      ['REPORTED', 'Семинар прошёл'],
      ['RETURNED', 'Приложите протокол'],
      ['REPORTED', 'Протокол приложен'],
      ['DONE', ''],
    ]);
    expect((await page(centre)).progress).toMatchObject({ done: 1, total: 2 });
  });

  it('does not exist for another school, nor before the order', async () => {
    const row = await rowAt(1);
    const form = { rowId: row.id, version: '1', move: 'begin', text: '' };
    expect(await moveRow.as(neighbour, form)).toEqual(refused(/не найдена/));
    const draft = await build(false, town.schools[0]?.id);
    const early = { ...form, rowId: draft.rows[1]?.id };
    expect(await moveRow.as(centre, early)).toEqual(refused(/ещё не утверждена/));
    expect(await moveRow.as(head, early)).toEqual(refused(/не найдена/));
  });

  it('loses nobody’s word: of two who saw the same row the second is told', async () => {
    const row = await rowAt(1);
    const form = { rowId: row.id, version: String(row.version), move: 'begin', text: '' };
    const answers = await Promise.all([moveRow.as(head, form), moveRow.as(centre, form)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('is guarded by the database: a school changes no plan, whatever statement comes', async () => {
    const row = await rowAt(1);
    const change = (data: object) =>
      inScope(head, (tx) => tx.roadmapRow.updateMany({ where: { id: row.id }, data })).catch((error: Error) => error);
    expect(String(await change({ measure: 'Другое' }))).toMatch(/changes no plan/);
    expect(String(await change({ state: 'DONE' }))).toMatch(/changes no plan/);
    expect(await change({ state: 'IN_WORK' })).toEqual({ count: 1 });
  });
});

describe('the plan', () => {
  const cells = {
    kind: 'ROW',
    number: '9',
    measure: 'Новая строка',
    term: 'май',
    responsible: '',
    result: '',
    form: '',
  };

  it('takes a row where it is put, moves it and lets it go while nothing has happened to it', async () => {
    const first = await rowAt(1);
    expect(await addRow.as(centre, { roadmapId: plan.id, after: first.id, ...cells })).toEqual(ok);
    expect((await page(centre)).rows.map(({ number }) => number)).toEqual(['1', '1.1', '9', '1.2', '']);
    const added = await rowAt(2);
    expect(await shiftRow.as(centre, { rowId: added.id, by: 'up' })).toEqual(ok);
    expect((await page(centre)).rows.map(({ number }) => number)).toEqual(['1', '9', '1.1', '1.2', '']);
    expect(await dropRow.as(centre, { rowId: added.id, version: String(added.version) })).toEqual(ok);
    await move(centre, 1, 'begin');
    const begun = await rowAt(1);
    expect(await dropRow.as(centre, { rowId: begun.id, version: String(begun.version) })).toEqual(refused(/Отмените/));
  });

  it('keeps what was approved beside what it has become', async () => {
    const row = await rowAt(1);
    const change = { ...cells, number: '1.1', measure: row.measure, term: 'октябрь', responsible: 'МОЦ, ОО' };
    expect(await editRow.as(centre, { rowId: row.id, version: String(row.version), ...change })).toEqual(ok);
    expect(await editRow.as(centre, { rowId: row.id, version: String(row.version), ...change })).toEqual(
      refused(/изменил другой человек/),
    );
    const { changes } = await roadmapComparison.as(official, plan.id);
    expect(changes).toEqual([
      { where: expect.stringContaining('1.1'), text: 'Срок: было «сентябрь», стало «октябрь».' },
    ]);
    const { events } = await roadmapRowPage.as(centre, plan.id, row.id);
    expect(events.at(-1)?.text).toMatch(/срок – было «сентябрь», стало «октябрь»/);
  });

  it('is approved by the department alone, and only the version it has read', async () => {
    const draft = await build(false);
    const form = { roadmapId: draft.id, version: '1', orderNumber: '12', orderDate: '2026-11-20' };
    expect(await approveRoadmap.as(centre, form)).toEqual(refused(/не найдена/));
    await addRow.as(centre, { roadmapId: draft.id, after: '', ...cells });
    expect(await approveRoadmap.as(official, form)).toEqual(refused(/план изменился/));
    expect(await approveRoadmap.as(official, { ...form, version: '2' })).toEqual(ok);
    expect((await page(official, draft.id)).roadmap).toMatchObject({ status: 'APPROVED', orderNumber: '12' });
    expect(await dropRoadmap.as(centre, { roadmapId: draft.id })).toEqual(refused(/не удаляют/));
    const forged = inScope(centre, (tx) =>
      tx.roadmap
        .updateMany({ where: { id: plan.id }, data: { status: 'DRAFT' } })
        .then(() => tx.roadmap.updateMany({ where: { id: plan.id }, data: { status: 'APPROVED' } })),
    );
    await expect(forged).rejects.toThrow(/approved by the department/);
  });

  it('is copied to schools as drafts of their own, without what was done', async () => {
    await move(centre, 1, 'accept');
    const schoolIds = town.schools.slice(0, 2).map(({ id }) => id);
    const key = newId();
    const form = { roadmapId: plan.id, title: 'Каскад', year: '2027', schoolIds };
    expect(await copyRoadmap.as(centre, form, key)).toEqual(ok);
    expect(await copyRoadmap.as(centre, form, key)).toEqual(ok);
    const { lines } = await roadmapsPage.as(centre, { q: 'Каскад' });
    expect(lines.map(({ schoolId, status, progress }) => [schoolId, status, progress.done]).sort()).toEqual(
      schoolIds.map((id) => [id, 'DRAFT', 0]).sort(),
    );
    const [copy] = lines;
    expect((await page(centre, copy?.id)).rows[1]).toMatchObject({ due: '2027-09-30', state: 'PLANNED' });
  });
});

describe('proofs', () => {
  it('are files of whoever reports: the school and the centre, on rows of a school and of the municipality', async () => {
    const municipal = await build(true);
    const upload = (name: string) => {
      const body = new FormData();
      body.set('file', new File([`%PDF-1.4 ${name}`], `${name}.pdf`, { type: 'application/pdf' }));
      return new Request('https://portal.test/', { method: 'POST', body });
    };
    const row = await rowAt(1);
    const own = municipal.rows[1]?.id ?? '';
    await addProof(head, row.id, upload('школа'));
    await addProof(centre, row.id, upload('центр'));
    await addProof(centre, own, upload('муниципалитет'));
    await expect(addProof(neighbour, row.id, upload('чужой'))).rejects.toThrow(/не найдена/);
    await expect(addProof(head, own, upload('не своя'))).rejects.toThrow(/не найдена/);
    const { proofs } = await roadmapRowPage.as(head, plan.id, row.id);
    expect(proofs.map(({ title, isFile }) => [title, isFile])).toEqual([
      ['школа.pdf', true],
      ['центр.pdf', true],
    ]);
    const fileId = proofs[1]?.href.split('/').at(-1) ?? '';
    expect(await roadmapFile.as(head, fileId)).toMatchObject({ name: 'центр.pdf' });
    await expect(roadmapFile.as(neighbour, fileId)).rejects.toThrow(/не найдена/);
  });

  it('are added by the school, seen by those who see the row, and stay while it is done', async () => {
    const row = await rowAt(1);
    const link = { rowId: row.id, url: 'https://school.example/protocol', title: 'Протокол' };
    expect(await addRowLink.as(head, { ...link, url: 'javascript:alert(1)' })).toEqual(refused(/Проверьте/));
    expect(await addRowLink.as(neighbour, link)).toEqual(refused(/не найдена/));
    expect(await addRowLink.as(head, link)).toEqual(ok);
    const { proofs } = await roadmapRowPage.as(official, plan.id, row.id);
    expect(proofs).toMatchObject([{ title: 'Протокол', isFile: false }]);
    await move(centre, 1, 'accept');
    expect(await dropProof.as(head, { proofId: proofs[0]?.id })).toEqual(refused(/уже отмечена/));
    await move(centre, 1, 'return', 'Не тот протокол');
    expect(await dropProof.as(head, { proofId: proofs[0]?.id })).toEqual(ok);
    expect((await roadmapRowPage.as(head, plan.id, row.id)).proofs).toEqual([]);
  });
});

describe('a recommendation in a plan', () => {
  const YEAR = 2026;
  const advise = async (schoolId: string, sent = true) => {
    const { id } = await buildRecommendation(owner, {
      ...{ municipalityId: town.id, schoolId, year: YEAR, measure: 'Разобрать ошибки', due: '2027-03-15' },
      authorId: centre.userId,
      steps: sent ? [{ to: 'SENT', by: centre.userId, at: new Date() }] : [],
    });
    return id;
  };
  const put = (recommendationId: string, roadmapId = plan.id, viewer = centre) =>
    planRecommendation.as(viewer, { recommendationId, roadmapId });

  it('becomes a row at the end with its words, its last day as the term, and leads both ways', async () => {
    const id = await advise(town.schools[0]?.id ?? '');
    expect((await recommendationPlan.as(centre, id)).plans.map((one) => one.id)).toContain(plan.id);
    expect(await put(id)).toMatchObject({ ok: true });
    const { row } = await recommendationPlan.as(head, id);
    expect(row).toMatchObject({ roadmapId: plan.id, number: '1.3', due: '2027-03-15' });
    const shown = await roadmapRowPage.as(centre, plan.id, row?.id ?? '');
    expect(shown.row).toMatchObject({ measure: 'Разобрать ошибки', term: 'до 15.03.2027', recommendationId: id });
    expect((await page(centre)).rows.at(-1)?.id).toBe(row?.id);
  });

  it('is planned once, whoever asks again, and into no other school’s plan', async () => {
    const id = await advise(town.schools[0]?.id ?? '');
    const theirs = await build(true, town.schools[1]?.id);
    expect(await put(id, theirs.id)).toMatchObject({ ok: false, message: expect.stringMatching(/не найдена/) });
    const both = await Promise.all([put(id), put(id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await put(id)).toMatchObject({ ok: false, message: expect.stringMatching(/уже стоит/) });
  });

  it('is not planned before it is sent, by a school, or by a stranger', async () => {
    const id = await advise(town.schools[0]?.id ?? '', false);
    expect(await put(id)).toMatchObject({ ok: false, message: expect.stringMatching(/отправленную/) });
    const sent = await advise(town.schools[0]?.id ?? '');
    expect(await put(sent, plan.id, head)).toMatchObject({ ok: false });
    expect(await put(sent, plan.id, await other.viewer('CENTRE'))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/не найдена/),
    });
  });
});

describe('the plan as a table', () => {
  const cell = (rowId: string, was: string, value: string, name = 'measure', viewer = centre) =>
    editCell.as(viewer, { rowId, cell: name, was, value });

  it('saves one cell, understands a new term, and keeps what others wrote into other cells', async () => {
    const row = await rowAt(1);
    expect(await cell(row.id, 'сентябрь', 'до 20.09.2026', 'term')).toMatchObject({ ok: true });
    expect(await cell(row.id, row.measure, 'Другое мероприятие')).toMatchObject({ ok: true });
    expect(await rowAt(1)).toMatchObject({ measure: 'Другое мероприятие', term: 'до 20.09.2026', due: '2026-09-20' });
    const { events } = await roadmapRowPage.as(centre, plan.id, row.id);
    expect(events.map(({ text }) => text)).toContain(
      `Изменено: мероприятие – было «${row.measure}», стало «Другое мероприятие».`,
    );
  });

  it('writes nothing over what somebody else has written meanwhile, and says what it is', async () => {
    const row = await rowAt(1);
    expect(await cell(row.id, row.measure, 'Слова коллеги')).toMatchObject({ ok: true });
    expect(await cell(row.id, row.measure, 'Мои слова')).toMatchObject({
      ...{ ok: false, message: expect.stringMatching(/«Слова коллеги»/) },
    });
    expect((await rowAt(1)).measure).toBe('Слова коллеги');
  });

  it('compares lines however a browser parts them', async () => {
    const row = await rowAt(1);
    expect(await cell(row.id, '', 'Приказ\r\nСправка', 'form')).toMatchObject({ ok: true });
    expect((await rowAt(1)).form).toBe('Приказ\nСправка');
    expect(await cell(row.id, 'Приказ\r\nСправка', 'Приказ', 'form')).toMatchObject({ ok: true });
  });

  it('refuses an empty measure, a term of a heading, an archived plan, a school and a stranger', async () => {
    const [heading, row] = [await rowAt(0), await rowAt(1)];
    expect(await cell(row.id, row.measure, ' ')).toMatchObject({
      ok: false,
      fields: { value: 'Напишите мероприятие' },
    });
    expect(await cell(heading.id, '', 'март', 'term')).toMatchObject({ ok: false });
    expect(await cell(row.id, row.measure, 'Чужое', 'measure', head)).toMatchObject({ ok: false });
    expect(await cell(row.id, row.measure, 'Чужое', 'measure', await other.viewer('CENTRE'))).toMatchObject({
      ok: false,
    });
    await expect(roadmapSheet.as(head, plan.id, 1)).rejects.toMatchObject({ code: 'not-found' });
    await owner.roadmap.update({ where: { id: plan.id }, data: { status: 'ARCHIVED' } });
    expect(await cell(row.id, row.measure, 'Поздно')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/архиве/),
    });
    await expect(roadmapSheet.as(centre, plan.id, 1)).rejects.toMatchObject({ code: 'not-found' });
  });
});
