import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { writeJournal } from '@/lib/audit/journal';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import { findOrganisation, organisationsOf } from '@/lib/partnerships/organisation-store';
import type { ResourceSearch } from '@/lib/partnerships/partnership-search';
import { schoolFacts } from '@/lib/partnerships/readiness-store';
import { findResource, resourcesSlice } from '@/lib/partnerships/resource-store';

const PAGE_SIZE = 50;
const EXPORT_MAX = 5000;

/** What schools and organisations offer to others; everybody of the municipality reads it. */
export const resourcesPage = defineQuery('partnership.read', async ({ viewer, tx }, search: ResourceSearch) => ({
  ...(await resourcesSlice(tx, ownMunicipality(viewer), search, PAGE_SIZE)),
  ...{ search, pageSize: PAGE_SIZE, isSchool: isSchoolRole(viewer.role), schoolId: viewer.schoolId },
  ...{ canAdd: can(viewer.role, 'partnership.work'), canChange: can(viewer.role, 'partnership.change') },
  canPropose: can(viewer.role, 'partnership.propose'),
}));
export type ResourcesPage = Awaited<ReturnType<typeof resourcesPage>>;

/** The register for a file, noted in the journal. */
export const resourcesExport = defineQuery('partnership.read', async ({ viewer, tx }, search: ResourceSearch) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, {
    ...{ action: 'partnership.resource-export', entity: 'municipality', entityId: municipalityId, details: {} },
  });
  return (await resourcesSlice(tx, municipalityId, { ...search, after: 0 }, EXPORT_MAX)).rows;
});

async function owners({ viewer, tx }: QueryContext) {
  if (isSchoolRole(viewer.role)) return { schools: [], organisations: [], isSchool: true };
  const municipalityId = ownMunicipality(viewer);
  const organisations = await organisationsOf(tx, municipalityId);
  return {
    schools: (await schoolFacts(tx, municipalityId)).map((school) => ({ id: school.id, name: school.name })),
    organisations: organisations.filter(({ isRetired }) => !isRetired).map((one) => ({ id: one.id, name: one.name })),
    isSchool: false,
  };
}
export const newResourceForm = defineQuery('partnership.work', owners);
export type NewResourceForm = Awaited<ReturnType<typeof newResourceForm>>;

/** A resource to be changed: a school its own, the centre any. */
export const resourceForm = defineQuery('partnership.work', async ({ viewer, tx }, address: string) => {
  const resource = id.safeParse(address).success ? await findResource(tx, ownMunicipality(viewer), address) : undefined;
  if (!resource || (isSchoolRole(viewer.role) && resource.schoolId !== viewer.schoolId)) throw notFound();
  return resource;
});

/** The directory of outside partners; contacts of organisations are for everybody of the municipality. */
export const organisationsPage = defineQuery('partnership.read', async ({ viewer, tx }, q: string) => {
  const known = await organisationsOf(tx, ownMunicipality(viewer));
  return {
    rows: known.filter(({ name, offers }) => q === '' || fold(`${name} ${offers}`).includes(fold(q))),
    ...{ canChange: can(viewer.role, 'partnership.change'), canPropose: can(viewer.role, 'partnership.propose') },
    isSchool: isSchoolRole(viewer.role),
  };
});
export type OrganisationsPage = Awaited<ReturnType<typeof organisationsPage>>;

export const newOrganisationForm = defineQuery('partnership.change', async () => true);

export const organisationForm = defineQuery('partnership.change', async ({ viewer, tx }, address: string) => {
  const found = id.safeParse(address).success
    ? await findOrganisation(tx, ownMunicipality(viewer), address)
    : undefined;
  if (!found) throw notFound();
  return found;
});
