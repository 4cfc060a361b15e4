import type { ActionResult } from '../../../lib/access/action-result';
import type { Viewer } from '../../../lib/access/viewer';
import { type Day, dayAt } from '../../../lib/kernel/day';
import { addOrganisation, addResource } from '../../../lib/partnerships/directory-actions';
import { keepHelper } from '../../../lib/partnerships/proposal-actions';
import { proposalPage } from '../../../lib/partnerships/proposal-queries';
import { organisationsPage } from '../../../lib/partnerships/resource-queries';
import { whyNot, whyThis } from '../../../lib/partnerships/why';
import type { Owner } from '../builders/owner-client';
import { buildPair, buildPartnership, type PartnershipPlan } from '../builders/partnership';
import type { BuiltSchool } from '../builders/school';

type Actors = {
  readonly owner: Owner;
  readonly centre: Viewer;
  readonly headOf: (school: BuiltSchool) => Promise<Viewer>;
  readonly schools: readonly BuiltSchool[];
  readonly year: number;
  readonly now: Date;
};

const DAY_MS = 86_400_000;

function done(answer: ActionResult): void {
  if (!answer.ok) throw new Error(`The demo could not be loaded: ${answer.message}`);
}

const ORGANISATIONS = [
  {
    ...{ organisationKind: 'UNIVERSITY', name: 'Светлореченский педагогический институт', phone: '+7 (999) 000-10-01' },
    ...{ email: 'practice@pedinst.svetlorechensk.example', site: 'https://pedinst.svetlorechensk.example' },
    ...{ address: 'ул. Учительская, 1', offers: 'Студенты-наставники, консультации кафедры математики' },
  },
  {
    ...{ organisationKind: 'EXTRA_SCHOOL', name: 'Дворец детского творчества', phone: '+7 (999) 000-10-02' },
    ...{ email: 'info@dvorec.svetlorechensk.example', site: '', address: 'пл. Мира, 3' },
    offers: 'Кружки по естественным наукам, профориентация',
  },
  {
    ...{ organisationKind: 'PMS_CENTRE', name: 'ПМС-центр «Опора»', phone: '+7 (999) 000-10-03' },
    ...{ email: 'opora@pms.svetlorechensk.example', site: '', address: 'ул. Школьная, 12' },
    offers: 'Психолог, логопед, занятия с родителями',
  },
] as const;

const RESOURCES = [
  [1, 'PREMISES', 'Кабинет физики с демонстрационным комплексом', 'По четвергам с 14:00, по договору'],
  [2, 'PRACTICE', 'Разбор заданий ОГЭ по математике группами разного уровня', 'Открытые занятия по записи'],
  [4, 'SPECIALIST', 'Учитель-логопед', 'Две ставки свободны, консультации для педагогов'],
  [30, 'EQUIPMENT', 'Передвижная цифровая лаборатория по химии', 'Выдаётся на неделю'],
] as const;

/**
 * Partnerships in every state of the city's schools. Directory, resources and places go through the doors of a specialist;
 * what has a history stands at days of its own, which no action could give, so it is laid past the doors.
 */
export async function findPartners({ owner, centre, headOf, schools, year, now }: Actors): Promise<void> {
  const school = (number: number): BuiltSchool => {
    const found = schools[number - 1];
    if (!found) throw new Error(`no school ${number}`);
    return found;
  };
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const day = (days: number): Day => dayAt(at(days), centre.timeZone);
  for (const organisation of ORGANISATIONS) done(await addOrganisation.as(centre, organisation));
  for (const [number, resourceKind, title, terms] of RESOURCES) {
    const head = await headOf(school(number));
    done(await addResource.as(head, { schoolId: '', organisationId: '', resourceKind, title, terms }));
  }
  for (const [number, capacity, stance] of [
    [2, 3, 'AGREED'],
    [30, 2, 'AGREED'],
    [16, 1, 'DECLINED'],
  ] as const)
    done(await keepHelper.as(centre, { schoolId: school(number).id, capacity: String(capacity), stance, note: '' }));

  const { rows } = await proposalPage.as(centre);
  const proposed = rows.flatMap((row) => (row.partner ? [{ ...row, partner: row.partner }] : []));
  const { rows: organisations } = await organisationsPage.as(centre, '');
  const common = { municipalityId: school(1).municipalityId, year, authorId: centre.userId };
  const step = (to: 'ASKED' | 'AGREED' | 'RUNNING' | 'DECLINED' | 'ENDED', side: string, days: number, text = '') => ({
    ...{ to, side, text, by: centre.userId, at: at(days) },
  });
  /** By the order of the proposal: what became of each pair. */
  const fates: readonly ((partner: string) => Partial<PartnershipPlan>)[] = [
    (partner) => ({
      ask: 'Просим показать, как вы ведёте повторение по математике в 9 классе, и посмотреть наши уроки.',
      agreement: { number: '14', date: day(-50), ends: day(180) },
      steps: [step('ASKED', 'центр', -60), step('AGREED', partner, -57, 'Рады помочь.'), step('RUNNING', 'центр', -50)],
      lines: [
        { text: 'Взаимопосещение уроков математики', term: 'октябрь, ноябрь', due: day(-5), doneOn: day(-8) },
        { text: 'Общая пробная работа и разбор вместе', term: 'декабрь', due: day(25) },
        { text: 'Встреча заместителей: план контроля', term: 'ноябрь', due: day(-2) },
      ],
      works: [
        {
          ...{
            kind: 'LESSON',
            at: 'PARTNER',
            on: day(-30),
            subject: 'математика',
            grade: 9,
            theme: 'Квадратные уравнения',
          },
          participants: 'заместитель директора, три учителя математики',
          discussion: 'Обсудили работу в группах разного уровня и то, как учитель собирает ошибки в начале урока.',
          taken: 'Карточки трёх уровней и лист ошибок.',
        },
        {
          ...{
            kind: 'LESSON',
            at: 'SCHOOL',
            on: day(-8),
            subject: 'математика',
            grade: 8,
            theme: 'Подобие треугольников',
          },
          participants: 'методист партнёра, учителя математики',
          discussion: 'Задания удались; времени на самостоятельную работу было мало.',
          taken: 'Сократить фронтальный опрос до пяти минут.',
        },
      ],
    }),
    (partner) => ({
      ask: 'Просим помочь с наставничеством молодых учителей.',
      steps: [step('ASKED', 'центр', -12), step('AGREED', partner, -4)],
      lines: [{ text: 'Познакомить команды', term: 'ноябрь', due: day(6) }],
    }),
    () => ({ ask: 'Просим посмотреть, как у нас оценивают, и подсказать.', steps: [step('ASKED', 'центр', -3)] }),
    (partner) => ({
      ask: 'Просим провести два занятия для наших учителей русского языка.',
      steps: [
        step('ASKED', 'центр', -20),
        step('DECLINED', partner, -15, 'До января у нас идёт ремонт и смена расписания; весной готовы.'),
      ],
    }),
    () => ({ ask: 'Обмен опытом администрации и педагогов, взаимопосещение уроков с обсуждением.' }),
  ];
  // The first two of the proposal are taken over, the rest of it waits for a visitor; three schools have asked by themselves.
  const asking = [
    { weak: school(22), partner: school(3) },
    { weak: school(36), partner: school(10) },
    { weak: school(26), partner: school(4) },
  ];
  for (const [index, fate] of fates.entries()) {
    const row = index < 2 ? proposed[index] : undefined;
    const spare = asking[index - 2] ?? { weak: school(38), partner: school(2) };
    const weak = row ? schools.find(({ id }) => id === row.weak.id) : spare.weak;
    const partner = row ? schools.find(({ id }) => id === row.partner.school.id) : spare.partner;
    if (!weak || !partner) continue;
    const ground = row && {
      ...{ score: row.partner.score, reasons: whyThis(row.weak, row.partner) },
      others: row.next.map((other) => whyNot(other, row.partner)),
    };
    const pair = { school: weak, partner: { id: partner.id, shortName: partner.shortName } };
    await buildPartnership(owner, {
      ...common,
      ask: '',
      ...pair,
      ...(ground && { ground }),
      ...fate(partner.shortName),
    });
  }
  const institute = organisations.find(({ kind }) => kind === 'UNIVERSITY');
  const opora = organisations.find(({ kind }) => kind === 'PMS_CENTRE');
  if (opora)
    await buildPartnership(owner, {
      ...{ ...common, school: school(5), partner: { organisationId: opora.id, shortName: opora.name } },
      ...{ model: 'ACCOMPANIMENT', ask: 'Занятия психолога с классами и консультации для родителей.' },
      agreement: { number: '3-ПМС', date: day(-40), ends: day(200) },
      steps: [
        step('ASKED', 'центр', -48),
        step('AGREED', 'центр', -44, 'Согласие по телефону.'),
        step('RUNNING', 'центр', -40),
      ],
      works: [
        {
          ...{ kind: 'CONSULTATION', at: 'SCHOOL', on: day(-14), theme: 'Тревожность перед экзаменом' },
          ...{ participants: 'психолог центра, классные руководители 9 классов', taken: 'Памятка для классных часов.' },
          discussion: 'Разобрали, как говорить с классом о результатах пробной работы.',
        },
      ],
    });
  if (institute)
    await buildPartnership(owner, {
      ...{
        ...common,
        year: year - 1,
        school: school(13),
        partner: { organisationId: institute.id, shortName: institute.name },
      },
      ...{ model: 'NETWORK', ask: 'Консультации кафедры математики.' },
      theme: 'Единая информационная образовательная среда как фактор повышения качества образования',
      agreement: { number: '21', date: day(-400), ends: day(-170) },
      steps: [
        ...[step('ASKED', 'центр', -410), step('AGREED', 'центр', -405), step('RUNNING', 'центр', -400)],
        step('ENDED', 'центр', -170, 'Прошло шесть консультаций; две программы уроков переработаны.'),
      ],
    });
  const mentors = (number: number, position: string) => ({
    ...{ mentorSchoolId: school(number).id, mentorSchoolName: school(number).shortName, mentorPosition: position },
  });
  const mentees = (number: number, position: string) => ({
    ...{ menteeSchoolId: school(number).id, menteeSchoolName: school(number).shortName, menteePosition: position },
  });
  const place = { municipalityId: common.municipalityId, createdById: centre.userId };
  await buildPair(owner, {
    ...{ ...place, ...mentors(2, 'учитель математики'), ...mentees(7, 'молодой учитель математики') },
    ...{ model: 'TEACHER_YOUNG', plan: 'Урок раз в две недели с разбором; общий банк заданий.' },
    ...{ starts: day(-60), ends: day(180), result: '', endedOn: null },
  });
  await buildPair(owner, {
    ...{ ...place, ...mentors(30, 'заместитель директора'), ...mentees(24, 'заместитель директора') },
    ...{ model: 'DEPUTY_DEPUTY', plan: 'Внутренняя оценка качества: план контроля и его итоги.' },
    ...{ starts: day(-300), ends: day(-60), endedOn: day(-62) },
    result: 'План контроля переписан, итоги четверти обсуждаются по одному листу.',
  });
}
