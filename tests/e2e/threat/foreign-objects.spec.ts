import type { APIRequestContext } from '@playwright/test';
import { ROLES } from '@/lib/access/role';
import { newId } from '@/lib/kernel/ids';
import { buildDraft } from '@/prisma/seed/builders/method';
import { type Owner, ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildProgramme } from '@/prisma/seed/builders/programme';
import { buildResultImport } from '@/prisma/seed/builders/result-import';
import { richMethod } from '../support/rich-method';
import { addressOf, type Objects, OPEN_PATTERNS, POST_PATTERNS, routes } from '../support/routes';
import { expect, test } from '../support/test';

const served = routes().filter(({ pattern }) => !OPEN_PATTERNS.has(pattern) && !POST_PATTERNS.has(pattern));
/** A table of one's own dashboard is one's own: foreign to nobody. */
const named = served.filter(
  ({ pattern }) => /\[/.test(pattern) && !/^\/(dashboard|development\/export)\//.test(pattern),
);

/** Living objects of the demo city: school 12, whose card its director has begun, and what hangs on the city. */
async function objectsOfTheCity(owner: Owner): Promise<Objects> {
  const city = await owner.municipality.findUniqueOrThrow({ where: { code: 'svetlorechensk' }, select: { id: true } });
  const here = { municipalityId: city.id };
  const card = await owner.card.findFirstOrThrow({
    where: { ...here, schoolName: 'СШ № 3', status: 'ACCEPTED' },
    orderBy: { campaign: { year: 'desc' } },
    select: { id: true, campaignId: true, schoolId: true },
  });
  const list = await owner.approvedList.findFirstOrThrow({ where: here, select: { id: true } });
  const person = await owner.membership.findFirstOrThrow({ where: { ...here, role: 'CURATOR' }, select: { id: true } });
  const event = await owner.event.findFirstOrThrow({
    where: { ...here, isPublished: true, starts: { not: null } },
    select: { id: true },
  });
  const file = await owner.storedFile.findFirst({ where: here, select: { id: true } });
  const recommendation = await owner.recommendation.findFirstOrThrow({
    // Known to its school, and still to be changed by the centre.
    where: { ...here, state: 'COUNTERED' },
    select: { id: true },
  });
  const remedy = await owner.remedy.findFirstOrThrow({ where: here, select: { id: true } });
  const one = { where: here, select: { id: true } } as const;
  const development = {
    deficit: (await owner.deficit.findFirstOrThrow(one)).id,
    courseRequest: (await owner.courseRequest.findFirstOrThrow(one)).id,
    coursePackage: (await owner.coursePackage.findFirstOrThrow(one)).id,
    course: (await owner.course.findFirstOrThrow(one)).id,
    association: (await owner.association.findFirstOrThrow(one)).id,
  };
  const survey = await owner.survey.findFirstOrThrow({ where: here, select: { id: true } });
  const study = await owner.study.findFirstOrThrow({ where: here, select: { id: true } });
  const row = await owner.roadmapRow.findFirstOrThrow({
    where: { ...here, kind: 'ROW' },
    select: { id: true, roadmapId: true },
  });
  const centre = await owner.membership.findFirstOrThrow({
    where: { ...here, role: 'CENTRE' },
    select: { userId: true },
  });
  const programme = await owner.programme.findFirstOrThrow({
    where: { ...here, schoolId: null, state: 'APPROVED' },
    select: { id: true },
  });
  const [partnership, organisation, resource, pair, visit, consultation] = [
    await owner.partnership.findFirstOrThrow(one),
    await owner.partnerOrganisation.findFirstOrThrow(one),
    await owner.partnerResource.findFirstOrThrow(one),
    await owner.mentoringPair.findFirstOrThrow(one),
    // Not opened to the school yet, so that its author can still edit it.
    await owner.visit.findFirstOrThrow({ where: { ...here, publishedAt: null }, select: { id: true } }),
    await owner.consultation.findFirstOrThrow(one),
  ];
  return {
    programme: programme.id,
    programmeDraft: await buildProgramme(owner, {
      ...{ municipalityId: city.id, kind: 'MUNICIPAL', firstYear: 2031, state: 'DRAFT', authorId: centre.userId },
    }),
    ...{ partnership: partnership.id, organisation: organisation.id, resource: resource.id, pair: pair.id },
    ...{ visit: visit.id, consultation: consultation.id },
    campaign: card.campaignId,
    card: card.id,
    school: card.schoolId,
    list: list.id,
    person: person.id,
    file: file?.id ?? newId(),
    draft: await buildDraft(owner, here.municipalityId, richMethod),
    roadmap: row.roadmapId,
    roadmapRow: row.id,
    recommendation: recommendation.id,
    remedy: remedy.id,
    ...development,
    survey: survey.id,
    study: study.id,
    schoolImport: newId(),
    event: event.id,
    resultImport: await buildResultImport(owner, here.municipalityId),
  };
}

const unknown = (): Objects => ({
  campaign: newId(),
  card: newId(),
  school: newId(),
  list: newId(),
  person: newId(),
  file: newId(),
  draft: newId(),
  programme: newId(),
  roadmap: newId(),
  roadmapRow: newId(),
  recommendation: newId(),
  remedy: newId(),
  ...{ deficit: newId(), courseRequest: newId(), coursePackage: newId(), course: newId(), association: newId() },
  survey: newId(),
  study: newId(),
  schoolImport: newId(),
  event: newId(),
});
const broken: Objects = {
  campaign: '1',
  card: "1'%20or%20true",
  school: '1',
  list: '..%2f..',
  person: '0',
  file: '..%2F..%2Fetc%2Fpasswd',
  draft: '0',
  programme: '0',
  roadmap: '0',
  roadmapRow: '1',
  recommendation: '0',
  remedy: '1',
  ...{ deficit: '1', courseRequest: '0', coursePackage: '1', course: '0', association: '1' },
  survey: '1',
  study: '0',
  schoolImport: '1',
  event: '1',
};

const statusOf = async (request: APIRequestContext, address: string) =>
  (await request.get(address, { maxRedirects: 0 })).status();

for (const role of ROLES) {
  test(`for ${role} of another municipality whatever belongs to the city does not exist`, async ({ signIn, town }) => {
    test.slow();
    const { request } = (await signIn(await town.person(role))).context();
    const city = await objectsOfTheCity(town.owner);
    const opened: string[] = [];
    for (const { pattern } of named) {
      for (const objects of [city, unknown(), broken]) {
        const address = addressOf(pattern, objects);
        const status = await statusOf(request, address);
        if (status !== 404) opened.push(`${address}: ${status}`);
      }
    }
    expect(opened).toEqual([]);
  });
}

test('the same addresses open for those whom they concern', async ({ signIn }) => {
  test.slow();
  const owner = ownerClient();
  const city = await objectsOfTheCity(owner);
  const current = await owner.campaign.findUniqueOrThrow({ where: { id: city.campaign }, select: { year: true } });
  expect(current.year).toBeGreaterThan(2020);
  const people = ['director3', 'centre', 'official', 'region', 'admin'];
  const requests = await Promise.all(people.map(async (name) => (await signIn(name)).context().request));
  const closed: string[] = [];
  for (const { pattern } of named) {
    // Imports and files are opened by the stories that make them; a decision stands only in a list at work.
    if (/import|files|\/list\/|errors/.test(pattern)) continue;
    const address = addressOf(pattern, city);
    const statuses: number[] = [];
    for (const request of requests) statuses.push(await statusOf(request, address));
    if (!statuses.includes(200)) closed.push(`${address}: ${statuses}`);
  }
  await owner.$disconnect();
  expect(closed).toEqual([]);
});

test('nobody signed in sees nothing: pages lead to the sign-in, routes answer 401', async ({ request }) => {
  const owner = ownerClient();
  const city = await objectsOfTheCity(owner);
  await owner.$disconnect();
  const wrong: string[] = [];
  for (const { pattern, isPage } of served) {
    const address = addressOf(pattern, city);
    const answer = await request.get(address, { maxRedirects: 0 });
    const to = answer.headers().location ?? '';
    const isRight = isPage
      ? answer.status() === 307 && to.startsWith(`/login?callbackUrl=${encodeURIComponent(address)}`)
      : answer.status() === 401;
    if (!isRight) wrong.push(`${address}: ${answer.status()} ${to}`);
  }
  expect(wrong).toEqual([]);
});
