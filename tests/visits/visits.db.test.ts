import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { dayAt } from '@/lib/kernel/day';
import { inScope } from '@/lib/platform/prisma';
import { addVisitFile } from '@/lib/visits/add-file';
import {
  answerConsultation,
  askConsultation,
  recordConsultation,
  withdrawConsultation,
} from '@/lib/visits/consultation-actions';
import {
  consultationPage,
  consultationReport,
  consultationsPage,
  newConsultationForm,
} from '@/lib/visits/consultation-queries';
import { addRubric, addTerm, editTerm } from '@/lib/visits/dictionary-actions';
import { addAgreed, changeAgreed, editVisit, openVisit, writeVisit } from '@/lib/visits/visit-actions';
import { newVisitForm, visitFile, visitPage, visitSettings, visitsPage } from '@/lib/visits/visit-queries';
import { consultationSearch, visitSearch } from '@/lib/visits/visit-search';
import { buildConsultation } from '@/prisma/seed/builders/visit';
import { buildTown, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();
const today = dayAt(new Date(), 'Europe/Moscow');

let town: Town;
let centre: Viewer;
let curator: Viewer;
let official: Viewer;
let head: Viewer;
let neighbour: Viewer;
let kindId: string;
let themeId: string;

const schoolOf = (index: number) => {
  const school = town.schools[index];
  if (!school) throw new Error(`no school ${index}`);
  return school;
};

beforeAll(async () => {
  town = await buildTown(owner, 'VISITS', 3);
  [centre, curator, official] = [
    await town.viewer('CENTRE'),
    await town.viewer('CURATOR'),
    await town.viewer('OFFICIAL'),
  ];
  [head, neighbour] = [await town.viewer('SCHOOL_HEAD', schoolOf(0)), await town.viewer('SCHOOL_HEAD', schoolOf(1))];
  const { membershipId } = curator;
  await owner.assignment.create({ data: { municipalityId: town.id, membershipId, schoolId: schoolOf(0).id } });
  const { kinds, themes } = await visitSettings.as(centre);
  [kindId, themeId] = [kinds[0]?.id ?? '', themes[0]?.id ?? ''];
});
afterAll(() => owner.$disconnect());

const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });
const idOf = (answer: Awaited<ReturnType<typeof writeVisit.as>>) =>
  (answer.ok ? answer.to?.split('/').at(-1) : undefined) ?? '';

const fields = () => ({
  ...{ termId: kindId, object: 'Реализация плана', visitDay: today, participants: 'директор', protocol: 'Итог' },
  ...{ rubricName: 'План', lines: ['План известен', 'Сроки'], marks: ['YES', 'NO'], notes: ['', 'сдвинуты'] },
});
const write = (viewer: Viewer, index = 0) => writeVisit.as(viewer, { ...fields(), schoolId: schoolOf(index).id });
const listOf = async (viewer: Viewer, search = {}) => (await visitsPage.as(viewer, visitSearch.parse(search))).rows;

describe('a visit', () => {
  it('is written by the centre anywhere and by a curator at his schools', async () => {
    expect((await newVisitForm.as(curator, {})).schools.map(({ name }) => name)).toEqual(['СОШ № 1']);
    expect(await write(curator, 1)).toEqual(refused(/не найдена/));
    expect(await write(curator)).toEqual(ok);
    expect(await write(centre, 1)).toEqual(ok);
    expect(await writeVisit.as(centre, { ...fields(), schoolId: schoolOf(0).id, visitDay: '2099-01-01' })).toEqual(
      refused(/уже был/),
    );
  });

  it('is read by the school and the department when its author opens it, and then keeps its words', async () => {
    const visitId = idOf(await write(centre));
    await expect(visitPage.as(head, visitId)).rejects.toThrow(/не найдена/);
    await expect(visitPage.as(official, visitId)).rejects.toThrow(/не найдена/);
    expect(await openVisit.as(curator, { visitId, version: '1' })).toEqual(refused(/кто её составил/));
    expect(await editVisit.as(centre, { ...fields(), visitId, version: '1', protocol: 'Точнее' })).toEqual(ok);
    expect(await openVisit.as(centre, { visitId, version: '1' })).toEqual(refused(/изменил другой/));
    expect(await openVisit.as(centre, { visitId, version: '2' })).toEqual(ok);
    for (const viewer of [head, official]) expect((await visitPage.as(viewer, visitId)).visit.protocol).toBe('Точнее');
    await expect(visitPage.as(neighbour, visitId)).rejects.toThrow(/не найдена/);
    expect(await editVisit.as(centre, { ...fields(), visitId, version: '3' })).toEqual(refused(/сохраняется как есть/));
    const past = inScope(centre, (tx) => tx.visit.updateMany({ where: { id: visitId }, data: { protocol: 'Иначе' } }));
    await expect(past).rejects.toThrow();
  });

  it('holds what was agreed till a day: open, late, done', async () => {
    const visitId = idOf(await write(centre));
    const agree = (dueAt: string) =>
      addAgreed.as(centre, { visitId, text: 'Уточнить план', dueAt, responsible: 'заместитель директора' });
    expect(await agree('2020-01-01')).toEqual(refused(/раньше самого визита/));
    expect(await agree('2031-01-01')).toEqual(ok);
    const [action] = (await visitPage.as(centre, visitId)).actions;
    await owner.visitAction.update({ where: { id: action?.id ?? '' }, data: { due: new Date('2020-01-01') } });
    expect((await listOf(centre, { state: 'late' })).map(({ id }) => id)).toEqual([visitId]);
    await openVisit.as(centre, { visitId, version: '1' });
    const done = { actionId: action?.id, step: 'done', note: 'План обновлён' };
    expect(await changeAgreed.as(curator, done)).toEqual(ok);
    expect(await changeAgreed.as(curator, done)).toEqual(refused(/уже изменили/));
    expect(await changeAgreed.as(centre, { ...done, step: 'remove' })).toEqual(refused(/сохраняется как есть/));
    expect((await visitPage.as(head, visitId)).actions[0]).toMatchObject({ doneOn: today, doneNote: 'План обновлён' });
    expect(await listOf(centre, { state: 'late' })).toEqual([]);
  });

  it('keeps a file of its author, the curator too, for whoever reads the visit', async () => {
    const visitId = idOf(await write(curator));
    const body = new FormData();
    body.set('file', new File(['%PDF-1.4 act'], 'act.pdf', { type: 'application/pdf' }));
    const request = new Request('https://portal.test/', { method: 'POST', body });
    expect(await addVisitFile(curator, visitId, request)).toBe('Файл приложен.');
    const fileId = (await visitPage.as(centre, visitId)).files[0]?.href.split('/').at(-1) ?? '';
    expect(await visitFile.as(centre, fileId)).toMatchObject({ name: 'act.pdf' });
    await expect(visitFile.as(head, fileId)).rejects.toThrow(/не найдена/);
    await openVisit.as(curator, { visitId, version: '1' });
    expect(await visitFile.as(head, fileId)).toMatchObject({ name: 'act.pdf' });
  });
});

describe('the dictionaries', () => {
  it('take a name once, and a retired kind is not offered any more', async () => {
    expect(await addTerm.as(centre, { sort: 'VISIT', termName: 'Выездная  проверка' })).toEqual(refused(/уже есть/));
    expect(await addTerm.as(centre, { sort: 'VISIT', termName: 'Супервизия' })).toEqual(ok);
    const term = (await visitSettings.as(centre)).kinds.find(({ name }) => name === 'Супервизия');
    await editTerm.as(centre, { termId: term?.id, termName: 'Супервизия', isRetired: 'on' });
    expect((await newVisitForm.as(centre, {})).kinds.map(({ name }) => name)).not.toContain('Супервизия');
    expect(await addRubric.as(centre, { rubricName: 'Новый', rubricLines: 'Один\n\nДва' })).toEqual(ok);
    const rubric = (await visitSettings.as(centre)).rubrics.find(({ name }) => name === 'Новый');
    expect(rubric?.lines).toEqual(['Один', 'Два']);
  });
});

describe('a request for a consultation', () => {
  const question = { consultationKind: 'METHODICAL', level: 'TEACHERS', text: 'Как читать отчёт?' };
  const ask = (viewer: Viewer) => askConsultation.as(viewer, { ...question, themeId });
  const step = (viewer: Viewer, consultationId: string, version: number, code: string, answer = '') =>
    answerConsultation.as(viewer, { consultationId, version: String(version), step: code, answer });

  it('stands in one queue: a school learns how many are before its own and not whose', async () => {
    const theirs = idOf(await ask(neighbour));
    const mine = idOf(await ask(head));
    const seen = await consultationPage.as(head, mine);
    expect([seen.ahead, JSON.stringify(seen).includes('СОШ № 2')]).toEqual([1, false]);
    await expect(consultationPage.as(head, theirs)).rejects.toThrow(/не найдена/);
    expect((await consultationsPage.as(centre, consultationSearch.parse({}))).rows).toHaveLength(2);
    expect(await withdrawConsultation.as(neighbour, { consultationId: theirs, version: '1' })).toEqual(ok);
    expect((await consultationPage.as(head, mine)).ahead).toBe(0);
  });

  it('is taken by one specialist, answered once, and counts the days', async () => {
    const consultationId = idOf(await ask(head));
    const both = await Promise.all([step(centre, consultationId, 1, 'take'), step(curator, consultationId, 1, 'take')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await step(centre, consultationId, 2, 'answer')).toEqual(refused(/Напишите ответ|школа прочтёт/));
    expect(await step(centre, consultationId, 2, 'answer', 'Смотрите столбец «доля»')).toEqual(ok);
    expect(await step(centre, consultationId, 3, 'answer', 'Иначе')).toEqual(refused(/есть ответ/));
    const { consultation } = await consultationPage.as(head, consultationId);
    expect(consultation).toMatchObject({ state: 'ANSWERED', answeredOn: today, answer: 'Смотрите столбец «доля»' });
  });

  it('cannot be answered by the school itself, past the portal too', async () => {
    const consultationId = idOf(await ask(head));
    const past = inScope(head, (tx) =>
      tx.consultation.updateMany({
        where: { id: consultationId },
        data: { state: 'ANSWERED', answer: 'сами', answeredOn: new Date() },
      }),
    );
    await expect(past).rejects.toThrow();
  });

  it('is written down by the centre when it was given already, and the school reads it', async () => {
    const given = { ...question, themeId, schoolId: schoolOf(2).id, answer: 'По телефону', givenOn: today };
    expect(await recordConsultation.as(centre, { ...given, givenOn: '2099-01-01' })).toEqual(refused(/уже была/));
    const consultationId = idOf(await recordConsultation.as(centre, given));
    const third = await town.viewer('SCHOOL_HEAD', schoolOf(2));
    expect((await consultationPage.as(third, consultationId)).consultation.answer).toBe('По телефону');
    expect((await newConsultationForm.as(third)).isSchool).toBe(true);
  });

  it('is reported by theme and month with the mean wait; what was taken back is not counted', async () => {
    const theme = (await visitSettings.as(centre)).themes[3];
    const base = { municipalityId: town.id, schoolId: schoolOf(0).id, termId: theme?.id ?? '', askedById: head.userId };
    const kind = { kind: 'LEGAL', level: 'HEADS', text: 'Вопрос' } as const;
    for (const [askedOn, on] of [
      ['2020-10-01', '2020-10-03'],
      ['2020-10-05', '2020-10-06'],
      ['2020-10-07', undefined],
    ] as const)
      await buildConsultation(owner, { ...base, ...kind, askedOn, ...(on && { answered: { on, answer: 'Да' } }) });
    expect((await consultationReport.as(official, 2020)).rows).toEqual([
      { month: '2020-10', theme: theme?.name, asked: 3, answered: 2, days: 3 },
    ]);
  });
});
