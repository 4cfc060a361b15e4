import type { ActionResult } from '../../../lib/access/action-result';
import type { Viewer } from '../../../lib/access/viewer';
import { concludeEvent, createEvent } from '../../../lib/events/event-actions';
import { eventPage, newEventForm } from '../../../lib/events/event-queries';
import { dayAfter } from '../../../lib/events/event-time';
import { addMaterialLink } from '../../../lib/events/material-actions';
import { joinEvent, markAttendance, seatSchool } from '../../../lib/events/registration-actions';
import type { BuiltSchool } from '../builders/school';

/**
 * The six events of the source speech (S1: 28.08.2019–27.02.2020) as they are told: form, theme, base school, schools,
 * audience, day. Schools of the invented city stand in the place of the real ones.
 */
const SPEECH = [
  {
    ...{ form: 'Диалоговая площадка', day: '2019-08-28', base: 0, schools: [5, 7, 13, 19, 24, 36, 38] },
    title: 'Механизмы и инструментарий управления качеством образования в современной школе',
    audience: 'Сотрудники МОЦ, руководители и педагоги школ с нестабильными образовательными результатами',
    direction: '',
  },
  {
    ...{ form: 'Диалоговая площадка', day: '2020-01-17', base: 4, schools: [5, 13] },
    ...{ title: 'Современный урок', audience: '', direction: 'NETWORK' },
  },
  {
    ...{ form: 'Диалоговая площадка', day: '2020-01-21', base: 2, schools: [7] },
    ...{ title: 'Профессиональный разговор', audience: '', direction: 'NETWORK' },
  },
  {
    ...{ form: 'Диалоговая площадка', day: '2020-01-24', base: 16, schools: [24] },
    title: 'Формирование учебной мотивации как средство повышения качества образования',
    ...{ audience: '', direction: 'NETWORK' },
  },
  {
    ...{ form: 'Круглый стол', day: '2020-01-30', base: 4, schools: [] },
    title: 'Эффективность и качество образовательного процесса: новые взгляды на методы и механизмы',
    ...{ audience: '', direction: '' },
  },
  {
    ...{ form: 'Онлайн-конференция', day: '2020-02-27', base: 2, schools: [] },
    title:
      'Методики определения уровня достижений планируемых результатов обучающихся на уровне среднего общего образования',
    ...{ audience: 'Заместители директора', direction: '' },
  },
] as const;

type Values = Readonly<Record<string, unknown>>;

function done(answer: ActionResult): ActionResult & { ok: true } {
  if (!answer.ok) throw new Error(`The demo could not be loaded: ${answer.message} ${JSON.stringify(answer.fields)}`);
  return answer;
}

/** By the same doors as a specialist: past events held and counted, this year's planned, with schools that come. */
export async function planEvents(
  centre: Viewer,
  headOf: (school: BuiltSchool) => Promise<Viewer>,
  schools: readonly BuiltSchool[],
  year: number,
  now: Date,
): Promise<void> {
  const { forms, rows } = await newEventForm.as(centre);
  const rowOf = (measure: string) => rows.find((row) => row.measure.includes(measure))?.id ?? '';
  const school = (number: number): BuiltSchool => {
    const found = schools[number - 1];
    if (!found) throw new Error(`no school ${number}`);
    return found;
  };
  const plan = async (form: string, values: Values): Promise<string> => {
    const formId = forms.find(({ name }) => name === form)?.id;
    const blank = {
      ...{
        formId,
        direction: '',
        audience: '',
        baseSchoolId: '',
        reach: 'OPEN',
        schools: [],
        firstDay: '',
        startTime: '',
      },
      ...{ endTime: '', lastDay: '', term: '', year: `${year}`, place: '', link: '', speakers: '', capacity: '' },
    };
    const { to } = done(await createEvent.as(centre, { ...blank, isPublished: 'on', ...values }));
    return to?.split('/').at(-1) ?? '';
  };
  const joining = (eventId: string, participants: number, positions: string) => ({
    ...{ eventId, participants: `${participants}`, positions },
  });
  const hold = async (eventId: string, numbers: readonly number[], summary: string): Promise<void> => {
    for (const number of numbers) {
      const seat = joining(eventId, 2 + (number % 3), 'заместитель директора, учителя');
      done(await seatSchool.as(centre, { ...seat, schoolId: school(number).id }));
    }
    const { event, registrations } = await eventPage.as(centre, eventId);
    const came = registrations.map((one) => [`school-${one.id}`, `${one.participants}`] as const);
    if (came.length > 0) done(await markAttendance.as(centre, { eventId, ...Object.fromEntries(came) }));
    done(await concludeEvent.as(centre, { eventId, sequence: `${event.sequence}`, summary }));
  };

  for (const { form, day, base, schools: invited, title, audience, direction } of SPEECH) {
    const eventId = await plan(form, {
      ...{ title, audience, direction, firstDay: day, baseSchoolId: base === 0 ? '' : school(base).id },
      ...(invited.length > 0 ? { reach: 'CHOSEN', schools: invited.map((number) => school(number).id) } : {}),
    });
    await hold(eventId, invited, '');
  }

  const inDays = (days: number) => dayAfter(now.toISOString().slice(0, 10), days);
  const hours = { startTime: '14:00', endTime: '16:00' };
  const held = await plan('Семинар', {
    ...{ title: 'Формирующее оценивание: что показывает урок', audience: 'Учителя начальной школы', ...hours },
    ...{ direction: 'PROJECT', firstDay: inDays(-21), baseSchoolId: school(1).id, place: 'Актовый зал' },
  });
  await hold(held, [3, 8, 12, 17], 'Посмотрели два урока, договорились о взаимопосещении в следующей четверти.');
  done(
    await addMaterialLink.as(centre, {
      ...{ eventId: held, materialKind: 'PROTOCOL', url: 'https://disk.example/protocol', title: 'Протокол семинара' },
    }),
  );
  const full = await plan('Семинар', {
    ...{ title: 'Как читать результаты ВПР по своей школе', audience: 'Заместители директоров', ...hours },
    ...{ direction: 'COMPETENCE', firstDay: inDays(16), baseSchoolId: school(30).id, capacity: '10', isPublic: 'on' },
    ...{ speakers: 'Методист центра; заместитель директора лицея' },
  });
  for (const [number, people] of [
    [2, 4],
    [17, 3],
    [29, 3],
    [5, 2],
  ] as const)
    done(await joinEvent.as(await headOf(school(number)), joining(full, people, 'заместитель директора, учителя')));
  await plan('Мастер-класс', {
    ...{ title: 'Работа с текстом на уроке математики', audience: 'Учителя математики', direction: 'NETWORK' },
    ...{ firstDay: inDays(9), startTime: '10:00', endTime: '12:30', baseSchoolId: school(4).id, reach: 'CHOSEN' },
    schools: [5, 7, 12, 13, 18].map((number) => school(number).id),
    roadmapRowId: rowOf('развитию учебной мотивации'),
  });
  await plan('Круглый стол', {
    ...{ title: 'Итоги года сопровождения школ', audience: 'Руководители школ', term: 'апрель, май', isPublic: 'on' },
  });
  await plan('Семинар', {
    ...{ title: 'Нормативная база сопровождения: что изменилось', direction: 'LEGAL', isPublished: undefined },
    ...{ firstDay: inDays(30), audience: 'Руководители школ' },
  });
}
