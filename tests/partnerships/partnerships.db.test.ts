import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { dayAt } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import { addPartnershipFile } from '@/lib/partnerships/add-file';
import { addOrganisation, addResource, editResource } from '@/lib/partnerships/directory-actions';
import { addJointWork, addPlanLine, changePlanLine, linkPlanRows } from '@/lib/partnerships/joint-work-actions';
import { addPair, endPair } from '@/lib/partnerships/mentoring-actions';
import { mentoringPage } from '@/lib/partnerships/mentoring-queries';
import {
  answerPartnership,
  arrangePartnership,
  dropPartnership,
  editPartnership,
  movePartnership,
} from '@/lib/partnerships/partnership-actions';
import { MOVES, PARTNERSHIP_STATES } from '@/lib/partnerships/partnership-moves';
import { partnershipFile, partnershipPage, partnershipsPage } from '@/lib/partnerships/partnership-queries';
import { mentoringSearch, partnershipSearch, resourceSearch } from '@/lib/partnerships/partnership-search';
import { acceptProposal, keepHelper } from '@/lib/partnerships/proposal-actions';
import { proposalPage } from '@/lib/partnerships/proposal-queries';
import { organisationsPage, resourcesPage } from '@/lib/partnerships/resource-queries';
import { inScope } from '@/lib/platform/prisma';
import { buildPartnership } from '@/prisma/seed/builders/partnership';
import { buildRoadmap } from '@/prisma/seed/builders/roadmap';
import { acceptCard, buildTown, openCampaignOf, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();
const YEAR = 2026;
const today = dayAt(new Date(), 'Europe/Moscow');

let town: Town;
let centre: Viewer;
let official: Viewer;
let weakHead: Viewer;
let partnerHead: Viewer;
let stranger: Viewer;

const schoolOf = (index: number, of = town) => {
  const school = of.schools[index];
  if (!school) throw new Error(`no school ${index}`);
  return school;
};

/** Schools 0 and 1 are proposed to the list, 2 is strong, 3 has no card, 4 is outside of everything. */
beforeAll(async () => {
  town = await buildTown(owner, 'PARTNERS', 5);
  const other = await buildTown(owner, 'ABROAD', 1);
  [centre, official] = [await town.viewer('CENTRE'), await town.viewer('OFFICIAL')];
  [weakHead, partnerHead] = [
    await town.viewer('SCHOOL_HEAD', schoolOf(0)),
    await town.viewer('SCHOOL_HEAD', schoolOf(2)),
  ];
  stranger = await other.viewer('CENTRE');
  const campaign = await openCampaignOf(owner, town, YEAR);
  for (const [index, points] of [
    [0, 30],
    [1, 30],
    [2, 0],
  ] as const) {
    const card = campaign.cards[index];
    if (card) await acceptCard(owner, card, points, centre.userId);
  }
});
afterAll(() => owner.$disconnect());

const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });

type Laid = { readonly state?: (typeof PARTNERSHIP_STATES)[number]; readonly year?: number };
let years = 2000;
/** One laid past all rules; each in a year of its own, since the same two have one living partnership a year. */
async function laid({ state = 'PROPOSED' }: Laid = {}): Promise<string> {
  years += 1;
  const { id } = await buildPartnership(owner, {
    ...{ municipalityId: town.id, year: years, school: schoolOf(0), partner: schoolOf(2), authorId: centre.userId },
    ask: 'Обмен опытом',
    agreement: { number: '7', date: '2026-09-01' },
    ground: { score: 900, reasons: ['нет баллов по А1'], others: [] },
    steps: state === 'PROPOSED' ? [] : [{ to: state, side: 'центр', by: centre.userId, at: new Date() }],
  });
  return id;
}
const pageOf = (id: string, viewer = centre) => partnershipPage.as(viewer, id);
async function move(id: string, code: string, text = '', viewer = centre) {
  const { version } = (await pageOf(id)).partnership;
  const values = { partnershipId: id, version: String(version), move: code, text };
  return viewer === centre ? movePartnership.as(viewer, values) : answerPartnership.as(viewer, values);
}
const listOf = async (viewer: Viewer, search = {}) =>
  (await partnershipsPage.as(viewer, partnershipSearch.parse({ state: 'all', ...search }))).rows;

describe('the proposal', () => {
  it('is for schools that need help alone, names the strong one and leaves out the one without a card', async () => {
    const { rows } = await proposalPage.as(official);
    expect(rows.map(({ weak }) => weak.name)).toEqual(['СОШ № 1', 'СОШ № 2']);
    expect(rows.map(({ partner }) => partner?.school.name)).toEqual(['СОШ № 3', 'СОШ № 3']);
    expect(rows[0]?.excluded.get('no-card')).toBe(2);
  });

  it('follows the places and the word of the helper', async () => {
    const helper = { schoolId: schoolOf(2).id, stance: 'AGREED', note: '' };
    expect(await keepHelper.as(centre, { ...helper, capacity: '1' })).toEqual(ok);
    const one = await proposalPage.as(centre);
    expect(one.rows.filter(({ partner }) => partner !== null)).toHaveLength(1);
    await keepHelper.as(centre, { ...helper, capacity: '2', stance: 'DECLINED' });
    expect((await proposalPage.as(centre)).rows.filter(({ partner }) => partner !== null)).toEqual([]);
    await keepHelper.as(centre, { ...helper, capacity: '2' });
  });

  it('is taken over once: of two specialists at the same moment the second is told', async () => {
    const pairs = [`${schoolOf(0).id}:${schoolOf(2).id}`];
    const both = await Promise.all([acceptProposal.as(centre, { pairs }), acceptProposal.as(centre, { pairs })]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toEqual(refused(/предложение изменилось/));
    const [made] = await listOf(centre, { state: 'PROPOSED' });
    expect(made).toMatchObject({ schoolName: 'СОШ № 1', partnerName: 'СОШ № 3' });
    expect((await pageOf(made?.id ?? '')).ground?.reasons[0]).toMatch(/нет баллов по/);
    const values = { partnershipId: made?.id, version: '1' };
    expect(await dropPartnership.as(centre, values)).toEqual(ok);
  });

  it('refuses a pair that it does not hold', async () => {
    const pairs = [`${schoolOf(0).id}:${schoolOf(4).id}`];
    expect(await acceptProposal.as(centre, { pairs })).toEqual(refused(/предложение изменилось/));
  });
});

describe('a partnership', () => {
  it('is the centre’s alone until the partner is asked; then both see it, and neither the grounds', async () => {
    const id = await laid();
    await expect(pageOf(id, weakHead)).rejects.toThrow(/не найдена/);
    expect((await pageOf(id, official)).ground?.score).toBe(900);
    expect(await move(id, 'ask')).toEqual(ok);
    for (const viewer of [weakHead, partnerHead]) expect((await pageOf(id, viewer)).ground).toBeUndefined();
    const seen = await inScope(partnerHead, (tx) => tx.partnershipGround.findMany());
    expect(seen).toEqual([]);
    await expect(pageOf(id, await town.viewer('SCHOOL_HEAD', schoolOf(4)))).rejects.toThrow(/не найдена/);
  });

  it('gives the partner the name and the request, and nothing else of the other school', async () => {
    const id = await laid({ state: 'ASKED' });
    const text = JSON.stringify(await pageOf(id, partnerHead));
    expect(text).toContain('Обмен опытом');
    expect(text).not.toMatch(/нет баллов|А1/);
    const cards = await inScope(partnerHead, (tx) => tx.assessment.findMany({ where: { schoolId: schoolOf(0).id } }));
    expect(cards).toEqual([]);
  });

  it('goes as the table says: the partner answers, the centre starts by an agreement and ends with words', async () => {
    const id = await laid({ state: 'ASKED' });
    expect(await move(id, 'decline', '', partnerHead)).toEqual(refused(/несколько слов/));
    expect(await move(id, 'agree', '', partnerHead)).toEqual(ok);
    expect(await move(id, 'agree', '', partnerHead)).toEqual(refused(/партнёр согласен/));
    const { partnership } = await pageOf(id);
    const { model, theme, ask } = partnership;
    const blank = { agreementNumber: '', agreementDate: '', parties: '', starts: '', ends: '' };
    const words = { partnershipId: id, version: String(partnership.version), model, theme, ask };
    expect(await editPartnership.as(centre, { ...words, ...blank })).toEqual(ok);
    expect(await move(id, 'start')).toEqual(refused(/номер и дату соглашения/));
    const again = { ...words, version: String(partnership.version + 1), ...blank };
    expect(await editPartnership.as(centre, { ...again, agreementNumber: '7', agreementDate: '2026-09-01' })).toEqual(
      ok,
    );
    expect(await move(id, 'start')).toEqual(ok);
    expect(await move(id, 'end')).toEqual(refused(/несколько слов/));
    expect(await move(id, 'end', 'Уроки перестроены')).toEqual(ok);
    const { events } = await pageOf(id, partnerHead);
    expect(events.map(({ to, side }) => [to, side])).toEqual([
      ['ASKED', 'центр'],
      ['AGREED', 'СОШ № 3'],
      ['RUNNING', 'центр'],
      ['ENDED', 'центр'],
    ]);
  });

  it('makes in the database no other step than the table, whoever asks', async () => {
    for (const from of PARTNERSHIP_STATES)
      for (const to of PARTNERSHIP_STATES.filter((state) => state !== from)) {
        const id = await laid({ state: from });
        for (const [viewer, side] of [
          [partnerHead, 'PARTNER'],
          [centre, 'CENTRE'],
        ] as const) {
          const isMove = MOVES.some((one) => one.to === to && one.from.includes(from) && one.sides.includes(side));
          const changed = await inScope(viewer, (tx) =>
            tx.partnership.updateMany({ where: { id, state: from }, data: { state: to } }),
          ).then(
            ({ count }) => count === 1,
            () => false,
          );
          expect({ from, to, side, changed }).toEqual({ from, to, side, changed: isMove });
          if (changed) await owner.partnership.update({ where: { id }, data: { state: from } });
        }
      }
  });

  it('is not edited over another specialist, and no school is its own partner', async () => {
    const id = await laid({ state: 'AGREED' });
    const { partnership } = await pageOf(id);
    const { model, theme, version } = partnership;
    const blank = { agreementNumber: '7', agreementDate: '2026-09-01', parties: '', starts: '', ends: '' };
    const edit = (ask: string) =>
      editPartnership.as(centre, { partnershipId: id, version: String(version), model, theme, ask, ...blank });
    const both = await Promise.all([edit('Первые слова'), edit('Вторые слова')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const self = { schoolId: schoolOf(0).id, partnerSchoolId: schoolOf(0).id, organisationId: '' };
    expect(await arrangePartnership.as(centre, { ...self, year: '2030', model, theme, ask: 'х' })).toEqual(
      refused(/самой себе/),
    );
  });

  it('with an organisation is arranged from the directory; its contacts are for everybody of the town', async () => {
    const contacts = { phone: '+7 000', email: 'pms@center.test', site: '', address: '', offers: 'Психологи' };
    await addOrganisation.as(centre, { organisationKind: 'PMS_CENTRE', name: 'ПМС-центр', ...contacts });
    const [organisation] = (await organisationsPage.as(weakHead, 'психологи')).rows;
    const draft = { schoolId: schoolOf(0).id, partnerSchoolId: '', organisationId: organisation?.id };
    const words = { year: '2031', model: 'ACCOMPANIMENT', theme: '', ask: 'Занятия с психологом' };
    expect(await arrangePartnership.as(centre, { ...draft, ...words })).toEqual(ok);
    expect(await arrangePartnership.as(centre, { ...draft, ...words })).toEqual(refused(/уже есть/));
    expect((await organisationsPage.as(stranger, '')).rows).toEqual([]);
  });
});

const ROW = { number: '1', responsible: '', result: '', form: '' };

describe('the joint work', () => {
  it('takes rows of the roadmap from the school that is helped; the partner reads their words alone', async () => {
    const id = await laid({ state: 'RUNNING' });
    const { rows } = await buildRoadmap(owner, {
      ...{ municipalityId: town.id, schoolId: schoolOf(0).id, title: 'План', year: YEAR, span: 'SCHOOL' },
      ...{ authorId: centre.userId, order: { number: '1', date: new Date(), approvedById: official.userId } },
      rows: [{ ...ROW, measure: 'Посетить уроки', term: 'март', item: 'А1' }],
    });
    const rowId = rows[0]?.id ?? '';
    expect((await pageOf(id, partnerHead)).freeRows).toEqual([]);
    expect(await linkPlanRows.as(partnerHead, { partnershipId: id, rows: [rowId] })).toEqual(refused(/не найдена/));
    expect(await linkPlanRows.as(weakHead, { partnershipId: id, rows: [rowId] })).toEqual(ok);
    expect(await linkPlanRows.as(centre, { partnershipId: id, rows: [rowId] })).toEqual(refused(/уже в плане/));
    const [own] = (await pageOf(id, weakHead)).plan;
    const [theirs] = (await pageOf(id, partnerHead)).plan;
    expect([own?.roadmapRow?.id, theirs?.roadmapRow, theirs?.text]).toEqual([rowId, null, 'Посетить уроки']);
  });

  it('is planned and written down by both, while they are at work', async () => {
    const id = await laid({ state: 'AGREED' });
    const line = { partnershipId: id, text: 'Открытый урок', term: 'ноябрь', due: '2026-11-01' };
    expect(await addPlanLine.as(partnerHead, line)).toEqual(ok);
    const [planned] = (await pageOf(id)).plan;
    expect(await changePlanLine.as(weakHead, { lineId: planned?.id, step: 'done' })).toEqual(ok);
    expect(await changePlanLine.as(weakHead, { lineId: planned?.id, step: 'done' })).toEqual(refused(/уже изменили/));
    const work = { partnershipId: id, workKind: 'LESSON', at: 'PARTNER', theme: 'Дроби', grade: '5' };
    const said = { subject: 'математика', participants: 'учителя', discussion: 'Обсудили', taken: 'Карточки' };
    expect(await addJointWork.as(weakHead, { ...work, ...said, workDay: '2099-01-01' })).toEqual(refused(/уже было/));
    expect(await addJointWork.as(weakHead, { ...work, ...said, workDay: today })).toEqual(ok);
    const { works } = await pageOf(id, partnerHead);
    expect(works[0]).toMatchObject({ theme: 'Дроби', grade: 5, author: 'СОШ № 1', taken: 'Карточки' });
    await move(id, 'start');
    await move(id, 'end', 'Итог');
    expect(await addPlanLine.as(partnerHead, line)).toEqual(refused(/не завершено/));
  });

  it('keeps the agreement as a file that both open and nobody else', async () => {
    const id = await laid({ state: 'RUNNING' });
    const body = new FormData();
    body.set('file', new File(['%PDF-1.4 agreement'], 'agreement.pdf', { type: 'application/pdf' }));
    const request = new Request('https://portal.test/', { method: 'POST', body });
    expect(await addPartnershipFile(centre, id, request)).toBe('Файл приложен.');
    const href = (await pageOf(id)).files[0]?.href ?? '';
    const fileId = href.split('/').at(-1) ?? '';
    for (const viewer of [weakHead, partnerHead])
      expect(await partnershipFile.as(viewer, fileId)).toMatchObject({ name: 'agreement.pdf' });
    for (const viewer of [stranger, await town.viewer('SCHOOL_HEAD', schoolOf(4))])
      await expect(partnershipFile.as(viewer, fileId)).rejects.toThrow(/не найдена/);
  });
});

describe('what is offered to others', () => {
  it('is written by a school for itself alone and read by all of the town', async () => {
    const draft = { resourceKind: 'PREMISES', title: 'Кабинет физики', terms: 'По четвергам' };
    expect(await addResource.as(partnerHead, { ...draft, schoolId: schoolOf(0).id, organisationId: '' })).toEqual(
      refused(/не найдена/),
    );
    expect(await addResource.as(partnerHead, { ...draft, schoolId: '', organisationId: '' })).toEqual(ok);
    const [seen] = (await resourcesPage.as(weakHead, resourceSearch.parse({ q: 'физик' }))).rows;
    expect(seen).toMatchObject({ ownerName: 'СОШ № 3', title: 'Кабинет физики' });
    const edit = { ...draft, resourceId: seen?.id, version: '1', isGone: 'on' };
    expect(await editResource.as(weakHead, edit)).toEqual(refused(/не найдена/));
    expect(await editResource.as(partnerHead, edit)).toEqual(ok);
    expect((await resourcesPage.as(weakHead, resourceSearch.parse({}))).total).toBe(0);
  });
});

describe('a mentoring pair', () => {
  it('is of two positions, is seen by its schools and ends with a result', async () => {
    const pair = { mentoringModel: 'TEACHER_YOUNG', mentorSchoolId: schoolOf(2).id, mentorPosition: 'учитель физики' };
    const young = { menteeSchoolId: schoolOf(0).id, menteePosition: 'молодой учитель физики' };
    const term = { plan: '', starts: '2026-09-01', ends: '' };
    expect(await addPair.as(centre, { ...pair, ...young, ...term, ends: '2026-08-01' })).toEqual(
      refused(/раньше начала/),
    );
    expect(await addPair.as(centre, { ...pair, ...young, ...term })).toEqual(ok);
    const rowsOf = async (viewer: Viewer, state?: string) =>
      (await mentoringPage.as(viewer, mentoringSearch.parse({ state }))).rows;
    const [seen] = await rowsOf(weakHead);
    expect(await rowsOf(await town.viewer('SCHOOL_HEAD', schoolOf(4)))).toEqual([]);
    expect(await endPair.as(centre, { pairId: seen?.id, version: '1', result: 'Уроки ведёт сам' })).toEqual(ok);
    expect([(await rowsOf(weakHead)).length, (await rowsOf(weakHead, 'ended')).length]).toEqual([0, 1]);
    expect(await endPair.as(centre, { pairId: newId(), version: '1', result: 'х' })).toEqual(refused(/не найдена/));
  });
});
