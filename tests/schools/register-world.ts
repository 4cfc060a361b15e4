import type { Viewer } from '@/lib/access/viewer';
import { type Owner, ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildPerson, viewerOf } from '@/prisma/seed/builders/person';
import { buildMunicipality, buildRegion } from '@/prisma/seed/builders/place';
import { type BuiltSchool, buildSchools, type SchoolDraft } from '@/prisma/seed/builders/school';

export type RegisterWorld = {
  readonly owner: Owner;
  readonly municipalityId: string;
  readonly schools: readonly BuiltSchool[];
  /** A viewer of every role of the municipality; school roles belong to the first school. */
  readonly viewers: Readonly<
    Record<'SCHOOL_HEAD' | 'SCHOOL_DEPUTY' | 'CENTRE' | 'OFFICIAL' | 'CURATOR' | 'ADMIN', Viewer>
  >;
  readonly region: Viewer;
};

let made = 0;

/** A municipality with these schools and one person of every role. */
export async function registerWorld(drafts: readonly SchoolDraft[], owner = ownerClient()): Promise<RegisterWorld> {
  const nth = ++made;
  const regionId = await buildRegion(owner, { code: `r${nth}`, name: `Область ${nth}` });
  const municipalityId = await buildMunicipality(owner, { regionId, code: `m${nth}`, name: `Город ${nth}` });
  const schools = await buildSchools(owner, municipalityId, drafts);
  const schoolId = schools[0]?.id;
  const of = async (role: Viewer['role'], place: { schoolId?: string | undefined } = {}) => {
    const email = `${role.toLowerCase()}${nth}@example.org`;
    const isRegion = role === 'REGION';
    const at = isRegion ? { regionId } : { municipalityId, ...(place.schoolId ? { schoolId: place.schoolId } : {}) };
    return viewerOf(owner, await buildPerson(owner, { email, name: `Человек ${role}`, role, ...at }));
  };
  return {
    owner,
    municipalityId,
    schools,
    viewers: {
      SCHOOL_HEAD: await of('SCHOOL_HEAD', { schoolId }),
      SCHOOL_DEPUTY: await of('SCHOOL_DEPUTY', { schoolId }),
      CENTRE: await of('CENTRE'),
      OFFICIAL: await of('OFFICIAL'),
      CURATOR: await of('CURATOR'),
      ADMIN: await of('ADMIN'),
    },
    region: await of('REGION'),
  };
}
