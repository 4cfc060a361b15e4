import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { type Day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { filesOf, findStored } from '@/lib/partnerships/file-store';
import { freeRowsOf, planOf, worksOf } from '@/lib/partnerships/joint-work-store';
import { organisationsOf } from '@/lib/partnerships/organisation-store';
import { isAtWork, movesFrom } from '@/lib/partnerships/partnership-moves';
import type { PartnershipSearch } from '@/lib/partnerships/partnership-search';
import {
  eventsOf,
  findPartnership,
  groundOf,
  type ListedPartnership,
  PAGE_SIZE,
  partnershipFacts,
  partnershipsOf,
  partnershipsSlice,
} from '@/lib/partnerships/partnership-store';
import { schoolFacts } from '@/lib/partnerships/readiness-store';
import { resourcesOf } from '@/lib/partnerships/resource-store';
import { inScope } from '@/lib/platform/prisma';

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

/** A school does not choose among schools. */
const allowed = (viewer: Viewer, search: PartnershipSearch): PartnershipSearch =>
  isSchoolRole(viewer.role) ? { ...search, school: undefined } : search;

/** Partnerships that the viewer may see, under a filter; those that live where nothing else is asked. */
export const partnershipsPage = defineQuery('partnership.read', async (context, asked: PartnershipSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const search = allowed(viewer, asked);
  return {
    rows: await partnershipsSlice(tx, municipalityId, search),
    ...(await partnershipFacts(tx, municipalityId, search)),
    ...{ search, pageSize: PAGE_SIZE, isSchool: isSchoolRole(viewer.role), schoolId: viewer.schoolId },
    ...{ canChange: can(viewer.role, 'partnership.change'), canPropose: can(viewer.role, 'partnership.propose') },
  };
});
export type PartnershipsPage = Awaited<ReturnType<typeof partnershipsPage>>;

/** That a list leaves the portal is in the journal before its first row does. */
export const notePartnershipsExport = defineQuery('partnership.read', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  const line = { action: 'partnership.export', entity: 'municipality', entityId: municipalityId, details: {} };
  await writeJournal(tx, line);
  return todayOf({ viewer });
});

/** The rows of the list, a page at a time in transactions of their own: a long file holds none open. */
export async function* partnershipRows(viewer: Viewer, asked: PartnershipSearch): AsyncGenerator<ListedPartnership> {
  const municipalityId = ownMunicipality(viewer);
  const size = PAGE_SIZE * 4;
  for (let after = 0; ; after += size) {
    const search = { ...allowed(viewer, asked), after };
    const rows = await inScope(viewer, (tx) => partnershipsSlice(tx, municipalityId, search, size));
    yield* rows;
    if (rows.length < size) return;
  }
}

/** One partnership with everything about it that its reader may know. */
export const partnershipPage = defineQuery('partnership.read', async (context, address: string) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const partnership = id.safeParse(address).success ? await findPartnership(tx, municipalityId, address) : undefined;
  if (!partnership) throw notFound();
  const { state, schoolId, partnerSchoolId, organisationId } = partnership;
  const canChange = can(viewer.role, 'partnership.change');
  const isPartner = can(viewer.role, 'partnership.answer') && viewer.schoolId === partnerSchoolId;
  const canWork = can(viewer.role, 'partnership.work') && isAtWork(state);
  // A plan of the school is nothing its partner reads.
  const canLink = canWork && (canChange || viewer.schoolId === schoolId);
  return {
    partnership,
    ground: can(viewer.role, 'partnership.propose') ? await groundOf(tx, partnership.id) : undefined,
    plan: await planOf(tx, partnership.id),
    freeRows: canLink ? await freeRowsOf(tx, schoolId, partnership.id) : [],
    works: await worksOf(tx, partnership.id),
    files: await filesOf(tx, partnership.id),
    events: await eventsOf(tx, partnership.id),
    resources: await resourcesOf(tx, municipalityId, { schoolId: partnerSchoolId, organisationId }),
    moves: canChange ? movesFrom(state, 'CENTRE') : isPartner ? movesFrom(state, 'PARTNER') : [],
    ...{ canChange, canWork, isPartner, isSchool: isSchoolRole(viewer.role) },
    ...{ today: todayOf(context), timeZone: viewer.timeZone },
  };
});
export type PartnershipPage = Awaited<ReturnType<typeof partnershipPage>>;

/** A file of a partnership the viewer may see. */
export const partnershipFile = defineQuery('partnership.read', async ({ tx }, fileId: string) => {
  const file = await findStored(tx, fileId);
  if (!file) throw notFound();
  return file;
});

/** A partnership that the centre arranges by itself: schools, organisations and what is chosen already. */
export const newPartnershipForm = defineQuery('partnership.change', async (context, school: string | undefined) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const schools = await schoolFacts(tx, municipalityId);
  const organisations = await organisationsOf(tx, municipalityId);
  return {
    schools: schools.map(({ id: value, name, capacity, taken }) => ({ id: value, name, free: capacity - taken })),
    organisations: organisations.filter(({ isRetired }) => !isRetired),
    school: schools.some((one) => one.id === school) ? school : undefined,
    year: schoolYearAt(new Date(), viewer.timeZone),
  };
});
export type NewPartnershipForm = Awaited<ReturnType<typeof newPartnershipForm>>;

const OF_SCHOOL_MAX = 20;

/** The partnerships of one school on either side, for its page of support. Reads inside an open transaction. */
export async function partnershipsOfSchool({ viewer, tx }: QueryContext, schoolId: string) {
  return {
    rows: await partnershipsOf(tx, ownMunicipality(viewer), schoolId, OF_SCHOOL_MAX),
    ...{ schoolId, canChange: can(viewer.role, 'partnership.change') },
  };
}
export type SchoolPartnerships = Awaited<ReturnType<typeof partnershipsOfSchool>>;
