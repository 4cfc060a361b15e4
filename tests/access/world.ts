import { randomBytes } from 'node:crypto';
import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildPerson, type Person, viewerOf } from '@/prisma/seed/builders/person';
import { buildMunicipality, buildRegion } from '@/prisma/seed/builders/place';
import { buildSchools } from '@/prisma/seed/builders/school';

/** The owner of the tables, to lay worlds and to move dates. */
export const owner = ownerClient();

export type Town = {
  readonly id: string;
  readonly regionId: string;
  readonly schoolIds: readonly string[];
  person(role: Role, passwordHash?: string): Promise<Person & { email: string }>;
  viewer(role: Role): Promise<Viewer>;
};

/** A municipality in a region of its own, with two schools and as many people as a test asks for. */
export async function buildTown(name: string): Promise<Town> {
  const regionId = await buildRegion(owner, { code: `region-${name}`, name: `Регион ${name}` });
  const id = await buildMunicipality(owner, { regionId, code: name, name: `Город ${name}` });
  const schools = await buildSchools(owner, id, [
    { code: '01', name: `Школа № 1 города ${name}`, shortName: `Школа № 1 ${name}`, years: [2025] },
    { code: '02', name: `Школа № 2 города ${name}`, shortName: `Школа № 2 ${name}`, years: [2025] },
  ]);
  const schoolIds = schools.map((school) => school.id);
  const person = async (role: Role, passwordHash?: string) => {
    const email = `${role.toLowerCase()}-${randomBytes(4).toString('hex')}@${name}.example`.toLowerCase();
    const isSchool = role === 'SCHOOL_HEAD' || role === 'SCHOOL_DEPUTY';
    const built = await buildPerson(owner, {
      email,
      name: `${role} ${name}`,
      role,
      passwordHash: passwordHash ?? null,
      ...(role === 'REGION' ? { regionId } : { municipalityId: id }),
      ...(isSchool && schoolIds[0] ? { schoolId: schoolIds[0] } : {}),
    });
    return { ...built, email };
  };
  return { id, regionId, schoolIds, person, viewer: async (role) => viewerOf(owner, await person(role)) };
}
