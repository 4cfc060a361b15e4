import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { inScope } from '@/lib/platform/prisma';
import { approveProgramme, createProgrammes, editProgramme, moveProgramme } from '@/lib/programmes/programme-actions';
import {
  programmeComparison,
  programmeEditing,
  programmePage,
  programmesPage,
} from '@/lib/programmes/programme-queries';
import { linkRoadmap, recordFact, reportStage } from '@/lib/programmes/report-actions';
import { buildProgramme } from '@/prisma/seed/builders/programme';
import { acceptCard, buildTown, openCampaignOf, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();
const YEAR = 2026;

let town: Town;
let other: Town;
let centre: Viewer;
let official: Viewer;
let head: Viewer;
let neighbour: Viewer;

beforeAll(async () => {
  town = await buildTown(owner, 'PROGRAMMES', 2);
  other = await buildTown(owner, 'ELSEWHERE', 1);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  neighbour = await town.viewer('SCHOOL_HEAD', town.schools[1]);
});
afterAll(() => owner.$disconnect());
beforeEach(async () => {
  await owner.$executeRaw`TRUNCATE programme CASCADE`;
});

const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });
const MISSING = /не найдена/;

const draft = (kind: 'MUNICIPAL' | 'QUALITY', state: 'DRAFT' | 'APPROVED' = 'DRAFT') =>
  buildProgramme(owner, {
    ...{ municipalityId: town.id, kind, firstYear: YEAR, state, authorId: centre.userId },
    ...(kind === 'QUALITY' ? { schoolId: town.schools[0]?.id ?? '' } : {}),
    ...(state === 'APPROVED' ? { order: { number: '43-о', date: new Date('2026-03-01') } } : {}),
  });
const seen = async (id: string, viewer = centre) => {
  const { programme } = await programmePage.as(viewer, id);
  return { programmeId: id, version: String(programme.version) };
};
const move = async (viewer: Viewer, id: string, code: string, comment = '') =>
  moveProgramme.as(viewer, { ...(await seen(id)), move: code, comment });
const approve = async (id: string, orderNumber: string) =>
  approveProgramme.as(official, { ...(await seen(id)), orderNumber, orderDate: '2026-03-01' });
const edit = async (viewer: Viewer, id: string, text: string) =>
  editProgramme.as(viewer, { ...(await seen(id)), part: 'tasks', 'fields-0-text': text });

describe('programmes of schools', () => {
  it('are made from a template for chosen schools at once, and a second time only for those that have none', async () => {
    const [first, second] = town.schools.map(({ id }) => id);
    const values = { template: 'QUALITY', firstYear: String(YEAR) };
    expect(await createProgrammes.as(centre, { ...values, schoolIds: [first] })).toEqual(ok);
    expect(await createProgrammes.as(centre, { ...values, schoolIds: [first, second] })).toMatchObject({
      message: 'Создано: 1 черновик. Уже были: 1.',
    });
    expect(await owner.programme.count({ where: { municipalityId: town.id } })).toBe(2);
    expect(await createProgrammes.as(centre, { ...values, schoolIds: [other.schools[0]?.id] })).toEqual(
      refused(MISSING),
    );
  });

  it('are edited and sent by their school, returned with words and accepted by the centre', async () => {
    const id = await draft('QUALITY');
    expect(await edit(head, id, 'Своя задача')).toEqual(ok);
    expect(await edit(neighbour, id, 'Чужая')).toEqual(refused(MISSING));
    expect(await move(head, id, 'submit')).toEqual(ok);
    expect(await edit(head, id, 'Поздно')).toEqual(refused(MISSING));
    expect(await move(centre, id, 'return')).toEqual(refused(/доработать/));
    expect(await move(centre, id, 'return', 'Впишите базу.')).toEqual(ok);
    const page = await programmePage.as(head, id);
    expect(page.events[0]).toMatchObject({ state: 'RETURNED', comment: 'Впишите базу.' });
    expect(page.programme.content.tasks).toEqual(['Своя задача']);
    expect(await move(head, id, 'accept')).toEqual(refused(MISSING));
    expect([await move(head, id, 'submit'), await move(centre, id, 'accept')]).toEqual([ok, ok]);
  });

  it('of another school and drafts of the municipality do not exist for a school', async () => {
    const [own, municipal] = [await draft('QUALITY'), await draft('MUNICIPAL')];
    const list = async (viewer: Viewer) => (await programmesPage.as(viewer, {})).lines.map(({ id }) => id);
    expect([await list(head), await list(neighbour)]).toEqual([[own], []]);
    await expect(programmePage.as(neighbour, own)).rejects.toThrow(MISSING);
    expect(await approve(municipal, '43-о')).toEqual(ok);
    expect(await list(neighbour)).toEqual([municipal]);
  });
});

describe('a municipal programme', () => {
  it('is approved by the department’s order in the version it has read, and never by the centre', async () => {
    const id = await draft('MUNICIPAL');
    const before = await seen(id);
    expect(await edit(centre, id, 'Задача')).toEqual(ok);
    expect(await approveProgramme.as(official, { ...before, orderNumber: '1', orderDate: '2026-03-01' })).toEqual(
      refused(/изменилась/),
    );
    expect(
      await approveProgramme.as(centre, { ...(await seen(id)), orderNumber: '1', orderDate: '2026-03-01' }),
    ).toEqual(refused(MISSING));
    expect(await approve(id, '43-о')).toEqual(ok);
    expect(await approve(id, '44-о')).toEqual(refused(/уже утверждена/));
    await expect(
      inScope(centre, (tx) => tx.programme.update({ where: { id }, data: { title: 'Иначе' } })),
    ).rejects.toThrow();
  });

  it('is not approved while a result names an indicator that it does not have', async () => {
    const id = await draft('MUNICIPAL');
    const fields = { 'fields-0-text': 'Результат', 'fields-0-indicators': '1, 99' };
    expect(await editProgramme.as(centre, { ...(await seen(id)), part: 'results', ...fields })).toEqual(ok);
    expect(await approve(id, '43-о')).toEqual(refused(/которых нет: 99/));
  });

  it('stays as approved when the next edition begins; its approval puts the earlier into the archive, facts go on', async () => {
    const id = await draft('MUNICIPAL', 'APPROVED');
    const fact = { programmeId: id, indicator: 'm9', factYear: String(YEAR), value: '12,5', source: 'Справка' };
    expect(await recordFact.as(centre, { ...fact, datedOn: '2026-11-01', note: '' })).toEqual(ok);
    expect([await move(centre, id, 'revise'), await move(centre, id, 'revise')]).toEqual([ok, refused(/уже начата/)]);
    const next = (await programmePage.as(centre, id)).editions[1]?.id ?? '';
    expect(await edit(centre, next, 'Одна задача')).toEqual(ok);
    expect((await programmePage.as(centre, id)).programme.content.tasks).toHaveLength(9);
    expect((await programmeComparison.as(official, next)).changes[0]).toMatchObject({ now: 'Одна задача' });
    expect(await approve(next, '50-о')).toEqual(ok);
    expect((await programmePage.as(centre, id)).programme.state).toBe('ARCHIVED');
    const page = await programmePage.as(neighbour, next);
    expect(page.indicators.find(({ key }) => key === 'm9')?.years[0]).toMatchObject({ value: 12.5 });
    await expect(programmeEditing.as(centre, id)).rejects.toThrow(MISSING);
  });

  it('has facts with a source and stages with a report, within what a share can be, from the centre alone', async () => {
    const id = await draft('MUNICIPAL', 'APPROVED');
    const fact = { programmeId: id, indicator: 'm9', factYear: String(YEAR), value: '5', source: 'Справка', note: '' };
    const write = (viewer: Viewer, more: Record<string, string>) =>
      recordFact.as(viewer, { ...fact, datedOn: '2026-11-01', ...more });
    expect(await write(centre, { source: ' ' })).toMatchObject({ fields: { source: 'Напишите, откуда число' } });
    expect(await write(centre, { value: '101' })).toEqual(refused(/от 0 до 100/));
    expect(await write(centre, { factYear: '2040' })).toEqual(refused(MISSING));
    expect(await write(head, {})).toEqual(refused(MISSING));
    const stage = { stageKey: 's1', stageState: 'DONE', report: '' };
    expect(await reportStage.as(centre, { ...(await seen(id)), ...stage })).toEqual(refused(/с отчётом/));
    expect(await reportStage.as(centre, { ...(await seen(id)), ...stage, report: 'Сделано' })).toEqual(ok);
    expect(await linkRoadmap.as(centre, { ...(await seen(id)), roadmapId: centre.userId })).toEqual(refused(MISSING));
  });

  it('counts what the portal knows; without a campaign of the year it knows nothing, and a school is shown no count', async () => {
    const id = await draft('MUNICIPAL', 'APPROVED');
    const analysed = async (viewer: Viewer) =>
      (await programmePage.as(viewer, id)).indicators.find(({ key }) => key === 'm3')?.years[0];
    expect(await analysed(centre)).toMatchObject({ value: null, counted: null });
    const campaign = await openCampaignOf(owner, town, YEAR);
    const [card] = campaign.cards;
    if (!card) throw new Error('no card');
    await acceptCard(owner, card, 0, centre.userId);
    expect(await analysed(official)).toMatchObject({ value: 50, counted: { numerator: 1, denominator: 2 } });
    expect(await analysed(head)).toMatchObject({ value: null, counted: null });
  });
});
