import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import type { BuiltCampaign, BuiltCard } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { buildApprovedList } from '@/prisma/seed/builders/list';
import type { Owner } from '@/prisma/seed/builders/owner-client';
import type { BuiltSchool } from '@/prisma/seed/builders/school';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { answersOf, buildTown, openCampaignOf, type Town } from '../diagnostics/list-world';
import { acceptMany } from '../diagnostics/many-cards';

/** One town in which everything that a page could be tempted to read one by one comes `times` times. */
export type StatementWorld = {
  readonly town: Town;
  readonly viewers: Readonly<Record<Role, Viewer>>;
  readonly schoolId: string;
  readonly current: BuiltCampaign;
  readonly past: BuiltCampaign;
  readonly pastListId: string;
  readonly importId: string;
  /** Filled by the school, not sent. */
  readonly draft: BuiltCard;
  /** Sent, with remarks and links. */
  readonly submitted: BuiltCard;
  /** Of the past campaign. */
  readonly accepted: BuiltCard;
};

const NOW_YEAR = 2025;
const HEADS = ['CENTRE', 'OFFICIAL', 'REGION', 'CURATOR', 'ADMIN'] as const;

function at(cards: readonly BuiltCard[], index: number): BuiltCard {
  const card = cards[index];
  if (!card) throw new Error(`no card ${index}`);
  return card;
}

async function fill(owner: Owner, card: BuiltCard, authorId: string): Promise<void> {
  await fillCard(owner, { method: defaultMethod, card, answers: answersOf(card, 6), authorId, startedAt: new Date() });
}

async function besideAnswers(owner: Owner, card: BuiltCard, times: number, authorId: string): Promise<void> {
  const place = { municipalityId: card.municipalityId, schoolId: card.school.id, cardId: card.id };
  const items = Array.from({ length: times }, (_, index) => card.asked[index % card.asked.length] ?? '');
  await owner.evidence.createMany({
    data: items.map((item) => ({
      ...{ id: newId(), ...place, item, title: 'Протокол', url: 'https://portal.test/protocol' },
      ...{ addedRevision: 1, addedById: authorId },
    })),
  });
}

async function discuss(owner: Owner, card: BuiltCard, times: number, authorId: string): Promise<void> {
  await owner.remark.createMany({
    data: Array.from({ length: times }, (_, index) => ({
      ...{ id: newId(), municipalityId: card.municipalityId, schoolId: card.school.id, cardId: card.id, revision: 1 },
      ...{ item: card.asked[index % card.asked.length] ?? null, kind: 'QUESTION' as const, text: 'Откуда число?' },
      ...{ authorId, sentAt: new Date(), reply: 'Из протокола', replyById: authorId, replyAt: new Date() },
    })),
  });
}

async function pastYear(owner: Owner, town: Town, year: number, by: { centre: Viewer; official: Viewer }) {
  const campaign = await openCampaignOf(owner, town, year);
  await fill(owner, at(campaign.cards, 0), by.centre.userId);
  await acceptMany(owner, campaign, (index) => index % 20);
  const outcomes = await owner.assessment.findMany({ where: { campaignId: campaign.id } });
  const listId = await buildApprovedList(owner, {
    ...{ municipalityId: town.id, campaignId: campaign.id, orderNumber: '1', orderDate: new Date(`${year + 1}-02-01`) },
    ...{ orderTitle: 'О списке', proposedById: by.centre.userId, approvedById: by.official.userId },
    entries: outcomes.map(({ schoolId, id: assessmentId, verdict }) => ({
      ...{ schoolId, schoolName: 'Школа', assessmentId, verdict },
      decision: verdict === 'proposed' ? 'INCLUDE' : 'EXCLUDE',
    })),
  });
  return { campaign, listId };
}

async function pastOf(owner: Owner, town: Town, school: BuiltSchool, times: number): Promise<void> {
  const place = { municipalityId: town.id, schoolId: school.id };
  const each = Array.from({ length: times }, (_, index) => index);
  await owner.schoolName.createMany({
    data: each.map((index) => ({ id: newId(), ...place, name: `Прежнее имя ${index}`, shortName: `Имя ${index}` })),
  });
  await owner.schoolAlias.createMany({
    data: each.map((index) => ({ id: newId(), ...place, system: 'OTHER' as const, code: `${index}` })),
  });
  await owner.schoolYear.createMany({
    data: each.map((index) => ({ ...place, year: 2000 + index, kind: school.kind, grades: [...school.grades] })),
  });
}

export async function statementWorld(owner: Owner, code: string, times: number): Promise<StatementWorld> {
  const town = await buildTown(owner, code, times + 3);
  const [first, second] = town.schools;
  if (!first || !second) throw new Error('the town has no schools');
  const [centre, official, region, curator, admin] = await Promise.all(HEADS.map((role) => town.viewer(role)));
  const [head, deputy] = [await town.viewer('SCHOOL_HEAD', first), await town.viewer('SCHOOL_DEPUTY', first)];
  if (!centre || !official || !region || !curator || !admin) throw new Error('somebody is missing');
  for (const school of town.schools.slice(0, times)) {
    await town.viewer('SCHOOL_DEPUTY', school);
    await owner.assignment.create({
      data: { municipalityId: town.id, membershipId: curator.membershipId, schoolId: school.id },
    });
    await inScope(centre, (tx) => tx.$queryRaw`SELECT journal_add('school.edit', 'school', ${school.id}, '{}')::text`);
  }
  await owner.invitation.createMany({
    data: Array.from({ length: times }, (_, index) => ({
      ...{
        id: newId(),
        tokenHash: newId(),
        email: `guest${index}@${code}.test`,
        name: 'Гость',
        role: 'CENTRE' as const,
      },
      ...{ municipalityId: town.id, createdById: admin.userId, expiresAt: new Date(Date.now() + 86_400_000) },
    })),
  });
  const importId = newId();
  await owner.schoolImport.createMany({
    data: Array.from({ length: times }, (_, index) => ({
      ...{ id: index === 0 ? importId : newId(), municipalityId: town.id, fileName: 'Школы.xlsx', sha256: '', size: 1 },
      ...{ status: 'APPLIED' as const, createdById: centre.userId, options: { year: NOW_YEAR } },
    })),
  });
  await pastOf(owner, town, first, times);

  const years = await Promise.all(
    Array.from({ length: times + 1 }, (_, index) => pastYear(owner, town, NOW_YEAR - 1 - index, { centre, official })),
  );
  const [last] = years;
  if (!last) throw new Error('no past');
  const current = await openCampaignOf(owner, town, NOW_YEAR);
  const [draft, submitted] = [at(current.cards, 0), at(current.cards, 1)];
  await fill(owner, draft, head.userId);
  await besideAnswers(owner, draft, times, head.userId);
  await fill(owner, submitted, centre.userId);
  await besideAnswers(owner, submitted, times, head.userId);
  await moveCard(owner, submitted, { to: 'SUBMITTED', actorId: head.userId, at: new Date() });
  const answers = answersOf(submitted, 6);
  await buildAssessment(owner, { method: defaultMethod, card: submitted, answers, accepted: false, at: new Date() });
  await discuss(owner, submitted, times, centre.userId);
  return {
    ...{ town, schoolId: first.id, importId, current, past: last.campaign, pastListId: last.listId },
    ...{ draft, submitted, accepted: at(last.campaign.cards, 0) },
    viewers: {
      ...{ SCHOOL_HEAD: head, SCHOOL_DEPUTY: deputy, CENTRE: centre, OFFICIAL: official, REGION: region },
      ...{ CURATOR: curator, ADMIN: admin },
    },
  };
}
