'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import {
  changedMeanwhile,
  countOrUnknown,
  counts,
  courseForm,
  idOrNone,
  ids,
  line,
  onDay,
  people,
  text,
  version,
  year,
} from '@/lib/development/action-input';
import { canMove, type RequestLine, type RequestState, seatsAsked } from '@/lib/development/course-request';
import { type CourseTest, readMean } from '@/lib/development/course-result';
import {
  type CourseRequest,
  findCourse,
  findPackage,
  findRequest,
  insertCourse,
  insertPackage,
  insertRequest,
  insertRequestEvents,
  markPackageSent,
  moveRequest,
  replaceSeats,
  requestsOf,
  seatsOf,
  updateCourse,
} from '@/lib/development/course-store';
import { wordsOf } from '@/lib/development/deficit-store';
import { REQUEST_STATE_WORDS } from '@/lib/development/words';
import { dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { schoolChoices } from '@/lib/schools/queries';

/** The rows of the form that hold anything; a row without people is not one. */
function linesOfForm(input: {
  readonly positions: readonly string[];
  readonly subjects: readonly string[];
  readonly people: readonly number[];
  readonly atRisk: readonly number[];
}): readonly RequestLine[] {
  const lines = input.positions.map((position, index) => ({
    position,
    subject: input.subjects[index] ?? '',
    people: input.people[index] ?? 0,
    atRisk: input.atRisk[index] ?? 0,
  }));
  const filled = lines.filter((one) => one.position !== '' || one.subject !== '' || one.people > 0 || one.atRisk > 0);
  if (filled.length === 0)
    throw new Refusal('invalid', 'Укажите хотя бы одну должность и сколько человек.', {
      positions: 'Заполните строку',
    });
  for (const one of filled) {
    if (one.position === '')
      throw new Refusal('invalid', 'В каждой заполненной строке нужна должность.', {
        linePositions: 'Напишите должность',
      });
    if (one.people < 1)
      throw new Refusal('invalid', `«${one.position}»: укажите, сколько человек.`, {
        linePeople: 'Хотя бы один человек',
      });
    if (one.atRisk > one.people)
      throw new Refusal('invalid', `«${one.position}»: в «группе риска» не больше, чем всего.`, {
        lineRisk: 'Не больше, чем человек в строке',
      });
  }
  return filled;
}

/** What a school asks to be taught, and how many people it sends. */
export const sendCourseRequest = defineAction({
  name: 'development.send-request',
  permission: 'development.ask',
  input: z.strictObject({
    ...{ year, wordId: idOrNone, theme: text(300), form: courseForm, term: text(200), note: text(2000) },
    linePositions: z.array(z.string().trim().max(150, 'Не длиннее 150 знаков')).max(10, 'Не больше 10 строк'),
    lineSubjects: z.array(z.string().trim().max(100, 'Не длиннее 100 знаков')).max(10, 'Не больше 10 строк'),
    linePeople: counts,
    lineRisk: counts,
  }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    if (!viewer.schoolId) throw notFound();
    const { wordId, linePositions, lineSubjects, linePeople, lineRisk, ...cells } = input;
    const word = (await wordsOf(tx, municipalityId)).find(({ id: one, kind }) => one === wordId && kind === 'COURSE');
    if (wordId !== '' && !word) throw notFound();
    const theme = cells.theme || word?.name;
    if (!theme) throw new Refusal('invalid', 'Выберите курс или напишите свою тему.', { theme: 'Напишите тему' });
    const lines = linesOfForm({
      positions: linePositions,
      subjects: lineSubjects,
      people: linePeople,
      atRisk: lineRisk,
    });
    const entityId = await insertRequest(
      tx,
      {
        ...cells,
        theme,
        municipalityId,
        schoolId: viewer.schoolId,
        wordId: word?.id ?? null,
        createdById: viewer.userId,
      },
      lines,
    );
    return {
      entity: 'course_request',
      entityId,
      details: { name: theme.slice(0, 100), year: input.year },
      message: 'Заявка отправлена в центр.',
      to: links.courseRequest(entityId),
    };
  },
});

type Context = QueryContext;
type Side = 'SCHOOL' | 'CENTRE';

async function move(
  { viewer, tx }: Context,
  side: Side,
  request: Pick<CourseRequest, 'id' | 'version' | 'state'>,
  to: RequestState,
  change: { readonly text?: string; readonly packageId?: string | null; readonly courseId?: string | null } = {},
): Promise<void> {
  const { text: said = '', ...at } = change;
  if (!canMove(side, request.state, to))
    throw new Refusal(
      'conflict',
      `Сейчас это сделать нельзя: заявка в состоянии «${REQUEST_STATE_WORDS[request.state]}». Обновите страницу.`,
    );
  if (!(await moveRequest(tx, request, to, at))) throw changedMeanwhile();
  const event = { from: request.state, to, text: said, authorId: viewer.userId };
  await insertRequestEvents(tx, ownMunicipality(viewer), [request.id], event);
}

const ended = (request: CourseRequest, to: RequestState, message: string) => ({
  entity: 'course_request',
  entityId: request.id,
  details: {
    name: request.theme.slice(0, 100),
    before: REQUEST_STATE_WORDS[request.state],
    after: REQUEST_STATE_WORDS[to],
  },
  message,
});

async function seenRequest({ viewer, tx }: Context, requestId: string, seen: number): Promise<CourseRequest> {
  const request = await findRequest(tx, ownMunicipality(viewer), requestId);
  if (!request) throw notFound();
  return { ...request, version: seen };
}

/** The school takes its request back before the centre has gathered it. */
export const withdrawCourseRequest = defineAction({
  name: 'development.withdraw-request',
  permission: 'development.ask',
  input: z.strictObject({ requestId: id, version, reason: text(1000) }),
  run: async (context) => {
    const request = await seenRequest(context, context.input.requestId, context.input.version);
    await move(context, 'SCHOOL', request, 'WITHDRAWN', { text: context.input.reason });
    return ended(request, 'WITHDRAWN', 'Заявка отозвана.');
  },
});

/** The centre declines a request, with a reason that the school reads. */
export const declineCourseRequest = defineAction({
  name: 'development.decline-request',
  permission: 'development.change',
  input: z.strictObject({ requestId: id, version, reason: line('Напишите причину: школа её прочтёт', 1000) }),
  run: async (context) => {
    const request = await seenRequest(context, context.input.requestId, context.input.version);
    await move(context, 'CENTRE', request, 'DECLINED', { text: context.input.reason, packageId: null });
    return ended(request, 'DECLINED', 'Заявка отклонена, школа увидит причину.');
  },
});

async function requestsSeen(context: Context, requestIds: readonly string[]): Promise<readonly CourseRequest[]> {
  const found: CourseRequest[] = [];
  for (const requestId of new Set(requestIds)) {
    const request = await findRequest(context.tx, ownMunicipality(context.viewer), requestId);
    if (!request) throw notFound();
    found.push(request);
  }
  return found;
}

/** Gathers requests into a new package for an institute. */
export const addCoursePackage = defineAction({
  name: 'development.add-package',
  permission: 'development.change',
  input: z.strictObject({
    ...{ year, title: line('Напишите название пакета', 200), institute: line('Напишите, куда идёт пакет', 200) },
    requests: ids('Отметьте хотя бы одну заявку').min(1, 'Отметьте хотя бы одну заявку'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { requests, ...cells } = input;
    const gathered = await requestsSeen(context, requests);
    const entityId = await insertPackage(tx, { ...cells, municipalityId: ownMunicipality(viewer) });
    for (const request of gathered) await move(context, 'CENTRE', request, 'PACKED', { packageId: entityId });
    return {
      entity: 'course_package',
      entityId,
      details: { name: cells.title, added: gathered.length },
      message: 'Пакет собран.',
      to: links.coursePackage(entityId),
    };
  },
});

async function seenPackage({ viewer, tx }: Context, packageId: string) {
  const found = await findPackage(tx, ownMunicipality(viewer), packageId);
  if (!found) throw notFound();
  return found;
}

/** Adds requests to a package that is still gathered. */
export const packCourseRequests = defineAction({
  name: 'development.pack-requests',
  permission: 'development.change',
  input: z.strictObject({
    packageId: id,
    requests: ids('Отметьте хотя бы одну заявку').min(1, 'Отметьте хотя бы одну заявку'),
  }),
  run: async (context) => {
    const found = await seenPackage(context, context.input.packageId);
    if (found.state !== 'GATHERING') throw new Refusal('closed', 'Пакет уже отправлен. Соберите новый.');
    const gathered = await requestsSeen(context, context.input.requests);
    for (const request of gathered) await move(context, 'CENTRE', request, 'PACKED', { packageId: found.id });
    const details = { name: found.title, added: gathered.length };
    return { entity: 'course_package', entityId: found.id, details, message: 'Заявки добавлены в пакет.' };
  },
});

/** Takes a request out of a package that is still gathered. */
export const unpackCourseRequest = defineAction({
  name: 'development.unpack-request',
  permission: 'development.change',
  input: z.strictObject({ requestId: id, version }),
  run: async (context) => {
    const request = await seenRequest(context, context.input.requestId, context.input.version);
    if (request.state !== 'PACKED' || !request.packageId) throw changedMeanwhile();
    if ((await seenPackage(context, request.packageId)).state !== 'GATHERING')
      throw new Refusal('closed', 'Пакет уже отправлен.');
    await move(context, 'CENTRE', request, 'SENT', { packageId: null });
    return ended(request, 'SENT', 'Заявка возвращена в очередь.');
  },
});

export const sendCoursePackage = defineAction({
  name: 'development.send-package',
  permission: 'development.change',
  input: z.strictObject({ packageId: id, version, sentOn: onDay }),
  run: async (context) => {
    const { input, tx, viewer } = context;
    const found = await seenPackage(context, input.packageId);
    if (found.requests === 0) throw new Refusal('invalid', 'В пакете нет заявок.');
    if (input.sentOn > dayAt(new Date(), viewer.timeZone))
      throw new Refusal('invalid', 'Проверьте дату.', { sentOn: 'Этот день ещё не наступил' });
    if (!(await markPackageSent(tx, { id: found.id, version: input.version }, input.sentOn))) throw changedMeanwhile();
    return {
      entity: 'course_package',
      entityId: found.id,
      details: { name: found.title },
      message: 'Отмечено: пакет отправлен.',
    };
  },
});

/** A course with seats for the schools whose requests it answers; the requests move on. */
export const addCourse = defineAction({
  name: 'development.add-course',
  permission: 'development.change',
  input: z.strictObject({
    ...{ year, inPackage: idOrNone, title: line('Напишите название курса', 300), organisation: line('Кто проводит') },
    ...{
      hours: people('Сколько часов: целое число'),
      form: courseForm,
      startsOn: onDay,
      endsOn: onDay,
      place: text(300),
    },
    requests: ids('Отметьте заявки').default([]),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { requests, inPackage, ...cells } = input;
    if (cells.hours < 1) throw new Refusal('invalid', 'Проверьте часы.', { hours: 'Хотя бы один час' });
    if (cells.endsOn < cells.startsOn)
      throw new Refusal('invalid', 'Проверьте даты.', { endsOn: 'Не раньше первого дня' });
    const packageId = inPackage === '' ? null : (await seenPackage(context, inPackage)).id;
    const answered = await requestsSeen(context, requests);
    const entityId = await insertCourse(tx, ownMunicipality(viewer), { ...cells, packageId }, seatsAsked(answered));
    for (const request of answered) await move(context, 'CENTRE', request, 'PLACED', { courseId: entityId });
    return {
      entity: 'course',
      entityId,
      details: { name: cells.title, added: answered.length },
      message: 'Курс создан, места назначены по заявкам. Поправьте их, если институт дал другие.',
      to: links.course(entityId),
    };
  },
});

async function openCourse({ viewer, tx }: Context, courseId: string, ...states: readonly string[]) {
  const course = await findCourse(tx, ownMunicipality(viewer), courseId);
  if (!course) throw notFound();
  if (!states.includes(course.state)) throw new Refusal('closed', 'Курс уже завершён или отменён.');
  return course;
}

/** How many seats each school has; 0 takes its seats away. */
export const assignCourseSeats = defineAction({
  name: 'development.assign-seats',
  permission: 'development.change',
  input: z.strictObject({
    ...{ courseId: id, version, seats: counts },
    seatSchools: z.array(idOrNone, 'Обновите страницу').max(300, 'Не больше 300'),
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const course = await openCourse(context, input.courseId, 'PLANNED');
    const requested = new Set(
      (await requestsOf(tx, ownMunicipality(viewer), { courseId: course.id })).map((one) => one.schoolId),
    );
    const known = new Set((await schoolChoices({ viewer, tx })).map((one) => one.id));
    const before = new Set((await seatsOf(tx, course.id)).map((one) => one.schoolId));
    const seats = input.seatSchools
      .map((schoolId, index) => ({ schoolId, seats: input.seats[index] ?? 0 }))
      .filter(({ schoolId }) => schoolId !== '');
    if (seats.some(({ schoolId }) => !known.has(schoolId) && !before.has(schoolId))) throw notFound();
    if (new Set(seats.map((one) => one.schoolId)).size !== seats.length)
      throw new Refusal('invalid', 'Одна школа указана дважды.', { seats: 'Оставьте одну строку' });
    if (!(await updateCourse(tx, { id: course.id, version: input.version }, {}))) throw changedMeanwhile();
    // A school that has asked keeps its row: it must see that it got nothing.
    const kept = seats.filter(({ schoolId, seats: n }) => n > 0 || requested.has(schoolId));
    await replaceSeats(
      tx,
      ownMunicipality(viewer),
      course.id,
      kept.map((one) => ({ ...one, finished: 0, riskFinished: 0, documents: 0 })),
    );
    const details = { name: course.title, added: kept.length };
    return { entity: 'course', entityId: course.id, details, message: 'Места сохранены.' };
  },
});

const mean = z.string().trim().max(10, 'Не длиннее 10 знаков').default('');

function testOf(input: {
  testPeople: number | null;
  before: string;
  after: string;
  improved: number | null;
}): CourseTest | null {
  const { testPeople, before, after, improved } = input;
  if (testPeople === null && before === '' && after === '' && improved === null) return null;
  const beforeHundredths = readMean(before);
  const afterHundredths = readMean(after);
  const wrong = {
    ...(testPeople ? {} : { testPeople: 'Сколько человек прошли оба теста' }),
    ...(beforeHundredths === undefined ? { before: 'Число, например 62,5' } : {}),
    ...(afterHundredths === undefined ? { after: 'Число, например 74' } : {}),
    ...(improved === null || improved > (testPeople ?? 0) ? { improved: 'Не больше, чем прошли оба теста' } : {}),
  };
  if (
    !testPeople ||
    beforeHundredths === undefined ||
    afterHundredths === undefined ||
    improved === null ||
    improved > testPeople
  )
    throw new Refusal('invalid', 'Тест заполняют целиком или не заполняют совсем.', wrong);
  return { people: testPeople, beforeHundredths, afterHundredths, improved };
}

/** The result of a course: by school who finished, and both tests as a count and means. Its requests are done. */
export const finishCourse = defineAction({
  name: 'development.finish-course',
  permission: 'development.change',
  input: z.strictObject({
    ...{ courseId: id, version, seatSchools: ids('Обновите страницу'), finished: counts, riskFinished: counts },
    ...{
      documents: counts,
      testPeople: countOrUnknown,
      before: mean,
      after: mean,
      improved: countOrUnknown,
      followUp: text(4000),
    },
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const course = await openCourse(context, input.courseId, 'PLANNED', 'DONE');
    if (course.startsOn > dayAt(new Date(), viewer.timeZone))
      throw new Refusal('invalid', 'Курс ещё не начался: итог записывают, когда он прошёл.');
    const test = testOf(input);
    const seats = (await seatsOf(tx, course.id)).map(({ schoolName, ...seat }) => {
      const index = input.seatSchools.indexOf(seat.schoolId);
      const [finished, riskFinished, documents] = [input.finished, input.riskFinished, input.documents].map(
        (of) => of[index] ?? 0,
      );
      const result = { ...seat, finished: finished ?? 0, riskFinished: riskFinished ?? 0, documents: documents ?? 0 };
      if (result.riskFinished > result.finished || result.documents > result.finished)
        throw new Refusal('invalid', `${schoolName}: в «группе риска» и документов не больше, чем закончили.`, {
          finished: 'Проверьте строку',
        });
      if (result.finished > seat.seats)
        throw new Refusal('invalid', `${schoolName}: закончили больше, чем было мест (${seat.seats}).`, {
          finished: 'Не больше, чем мест',
        });
      return result;
    });
    const finished = seats.reduce((sum, seat) => sum + seat.finished, 0);
    if (test && test.people > finished)
      throw new Refusal('invalid', `Оба теста прошли ${test.people}, а закончили курс ${finished}.`, {
        testPeople: 'Не больше, чем закончили',
      });
    const change = { state: 'DONE' as const, test, followUp: input.followUp };
    if (!(await updateCourse(tx, { id: course.id, version: input.version }, change))) throw changedMeanwhile();
    await replaceSeats(tx, municipalityId, course.id, seats);
    const placed = await requestsOf(tx, municipalityId, { courseId: course.id });
    for (const request of placed.filter(({ state }) => state === 'PLACED'))
      await move(context, 'CENTRE', request, 'DONE');
    return { entity: 'course', entityId: course.id, details: { name: course.title }, message: 'Итог курса записан.' };
  },
});

/** A course that will not be: its requests wait for another one. */
export const cancelCourse = defineAction({
  name: 'development.cancel-course',
  permission: 'development.change',
  input: z.strictObject({ courseId: id, version, reason: line('Напишите причину: школы её прочтут', 1000) }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const course = await openCourse(context, input.courseId, 'PLANNED');
    if (!(await updateCourse(tx, { id: course.id, version: input.version }, { state: 'CANCELLED' })))
      throw changedMeanwhile();
    for (const request of await requestsOf(tx, ownMunicipality(viewer), { courseId: course.id }))
      await move(context, 'CENTRE', request, 'SENT', { text: input.reason, courseId: null, packageId: null });
    return {
      entity: 'course',
      entityId: course.id,
      details: { name: course.title, reason: input.reason },
      message: 'Курс отменён, заявки снова в очереди.',
    };
  },
});
