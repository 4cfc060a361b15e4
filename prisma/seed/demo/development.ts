import type { Viewer } from '../../../lib/access/viewer';
import {
  addAssociation,
  addAssociationMember,
  addMinutes,
  addPlanRow,
  markPlanRow,
} from '../../../lib/development/association-actions';
import { associationPage } from '../../../lib/development/association-queries';
import {
  addCourse,
  addCoursePackage,
  declineCourseRequest,
  finishCourse,
  sendCoursePackage,
  sendCourseRequest,
  withdrawCourseRequest,
} from '../../../lib/development/course-actions';
import { coursePage } from '../../../lib/development/course-queries';
import { addDeficit, addDevelopmentWord } from '../../../lib/development/deficit-actions';
import { developmentWords } from '../../../lib/development/deficit-queries';
import { rosterPage } from '../../../lib/development/development-queries';
import { developmentSearch } from '../../../lib/development/development-search';
import { addPaperLink } from '../../../lib/development/paper-actions';
import { addRosterMember, approveRoster, draftRoster } from '../../../lib/development/roster-actions';
import { addAppearance, reportNumbers } from '../../../lib/development/school-actions';
import { dayAt } from '../../../lib/kernel/day';
import { made } from '../builders/development';
import type { BuiltSchool } from '../builders/school';

type Actors = {
  readonly centre: Viewer;
  readonly headOf: (school: BuiltSchool) => Promise<Viewer>;
  readonly schools: readonly BuiltSchool[];
  readonly year: number;
  readonly now: Date;
};

const DEFICITS = [
  'Критериальное оценивание',
  'Работа с обучающимися, которые испытывают затруднения',
  'Читательская грамотность на своём предмете',
  'Разбор заданий повышенной сложности',
  'Цифровые инструменты на уроке',
];
const COURSES = [
  'Формирующее оценивание на уроке',
  'Подготовка обучающихся группы риска к ОГЭ по математике',
  'Читательская грамотность: от текста к заданию',
];

/** School, subject, deficit, how many of how many. */
const FOUND: readonly (readonly [number, string, number, number, number])[] = [
  [5, 'математика', 0, 6, 9],
  [5, 'русский язык', 2, 3, 8],
  [7, 'математика', 3, 7, 10],
  [7, 'физика', 1, 2, 4],
  [13, 'русский язык', 2, 5, 6],
  [24, 'история', 1, 5, 5],
  [36, 'математика', 0, 2, 7],
];

/** School, teachers, of them at risk, individual routes of both kinds; some schools have not reported. */
const REPORTED: readonly (readonly [number, number, number, string, string])[] = [
  [5, 34, 9, '12', '31'],
  [7, 41, 8, '', '26'],
  [13, 29, 7, '8', '19'],
  [24, 38, 6, '15', '14'],
  [36, 26, 5, '4', '22'],
  [1, 57, 3, '40', '9'],
];

/**
 * A year of development in the city, all by the doors that people use: deficits as counts, requests in every state, a package,
 * a course that is over and one that is to come, two associations, experience, numbers and the composition of the centre.
 * Nobody is named.
 */
export async function developTeachers({ centre, headOf, schools, year, now }: Actors): Promise<void> {
  const day = (days: number) => dayAt(new Date(now.getTime() + days * 86_400_000), centre.timeZone);
  const school = (number: number): BuiltSchool => {
    const found = schools[number - 1];
    if (!found) throw new Error(`no school ${number}`);
    return found;
  };
  const of = { year: String(year) };
  for (const name of DEFICITS) made(await addDevelopmentWord.as(centre, { kind: 'DEFICIT', name }));
  for (const name of COURSES) made(await addDevelopmentWord.as(centre, { kind: 'COURSE', name }));
  const { words } = await developmentWords.as(centre);
  const wordOf = (name: string | undefined) => words.find((word) => word.name === name)?.id ?? '';

  for (const [number, subject, word, teachers, ofTeachers] of FOUND)
    made(
      await addDeficit.as(centre, {
        ...{ ...of, schoolId: school(number).id, subject, wordId: wordOf(DEFICITS[word]) },
        ...{ teachers: String(teachers), ofTeachers: String(ofTeachers), foundOn: day(-40) },
        source: 'Диагностика предметных и методических компетенций',
      }),
    );
  for (const [number, teachers, riskTeachers, routesSuccessful, routesDifficulty] of REPORTED)
    made(
      await reportNumbers.as(centre, {
        ...{ ...of, version: '0', schoolId: school(number).id, teachers: String(teachers) },
        ...{
          riskTeachers: String(riskTeachers),
          routesSuccessful,
          routesDifficulty,
          source: 'Отчёт школы на 1 октября',
        },
      }),
    );

  const ask = async (number: number, course: number, subject: string, people: number, atRisk: number, own = '') =>
    made(
      await sendCourseRequest.as(await headOf(school(number)), {
        ...{
          ...of,
          wordId: own === '' ? wordOf(COURSES[course]) : '',
          theme: own,
          form: 'MIXED',
          term: 'октябрь, ноябрь',
        },
        ...{
          linePositions: ['учитель', ''],
          lineSubjects: [subject, ''],
          linePeople: [String(people), ''],
          lineRisk: [String(atRisk), ''],
        },
      }),
    );
  const institute = 'Институт развития образования Светлореченской области';
  const autumn = [
    await ask(5, 1, 'математика', 4, 3),
    await ask(7, 1, 'математика', 5, 3),
    await ask(13, 1, 'математика', 3, 2),
  ];
  const packageId = made(
    await addCoursePackage.as(centre, { ...of, title: 'Осень: математика', institute, requests: autumn }),
  );
  for (const [kind, title] of [
    ['APPLICATIONS', 'Сводная заявка'],
    ['QUESTIONNAIRES', 'Анкеты слушателей'],
    ['ORDER', 'Приказ о направлении на обучение'],
  ])
    made(
      await addPaperLink.as(centre, {
        packageId,
        kind,
        title,
        url: `https://moc.svetlorechensk.example/kpk/${kind?.toLowerCase()}`,
      }),
    );
  made(await sendCoursePackage.as(centre, { packageId, version: '1', sentOn: day(-60) }));
  const course = {
    ...{ ...of, inPackage: packageId, title: COURSES[1] ?? '', organisation: institute, hours: '36', form: 'MIXED' },
    place: 'Институт развития образования, ауд. 12',
  };
  const done = made(await addCourse.as(centre, { ...course, startsOn: day(-35), endsOn: day(-21), requests: autumn }));
  const { course: held, seats } = await coursePage.as(centre, done);
  made(
    await finishCourse.as(centre, {
      ...{ courseId: done, version: String(held.version), seatSchools: seats.map(({ schoolId }) => schoolId) },
      ...{ finished: ['3', '4', '4'], riskFinished: ['2', '3', '2'], documents: ['3', '4', '4'] },
      ...{ testPeople: '11', before: '54,5', after: '71,25', improved: '9' },
      followUp: 'Посетить по одному уроку у каждого слушателя до конца года, разобрать на заседании РМО.',
    }),
  );
  const placed = await ask(24, 0, 'история', 2, 1);
  made(
    await addCourse.as(centre, {
      ...{ ...course, inPackage: '', title: COURSES[0] ?? '', form: 'DISTANCE', place: 'дистанционно' },
      ...{ startsOn: day(20), endsOn: day(34), requests: [placed] },
    }),
  );
  const winter = [await ask(5, 2, 'русский язык', 3, 2), await ask(36, 2, 'русский язык', 2, 1)];
  made(await addCoursePackage.as(centre, { ...of, title: 'Зима: русский язык', institute, requests: winter }));
  await ask(7, 0, 'физика', 2, 1);
  await ask(5, 0, 'технология', 1, 0, 'Проектная деятельность на уроке технологии');
  made(
    await declineCourseRequest.as(centre, {
      ...{ requestId: await ask(13, 0, 'музыка', 1, 0, 'Авторская школа хора'), version: '1' },
      reason: 'Институт не проводит такого курса. Предлагаем подать заявку на формирующее оценивание.',
    }),
  );
  made(
    await withdrawCourseRequest.as(await headOf(school(36)), {
      ...{ requestId: await ask(36, 1, 'математика', 2, 1), version: '1' },
      reason: 'Учителя уже прошли такие курсы весной.',
    }),
  );
  await meet(centre, school, year, day);
  await appear(centre, school, year);
  made(await draftRoster.as(centre, { since: day(-70) }));
  await staff(centre, day);
}

async function meet(
  centre: Viewer,
  school: (number: number) => BuiltSchool,
  year: number,
  day: (days: number) => string,
): Promise<void> {
  const plans = [
    {
      ...{ kind: 'CITY', subject: 'учителя математики', base: 1, head: 'учитель математики СШ № 1' },
      rows: [
        ['Разбор результатов ОГЭ: типичные ошибки', 'сентябрь', 'заседание'],
        ['Открытые уроки в школах-партнёрах', 'октябрь', 'мастер-класс'],
        ['Задания повышенной сложности', 'март', 'семинар'],
      ],
    },
    {
      ...{
        kind: 'DISTRICT',
        subject: 'учителя русского языка и литературы',
        base: 3,
        head: 'учитель русского языка СШ № 3',
      },
      rows: [
        ['Критерии сочинения: как оценивать одинаково', 'ноябрь', 'практикум'],
        ['Читательская грамотность на каждом уроке', 'январь–март', 'серия семинаров'],
      ],
    },
  ];
  for (const { kind, subject, base, head, rows } of plans) {
    const associationId = made(
      await addAssociation.as(centre, {
        ...{ kind, subject, baseSchool: school(base).id, headPosition: head, forProject: 'on' },
      }),
    );
    for (const [number, people] of [
      [5, '4'],
      [7, '5'],
      [13, '3'],
    ] as const)
      made(
        await addAssociationMember.as(centre, {
          ...{ associationId, year: String(year), memberSchool: school(number).id, position: 'учитель', people },
        }),
      );
    for (const [theme, term, form] of rows)
      made(await addPlanRow.as(centre, { associationId, year: String(year), theme, term, form, place: 'школа-база' }));
    const { plan } = await associationPage.as(centre, associationId, developmentSearch.parse({ year }));
    const [first] = plan;
    if (first) made(await markPlanRow.as(centre, { associationId, planRowId: first.id, mark: 'done' }));
    made(
      await addMinutes.as(centre, {
        ...{ associationId, heldOn: day(-30), number: '1', agenda: '1. Итоги прошлого года.\n2. План на этот год.' },
        decisionTexts: ['Утвердить план работы', 'Каждой школе провести взаимные посещения уроков'],
        decisionTerms: ['', 'ноябрь–декабрь'],
      }),
    );
  }
}

async function appear(centre: Viewer, school: (number: number) => BuiltSchool, year: number): Promise<void> {
  const seen = [
    [1, 'EXPERIENCE', 'INTERNATIONAL', 'XXIV Международная', 'научно-практическая конференция', 'учитель биологии'],
    [5, 'COMPETITION', 'MUNICIPAL', '', 'Городские педагогические чтения', 'учитель математики'],
    [7, 'COMPETITION', 'REGIONAL', '', 'Современный урок', 'учитель русского языка'],
    [13, 'EXPERIENCE', 'REGIONAL', 'III', 'Форум сельских и городских школ', 'заместитель директора'],
  ] as const;
  for (const [number, kind, level, which, title, who] of seen)
    made(
      await addAppearance.as(centre, {
        ...{ schoolId: school(number).id, year: String(year), kind, level, number: which, title, who },
        ...(kind === 'EXPERIENCE'
          ? { form: 'доклад', theme: 'Как мы работаем с обучающимися, которым трудно' }
          : { result: 'участие' }),
      }),
    );
}

async function staff(centre: Viewer, day: (days: number) => string): Promise<void> {
  const { rosters } = await rosterPage.as(centre);
  const rosterId = rosters[0]?.id ?? '';
  const lines = [
    ['методист, руководитель центра', 'Управление образования', centre.userId],
    ['учитель математики\nруководитель ГМО учителей математики', 'СШ № 1\nмуниципальный образовательный центр', ''],
    ['педагог-психолог', 'Центр психолого-педагогической помощи', ''],
    ['социальный педагог', 'СШ № 5', ''],
  ] as const;
  for (const [positions, workplaces, staffId] of lines)
    made(await addRosterMember.as(centre, { rosterId, positions, workplaces, staffId }));
  made(await approveRoster.as(centre, { rosterId, version: '1', orderNumber: '43-о', orderDate: day(-72) }));
}
