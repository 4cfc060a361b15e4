import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { nameDeficitPerson } from '@/lib/development/deficit-actions';
import { addRosterMember, draftRoster } from '@/lib/development/roster-actions';
import { newId } from '@/lib/kernel/ids';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { inScope } from '@/lib/platform/prisma';
import type { BuiltCampaign, BuiltCard } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { buildDevelopment, made } from '@/prisma/seed/builders/development';
import { buildApprovedList } from '@/prisma/seed/builders/list';
import type { Owner } from '@/prisma/seed/builders/owner-client';
import { buildPair, buildPartnership } from '@/prisma/seed/builders/partnership';
import { buildProgramme } from '@/prisma/seed/builders/programme';
import { buildRecommendation } from '@/prisma/seed/builders/recommendation';
import { buildRoadmap } from '@/prisma/seed/builders/roadmap';
import type { BuiltSchool } from '@/prisma/seed/builders/school';
import { buildStudy, buildSupportCase } from '@/prisma/seed/builders/support-case';
import { buildConsultation, buildVisit } from '@/prisma/seed/builders/visit';
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
  /** With registrations, schools it is meant for, and materials. */
  readonly eventId: string;
  /** Filled by the school, not sent. */
  readonly draft: BuiltCard;
  /** Sent, with remarks and links. */
  readonly submitted: BuiltCard;
  /** Of the past campaign. */
  readonly accepted: BuiltCard;
  /** Of the first school, approved; a row of it and a proof of that row. */
  readonly roadmapId: string;
  readonly rowId: string;
  readonly proofId: string;
  /** Of the first school, approved, with as many facts as a list has. */
  readonly programmeId: string;
  /** The municipality's own, a draft. */
  readonly municipalProgrammeId: string;
  /** Of the first school, sent, with a history and a proof; and the measure of the catalogue it was made from. */
  readonly recommendationId: string;
  readonly recommendationProofId: string;
  readonly remedyId: string;
  /** Development: one of each, of the first school. */
  readonly deficitId: string;
  readonly requestId: string;
  readonly packageId: string;
  readonly courseId: string;
  readonly associationId: string;
  readonly wordId: string;
  /** Support of the first school: its case, a cause of it and of the dictionary, a study with what hangs on it, a survey. */
  readonly support: {
    readonly caseId: string;
    readonly caseCauseId: string;
    readonly causeId: string;
    readonly surveyId: string;
    readonly studyId: string;
    readonly studyFileId: string;
    readonly agreementId: string;
    readonly conflictId: string;
  };
  /** Of the first school with the second as its partner, running; with a plan, a meeting and a link. */
  readonly partnershipId: string;
  readonly pairId: string;
  /** To the first school, written by the centre and published. */
  readonly visitId: string;
  /** Asked by the first school, not taken yet. */
  readonly consultationId: string;
};

const NOW_YEAR = 2025;
const HEADS = ['CENTRE', 'OFFICIAL', 'REGION', 'CURATOR', 'ADMIN'] as const;

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
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

/** Events of the present school year; the first one has everything an event can have. */
async function planEvents(owner: Owner, town: Town, times: number, by: Viewer): Promise<string> {
  const here = { municipalityId: town.id };
  const form = await owner.eventForm.findFirstOrThrow({ where: here, select: { id: true } });
  const ids = Array.from({ length: times }, () => newId());
  await owner.event.createMany({
    data: ids.map((id, index) => ({
      ...{ ...here, id, formId: form.id, title: `Семинар ${index}`, searchText: 'семинар', createdById: by.userId },
      ...{ starts: new Date('2031-11-24T10:00:00Z'), ends: new Date('2031-11-24T12:00:00Z'), year: 2031 },
      ...{ capacity: times, isPublished: true },
    })),
  });
  const [eventId = ''] = ids;
  const schools = town.schools.slice(0, times);
  await owner.eventTarget.createMany({ data: schools.map(({ id }) => ({ ...here, eventId, schoolId: id })) });
  await owner.eventRegistration.createMany({
    data: schools.map(({ id: schoolId }, index) => ({
      ...{ id: newId(), ...here, eventId, schoolId, turn: index + 1, participants: 2, registeredById: by.userId },
    })),
  });
  await owner.eventMaterial.createMany({
    data: schools.map(() => ({
      ...{ id: newId(), ...here, eventId, kind: 'PROTOCOL' as const, title: 'Протокол', addedById: by.userId },
      url: 'https://portal.test/protocol',
    })),
  });
  return eventId;
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

/** A programme of the first school with `times` facts, and a draft of the municipality's. */
async function programmed(owner: Owner, town: Town, times: number, by: Viewer) {
  const here = { municipalityId: town.id, firstYear: NOW_YEAR, authorId: by.userId };
  const facts = Array.from({ length: times }, (_, index) => ({
    ...{ indicator: `s${(index % 5) + 1}`, year: NOW_YEAR + (index % 2), value: index % 100, source: 'Справка' },
  }));
  const programmeId = await buildProgramme(owner, {
    ...{ ...here, schoolId: at(town.schools, 0).id, kind: 'QUALITY', state: 'APPROVED', facts },
  });
  const municipalProgrammeId = await buildProgramme(owner, { ...here, kind: 'MUNICIPAL', state: 'DRAFT' });
  return { programmeId, municipalProgrammeId };
}

/** A roadmap of the first school with `times` rows, each with a proof. */
async function planned(owner: Owner, town: Town, times: number, by: { centre: Viewer; official: Viewer }) {
  const { id: roadmapId, rows } = await buildRoadmap(owner, {
    ...{ municipalityId: town.id, schoolId: at(town.schools, 0).id, title: 'План', year: NOW_YEAR, span: 'SCHOOL' },
    ...{ authorId: by.centre.userId },
    order: { number: '1', date: new Date(`${NOW_YEAR}-09-01`), approvedById: by.official.userId },
    rows: Array.from({ length: times }, (_, index) => ({
      ...{ number: `${index + 1}`, measure: 'Семинар', term: 'октябрь', responsible: 'МОЦ', result: '', form: '' },
    })),
  });
  const proofs = rows.map((row) => ({
    ...{ id: newId(), municipalityId: town.id, schoolId: at(town.schools, 0).id, roadmapId, rowId: row.id },
    ...{ title: 'Протокол', url: 'https://portal.test/protocol', addedById: by.centre.userId },
  }));
  await owner.roadmapProof.createMany({ data: proofs });
  return { roadmapId, rowId: at(rows, 0).id, proofId: at(proofs, 0).id };
}

/** `times` measures of the catalogue, each sent to the first school with a proof; they answer to what its card was asked first. */
async function advised(owner: Owner, town: Town, times: number, by: { centre: Viewer; head: Viewer }) {
  const here = { municipalityId: town.id };
  const made = { recommendationId: '', recommendationProofId: '', remedyId: '' };
  const school = at(town.schools, 0);
  for (let index = 0; index < times; index += 1) {
    const remedyId = newId();
    await owner.remedy.create({ data: { ...here, id: remedyId, createdById: by.centre.userId } });
    const words = { item: 'А1', measure: `Мера ${index}`, authorId: by.centre.userId };
    await owner.remedyVersion.create({ data: { ...here, ...words, remedyId, number: 1 } });
    const { id } = await buildRecommendation(owner, {
      ...{ ...here, schoolId: school.id, year: NOW_YEAR, measure: `Мера ${index}`, authorId: by.centre.userId },
      ...{ remedy: { id: remedyId, version: 1 }, due: '2031-01-31' },
      grounds: [{ code: 'А1', wording: 'Критерий', reason: 'Ответ школы' }],
      steps: [{ to: 'SENT', by: by.centre.userId, at: new Date() }],
      links: [{ title: 'Протокол', url: 'https://portal.test/protocol', by: by.head.userId }],
    });
    const proof = await owner.recommendationProof.findFirstOrThrow({ where: { recommendationId: id } });
    Object.assign(made, { recommendationId: id, recommendationProofId: proof.id, remedyId });
  }
  return made;
}

/** A case a school, and in the first one as many causes, studies and conflicts. */
async function supported(owner: Owner, town: Town, times: number, by: { centre: Viewer; curator: Viewer }) {
  const here = { municipalityId: town.id };
  const place = { ...here, schoolId: at(town.schools, 0).id, authorId: by.centre.userId, year: NOW_YEAR };
  const causes = await owner.cause.findMany({ where: here, take: times, select: { id: true, name: true } });
  const day = new Date(`${NOW_YEAR}-11-01`);
  const surveyId = newId();
  await owner.survey.createMany({
    data: Array.from({ length: times }, (_, index) => ({
      ...{ ...here, id: index === 0 ? surveyId : newId(), title: `Обследование ${index}`, year: NOW_YEAR },
      ...{ methods: ['INTERVIEW' as const], starts: day, ends: day, createdById: by.centre.userId },
    })),
  });
  for (const school of town.schools.slice(1, times))
    await buildSupportCase(owner, { ...place, schoolId: school.id, ground: 'По списку', openedAt: day });
  const first = await buildSupportCase(owner, {
    ...{ ...place, ground: 'По списку', openedAt: day },
    causes: causes.map(({ name }) => ({ name, weight: 'HIGH' })),
  });
  const studies = [];
  for (const _ of causes)
    studies.push(
      await buildStudy(owner, {
        ...{
          ...place,
          method: 'INTERVIEW',
          state: 'HELD',
          day,
          heldBy: 'методист',
          conclusion: 'Вывод',
          object: 'Тема',
        },
        ...{ supports: first.causeIds, agreements: [{ text: 'Сделать', due: day }] },
        links: [{ title: 'Протокол', url: 'https://portal.test/protocol' }],
      }),
    );
  for (const school of town.schools.slice(0, times))
    await buildStudy(owner, { ...place, schoolId: school.id, surveyId, method: 'INTERVIEW', state: 'PLANNED', day });
  const conflictIds = town.schools.slice(0, times).map(() => newId());
  await owner.curatorConflict.createMany({
    data: conflictIds.map((id, index) => ({
      ...{ ...here, id, membershipId: by.curator.membershipId, schoolId: at(town.schools, index).id },
      ...{ reason: 'Родственник директора', declaredById: by.centre.userId },
    })),
  });
  const studyId = at(studies, 0).id;
  const file = await owner.studyFile.findFirstOrThrow({ where: { studyId }, select: { id: true } });
  const agreement = await owner.studyAgreement.findFirstOrThrow({ where: { studyId }, select: { id: true } });
  return {
    ...{ caseId: first.id, caseCauseId: at(first.causeIds, 0), causeId: at(causes, 0).id, surveyId, studyId },
    ...{ studyFileId: file.id, agreementId: agreement.id, conflictId: at(conflictIds, 0) },
  };
}

/** `times` partnerships, visits and requests of the first school, each with everything that its page shows. */
async function accompanied(owner: Owner, town: Town, times: number, by: { centre: Viewer; head: Viewer }) {
  const [school, partner] = [at(town.schools, 0), at(town.schools, 1)];
  const [municipalityId, authorId] = [town.id, by.centre.userId];
  const made = { partnershipId: '', pairId: '', visitId: '', consultationId: '' };
  const term = async (sort: 'VISIT' | 'CONSULTATION') =>
    (await owner.visitTerm.findFirstOrThrow({ where: { municipalityId, sort }, select: { id: true } })).id;
  const [kind, theme] = [await term('VISIT'), await term('CONSULTATION')];
  for (let index = 0; index < times; index += 1) {
    const organisationId = newId();
    const here = { municipalityId, createdById: authorId };
    await owner.partnerOrganisation.create({
      data: { ...here, id: organisationId, kind: 'UNIVERSITY', name: `Институт ${index}` },
    });
    await owner.partnerResource.create({
      data: { ...here, id: newId(), schoolId: partner.id, ownerName: 'Школа', kind: 'PREMISES', title: `Зал ${index}` },
    });
    made.partnershipId = (
      await buildPartnership(owner, {
        ...{ municipalityId, year: NOW_YEAR - index, school, partner, ask: 'Обмен опытом', authorId },
        agreement: { number: '1', date: '2026-09-01' },
        steps: [{ to: 'RUNNING', side: 'центр', by: authorId, at: new Date() }],
        lines: [{ text: `Строка ${index}` }],
        works: [{ kind: 'LESSON', at: 'PARTNER', on: '2026-10-01', theme: 'Урок' }],
      })
    ).id;
    const link = { title: 'Соглашение', url: 'https://portal.test/agreement', addedById: authorId };
    await owner.partnershipFile.create({
      data: { ...link, id: newId(), municipalityId, partnershipId: made.partnershipId },
    });
    const mentors = { mentorSchoolId: partner.id, mentorSchoolName: 'Школа', mentorPosition: 'заместитель' };
    const mentees = { menteeSchoolId: school.id, menteeSchoolName: 'Школа', menteePosition: 'учитель' };
    const open = { plan: '', starts: '2026-09-01', ends: null, result: '', endedOn: null };
    made.pairId = (await buildPair(owner, { ...here, ...mentors, ...mentees, ...open, model: 'TEACHER_TEACHER' })).id;
    made.visitId = (
      await buildVisit(owner, {
        ...{ municipalityId, schoolId: school.id, termId: kind, authorId, on: '2026-10-01', object: `План ${index}` },
        isPublished: true,
        actions: [{ text: 'Уточнить план', due: '2026-11-01' }],
      })
    ).id;
    await owner.visitFile.create({ data: { ...link, id: newId(), municipalityId, visitId: made.visitId } });
    made.consultationId = (
      await buildConsultation(owner, {
        ...{ municipalityId, schoolId: school.id, termId: theme, askedById: by.head.userId, askedOn: '2026-11-01' },
        ...{ kind: 'METHODICAL', level: 'HEADS', text: `Вопрос ${index}` },
      })
    ).id;
  }
  return made;
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
  const eventId = await planEvents(owner, town, times, centre);

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
  const roadmap = await planned(owner, town, times, { centre, official });
  const programmes = await programmed(owner, town, times, centre);
  const advice = await advised(owner, town, times, { centre, head });
  const year = schoolYearAt(new Date(), centre.timeZone);
  const development = await buildDevelopment(owner, { centre, head, year, label: '0' });
  const consent = { personName: 'Человек', position: 'учитель', consentOn: '2026-10-01', hasConsent: 'on' };
  made(await nameDeficitPerson.as(head, { deficitId: development.deficitId, ...consent }));
  made(await draftRoster.as(centre, { since: '2026-10-01' }));
  const { id: rosterId } = await owner.centreRoster.findFirstOrThrow({ where: { municipalityId: town.id } });
  made(await addRosterMember.as(centre, { rosterId, positions: 'методист', workplaces: 'центр' }));
  for (let index = 1; index < times; index += 1)
    await buildDevelopment(owner, { centre, head, year, label: String(index) });
  const support = await supported(owner, town, times, { centre, curator });
  const help = await accompanied(owner, town, times, { centre, head });
  return {
    ...{ town, schoolId: first.id, importId, eventId, current, past: last.campaign, pastListId: last.listId },
    ...{ draft, submitted, accepted: at(last.campaign.cards, 0), ...roadmap, ...programmes, ...advice },
    ...{ ...development, ...help, support },
    viewers: {
      ...{ SCHOOL_HEAD: head, SCHOOL_DEPUTY: deputy, CENTRE: centre, OFFICIAL: official, REGION: region },
      ...{ CURATOR: curator, ADMIN: admin },
    },
  };
}
