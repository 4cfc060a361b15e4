import { hash } from '@node-rs/argon2';
import type { Role } from '@/lib/access/role';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import { newId } from '@/lib/kernel/ids';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { type BuiltCard, buildCampaign } from '@/prisma/seed/builders/campaign';
import { type Answers, buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { publishMethod } from '@/prisma/seed/builders/method';
import { type Owner, ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildPerson, type Person } from '@/prisma/seed/builders/person';
import { buildMunicipality, buildRegion } from '@/prisma/seed/builders/place';
import { type BuiltSchool, buildSchools, type SchoolDraft } from '@/prisma/seed/builders/school';
import { defaultMethod as method } from '@/prisma/seed/reference/default-method';

export type SignInName = { readonly email: string; readonly password: string };
export type TownPerson = Person & SignInName & { readonly name: string; readonly role: Role };

const PASSWORD = 'тихий-город-2026';
const ARGON = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const TIME_ZONE = 'Europe/Moscow';
const DAY_MS = 86_400_000;
const passwordHash = hash(PASSWORD.normalize('NFC'), ARGON);

const SCHOOLS: readonly SchoolDraft[] = [
  { code: '01', name: 'МБОУ «Средняя школа № 1»', shortName: 'СШ № 1', pupils: 640 },
  { code: '02', name: 'МБОУ «Основная школа № 2»', shortName: 'ОШ № 2', kind: 'BASIC', pupils: 210 },
  { code: '03', name: 'МБОУ «Начальная школа № 3»', shortName: 'НШ № 3', kind: 'PRIMARY', pupils: 120 },
];

/** A first step on the way of a card: what a test wants to find, without walking there by hand. */
export type Filled = { readonly status: CardStatus; readonly yes?: number };

/**
 * A municipality of a test's own, with people who can sign in: nothing it does touches the demo or another test. Laid by
 * the builders of the demo, past the scope of any viewer.
 */
export class Town {
  private constructor(
    readonly owner: Owner,
    readonly regionId: string,
    readonly id: string,
    readonly name: string,
    readonly schools: readonly BuiltSchool[],
  ) {}

  static readonly year = schoolYearAt(new Date(), TIME_ZONE);

  static async build({ isEmpty = false, publicLabel = 'ШНРО' } = {}): Promise<Town> {
    const owner = ownerClient();
    const tag = newId().slice(-8);
    const regionId = await buildRegion(owner, { code: `e2e-${tag}`, name: `Область ${tag}` });
    const name = `Город ${tag}`;
    const id = await buildMunicipality(owner, { regionId, code: `e2e-${tag}`, name, timeZone: TIME_ZONE, publicLabel });
    const schools = isEmpty ? [] : await buildSchools(owner, id, SCHOOLS);
    return new Town(owner, regionId, id, name, schools);
  }

  school(index = 0): BuiltSchool {
    const school = this.schools[index];
    if (!school) throw new Error(`The town has no school ${index}`);
    return school;
  }

  /** Somebody of this town; directors and deputies work at the first school unless another id is given. */
  async person(role: Role, schoolId?: string): Promise<TownPerson> {
    const isSchool = role === 'SCHOOL_HEAD' || role === 'SCHOOL_DEPUTY';
    const email = `${role.toLowerCase().replace('_', '-')}-${newId().slice(-8)}@town.example`;
    const name = { SCHOOL_HEAD: 'Директорова Вера', SCHOOL_DEPUTY: 'Завучева Нина', CENTRE: 'Методистова Анна' };
    const draft = {
      email,
      name: Reflect.get(name, role) ?? `Служащий ${role}`,
      role,
      passwordHash: await passwordHash,
    };
    const built = await buildPerson(this.owner, {
      ...draft,
      ...(role === 'REGION' ? { regionId: this.regionId } : { municipalityId: this.id }),
      ...(isSchool ? { schoolId: schoolId ?? this.school().id } : {}),
    });
    return { ...built, ...draft, password: PASSWORD };
  }

  /** A campaign of this school year, open since yesterday, with every school of the town in it. */
  async campaign(title = 'Ежегодная диагностика', of = method) {
    const versionId = await publishMethod(this.owner, of);
    return buildCampaign(this.owner, {
      municipalityId: this.id,
      versionId,
      method: of,
      year: Town.year,
      title,
      opensAt: new Date(Date.now() - DAY_MS),
      closesAt: new Date(Date.now() + 14 * DAY_MS),
      schools: this.schools,
    });
  }

  /** Fills a card («да» to the first `yes` questions, «нет» to the rest) and brings it to a state. */
  async fill(card: BuiltCard, by: Person, to: CardStatus, yes = 2): Promise<void> {
    const answers: Answers = Object.fromEntries(
      card.asked.map((item, index) => [item, { value: index < yes ? ('YES' as const) : ('NO' as const) }]),
    );
    const at = await fillCard(this.owner, { method, card, answers, authorId: by.userId, startedAt: hoursAgo(3) });
    if (to === 'DRAFT') return;
    await moveCard(this.owner, card, { to: 'SUBMITTED', actorId: by.userId, at });
    await buildAssessment(this.owner, { method, card, answers, accepted: false, at });
    if (to === 'SUBMITTED') return;
    await moveCard(this.owner, card, { to, actorId: by.userId, at: hoursAgo(1), reason: 'Проверьте ответы' });
    if (to === 'ACCEPTED')
      await buildAssessment(this.owner, { method, card, answers, accepted: true, at: hoursAgo(1) });
  }

  /** What the database holds of one answer. */
  async answer(cardId: string, item: string) {
    return this.owner.answer.findFirst({
      where: { cardId, item },
      orderBy: { revision: 'desc' },
      select: { value: true, comment: true, version: true },
    });
  }

  /** Ends every session of a person, as a sign-out everywhere would. */
  async revokeSessions(person: Person): Promise<void> {
    await this.owner.session.updateMany({ where: { userId: person.userId }, data: { revokedAt: new Date() } });
  }

  close = () => this.owner.$disconnect();
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
