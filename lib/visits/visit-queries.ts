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
import { inScope } from '@/lib/platform/prisma';
import { schoolChoices } from '@/lib/visits/choice-store';
import { rubricsOf, termsOf } from '@/lib/visits/dictionary-store';
import { filesOf, findStored } from '@/lib/visits/file-store';
import type { VisitSearch } from '@/lib/visits/visit-search';
import { actionsOf, findVisit, type ListedVisit, PAGE_SIZE, visitFacts, visitsSlice } from '@/lib/visits/visit-store';

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

/** A school does not choose among schools. */
const allowed = (viewer: Viewer, search: VisitSearch): VisitSearch =>
  isSchoolRole(viewer.role) ? { ...search, school: undefined } : search;

const around = ({ role }: Viewer) => ({
  ...{ isSchool: isSchoolRole(role), canWrite: can(role, 'visit.write'), canSet: can(role, 'visit.settings') },
  ...{ canReport: can(role, 'consultation.report') },
});

/** Visits that the viewer may see, under a filter. */
export const visitsPage = defineQuery('visit.read', async (context, asked: VisitSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const search = allowed(viewer, asked);
  const today = todayOf(context);
  return {
    rows: await visitsSlice(tx, municipalityId, search, today),
    ...(await visitFacts(tx, municipalityId, search, today)),
    kinds: await termsOf(tx, municipalityId, 'VISIT'),
    schools: isSchoolRole(viewer.role) ? [] : await schoolChoices(tx, viewer),
    ...{ ...around(viewer), search, today, pageSize: PAGE_SIZE },
  };
});
export type VisitsPage = Awaited<ReturnType<typeof visitsPage>>;

/** That a list leaves the portal is in the journal before its first row does. */
export const noteVisitsExport = defineQuery('visit.read', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, { action: 'visit.export', entity: 'municipality', entityId: municipalityId, details: {} });
  return todayOf({ viewer });
});

/** The rows of the list, a page at a time in transactions of their own: a long file holds none open. */
export async function* visitRows(viewer: Viewer, asked: VisitSearch, today: Day): AsyncGenerator<ListedVisit> {
  const municipalityId = ownMunicipality(viewer);
  const size = PAGE_SIZE * 4;
  for (let after = 0; ; after += size) {
    const search = { ...allowed(viewer, asked), after };
    const rows = await inScope(viewer, (tx) => visitsSlice(tx, municipalityId, search, today, size));
    yield* rows;
    if (rows.length < size) return;
  }
}

async function seen({ viewer, tx }: QueryContext, address: string) {
  const visit = id.safeParse(address).success ? await findVisit(tx, ownMunicipality(viewer), address) : undefined;
  if (!visit) throw notFound();
  return visit;
}

/** One visit with its checklist, what was agreed and what stands beside it. */
export const visitPage = defineQuery('visit.read', async (context, address: string) => {
  const { viewer, tx } = context;
  const visit = await seen(context, address);
  const isAuthor = visit.authorId === viewer.userId && can(viewer.role, 'visit.write');
  return {
    visit,
    actions: await actionsOf(tx, visit.id),
    files: await filesOf(tx, visit.id),
    ...{ isAuthor, canEdit: isAuthor && visit.publishedAt === null, canMark: can(viewer.role, 'visit.write') },
    ...{ today: todayOf(context), timeZone: viewer.timeZone },
  };
});
export type VisitPage = Awaited<ReturnType<typeof visitPage>>;

/** The form of a new visit; a checklist of the address gives its lines. */
export const newVisitForm = defineQuery(
  'visit.write',
  async (context, { school, rubric }: { readonly school?: string; readonly rubric?: string }) => {
    const { viewer, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const rubrics = (await rubricsOf(tx, municipalityId)).filter(({ isRetired }) => !isRetired);
    const schools = await schoolChoices(tx, viewer);
    return {
      kinds: (await termsOf(tx, municipalityId, 'VISIT')).filter(({ isRetired }) => !isRetired),
      ...{ schools, rubrics, rubric: rubrics.find((one) => one.id === rubric), today: todayOf(context) },
      school: schools.find((one) => one.id === school)?.id,
    };
  },
);
export type NewVisitForm = Awaited<ReturnType<typeof newVisitForm>>;

/** A visit whose author may still change its words. */
export const editVisitForm = defineQuery('visit.write', async (context, address: string) => {
  const visit = await seen(context, address);
  if (visit.authorId !== context.viewer.userId || visit.publishedAt !== null) throw notFound();
  const kinds = await termsOf(context.tx, ownMunicipality(context.viewer), 'VISIT');
  return {
    ...{ visit, today: todayOf(context) },
    kinds: kinds.filter(({ id: kindId, isRetired }) => !isRetired || kindId === visit.kindId),
  };
});
export type EditVisitForm = Awaited<ReturnType<typeof editVisitForm>>;

/** The dictionaries of the centre: kinds of visits, themes of consultations, checklists. */
export const visitSettings = defineQuery('visit.settings', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  return {
    kinds: await termsOf(tx, municipalityId, 'VISIT'),
    themes: await termsOf(tx, municipalityId, 'CONSULTATION'),
    rubrics: await rubricsOf(tx, municipalityId),
  };
});
export type VisitSettings = Awaited<ReturnType<typeof visitSettings>>;

/** A file of a visit the viewer may see. */
export const visitFile = defineQuery('visit.read', async ({ tx }, fileId: string) => {
  const file = await findStored(tx, fileId);
  if (!file) throw notFound();
  return file;
});

const OF_SCHOOL_MAX = 10;

/** The latest visits to one school, for its page of support. Reads inside an open transaction. */
export async function visitsOfSchool({ viewer, tx }: QueryContext, schoolId: string) {
  const search: VisitSearch = { q: '', school: schoolId, sort: '-on' };
  const today = todayOf({ viewer });
  return {
    rows: await visitsSlice(tx, ownMunicipality(viewer), search, today, OF_SCHOOL_MAX),
    ...{ schoolId, canWrite: can(viewer.role, 'visit.write') },
  };
}
export type SchoolVisits = Awaited<ReturnType<typeof visitsOfSchool>>;
