import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionResult } from '@/lib/access/action-result';
import type { Viewer } from '@/lib/access/viewer';
import { addPaper } from '@/lib/development/add-paper';
import {
  addAssociation,
  addAssociationMember,
  addMinutes,
  markPlanRow,
  nameAssociationHead,
} from '@/lib/development/association-actions';
import { associationPage, associationsPage } from '@/lib/development/association-queries';
import {
  assignCourseSeats,
  cancelCourse,
  declineCourseRequest,
  finishCourse,
  packCourseRequests,
  sendCoursePackage,
  sendCourseRequest,
  withdrawCourseRequest,
} from '@/lib/development/course-actions';
import {
  coursePackagePage,
  coursePage,
  courseRequestPage,
  courseRequestsPage,
  developmentFile,
} from '@/lib/development/course-queries';
import {
  addDeficit,
  editDeficit,
  nameDeficitPerson,
  removeDeficit,
  withdrawConsent,
} from '@/lib/development/deficit-actions';
import { deficitPage, deficitsPage } from '@/lib/development/deficit-queries';
import {
  developmentOfSchool,
  developmentPage,
  developmentTables,
  numbersPage,
  rosterPage,
} from '@/lib/development/development-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { addRosterMember, approveRoster, draftRoster } from '@/lib/development/roster-actions';
import { reportNumbers } from '@/lib/development/school-actions';
import { newId } from '@/lib/kernel/ids';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { inScope } from '@/lib/platform/prisma';
import { buildDevelopment, made } from '@/prisma/seed/builders/development';
import { buildTown, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();
let town: Town;
let centre: Viewer;
let official: Viewer;
let curator: Viewer;
let region: Viewer;
let head: Viewer;
let neighbour: Viewer;
let stranger: Viewer;
let laid: Awaited<ReturnType<typeof buildDevelopment>>;
let year: number;

const schoolOf = (index: number) => {
  const school = town.schools[index];
  if (!school) throw new Error(`no school ${index}`);
  return school;
};
const SEARCH = developmentSearch.parse({});

beforeAll(async () => {
  town = await buildTown(owner, 'GROWTH', 3);
  const other = await buildTown(owner, 'FAR', 1);
  [centre, official] = [await town.viewer('CENTRE'), await town.viewer('OFFICIAL')];
  [curator, region] = [await town.viewer('CURATOR'), await town.viewer('REGION')];
  [head, neighbour] = [await town.viewer('SCHOOL_HEAD', schoolOf(0)), await town.viewer('SCHOOL_HEAD', schoolOf(1))];
  stranger = await other.viewer('CENTRE');
  year = schoolYearAt(new Date(), centre.timeZone);
  laid = await buildDevelopment(owner, { centre, head, year, label: '0' });
});
afterAll(() => owner.$disconnect());

const ok = expect.objectContaining({ ok: true });
const refused = (message: RegExp) => expect.objectContaining({ ok: false, message: expect.stringMatching(message) });
const absent = refused(/не найдена/);
const ask = (viewer: Viewer, people = '4', key?: string): Promise<ActionResult> =>
  sendCourseRequest.as(
    viewer,
    {
      ...{ year: String(year), theme: 'Читательская грамотность', form: 'DISTANCE' },
      ...{ linePositions: ['учитель'], lineSubjects: ['русский язык'], linePeople: [people], lineRisk: ['1'] },
    },
    key,
  );
const requestOf = async (id: string, viewer = centre) => (await courseRequestPage.as(viewer, id)).request;

describe('a person named for a deficit', () => {
  const NAME = 'Тестова Проверка Именована';
  const named = () =>
    nameDeficitPerson.as(head, {
      ...{ deficitId: laid.deficitId, personName: NAME, position: 'учитель математики', consentOn: '2026-10-02' },
      hasConsent: 'on',
    });

  it('needs a consent, is seen by the school and the centre alone, and leaves a count when it is withdrawn', async () => {
    const without = { deficitId: laid.deficitId, personName: NAME, position: 'учитель', consentOn: '2026-10-02' };
    expect(await nameDeficitPerson.as(head, without)).toEqual(refused(/Проверьте поля/));
    expect(await named()).toEqual(ok);
    const shown = async (viewer: Viewer) =>
      (await deficitPage.as(viewer, laid.deficitId)).people.map(({ name }) => name);
    expect([await shown(head), await shown(centre), await shown(official)]).toEqual([[NAME], [NAME], []]);
    await expect(deficitPage.as(neighbour, laid.deficitId)).rejects.toThrow(/не найдена/);
    await expect(deficitPage.as(stranger, laid.deficitId)).rejects.toThrow(/не найдена/);

    // The second wall: no condition at all.
    const seen = (viewer: Viewer) =>
      inScope(viewer, (tx) => tx.$queryRaw<{ name: string | null }[]>`SELECT name FROM named_person`);
    for (const viewer of [official, curator, region, neighbour, stranger]) expect(await seen(viewer)).toEqual([]);
    expect(await seen(head)).toEqual([{ name: NAME }]);

    const [person] = (await deficitPage.as(head, laid.deficitId)).people;
    expect(await withdrawConsent.as(neighbour, { personId: person?.id ?? '' })).toEqual(absent);
    expect(await withdrawConsent.as(official, { personId: person?.id ?? '' })).toEqual(absent);
    expect(await withdrawConsent.as(head, { personId: person?.id ?? '' })).toEqual(ok);
    expect(await withdrawConsent.as(head, { personId: person?.id ?? '' })).toEqual(refused(/уже отозвано/));
    const left = await owner.namedPerson.findMany({ where: { deficitId: laid.deficitId } });
    expect(left).toMatchObject([{ name: null, position: 'учитель математики' }]);
    await expect(
      inScope(centre, (tx) => tx.namedPerson.updateMany({ where: { id: person?.id }, data: { name: NAME } })),
    ).rejects.toThrow(/only be withdrawn/);
    expect(await removeDeficit.as(head, { deficitId: laid.deficitId, version: '1' })).toEqual(refused(/согласия/));
  });

  it('stands in no line of the journal, no answer kept for a double click and no table that leaves the portal', async () => {
    const where = `position('${NAME}' IN t::text) > 0`;
    for (const table of ['journal_entry', 'idempotency_key', 'deficit', 'course_request', 'association'])
      expect(await owner.$queryRawUnsafe(`SELECT 1 FROM "${table}" t WHERE ${where}`)).toEqual([]);
    const tables = await developmentTables.as(centre, 'deficits', SEARCH);
    expect(JSON.stringify(tables)).not.toContain(NAME);
  });
});

describe('counts of a deficit', () => {
  it('below five are «менее 5» for the department, in the list and in the file, and whole for who counted them', async () => {
    const shown = async (viewer: Viewer) =>
      (await deficitsPage.as(viewer, SEARCH)).rows.map(({ teachers }) => teachers);
    expect([await shown(official), await shown(centre), await shown(head)]).toEqual([['small'], [3], [3]]);
    expect((await developmentTables.as(official, 'deficits', SEARCH)).deficits[0]?.teachers).toBe('small');
    expect((await deficitPage.as(official, laid.deficitId)).deficit.teachers).toBe('small');
    expect(await shown(neighbour)).toEqual([]);
  });

  it('stand once a subject and deficit, never above those looked at, and of one’s own school', async () => {
    const cells = { wordId: laid.wordId, subject: 'математика', teachers: '3', ofTeachers: '8', source: 'Опрос' };
    const add = (viewer: Viewer, change = {}) =>
      addDeficit.as(viewer, { ...cells, year: String(year), foundOn: '2026-10-01', ...change });
    expect(await add(head)).toEqual(refused(/уже записан/));
    expect(await add(head, { subject: 'физика', teachers: '9' })).toEqual(refused(/Проверьте числа/));
    expect(await add(head, { subject: 'физика', schoolId: schoolOf(1).id })).toEqual(absent);
    expect(await add(centre, { subject: 'физика' })).toEqual(refused(/Выберите школу/));
    const both = await Promise.all(
      [1, 2].map((teachers) =>
        editDeficit.as(head, {
          ...cells,
          teachers: String(teachers),
          foundOn: '2026-10-01',
          deficitId: laid.deficitId,
          version: '1',
        }),
      ),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(
      await editDeficit.as(neighbour, { ...cells, foundOn: '2026-10-01', deficitId: laid.deficitId, version: '2' }),
    ).toEqual(absent);
  });
});

describe('a course request', () => {
  it('goes from the school through a package to a course and its result, and the school follows it', async () => {
    const id = made(await ask(head));
    expect(await packCourseRequests.as(centre, { packageId: laid.packageId, requests: [id] })).toEqual(ok);
    expect(await packCourseRequests.as(centre, { packageId: laid.packageId, requests: [id] })).toEqual(
      refused(/в пакете/),
    );
    expect(await withdrawCourseRequest.as(head, { requestId: id, version: '2', reason: '' })).toEqual(
      refused(/нельзя/),
    );
    const { found, requests } = await coursePackagePage.as(centre, laid.packageId);
    expect([found.requests, found.schools, found.people, requests.length]).toEqual([2, 1, 8, 2]);
    const sent = { packageId: laid.packageId, version: '1', sentOn: '2026-10-03' };
    expect(await sendCoursePackage.as(centre, sent)).toEqual(ok);
    await expect(coursePackagePage.as(head, laid.packageId)).rejects.toThrow(/не найдена/);

    const seats = { seatSchools: [schoolOf(0).id], seats: ['6'] };
    expect(await assignCourseSeats.as(centre, { ...seats, courseId: laid.courseId, version: '1' })).toEqual(ok);
    expect(await assignCourseSeats.as(centre, { ...seats, courseId: laid.courseId, version: '1' })).toEqual(
      refused(/другой человек/),
    );
    const result = {
      ...{ courseId: laid.courseId, version: '2', seatSchools: [schoolOf(0).id], finished: ['4'], riskFinished: ['2'] },
      ...{ documents: ['4'], testPeople: '4', before: '50,5', after: '62', improved: '3', followUp: 'Посетить уроки' },
    };
    expect(await finishCourse.as(centre, { ...result, riskFinished: ['5'] })).toEqual(
      refused(/не больше, чем закончили/),
    );
    expect(await finishCourse.as(centre, { ...result, improved: '' })).toEqual(refused(/целиком/));
    expect(await finishCourse.as(centre, result)).toEqual(ok);
    const test = { people: 4, beforeHundredths: 5050, afterHundredths: 6200, improved: 3 };
    expect((await coursePage.as(centre, laid.courseId)).course.test).toEqual(test);
    expect((await coursePage.as(official, laid.courseId)).course.test).toBe('small');
    expect((await coursePage.as(head, laid.courseId)).course.test).toBe('small');
    await expect(coursePage.as(neighbour, laid.courseId)).rejects.toThrow(/не найдена/);
    const own = (await courseRequestsPage.as(head, SEARCH)).rows.map(({ state }) => state).toSorted();
    expect(own).toEqual(['DONE', 'PACKED', 'PACKED', 'SENT']);
  });

  it('counts twice for nobody: a double click sends once, and the neighbour sees nothing of it', async () => {
    const key = newId();
    const answers = await Promise.all([ask(head, '2', key), ask(head, '2', key)]);
    expect(new Set(answers.map(made)).size).toBe(1);
    const id = made(await ask(neighbour));
    expect(await withdrawCourseRequest.as(head, { requestId: id, version: '1', reason: '' })).toEqual(absent);
    await expect(courseRequestPage.as(head, id)).rejects.toThrow(/не найдена/);
    expect(await declineCourseRequest.as(centre, { requestId: id, version: '1', reason: '' })).toEqual(refused(/поля/));
    expect(await declineCourseRequest.as(centre, { requestId: id, version: '1', reason: 'Такого курса нет' })).toEqual(
      ok,
    );
    const { events } = await courseRequestPage.as(neighbour, id);
    expect(events.map(({ to, text }) => [to, text])).toEqual([
      ['SENT', ''],
      ['DECLINED', 'Такого курса нет'],
    ]);
    expect(await ask(neighbour, '0')).toEqual(refused(/сколько человек/));
  });

  it('waits again when its course is cancelled', async () => {
    const { courseId } = await buildDevelopment(owner, { centre, head, year, label: '1' });
    const { requests } = await coursePage.as(centre, courseId);
    expect(await cancelCourse.as(centre, { courseId, version: '1', reason: 'Не набрали группу' })).toEqual(ok);
    expect((await requestOf(requests[0]?.id ?? '')).state).toBe('SENT');
    expect(await cancelCourse.as(centre, { courseId, version: '2', reason: 'Ещё раз' })).toEqual(
      refused(/завершён или отменён/),
    );
  });
});

describe('an association', () => {
  it('of the municipality is read by schools and kept by the centre; a ШМО by its school', async () => {
    const page = (viewer: Viewer, id: string) => associationPage.as(viewer, id, SEARCH);
    const { members, plan, minutes, keeps } = await page(neighbour, laid.associationId);
    expect([members.length, plan.length, minutes.length, keeps]).toEqual([1, 1, 1, false]);
    const member = {
      associationId: laid.associationId,
      year: String(year),
      memberSchool: '',
      position: 'учитель',
      people: '1',
    };
    expect(await addAssociationMember.as(head, member)).toEqual(absent);
    const own = { kind: 'SCHOOL', subject: 'Начальные классы' };
    const id = made(await addAssociation.as(head, own));
    expect(await addAssociation.as(head, { ...own, kind: 'CITY' })).toEqual(absent);
    expect(await addAssociationMember.as(head, { ...member, associationId: id })).toEqual(ok);
    expect((await page(head, id)).association.people).toBe(1);
    await expect(page(neighbour, id)).rejects.toThrow(/не найдена/);
    expect((await associationsPage.as(neighbour, SEARCH)).rows.map((one) => one.id)).not.toContain(id);
  });

  it('has a plan with what is late, minutes that nobody rewrites, and papers for whoever reads it', async () => {
    const { plan, minutes } = await associationPage.as(centre, laid.associationId, SEARCH);
    expect(plan[0]).toMatchObject({ term: 'октябрь', due: `${year}-10-31`, doneOn: null });
    const mark = { associationId: laid.associationId, planRowId: plan[0]?.id ?? '', mark: 'done' };
    expect(await markPlanRow.as(head, mark)).toEqual(absent);
    expect(await markPlanRow.as(centre, mark)).toEqual(ok);
    expect(await markPlanRow.as(centre, mark)).toEqual(refused(/другой человек/));
    await expect(
      inScope(centre, (tx) => tx.associationMinutes.updateMany({ data: { agenda: 'Иначе' } })),
    ).rejects.toThrow();
    expect(
      await addMinutes.as(centre, {
        associationId: laid.associationId,
        heldOn: '2031-01-01',
        number: '2',
        agenda: 'О',
        decisionTexts: [],
        decisionTerms: [],
      }),
    ).toEqual(refused(/дату/));
    const body = new FormData();
    body.set('minutesId', minutes[0]?.id ?? '');
    body.set('kind', 'MINUTES');
    body.set('file', new File(['%PDF-1.4 minutes'], 'протокол.pdf', { type: 'application/pdf' }));
    const upload = () => new Request('https://portal.test/', { method: 'POST', body });
    await expect(addPaper(head, upload())).rejects.toThrow(/не найдена/);
    expect(await addPaper(centre, upload())).toBe('Файл приложен.');
    const { papers } = await associationPage.as(neighbour, laid.associationId, SEARCH);
    const fileId = papers[0]?.href.split('/').at(-1) ?? '';
    expect((await developmentFile.as(neighbour, fileId)).name).toBe('протокол.pdf');
    await expect(developmentFile.as(stranger, fileId)).rejects.toThrow(/не найдена/);
  });

  it('names its head as a contact only by a consent, for all who read it, until it is withdrawn', async () => {
    const consent = {
      associationId: laid.associationId,
      workplace: '',
      personName: 'Контакт Проверочный',
      consentOn: '2026-10-01',
    };
    expect(await nameAssociationHead.as(centre, consent)).toEqual(refused(/поля/));
    expect(await nameAssociationHead.as(centre, { ...consent, hasConsent: 'on' })).toEqual(ok);
    const contact = async () => (await associationPage.as(neighbour, laid.associationId, SEARCH)).contact;
    const named = await contact();
    expect(named?.name).toBe('Контакт Проверочный');
    expect(await withdrawConsent.as(centre, { personId: named?.id ?? '' })).toEqual(ok);
    expect(await contact()).toBeUndefined();
  });
});

describe('the year', () => {
  it('is added up for those who see the municipality, exactly, and for nobody else', async () => {
    const { indicators } = await developmentPage.as(official, SEARCH);
    const values = Object.fromEntries(indicators.map(({ number, value }) => [number, value]));
    expect(values[9]).toEqual({ numerator: 2, denominator: 6 });
    expect(values[10]).toEqual({ numerator: 3, denominator: 4 });
    expect(values[11]).toEqual({ numerator: 2, denominator: null });
    expect(values[12]).toEqual({ numerator: 4, denominator: 20 });
    expect(values[13]).toEqual({ numerator: 1, denominator: 3 });
    expect(values[15]).toEqual({ numerator: 6, denominator: 20 });
    expect((await developmentPage.as(head, SEARCH)).indicators).toEqual([]);
    await expect(developmentTables.as(head, 'indicators', SEARCH)).rejects.toThrow(/не найдена/);
  });

  it('keeps unknown apart from 0, and the second of two who report is told', async () => {
    const report = (version: string, riskTeachers: string) =>
      reportNumbers.as(neighbour, {
        ...{ year: String(year), version, teachers: '30', riskTeachers, routesSuccessful: '', routesDifficulty: '0' },
        source: '',
      });
    expect(await report('0', '31')).toEqual(refused(/Проверьте числа/));
    expect(await report('0', '2')).toEqual(ok);
    expect(await report('0', '3')).toEqual(refused(/другой человек/));
    expect((await numbersPage.as(neighbour, SEARCH)).rows).toMatchObject([
      { teachers: 30, riskTeachers: 2, routesSuccessful: null, routesDifficulty: 0 },
    ]);
    const shown = (await numbersPage.as(official, SEARCH)).rows.map(({ riskTeachers }) => riskTeachers);
    expect(shown).toEqual(['small', 'small', null]);
  });

  it('of one school is told on the page of its support, to whom it concerns', async () => {
    const of = (viewer: Viewer) => inScope(viewer, (tx) => developmentOfSchool({ viewer, tx }, schoolOf(0).id));
    expect(await of(centre)).toMatchObject({ deficits: 2, appearances: 2, done: 1 });
    expect(await of(curator)).toBeNull();
    expect(await of(neighbour)).toMatchObject({ deficits: 0, inWork: 0, appearances: 0 });
  });
});

describe('the composition of the centre', () => {
  it('is drafted by the centre alone, approved by an order, and stays as it was approved', async () => {
    expect(await draftRoster.as(official, { since: '2026-10-01' })).toEqual(absent);
    expect(await draftRoster.as(centre, { since: '2026-10-01' })).toEqual(ok);
    expect(await draftRoster.as(centre, { since: '2026-10-01' })).toEqual(refused(/уже есть/));
    const [draft] = (await rosterPage.as(centre)).rosters;
    const rosterId = draft?.id ?? '';
    expect((await rosterPage.as(head)).rosters).toEqual([]);
    const line = { rosterId, positions: 'методист\nучитель', workplaces: 'МОЦ\nСОШ № 1', staffId: '' };
    const approve = () =>
      approveRoster.as(centre, { rosterId, version: '1', orderNumber: '43-о/д', orderDate: '2026-10-01' });
    expect(await approve()).toEqual(refused(/ни одной строки/));
    expect(await addRosterMember.as(centre, { ...line, staffId: head.userId })).toEqual(absent);
    expect(await addRosterMember.as(centre, { ...line, staffId: centre.userId })).toEqual(ok);
    expect(await addRosterMember.as(centre, line)).toEqual(ok);
    expect(await approve()).toEqual(ok);
    expect(await addRosterMember.as(centre, line)).toEqual(refused(/не меняют/));
    await expect(inScope(centre, (tx) => tx.centreMember.deleteMany({ where: { rosterId } }))).rejects.toThrow(
      /does not change/,
    );
    const [approved] = (await rosterPage.as(head)).rosters;
    expect(approved?.members.map(({ number, name }) => [number, name])).toEqual([
      [1, centre.name],
      [2, null],
    ]);
    expect(await draftRoster.as(centre, { since: '2026-11-01' })).toEqual(ok);
    expect((await rosterPage.as(centre)).rosters[0]?.members).toHaveLength(2);
  });
});
