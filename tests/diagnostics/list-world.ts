import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { itemsOf } from '@/lib/methodology/items';
import { type BuiltCampaign, type BuiltCard, buildCampaign } from '@/prisma/seed/builders/campaign';
import { type Answers, buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { publishMethod } from '@/prisma/seed/builders/method';
import { type Owner, ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildPerson, viewerOf } from '@/prisma/seed/builders/person';
import { buildMunicipality, buildRegion } from '@/prisma/seed/builders/place';
import { type BuiltSchool, buildSchools } from '@/prisma/seed/builders/school';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

export const HOUR = 3_600_000;
const hence = (hours: number) => new Date(Date.now() + hours * HOUR);

export type Town = {
  readonly id: string;
  readonly regionId: string;
  readonly versionId: string;
  readonly schools: readonly BuiltSchool[];
  readonly viewer: (role: Role, school?: BuiltSchool) => Promise<Viewer>;
};

let people = 0;

/** A municipality with schools and the default method; `viewer` makes a person of a role. */
export async function buildTown(owner: Owner, code: string, schools: number): Promise<Town> {
  const regionId = await buildRegion(owner, { code: '67', name: 'Край примеров' });
  const id = await buildMunicipality(owner, { regionId, code, name: `Город ${code}` });
  const versionId = await publishMethod(owner, defaultMethod);
  const built = await buildSchools(
    owner,
    id,
    Array.from({ length: schools }, (_, index) => ({
      code: String(index + 1).padStart(3, '0'),
      name: `Средняя школа № ${index + 1}`,
      shortName: `СОШ № ${index + 1}`,
    })),
  );
  const viewer = async (role: Role, school?: BuiltSchool) => {
    people += 1;
    const person = await buildPerson(owner, {
      email: `person${people}.${code}@example.test`,
      name: `Человек ${people}`,
      role,
      ...(role === 'REGION' ? { regionId } : { municipalityId: id }),
      ...(school ? { schoolId: school.id } : {}),
    });
    return viewerOf(owner, person);
  };
  return { id, regionId, versionId, schools: built, viewer };
}

/** A campaign of a town that has been open for a day and ends in ten. */
export const openCampaignOf = (owner: Owner, town: Town, year: number): Promise<BuiltCampaign> =>
  buildCampaign(owner, {
    municipalityId: town.id,
    versionId: town.versionId,
    method: defaultMethod,
    year,
    title: `Кампания ${year}`,
    opensAt: hence(-24),
    closesAt: hence(240),
    schools: town.schools,
  });

/** Answers «да» to the first `points` items asked and «нет» to the rest. */
export function answersOf(card: BuiltCard, points: number): Answers {
  const value = (index: number): AnswerValue => (index < points ? 'YES' : 'NO');
  return Object.fromEntries(card.asked.map((item, index) => [item, { value: value(index) }]));
}

/** A card filled, submitted and accepted with this many points. */
export async function acceptCard(owner: Owner, card: BuiltCard, points: number, authorId: string): Promise<void> {
  const answers = answersOf(card, points);
  const work = { method: defaultMethod, card, answers };
  await fillCard(owner, { ...work, authorId, startedAt: hence(-20) });
  await moveCard(owner, card, { to: 'SUBMITTED', actorId: authorId, at: hence(-3) });
  await moveCard(owner, card, { to: 'ACCEPTED', actorId: authorId, at: hence(-2) });
  await buildAssessment(owner, { ...work, accepted: true, at: hence(-2) });
}

export const itemCount = itemsOf(defaultMethod).length;
export { ownerClient };
