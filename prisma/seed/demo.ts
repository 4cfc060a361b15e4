import { hash } from '@node-rs/argon2';
import type { Viewer } from '../../lib/access/viewer';
import { schoolYearAt } from '../../lib/kernel/school-year';
import { publishMethod } from './builders/method';
import { ownerClient } from './builders/owner-client';
import { buildPerson, type Person, viewerOf } from './builders/person';
import { buildMunicipality, buildRegion } from './builders/place';
import { type BuiltSchool, buildSchools } from './builders/school';
import { citySchools, districtSchools } from './demo/city';
import { buildCurrentCampaign } from './demo/current-campaign';
import { developTeachers } from './demo/development';
import { closeByEarlyOrder } from './demo/early-order';
import { planEvents } from './demo/events';
import { answerFromResults, citySchoolOf, knownAnswers, loadResults, reviewSigns } from './demo/load-results';
import { findPartners } from './demo/partners';
import { type Actors, buildPastCampaign } from './demo/past-campaign';
import { DEMO_PEOPLE, type DemoPlace } from './demo/people';
import { layProgrammes } from './demo/programmes';
import { adviseSchools } from './demo/recommendations';
import { layRoadmaps } from './demo/roadmaps';
import { supportSchools } from './demo/support';
import { logVisits } from './demo/visits';
import { computedCard } from './reference/computed-card';
import { defaultMethod as method } from './reference/default-method';

// The demonstration: a synthetic city of 43 schools with three campaigns and a rural district beside it. The figures of
// the source speech (5 of 43 in 2018/19, 8 of 43 in 2019/20) come out of the portal's own rules applied to its answers.
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const TIME_ZONE = 'Europe/Moscow';
const now = new Date();
const thisYear = schoolYearAt(now, TIME_ZONE);
const years = [2018, 2019, thisYear - 1, thisYear];
const owner = ownerClient();

async function people(schools: Record<'city' | 'district', BuiltSchool[]>, places: Record<DemoPlace, string>) {
  const built = new Map<string, Person>();
  for (const { email, name, role, place, school, password } of DEMO_PEOPLE) {
    const passwordHash = await hash(password.normalize('NFC'), ARGON);
    const at = place === 'region' ? { regionId: places.region } : { municipalityId: places[place] };
    const schoolId = place !== 'region' && school ? schools[place][school - 1]?.id : undefined;
    built.set(
      email,
      await buildPerson(owner, { email, name, role, passwordHash, ...at, ...(schoolId ? { schoolId } : {}) }),
    );
  }
  return built;
}

/** Directors who never sign in: they only sign what their schools once answered. */
async function directors(
  schools: readonly BuiltSchool[],
  domain: string,
  known: ReadonlyMap<string, Person>,
): Promise<Actors['director']> {
  const bySchool = new Map<string, string>();
  const memberships = await owner.membership.findMany({
    where: { role: 'SCHOOL_HEAD', userId: { in: [...known.values()].map((person) => person.userId) } },
    select: { schoolId: true, userId: true },
  });
  for (const { schoolId, userId } of memberships) if (schoolId) bySchool.set(schoolId, userId);
  for (const [index, school] of schools.entries()) {
    if (bySchool.has(school.id)) continue;
    const person = await buildPerson(owner, {
      email: `head${index + 1}@${domain}.example`,
      name: `Директор, ${school.shortName}`,
      role: 'SCHOOL_HEAD',
      municipalityId: school.municipalityId,
      schoolId: school.id,
    });
    bySchool.set(school.id, person.userId);
  }
  return (school) => bySchool.get(school.id) ?? '';
}

/** The director of a school as a signed-in request of his would be seen. */
async function headOf(school: BuiltSchool): Promise<Viewer> {
  const { id: membershipId, userId } = await owner.membership.findFirstOrThrow({
    where: { schoolId: school.id, role: 'SCHOOL_HEAD' },
    select: { id: true, userId: true },
  });
  return viewerOf(owner, { userId, membershipId });
}

/** How schools of the city stand this year: their files and their cards say the same. */
const PROPOSED = [5, 7, 13, 24, 36];
const RISK = [11, 18, 26, 33, 38, 40];

const idOf = (built: ReadonlyMap<string, Person>, email: string) => {
  const person = built.get(email);
  if (!person) throw new Error(`${email} is not among the demo people`);
  return person;
};

async function lay() {
  const regionId = await buildRegion(owner, { code: '99', name: 'Светлореченская область' });
  const city = await buildMunicipality(owner, {
    regionId,
    code: 'svetlorechensk',
    name: 'город Светлореченск',
    centreName: 'Муниципальный образовательный центр города Светлореченска',
    officeName: 'Управление образования администрации города Светлореченска',
    timeZone: TIME_ZONE,
    foundingAct:
      'Учредительный акт впишет администратор: номер и дата приказа, положение о центре, базовая организация.',
  });
  const district = await buildMunicipality(owner, {
    regionId,
    code: 'lugovskoy',
    name: 'Луговской район',
    centreName: 'Муниципальный образовательный центр Луговского района',
    officeName: 'Отдел образования администрации Луговского района',
    timeZone: TIME_ZONE,
    publicLabel: 'школа с нестабильными результатами',
  });
  const versionId = await publishMethod(owner, method);
  const schools = {
    city: await buildSchools(owner, city, citySchools(years)),
    district: await buildSchools(owner, district, districtSchools(years)),
  };
  const built = await people(schools, { region: regionId, city, district });
  for (const number of [7, 18, 33]) {
    const school = schools.city[number - 1];
    if (school)
      await owner.assignment.create({
        data: {
          municipalityId: city,
          membershipId: idOf(built, 'curator@demo.example').membershipId,
          schoolId: school.id,
        },
      });
  }
  console.log('Школы и люди готовы');

  const cityActors: Actors = {
    director: await directors(schools.city, 'svetlorechensk', built),
    centreId: idOf(built, 'centre@demo.example').userId,
    officialId: idOf(built, 'official@demo.example').userId,
  };
  const inCity = { municipalityId: city, versionId, method, schools: schools.city, actors: cityActors };
  await buildPastCampaign(owner, {
    ...inCity,
    year: 2018,
    proposed: [5, 13, 19, 26, 38],
    risk: [7, 11, 18, 21, 24, 33, 40],
    otherwise: {},
    orderNumber: '214-о',
  });
  await buildPastCampaign(owner, {
    ...inCity,
    year: 2019,
    proposed: [5, 7, 13, 19, 24, 31, 36, 38],
    risk: [11, 18, 22, 26, 33, 40, 42],
    otherwise: {
      31: {
        decision: 'EXCLUDE',
        reason: 'Результаты одного малочисленного выпуска; подтверждены переводом обучающихся из закрытого филиала.',
      },
      18: { decision: 'INCLUDE', reason: 'Второй год подряд на границе зоны риска, школа просит о поддержке.' },
      22: {
        decision: 'SUPPORT',
        reason: 'Смена директора и половины учителей математики: нужна помощь без включения в список.',
      },
    },
    orderNumber: '231-о',
  });
  console.log('Две прошедшие кампании готовы');
  const computedId = await publishMethod(owner, computedCard);
  const centre = await viewerOf(owner, idOf(built, 'centre@demo.example'));
  const exams = schools.city.map(citySchoolOf(citySchools(years), new Set(PROPOSED), new Set(RISK)));
  await loadResults(centre, exams, thisYear - 1);
  console.log('Результаты трёх лет загружены');
  const current = await buildCurrentCampaign(owner, {
    ...inCity,
    versionId: computedId,
    method: computedCard,
    year: thisYear,
    now,
    untouched: [9, 15, 20, 28, 34, 39, 43],
    begun: [2, 8, 12, 17, 23, 29, 32, 37, 41],
    submitted: [1, 6, 14, 19, 25, 35, 40],
    asked: [10, 27],
    returned: [5, 22, 36],
    resubmitted: [16, 30],
    proposed: PROPOSED,
    risk: RISK,
    extended: [20, 36],
    knownOf: (campaign) => knownAnswers(centre, computedCard, campaign, thisYear - 1),
  });
  await reviewSigns(centre, headOf, schools.city, thisYear - 1);
  await answerFromResults(centre, headOf, current);
  const [cityPlan] = await layRoadmaps(owner, {
    ...{ municipalityId: city, schools: schools.city, year: thisYear },
    ...{ centreId: cityActors.centreId, officialId: cityActors.officialId },
  });
  await layProgrammes(owner, {
    ...{ municipalityId: city, schools: schools.city, year: thisYear },
    ...{ centreId: cityActors.centreId, ...(cityPlan ? { roadmapId: cityPlan.id } : {}) },
  });
  console.log('Дорожные карты готовы');
  await planEvents(centre, headOf, schools.city, thisYear, now);
  await adviseSchools({ owner, centre, headOf, schools: schools.city, year: thisYear, now });
  console.log('Рекомендации готовы');
  await developTeachers({ centre, headOf, schools: schools.city, year: thisYear, now });
  console.log('Развитие кадров готово');
  await supportSchools({
    ...{ owner, municipalityId: city, schools: schools.city, year: thisYear, now },
    ...{ centreId: cityActors.centreId, curatorMembershipId: idOf(built, 'curator@demo.example').membershipId },
  });
  console.log('Сопровождение готово');
  const curator = await viewerOf(owner, idOf(built, 'curator@demo.example'));
  await findPartners({ owner, centre, headOf, schools: schools.city, year: thisYear, now });
  await logVisits({ owner, centre, curator, headOf, schools: schools.city, now });
  console.log('Партнёры и визиты готовы');
  // Nobody has signed in yet: what the loading has used is no session of theirs.
  await owner.session.deleteMany();

  const districtActors: Actors = {
    director: await directors(schools.district, 'lugovskoy', built),
    centreId: idOf(built, 'centre-lug@demo.example').userId,
    officialId: idOf(built, 'official-lug@demo.example').userId,
  };
  const inDistrict = { municipalityId: district, versionId, method, schools: schools.district, actors: districtActors };
  await buildPastCampaign(owner, {
    ...inDistrict,
    year: 2019,
    proposed: [3],
    risk: [4, 7],
    otherwise: {},
    orderNumber: '58',
  });
  const running = await buildCurrentCampaign(owner, {
    ...inDistrict,
    year: thisYear,
    now,
    untouched: [9],
    begun: [2, 5],
    submitted: [6],
    asked: [],
    returned: [7],
    resubmitted: [],
    proposed: [3],
    risk: [4],
    extended: [],
  });
  await closeByEarlyOrder(owner, running, districtActors);
  console.log('Текущая кампания готова');
}

try {
  if ((await owner.municipality.count()) > 0) console.log('База не пустая: демонстрационные данные не загружаются');
  else await lay();
} finally {
  await owner.$disconnect();
  await globalThis.portalPrisma?.$disconnect();
}
