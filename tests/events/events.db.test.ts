import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import {
  cancelEvent,
  concludeEvent,
  editEvent,
  publishEvent,
  removeEvent,
  repeatEvent,
  restoreEvent,
} from '@/lib/events/event-actions';
import {
  eventCounters,
  eventPage,
  eventRows,
  eventsCalendar,
  eventsPage,
  newEventForm,
  rowEvents,
} from '@/lib/events/event-queries';
import { eventSearch } from '@/lib/events/event-search';
import { addForm, editForm } from '@/lib/events/form-actions';
import { addMaterialLink, removeMaterial } from '@/lib/events/material-actions';
import { joinEvent, leaveEvent, markAttendance, seatSchool, unseatSchool } from '@/lib/events/registration-actions';
import { inScope } from '@/lib/platform/prisma';
import { dropRow } from '@/lib/roadmaps/row-actions';
import { buildRoadmap } from '@/prisma/seed/builders/roadmap';
import { type EventsTown, eventForm, eventsTown, owner, said } from './events-world';

let mine: EventsTown;
let theirs: EventsTown;
beforeAll(async () => {
  [mine, theirs] = [await eventsTown('MINE'), await eventsTown('THEIRS')];
}, 60_000);
afterAll(() => owner.$disconnect());

const titlesFor = async (viewer: Viewer, search: Record<string, string> = {}) =>
  (await eventsPage.as(viewer, eventSearch.parse({ year: '2031', ...search }))).events.map(({ title }) => title).sort();
const joining = (eventId: string, participants: number) => ({
  eventId,
  participants: `${participants}`,
  positions: '',
});
const seenOf = async (eventId: string) => ({ eventId, sequence: `${(await mine.event(eventId)).sequence}` });

describe('who sees an event', () => {
  it('the chosen schools and the host once it is published, everybody of the town when it is open', async () => {
    const chosen = await mine.plan({
      ...{ title: 'Видят двое', reach: 'CHOSEN', schools: [mine.school(0).id], baseSchoolId: mine.school(1).id },
    });
    await mine.plan({ title: 'Видят все' });
    const draft = await mine.plan({ title: 'Черновик', isPublished: undefined });
    const mineTo = async (index: number) =>
      (await titlesFor(mine.head(index))).filter((title) => /^(Видят|Черновик)/.test(title));
    expect([await mineTo(0), await mineTo(1), await mineTo(2)]).toEqual([
      ['Видят все', 'Видят двое'],
      ['Видят все', 'Видят двое'],
      ['Видят все'],
    ]);
    await expect(eventPage.as(mine.head(2), chosen)).rejects.toMatchObject({ code: 'not-found' });
    await expect(eventPage.as(mine.head(0), draft)).rejects.toMatchObject({ code: 'not-found' });
    expect((await eventPage.as(mine.centre, draft)).event.title).toBe('Черновик');
    said(await publishEvent.as(mine.centre, await seenOf(draft)));
    expect((await eventPage.as(mine.head(0), draft)).event.isPublished).toBe(true);
  });

  it('a curator those of his schools and the open ones', async () => {
    const curator = await mine.town.viewer('CURATOR');
    await owner.assignment.create({
      data: { municipalityId: mine.town.id, membershipId: curator.membershipId, schoolId: mine.school(2).id },
    });
    await mine.plan({ title: 'Куратору', reach: 'CHOSEN', schools: [mine.school(2).id] });
    await mine.plan({ title: 'Не куратору', reach: 'CHOSEN', schools: [mine.school(3).id] });
    const titles = await titlesFor(curator);
    expect(titles).toContain('Куратору');
    expect(titles).not.toContain('Не куратору');
  });

  it('nobody of another town, and neither its administrator nor the region', async () => {
    await mine.plan({ title: 'Только свои' });
    expect(await titlesFor(theirs.centre)).not.toContain('Только свои');
    for (const role of ['ADMIN', 'REGION'] as const) {
      const viewer = await mine.town.viewer(role);
      for (const table of ['event', 'event_target', 'event_registration', 'event_material', 'event_form']) {
        const rows = await inScope(viewer, (tx) => tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table}`));
        expect({ role, table, rows }).toEqual({ role, table, rows: [] });
      }
    }
  });

  it('a school learns neither which other schools are meant nor who has registered, even from the tables', async () => {
    const schools = [0, 1, 2].map((index) => mine.school(index).id);
    const id = await mine.plan({ title: 'Трое', reach: 'CHOSEN', schools, capacity: '10' });
    said(await joinEvent.as(mine.head(0), joining(id, 2)));
    said(await joinEvent.as(mine.head(1), joining(id, 3)));
    const page = await eventPage.as(mine.head(0), id);
    expect(page.targets).toBeUndefined();
    expect(page.registrations.map(({ schoolId }) => schoolId)).toEqual([mine.school(0).id]);
    expect(page.seats).toEqual({ taken: 5, waiting: 0, free: 5 });
    const tables = await inScope(mine.head(0), async (tx) => [
      ...(await tx.$queryRaw<{ id: string }[]>`SELECT school_id::text AS id FROM event_target`),
      ...(await tx.$queryRaw<{ id: string }[]>`SELECT school_id::text AS id FROM event_registration`),
    ]);
    expect(new Set(tables.map((row) => row.id))).toEqual(new Set([mine.school(0).id]));
    const staff = await eventPage.as(mine.centre, id);
    expect(staff.targets?.map((school) => school.id).sort()).toEqual([...schools].sort());
    expect(staff.registrations).toHaveLength(2);
  });
});

describe('the places of an event', () => {
  it('are counted exactly when all schools register at once, and whoever is told of a place has one', async () => {
    const town = await eventsTown('RUSH', 12);
    const id = await town.plan({ capacity: '10' });
    const answers = await Promise.all(
      town.town.schools.map((_, index) => joinEvent.as(town.head(index), joining(id, 3))),
    );
    const seated = answers.map(said).filter((message) => message.startsWith('Школа записана')).length;
    expect(seated).toBe(3);
    const page = await eventPage.as(town.centre, id);
    expect(page.seats).toEqual({ taken: 9, waiting: 9, free: 1 });
    expect(new Set(page.registrations.map(({ turn }) => turn)).size).toBe(12);
    // Half of them change their minds at once.
    await Promise.all(
      page.registrations.slice(0, 6).map(({ schoolId }) => {
        const index = town.town.schools.findIndex((school) => school.id === schoolId);
        return leaveEvent.as(town.head(index), { eventId: id });
      }),
    );
    const after = await eventPage.as(town.centre, id);
    expect(after.registrations.map(({ standing }) => standing.state)).toEqual([
      ...['SEATED', 'SEATED', 'SEATED'],
      ...['WAITING', 'WAITING', 'WAITING'],
    ]);
  }, 60_000);

  it('go to the first who waits when a school withdraws, and whoever comes back is the last', async () => {
    const id = await mine.plan({ capacity: '5' });
    expect(said(await joinEvent.as(mine.head(0), joining(id, 3)))).toBe('Школа записана: 3 участника.');
    expect(said(await joinEvent.as(mine.head(1), joining(id, 4)))).toMatch(/в листе ожидания, первая/);
    // There would be room for one, but nobody overtakes.
    expect(said(await joinEvent.as(mine.head(2), joining(id, 1)))).toMatch(/впереди 1 школа/);
    said(await leaveEvent.as(mine.head(0), { eventId: id }));
    const own = async (index: number) => (await eventPage.as(mine.head(index), id)).registrations[0]?.standing.state;
    expect([await own(0), await own(1), await own(2)]).toEqual([undefined, 'SEATED', 'SEATED']);
    expect(said(await joinEvent.as(mine.head(0), joining(id, 3)))).toMatch(/в листе ожидания, первая/);
  });

  it('are not taken from those who have them: neither by a growing neighbour nor by fewer places', async () => {
    const id = await mine.plan({ capacity: '6' });
    said(await joinEvent.as(mine.head(0), joining(id, 3)));
    said(await joinEvent.as(mine.head(1), joining(id, 3)));
    expect(await joinEvent.as(mine.head(0), joining(id, 4))).toMatchObject({
      ok: false,
      fields: { participants: 'Добавить можно не больше: 0 мест' },
    });
    expect(await joinEvent.as(mine.head(2), joining(id, 7))).toMatchObject({
      ok: false,
      fields: { participants: /6/ },
    });
    const change = { ...(await seenOf(id)), ...eventForm(mine.form.id, { capacity: '5' }) };
    expect(await editEvent.as(mine.centre, change)).toMatchObject({ ok: false, fields: { capacity: /6 участников/ } });
    said(await joinEvent.as(mine.head(0), joining(id, 1)));
    said(await editEvent.as(mine.centre, { ...(await seenOf(id)), ...eventForm(mine.form.id, { capacity: '4' }) }));
  });

  it('are closed once it begins, is over or is called off', async () => {
    const id = await mine.plan();
    await mine.letItPass(id);
    expect(await joinEvent.as(mine.head(0), joining(id, 1))).toMatchObject({ ok: false, message: /уже началось/ });
    const other = await mine.plan();
    said(await joinEvent.as(mine.head(0), joining(other, 1)));
    said(await cancelEvent.as(mine.centre, { ...(await seenOf(other)), reason: 'Карантин' }));
    expect(await leaveEvent.as(mine.head(0), { eventId: other })).toMatchObject({ ok: false, message: /отменено/ });
    expect((await eventPage.as(mine.centre, other)).registrations).toHaveLength(1);
  });

  it('can be given by the centre to any school of the town, which then sees the event; of no other town', async () => {
    const id = await mine.plan({ reach: 'CHOSEN', schools: [mine.school(0).id] });
    const seat = { ...joining(id, 2), schoolId: mine.school(3).id };
    expect(said(await seatSchool.as(mine.centre, seat))).toBe('СОШ № 4 записана: 2 участника.');
    const page = await eventPage.as(mine.head(3), id);
    expect(page.registrations[0]?.participants).toBe(2);
    expect(await seatSchool.as(mine.centre, { ...seat, schoolId: theirs.school(0).id })).toMatchObject({ ok: false });
    const registrationId = page.registrations[0]?.id ?? '';
    expect(await unseatSchool.as(theirs.centre, { registrationId })).toMatchObject({
      ok: false,
      message: /не найдена/,
    });
    said(await unseatSchool.as(mine.centre, { registrationId }));
    expect((await eventPage.as(mine.head(3), id)).registrations).toEqual([]);
  });
});

describe('what the centre does with an event', () => {
  it('grows its sequence with each change, and a change of an older one is refused', async () => {
    const id = await mine.plan();
    const old = await seenOf(id);
    said(await editEvent.as(mine.centre, { ...old, ...eventForm(mine.form.id, { title: 'Новая тема' }) }));
    expect(await editEvent.as(mine.centre, { ...old, ...eventForm(mine.form.id) })).toMatchObject({
      ok: false,
      message: /изменил другой сотрудник/,
    });
    said(await cancelEvent.as(mine.centre, { ...(await seenOf(id)), reason: 'Карантин' }));
    said(await restoreEvent.as(mine.centre, await seenOf(id)));
    expect(await mine.event(id)).toMatchObject({
      sequence: 3,
      title: 'Новая тема',
      status: 'PLANNED',
      cancelReason: '',
    });
  });

  it('refuses schools, hosts and forms of another town as if they were not there', async () => {
    const foreign = [
      eventForm(theirs.form.id),
      eventForm(mine.form.id, { baseSchoolId: theirs.school(0).id }),
      eventForm(mine.form.id, { reach: 'CHOSEN', schools: [mine.school(0).id, theirs.school(0).id] }),
    ];
    const id = await mine.plan();
    for (const form of foreign) {
      const edit = await editEvent.as(mine.centre, { ...(await seenOf(id)), ...form });
      expect(edit).toMatchObject({ ok: false, message: /не найдена/ });
    }
    expect(await editEvent.as(theirs.centre, { ...(await seenOf(id)), ...eventForm(theirs.form.id) })).toMatchObject({
      ok: false,
      message: /не найдена/,
    });
  });

  it('neither hides an event from a school that has registered nor throws it away', async () => {
    const id = await mine.plan({ reach: 'CHOSEN', schools: [mine.school(0).id, mine.school(1).id] });
    said(await joinEvent.as(mine.head(0), joining(id, 1)));
    const narrowed = eventForm(mine.form.id, { reach: 'CHOSEN', schools: [mine.school(1).id] });
    expect(await editEvent.as(mine.centre, { ...(await seenOf(id)), ...narrowed })).toMatchObject({
      ok: false,
      fields: { schools: /СОШ № 1 уже записана/ },
    });
    const hidden = eventForm(mine.form.id, { isPublished: undefined });
    expect(await editEvent.as(mine.centre, { ...(await seenOf(id)), ...hidden })).toMatchObject({ ok: false });
    expect(await removeEvent.as(mine.centre, await seenOf(id))).toMatchObject({ ok: false, message: /Отмените/ });
    const draft = await mine.plan({ isPublished: undefined });
    said(await removeEvent.as(mine.centre, await seenOf(draft)));
    expect(await owner.event.findUnique({ where: { id: draft } })).toBeNull();
  });

  it('marks who came and that it was held only when its day has come', async () => {
    const id = await mine.plan();
    said(await joinEvent.as(mine.head(0), joining(id, 4)));
    const registrationId = (await eventPage.as(mine.centre, id)).registrations[0]?.id ?? '';
    const came = { eventId: id, [`school-${registrationId}`]: '3' };
    expect(await markAttendance.as(mine.centre, came)).toMatchObject({ ok: false, message: /когда мероприятие/ });
    expect(await concludeEvent.as(mine.centre, { ...(await seenOf(id)), summary: '' })).toMatchObject({ ok: false });
    await mine.letItPass(id);
    said(await markAttendance.as(mine.centre, came));
    said(await concludeEvent.as(mine.centre, { ...(await seenOf(id)), summary: 'Договорились о взаимопосещении.' }));
    expect((await eventPage.as(mine.head(0), id)).registrations[0]?.attended).toBe(3);
    const stranger = (await owner.eventRegistration.findFirstOrThrow({ where: { NOT: { eventId: id } } })).id;
    expect(await markAttendance.as(mine.centre, { eventId: id, [`school-${stranger}`]: '1' })).toMatchObject({
      ok: false,
    });
    const counters = await eventCounters.as(mine.centre, 2019);
    expect(counters.directions.find(({ direction }) => direction === 'NETWORK')).toMatchObject({ attended: 3 });
    expect(counters.schools.find(({ schoolId }) => schoolId === mine.school(0).id)).toMatchObject({
      ...{ hosted: 0, registered: 1, attended: 1 },
    });
  });

  it('lets no school say how many came, even past the action', async () => {
    const id = await mine.plan();
    said(await joinEvent.as(mine.head(0), joining(id, 1)));
    const written = inScope(
      mine.head(0),
      (tx) => tx.$executeRaw`UPDATE event_registration SET attended = 9 WHERE event_id = ${id}::uuid`,
    );
    await expect(written).rejects.toThrow(/the centre says/);
  });

  it('repeats an event as a series for the same schools, without their registrations', async () => {
    const id = await mine.plan({ title: 'Каждую неделю', reach: 'CHOSEN', schools: [mine.school(0).id] });
    said(await joinEvent.as(mine.head(0), joining(id, 1)));
    said(await repeatEvent.as(mine.centre, { ...(await seenOf(id)), unit: 'WEEK', every: '2', times: '3' }));
    const page = await eventsPage.as(mine.head(0), eventSearch.parse({ year: '2031', q: 'каждую неделю' }));
    expect(page.events.map(({ time }) => time.kind === 'HOURS' && time.starts)).toEqual([
      ...['2031-11-24T10:00', '2031-12-08T10:00', '2031-12-22T10:00', '2032-01-05T10:00'],
    ]);
    expect(new Set(page.events.map(({ seriesId }) => seriesId)).size).toBe(1);
    expect(page.events.map(({ own }) => own?.state)).toEqual(['SEATED', undefined, undefined, undefined]);
  });

  it('repeats an event that was held as one that is planned, without its outcome', async () => {
    const id = await mine.plan({ title: 'Прошло и повторится' });
    await mine.letItPass(id);
    said(await concludeEvent.as(mine.centre, { ...(await seenOf(id)), summary: 'Обсудили' }));
    said(await repeatEvent.as(mine.centre, { ...(await seenOf(id)), unit: 'MONTH', every: '1', times: '1' }));
    const { events } = await eventsPage.as(
      mine.centre,
      eventSearch.parse({ year: '2019', q: 'повторится', sort: 'date' }),
    );
    expect(events.map(({ status, summary, sequence }) => ({ status, summary, sequence }))).toEqual([
      expect.objectContaining({ status: 'HELD', summary: 'Обсудили' }),
      { status: 'PLANNED', summary: '', sequence: 0 },
    ]);
  });

  it('holds an event for a row of a plan, shows it there, and refuses a row of another municipality', async () => {
    const plan = (town: typeof mine) =>
      buildRoadmap(owner, {
        ...{ municipalityId: town.town.id, schoolId: town.school(0).id, title: 'План школы', year: 2031 },
        ...{ span: 'SCHOOL', authorId: town.centre.userId },
        order: { number: '1', date: new Date('2031-09-01'), approvedById: town.centre.userId },
        rows: [{ number: '1', measure: 'Семинар', term: 'ноябрь', responsible: 'МОЦ', result: '', form: '' }],
      });
    const [row, foreign] = [(await plan(mine)).rows[0]?.id ?? '', (await plan(theirs)).rows[0]?.id ?? ''];
    expect((await newEventForm.as(mine.centre, row)).row).toMatchObject({ id: row, schoolId: mine.school(0).id });
    const id = await mine.plan({ roadmapRowId: row, reach: 'CHOSEN', schools: [mine.school(0).id] });
    expect((await rowEvents.as(mine.centre, row)).events.map((event) => event.id)).toEqual([id]);
    expect((await rowEvents.as(mine.head(0), row)).events.map((event) => event.id)).toEqual([id]);
    expect((await rowEvents.as(theirs.centre, row)).events).toEqual([]);
    expect((await eventPage.as(mine.head(0), id)).row).toMatchObject({ id: row, roadmapTitle: 'План школы' });
    await expect(mine.plan({ roadmapRowId: foreign })).rejects.toThrow(/не найдена/);
    expect(await dropRow.as(mine.centre, { rowId: row, version: '1' })).toMatchObject({
      ...{ ok: false, message: expect.stringMatching(/мероприятия/) },
    });
  });

  it('keeps links with an event and takes them back; a school reads them', async () => {
    const id = await mine.plan();
    const link = { eventId: id, materialKind: 'PROTOCOL', url: 'https://disk.example/protocol', title: 'Протокол № 1' };
    said(await addMaterialLink.as(mine.centre, link));
    const [material] = (await eventPage.as(mine.head(0), id)).materials;
    expect(material).toMatchObject({ kind: 'PROTOCOL', title: 'Протокол № 1', isFile: false });
    expect(await addMaterialLink.as(theirs.centre, link)).toMatchObject({ ok: false, message: /не найдена/ });
    expect(await removeMaterial.as(theirs.centre, { materialId: material?.id })).toMatchObject({ ok: false });
    said(await removeMaterial.as(mine.centre, { materialId: material?.id }));
    expect((await eventPage.as(mine.head(0), id)).materials).toEqual([]);
  });
});

describe('the list', () => {
  it('finds by words, form, direction, month, school and state, and pages in both directions', async () => {
    const town = await eventsTown('LIST');
    const days = Array.from(
      { length: 60 },
      (_, index) => `2031-${index < 30 ? '10' : '11'}-${String((index % 30) + 1).padStart(2, '0')}`,
    );
    const [first] = days;
    for (const day of days) await town.plan({ title: `Семинар ${day}`, firstDay: day });
    await town.plan({ title: 'Весной', firstDay: '', startTime: '', endTime: '', term: 'март, апрель' });
    const open = (search: Record<string, string>) =>
      eventsPage.as(town.centre, eventSearch.parse({ year: '2031', ...search }));
    const page = await open({});
    expect([page.total, page.events.length, page.events[0]?.title]).toEqual([61, 50, `Семинар ${first}`]);
    const next = await open({ after: page.after ?? '' });
    expect(next.events).toHaveLength(11);
    expect(next.events.at(-1)?.title).toBe('Весной');
    const back = await open({ before: next.before ?? '' });
    expect(back.events.map(({ id }) => id)).toEqual(page.events.map(({ id }) => id));
    const totals = async (search: Record<string, string>) => (await open(search)).total;
    expect(await totals({ q: 'семинар 2031-10-05' })).toBe(1);
    expect(await totals({ month: '2031-10' })).toBe(30);
    expect(await totals({ direction: 'LEGAL' })).toBe(0);
    expect(await totals({ form: town.form.id })).toBe(61);
    expect(await totals({ school: town.school(0).id })).toBe(0);
    expect(await totals({ state: 'unmarked' })).toBe(0);
    expect((await open({ sort: '-title' })).events[0]?.title).toMatch(/^Семинар 2031-11-30/);
    const rows: string[] = [];
    for await (const row of eventRows(town.centre, eventSearch.parse({ sort: '-date' }), 2031)) rows.push(row.title);
    expect([rows.length, rows[0]]).toEqual([61, 'Весной']);
    const calendar = await eventsCalendar.as(town.centre, eventSearch.parse({ month: '2031-11' }));
    expect([calendar.dated.length, calendar.undated.map(({ title }) => title)]).toEqual([30, ['Весной']]);
    const norm = (await open({})).norms[0];
    expect([norm?.form.name, norm?.min, norm?.max, norm?.plan, norm?.fact]).toEqual(['Семинар', 3, 4, 61, 0]);
  }, 60_000);

  it('gives every municipality the forms of the seeds, which its centre edits', async () => {
    const names = (await eventsPage.as(mine.centre, eventSearch.parse({}))).forms.map(({ name }) => name);
    expect(names).toEqual([
      ...['Диалоговая площадка', 'Круглый стол', 'Семинар', 'Мастер-класс', 'Конференция', 'Онлайн-конференция'],
      ...['Конкурс', 'Педсовет', 'Тренинг', 'Курсы'],
    ]);
    said(await addForm.as(mine.centre, { formName: 'Вебинар', normMin: '2', normMax: '' }));
    expect(await addForm.as(mine.centre, { formName: 'вебинар ', normMin: '', normMax: '' })).toMatchObject({
      ok: false,
    });
    const forms = (await eventsPage.as(mine.centre, eventSearch.parse({}))).forms;
    const webinar = forms.find(({ name }) => name === 'Вебинар');
    expect(webinar).toMatchObject({ normMin: 2, normMax: 2, isRetired: false });
    const change = { formId: webinar?.id, formName: 'Вебинар', normMin: '', normMax: '', isRetired: 'on' };
    expect(await editForm.as(theirs.centre, change)).toMatchObject({ ok: false, message: /не найдена/ });
    said(await editForm.as(mine.centre, change));
    expect(await mine.plan({ formId: webinar?.id }).catch(String)).toMatch(/не найдена/);
  });
});
