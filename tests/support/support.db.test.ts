import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionResult } from '@/lib/access/action-result';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { inScope } from '@/lib/platform/prisma';
import { moveCase, noteCase, openCase, openListCases } from '@/lib/support/cases/case-actions';
import { caseMovesPage, supportList, supportSheet } from '@/lib/support/cases/case-queries';
import { caseSearch, supportSearch } from '@/lib/support/cases/case-search';
import { addCause, dropCaseCause, editCause, supposeCause } from '@/lib/support/causes/cause-actions';
import { caseCausesPage, causesPage } from '@/lib/support/causes/cause-queries';
import { assignCurator, declareConflict, releaseCurator } from '@/lib/support/curators/curator-actions';
import { addStudyFile } from '@/lib/support/studies/add-study-file';
import { addAgreement, cancelStudy, editStudy, settleAgreement, writeStudy } from '@/lib/support/studies/study-actions';
import { studiesPage, studyFile, studyPage } from '@/lib/support/studies/study-queries';
import { studySearch } from '@/lib/support/studies/study-search';
import { supportPage } from '@/lib/support/support-queries';
import { createSurvey, widenSurvey } from '@/lib/support/surveys/survey-actions';
import { surveyPage } from '@/lib/support/surveys/survey-queries';
import { buildApprovedList } from '@/prisma/seed/builders/list';
import { acceptCard, buildTown, openCampaignOf, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();
const YEAR = schoolYearAt(new Date(), 'Europe/Moscow');

let town: Town;
let centre: Viewer;
let official: Viewer;
let curator: Viewer;
let head: Viewer;
let neighbour: Viewer;
let stranger: Viewer;
let listId: string;

const schoolOf = (index: number) => {
  const school = town.schools[index];
  if (!school) throw new Error(`no school ${index}`);
  return school;
};

beforeAll(async () => {
  town = await buildTown(owner, 'CASES', 8);
  const other = await buildTown(owner, 'OTHERCASES', 1);
  [centre, official, curator] = [
    await town.viewer('CENTRE'),
    await town.viewer('OFFICIAL'),
    await town.viewer('CURATOR'),
  ];
  [head, neighbour] = [await town.viewer('SCHOOL_HEAD', schoolOf(0)), await town.viewer('SCHOOL_HEAD', schoolOf(1))];
  stranger = await other.viewer('CENTRE');
  const campaign = await openCampaignOf(owner, town, YEAR);
  const where = { campaignId: campaign.id };
  for (const index of [0, 1, 2]) {
    const card = campaign.cards[index];
    if (card) await acceptCard(owner, card, 4, centre.userId);
  }
  const outcomes = await owner.assessment.findMany({ where, select: { id: true, schoolId: true, verdict: true } });
  listId = await buildApprovedList(owner, {
    ...{ municipalityId: town.id, campaignId: campaign.id, orderNumber: '12', orderDate: new Date(`${YEAR}-10-01`) },
    ...{ orderTitle: 'О списке', proposedById: centre.userId, approvedById: official.userId },
    entries: outcomes.map(({ id: assessmentId, schoolId, verdict }) => ({
      ...{ schoolId, schoolName: 'Школа', assessmentId, verdict },
      decision: schoolId === schoolOf(2).id ? 'EXCLUDE' : 'INCLUDE',
    })),
  });
});
afterAll(() => owner.$disconnect());

const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });

/** A case of a school by request, with the page's own eyes. */
async function opened(index: number): Promise<string> {
  const answer = await openCase.as(centre, {
    schoolId: schoolOf(index).id,
    year: String(YEAR),
    reason: 'Школа просит',
  });
  expect(answer).toEqual(ok);
  return (await caseOfSchool(index)).id;
}
async function caseOfSchool(index: number, year = YEAR) {
  return owner.supportCase.findFirstOrThrow({
    where: { schoolId: schoolOf(index).id, year },
    select: { id: true, version: true, status: true, previousId: true, crisisSince: true, ground: true, listId: true },
  });
}
async function move(index: number, code: string, viewer = centre): Promise<ActionResult> {
  const { id: caseId, version } = await caseOfSchool(index);
  return moveCase.as(viewer, { caseId, version: String(version), move: code, reason: 'Так решили', order: '№ 5' });
}
const page = (index: number, viewer = centre, kind?: string) =>
  supportPage.as(viewer, schoolOf(index).id, supportSearch.parse({ kind }));
const study = (index: number, change: Record<string, unknown> = {}, viewer = centre) =>
  writeStudy.as(viewer, {
    ...{ schoolId: schoolOf(index).id, year: String(YEAR), studyMethod: 'INTERVIEW', day: '2026-11-01' },
    ...{
      heldBy: 'методист МОЦ',
      object: 'Причины низких результатов',
      conclusion: 'Нет учителя математики',
      tookPlace: 'on',
    },
    ...change,
  });
const lastStudy = async (index: number) => {
  const [row] = (await studiesPage.as(centre, studySearch.parse({ school: schoolOf(index).id }))).rows;
  if (!row) throw new Error('no study');
  return row;
};
const causeNamed = async (name: RegExp) => {
  const found = (await causesPage.as(centre)).causes.find((cause) => name.test(cause.name));
  if (!found) throw new Error(`no cause ${name}`);
  return found;
};

describe('cases', () => {
  it('are opened for every school an approved list includes, and pressed twice no more', async () => {
    expect(await openListCases.as(centre, { listId })).toMatchObject({
      ok: true,
      message: expect.stringMatching(/2 школы/),
    });
    expect(await openListCases.as(centre, { listId })).toMatchObject({ message: expect.stringMatching(/уже сопров/) });
    expect(await caseOfSchool(0)).toMatchObject({ listId, ground: expect.stringContaining('№ 12') });
    expect(await owner.supportCase.count({ where: { schoolId: schoolOf(2).id } })).toBe(0);
    expect((await supportList.as(centre, caseSearch.parse({}))).numbers).toMatchObject({ open: 2, alone: 2 });
  });

  it('are opened by request with a ground, once a year', async () => {
    await opened(3);
    const again = { schoolId: schoolOf(3).id, year: String(YEAR), reason: 'Ещё раз' };
    expect(await openCase.as(centre, again)).toEqual(refused(/уже открыто/));
    expect(await openCase.as(centre, { ...again, reason: ' ' })).toMatchObject({
      fields: { reason: expect.anything() },
    });
    expect(await openCase.as(stranger, again)).toEqual(refused(/не найдена/));
  });

  it('are read-only while paused: causes, studies and curators are refused with a clear sentence', async () => {
    const caseId = (await caseOfSchool(3)).id;
    const { id: causeId } = await causeNamed(/мотивация/);
    expect(await move(3, 'pause')).toEqual(ok);
    const suppose = { caseId, causeId, weight: 'HIGH', source: '', note: '' };
    expect(await supposeCause.as(centre, suppose)).toEqual(refused(/приостановлено/));
    expect(await study(3)).toEqual(refused(/приостановлено/));
    expect(await assignCurator.as(centre, { caseId, membershipId: curator.membershipId })).toEqual(refused(/приостан/));
    expect(await move(3, 'alarm')).toEqual(refused(/нельзя/));
    const row = {
      id: newId(),
      municipalityId: town.id,
      caseId,
      schoolId: schoolOf(3).id,
      causeId,
      weight: 'LOW' as const,
    };
    await expect(
      inScope(centre, (tx) => tx.caseCause.createMany({ data: [{ ...row, addedById: centre.userId }] })),
    ).rejects.toThrow(/row-level security/);
    expect(await move(3, 'resume')).toEqual(ok);
    expect(await supposeCause.as(centre, suppose)).toEqual(ok);
  });

  it('in crisis stand first; the school reads that it is supported more closely, not why', async () => {
    expect(await move(1, 'alarm')).toEqual(ok);
    const { rows } = await supportList.as(official, caseSearch.parse({ sort: '-school' }));
    expect(rows[0]?.schoolId).toBe(schoolOf(1).id);
    expect((await page(1, official)).supportCase?.crisisReason).toBe('Так решили');
    const own = await page(1, neighbour);
    expect(own.supportCase).toMatchObject({ crisisReason: '', crisisSince: expect.any(String) });
    expect(own.timeline.map(({ code }) => code)).not.toContain('CRISIS_BEGUN');
  });

  it('go on next year with a link to the former, and stay closed', async () => {
    await opened(4);
    expect(await move(4, 'continue')).toEqual(ok);
    const former = await caseOfSchool(4);
    expect(former.status).toBe('CONTINUED');
    expect(await caseOfSchool(4, YEAR + 1)).toMatchObject({ previousId: former.id, status: 'OPEN' });
    expect(await move(4, 'reopen')).toEqual(refused(/нельзя/));
    expect(await study(4)).toEqual(refused(/продолжено/));
  });

  it('end with grounds, and are opened again with a reason', async () => {
    await opened(5);
    const seen = await caseOfSchool(5);
    expect(await move(5, 'exit')).toEqual(ok);
    const stale = { caseId: seen.id, version: String(seen.version), move: 'reopen', reason: 'Ошибка', order: '' };
    expect(await moveCase.as(centre, stale)).toEqual(refused(/другой человек/));
    expect(await move(5, 'reopen')).toEqual(ok);
    expect((await page(5, centre, 'case')).timeline.map(({ code }) => code)).toEqual(['REOPENED', 'EXITED', 'OPENED']);
  });

  it('keep notes of the centre in the centre', async () => {
    const { id: caseId } = await caseOfSchool(0);
    for (const [audience, text] of [
      ['CENTRE', 'Только нам'],
      ['STAFF', 'Службам'],
      ['ALL', 'Всем'],
    ] as const)
      expect(await noteCase.as(centre, { caseId, audience, text })).toEqual(ok);
    const read = async (viewer: Viewer) => (await page(0, viewer, 'case')).timeline.map(({ text }) => text);
    expect(await read(centre)).toEqual(expect.arrayContaining(['Только нам', 'Службам', 'Всем']));
    expect(await read(official)).not.toContain('Только нам');
    expect(await read(head)).toEqual(expect.arrayContaining(['Всем']));
    expect(await read(head)).not.toContain('Службам');
    await expect(page(0, neighbour)).rejects.toThrow(/не найдена/);
    await expect(page(0, stranger)).rejects.toThrow(/не найдена/);
    expect((await supportSheet.as(centre, caseSearch.parse({ q: 'СОШ № 1' }))).rows).toHaveLength(1);
  });
});

describe('a curator', () => {
  const assign = (caseId: string, membershipId: string, more = {}) =>
    assignCurator.as(centre, { caseId, membershipId, ...more });

  it('is given a school once, sees it, and loses it again', async () => {
    const { id: caseId } = await caseOfSchool(0);
    await expect(page(0, curator)).rejects.toThrow(/не найдена/);
    expect(await assign(caseId, curator.membershipId)).toEqual(ok);
    expect(await assign(caseId, curator.membershipId)).toEqual(refused(/уже сопровождает/));
    expect((await page(0, curator)).curators).toMatchObject([{ membershipId: curator.membershipId }]);
    expect((await page(0, head)).curators).toMatchObject([{ name: curator.name }]);
    expect((await supportList.as(curator, caseSearch.parse({}))).rows).toHaveLength(1);
    const released = { caseId, membershipId: curator.membershipId, reason: '' };
    expect(await releaseCurator.as(centre, released)).toEqual(ok);
    expect((await supportList.as(curator, caseSearch.parse({}))).rows).toEqual([]);
    expect(await assign(caseId, curator.membershipId)).toEqual(ok);
  });

  it('with as many schools as the limit is asked about and given another only when confirmed', async () => {
    const busy = await town.viewer('CURATOR');
    const { membershipId } = busy;
    await owner.assignment.createMany({
      data: [5, 6, 7].map((index) => ({ municipalityId: town.id, membershipId, schoolId: schoolOf(index).id })),
    });
    const { id: caseId } = await caseOfSchool(1);
    expect(await assign(caseId, membershipId)).toMatchObject({ ok: false, fields: { despiteLoad: expect.anything() } });
    expect(await assign(caseId, membershipId, { despiteLoad: 'on' })).toEqual(ok);
    const { candidates } = await caseMovesPage.as(centre, schoolOf(0).id, YEAR);
    expect(candidates.find((one) => one.membershipId === membershipId)).toMatchObject({ schools: 4 });
  });

  it('who is director of the school, or must not be given it, is refused; the database refuses as well', async () => {
    const { id: caseId } = await caseOfSchool(0);
    const { membershipId, userId } = await town.viewer('CURATOR');
    const conflict = { membershipId, schoolId: schoolOf(0).id, reason: 'Родственник директора' };
    expect(await declareConflict.as(centre, conflict)).toEqual(ok);
    expect(await assign(caseId, membershipId)).toEqual(refused(/Родственник директора/));
    const pair = { municipalityId: town.id, membershipId, schoolId: schoolOf(0).id };
    await expect(inScope(centre, (tx) => tx.assignment.createMany({ data: [pair] }))).rejects.toThrow(/row-level/);
    expect(
      await owner.$queryRaw`SELECT FROM curator_conflict WHERE membership_id = ${membershipId}::uuid`,
    ).toHaveLength(1);
    expect(await inScope(head, (tx) => tx.curatorConflict.findMany({ select: { id: true } }))).toEqual([]);
    await owner.membership.create({
      data: { id: newId(), userId, role: 'SCHOOL_DEPUTY', municipalityId: town.id, schoolId: schoolOf(1).id },
    });
    const { id: nextCase } = await caseOfSchool(1);
    expect(await assign(nextCase, membershipId)).toEqual(refused(/конфликт интересов/));
  });
});

describe('causes and studies', () => {
  it('start from twelve factors and eight problems, and the dictionary is the centre’s to edit', async () => {
    const { causes } = await causesPage.as(centre);
    const families = causes.map(({ family }) => family);
    expect([families.filter((one) => one === 'RISK'), families.filter((one) => one === 'PROBLEM')]).toMatchObject([
      { length: 12 },
      { length: 8 },
    ]);
    expect(await addCause.as(centre, { name: 'Смена директора', signs: '' })).toEqual(ok);
    expect(await addCause.as(centre, { name: 'смена  Директора', signs: '' })).toEqual(refused(/уже есть/));
    const { id: causeId, version } = await causeNamed(/Смена директора/);
    const edit = { causeId, version: String(version), name: 'Частая смена директора', signs: '', archived: 'on' };
    expect(await editCause.as(centre, edit)).toEqual(ok);
    expect(await editCause.as(centre, edit)).toEqual(refused(/другой человек/));
    const { id: caseId } = await caseOfSchool(0);
    const suppose = { caseId, causeId, weight: 'HIGH', source: '', note: '' };
    expect(await supposeCause.as(centre, suppose)).toEqual(refused(/архиве/));
  });

  it('a cause is a hypothesis until a held study supports it; a cancelled plan confirms nothing', async () => {
    const { id: caseId } = await caseOfSchool(0);
    const { id: causeId } = await causeNamed(/Дефицит педагогических/);
    const suppose = { caseId, causeId, weight: 'HIGH', source: 'INTERVIEW', note: 'Со слов директора' };
    expect(await supposeCause.as(curator, suppose)).toEqual(ok);
    expect(await supposeCause.as(curator, suppose)).toEqual(refused(/уже отмечена/));
    const of = async () => (await caseCausesPage.as(curator, schoolOf(0).id, YEAR)).causes[0];
    const cause = await of();
    expect(cause?.confirmations).toEqual([]);
    expect(await study(0, { causes: [cause?.id], tookPlace: undefined, day: '2031-01-10' }, curator)).toEqual(ok);
    expect((await of())?.confirmations).toEqual([]);
    const { id: studyId, version } = await lastStudy(0);
    const held = { studyId, version: String(version), day: '2026-11-01', heldBy: 'куратор', object: 'Тема' };
    expect(await editStudy.as(curator, { ...held, causes: [cause?.id], tookPlace: 'on' })).toMatchObject({
      fields: { conclusion: expect.anything() },
    });
    const full = { ...held, conclusion: 'Учителя нет второй год', causes: [cause?.id], tookPlace: 'on' };
    expect(await editStudy.as(curator, full)).toEqual(ok);
    expect((await of())?.confirmations).toMatchObject([{ studyId, heldBy: 'куратор', day: '2026-11-01' }]);
    const seen = { studyId, version: String((await lastStudy(0)).version), reason: 'Передумали' };
    expect(await cancelStudy.as(curator, seen)).toEqual(refused(/не отменяют/));
    expect((await page(0, head)).causes).toHaveLength(1);
    const drop = { caseCauseId: cause?.id, version: String(cause?.version) };
    expect(await dropCaseCause.as(head, drop)).toEqual(refused(/не найдена/));
  });

  it('agreed actions are late after their day and settled by whoever follows the school', async () => {
    const { id: studyId } = await lastStudy(0);
    expect(await addAgreement.as(curator, { studyId, text: 'Найти учителя', dueAt: '2026-11-02' })).toEqual(ok);
    const late = async () =>
      (await supportList.as(centre, caseSearch.parse({ state: 'late' }))).rows.map(({ schoolId }) => schoolId);
    expect(await late()).toEqual([schoolOf(0).id]);
    const [agreement] = (await studyPage.as(head, studyId)).agreements;
    const settle = { agreementId: agreement?.id, state: 'done' };
    expect(await settleAgreement.as(stranger, settle)).toEqual(refused(/не найдена/));
    expect(await settleAgreement.as(curator, settle)).toEqual(ok);
    expect(await late()).toEqual([]);
  });

  it('a protocol is opened by the school it is about and by nobody of another', async () => {
    const { id: studyId } = await lastStudy(0);
    const form = new FormData();
    form.set('file', new File(['%PDF-1.7\n%%EOF'], 'протокол.pdf', { type: 'application/pdf' }));
    const request = new Request('http://portal.test/', { method: 'POST', body: form });
    await addStudyFile(curator, studyId, request);
    const { fileId } = await owner.studyFile.findFirstOrThrow({ where: { studyId }, select: { fileId: true } });
    expect(await studyFile.as(head, fileId ?? '')).toMatchObject({ name: 'протокол.pdf' });
    for (const viewer of [neighbour, stranger])
      await expect(studyFile.as(viewer, fileId ?? '')).rejects.toThrow(/не найдена/);
    await expect(studyPage.as(neighbour, studyId)).rejects.toThrow(/не найдена/);
  });
});

describe('a survey', () => {
  it('plans every method at every chosen school once, between its days, and takes in more schools', async () => {
    const plan = {
      ...{ title: 'Комплексное обследование', year: String(YEAR), from: '2031-02-03', to: '2031-02-14', note: '' },
      ...{ methods: ['VISIT', 'DOCUMENTS'], chosen: [schoolOf(0).id, schoolOf(6).id] },
    };
    expect(await createSurvey.as(centre, plan)).toEqual(ok);
    const { id: surveyId } = await owner.survey.findFirstOrThrow({ where: { municipalityId: town.id } });
    const rows = async () => (await surveyPage.as(official, surveyId)).rows;
    expect((await rows()).map(({ cells }) => Object.keys(cells).toSorted())).toEqual([
      ['DOCUMENTS', 'VISIT'],
      ['DOCUMENTS', 'VISIT'],
    ]);
    const { studies } = await surveyPage.as(centre, surveyId);
    expect(studies.every(({ day }) => day >= plan.from && day <= plan.to)).toBe(true);
    const widen = { surveyId, chosen: [schoolOf(6).id, schoolOf(7).id] };
    expect(await widenSurvey.as(centre, widen)).toEqual(ok);
    expect(await rows()).toHaveLength(3);
    expect(await createSurvey.as(centre, { ...plan, to: '2031-01-01' })).toMatchObject({
      fields: { to: expect.anything() },
    });
    expect(await createSurvey.as(centre, { ...plan, chosen: [schoolOf(4).id] })).toEqual(refused(/СОШ № 5/));
    expect((await studiesPage.as(curator, studySearch.parse({}))).rows.map(({ schoolId }) => schoolId)).toEqual(
      expect.not.arrayContaining([schoolOf(6).id]),
    );
  });
});
