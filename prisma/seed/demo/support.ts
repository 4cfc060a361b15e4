import { newId } from '../../../lib/kernel/ids';
import { STUDY_METHODS, type StudyMethod } from '../../../lib/support/studies/study';
import type { Owner } from '../builders/owner-client';
import type { BuiltSchool } from '../builders/school';
import { type BuiltCase, buildStudy, buildSupportCase, type CasePlan } from '../builders/support-case';

type Actors = {
  readonly owner: Owner;
  readonly municipalityId: string;
  readonly schools: readonly BuiltSchool[];
  readonly year: number;
  readonly now: Date;
  readonly centreId: string;
  readonly curatorMembershipId: string;
};

const DAY_MS = 86_400_000;
const HIGH_TEACHERS = { name: 'Дефицит педагогических кадров', weight: 'HIGH', source: 'INTERVIEW' } as const;

type Scene = Pick<CasePlan, 'ground' | 'causes'>;

/** Cases of the present year by the number of the school. */
const CASES: Readonly<Record<number, Scene>> = {
  5: {
    ground: 'Третий год подряд низкие результаты ОГЭ по математике; школа просит о поддержке до решения комиссии.',
    causes: [
      { ...HIGH_TEACHERS, note: 'Учителя математики нет с января прошлого года, уроки ведут совместители.' },
      {
        ...{
          name: 'Несформированность внутришкольной системы повышения квалификации',
          weight: 'MIDDLE' as const,
        },
        ...{ source: 'DOCUMENTS' as const, note: 'Методическое объединение за полгода собиралось один раз.' },
      },
      {
        name: 'Географическая изолированность',
        weight: 'LOW',
        note: 'До ближайшей школы 14 км, автобус дважды в день.',
      },
    ],
  },
  7: {
    ground: 'Была в списке 2019/20 года; результаты растут, школа просит продолжить работу с куратором.',
    causes: [
      { name: 'Низкая учебная мотивация обучающихся', weight: 'HIGH', source: 'QUESTIONNAIRE' },
      { name: 'Низкий уровень вовлечённости родителей', weight: 'MIDDLE', source: 'QUESTIONNAIRE' },
    ],
  },
  13: { ground: 'Зона риска по карте прошлого года; просьба директора.' },
  18: {
    ground: 'На границе зоны риска второй год; куратор предложил помощь.',
    causes: [{ name: 'Внутренняя миграция в «сильные» школы', weight: 'MIDDLE' }],
  },
  24: {
    ground: 'Продолжение сопровождения прошлого года: показатели улучшились, но цели программы ещё не достигнуты.',
  },
  33: { ground: 'Сменилась половина учителей русского языка; школа просит о наставничестве.' },
};

/**
 * Cases of the city in every state a visitor should meet: one in crisis, one paused, one that goes on from the year before and
 * one that has ended; studies with conclusions and agreed actions; a survey half way. Laid at days of their own, past the doors.
 */
export async function supportSchools(actors: Actors): Promise<void> {
  const { owner, municipalityId, schools, year, now, centreId } = actors;
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const schoolOf = (number: number) => {
    const school = schools[number - 1];
    if (!school) throw new Error(`no school ${number}`);
    return school;
  };
  const place = (number: number) => ({ municipalityId, schoolId: schoolOf(number).id, authorId: centreId, year });
  const laid = new Map<number, BuiltCase>();

  const former = await buildSupportCase(owner, {
    ...{
      ...place(24),
      year: year - 1,
      status: 'CONTINUED',
      ground: 'Утверждённый список прошлых лет',
      openedAt: at(-330),
    },
    decision: { grounds: 'Доля «двоек» снизилась, но остаётся выше городской.', order: '№ 118-о' },
    steps: [{ step: 'CONTINUED', text: 'Доля «двоек» снизилась, но остаётся выше городской.', at: at(-90) }],
  });
  await buildSupportCase(owner, {
    ...{
      ...place(36),
      year: year - 1,
      status: 'EXITED',
      ground: 'Утверждённый список прошлых лет',
      openedAt: at(-330),
    },
    decision: { grounds: 'Два года без низких результатов, программа выполнена.', order: '№ 118-о' },
    steps: [{ step: 'EXITED', text: 'Два года без низких результатов, программа выполнена.', at: at(-90) }],
  });
  for (const [key, scene] of Object.entries(CASES)) {
    const number = Number(key);
    const reason = 'Из школы ушли оба учителя математики, девятые классы остались без уроков.';
    laid.set(
      number,
      await buildSupportCase(owner, {
        ...{ ...place(number), ...scene, openedAt: at(-60 + number) },
        ...(number === 24 && { previousId: former.id }),
        ...(number === 5 && {
          crisis: { since: at(-20), reason },
          steps: [
            { step: 'CRISIS_BEGUN', text: reason, at: at(-20), audience: 'STAFF' },
            { step: 'NOTED', text: 'Управление ищет учителя через целевой набор.', at: at(-12), audience: 'CENTRE' },
          ],
        }),
        ...(number === 13 && {
          status: 'PAUSED',
          steps: [{ step: 'PAUSED', text: 'Капитальный ремонт: дети до января учатся в соседней школе.', at: at(-15) }],
        }),
      }),
    );
  }
  const causesOf = (number: number) => laid.get(number)?.causeIds ?? [];

  const held = { heldBy: 'методист МОЦ', state: 'HELD' as const };
  await buildStudy(owner, {
    ...{ ...place(5), ...held, method: 'INTERVIEW', day: at(-25) },
    ...{ object: 'Проблемы низких результатов и пути их устранения', participants: 'директор, заместитель директора' },
    conclusion:
      'Главная причина – нет постоянного учителя математики. Школа готова взять молодого учителя с наставником.',
    supports: causesOf(5).slice(0, 1),
    agreements: [
      { text: 'Директор подаёт заявку на целевой набор', due: at(-18), doneAt: at(-19) },
      { text: 'Составить расписание консультаций для девятых классов', due: at(-3) },
      { text: 'Назначить наставника из школы-партнёра', due: at(20) },
    ],
    links: [{ title: 'Протокол собеседования', url: 'https://example.org/protocol' }],
  });
  await buildStudy(owner, {
    ...{ ...place(5), ...held, method: 'DOCUMENTS', day: at(-22), object: 'Как школа учит своих учителей' },
    documents: ['План работы методического объединения', 'Протоколы заседаний', 'План внутришкольного контроля'],
    conclusion: 'План внутришкольного контроля не связан с результатами; заседания почти не проводились.',
    supports: causesOf(5).slice(1, 2),
  });
  await buildStudy(owner, {
    ...{ ...place(18), ...held, method: 'ASSESSMENT', day: at(-9), object: 'Учебная мотивация пятых классов' },
    ...{ headcount: 46, heldBy: 'педагог-психолог центра' },
    conclusion: 'Сводно: мотивация средняя у 28 из 46, низкая у 11. Тревожность перед контрольными выше обычной.',
  });

  const surveyId = newId();
  const methods: StudyMethod[] = STUDY_METHODS.filter(
    (method) => method === 'WORKBOOK' || method === 'QUESTIONNAIRE' || method === 'VISIT',
  );
  await owner.survey.create({
    data: {
      ...{ id: surveyId, municipalityId, year, methods, starts: at(-14), ends: at(30), createdById: centreId },
      title: 'Комплексное обследование школ, которые просят о поддержке',
      note: 'Чтобы причины в карточках стояли на фактах, а не на мнениях.',
    },
  });
  for (const [row, number] of [5, 7, 18, 24, 33].entries())
    for (const [column, method] of methods.entries()) {
      const day = at(-12 + row * 4 + column * 9);
      const isHeld = day < at(-4);
      await buildStudy(owner, {
        ...{ ...place(number), surveyId, method, day, state: isHeld ? 'HELD' : 'PLANNED' },
        ...(isHeld && {
          ...{ heldBy: 'методист МОЦ', object: 'Причины учебных трудностей', headcount: 38 },
          conclusion: 'Чаще всего называют пропуски занятий и пробелы прошлых лет.',
        }),
        supports: isHeld && number === 7 ? causesOf(7).slice(0, 1) : [],
      });
    }
  await owner.curatorConflict.create({
    data: {
      ...{ id: newId(), municipalityId, membershipId: actors.curatorMembershipId, schoolId: schoolOf(24).id },
      ...{ reason: 'До прошлого года работал в этой школе заместителем директора', declaredById: centreId },
    },
  });
}
