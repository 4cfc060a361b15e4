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
import { inScope } from '@/lib/platform/prisma';
import { schoolChoices } from '@/lib/visits/choice-store';
import type { Consultation } from '@/lib/visits/consultation';
import { canMove } from '@/lib/visits/consultation';
import {
  aheadOf,
  consultationFacts,
  consultationsSlice,
  findConsultation,
  PAGE_SIZE,
  themesByMonth,
} from '@/lib/visits/consultation-store';
import { termsOf } from '@/lib/visits/dictionary-store';
import type { ConsultationSearch } from '@/lib/visits/visit-search';

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

/** A school does not choose among schools, and wants its answers, not the queue alone. */
const allowed = (viewer: Viewer, search: ConsultationSearch): ConsultationSearch =>
  isSchoolRole(viewer.role) ? { ...search, school: undefined, state: search.state ?? 'all' } : search;

/** The queue of requests: the one that waits longest is first. A school sees its own with how many stand before them. */
export const consultationsPage = defineQuery('visit.read', async (context, asked: ConsultationSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const search = allowed(viewer, asked);
  const isSchool = isSchoolRole(viewer.role);
  const rows = await consultationsSlice(tx, municipalityId, search);
  return {
    rows,
    ahead: isSchool
      ? await aheadOf(
          tx,
          rows.map((row) => row.id),
        )
      : new Map<string, number>(),
    ...(await consultationFacts(tx, municipalityId, search)),
    themes: await termsOf(tx, municipalityId, 'CONSULTATION'),
    ...{ search, isSchool, today: todayOf(context), pageSize: PAGE_SIZE },
    ...{ canAsk: can(viewer.role, 'consultation.ask'), canAnswer: can(viewer.role, 'consultation.answer') },
    ...{ canSet: can(viewer.role, 'visit.settings'), canReport: can(viewer.role, 'consultation.report') },
  };
});
export type ConsultationsPage = Awaited<ReturnType<typeof consultationsPage>>;

export const noteConsultationsExport = defineQuery('visit.read', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, {
    ...{ action: 'consultation.export', entity: 'municipality', entityId: municipalityId, details: {} },
  });
  return todayOf({ viewer });
});

/** The rows of the list, a page at a time in transactions of their own: a long file holds none open. */
export async function* consultationRows(viewer: Viewer, asked: ConsultationSearch): AsyncGenerator<Consultation> {
  const municipalityId = ownMunicipality(viewer);
  const size = PAGE_SIZE * 4;
  for (let after = 0; ; after += size) {
    const search = { ...allowed(viewer, asked), after };
    const rows = await inScope(viewer, (tx) => consultationsSlice(tx, municipalityId, search, size));
    yield* rows;
    if (rows.length < size) return;
  }
}

/** One request with its way to the answer. */
export const consultationPage = defineQuery('visit.read', async (context, address: string) => {
  const { viewer, tx } = context;
  const consultation = id.safeParse(address).success
    ? await findConsultation(tx, ownMunicipality(viewer), address)
    : undefined;
  if (!consultation) throw notFound();
  const canAnswer = can(viewer.role, 'consultation.answer');
  return {
    ...{ consultation, today: todayOf(context), isSchool: isSchoolRole(viewer.role) },
    ahead: (await aheadOf(tx, [consultation.id])).get(consultation.id),
    canTake: canAnswer && canMove('take', consultation.state, 'CENTRE'),
    canRelease: canAnswer && canMove('release', consultation.state, 'CENTRE'),
    canAnswer: canAnswer && canMove('answer', consultation.state, 'CENTRE'),
    canWithdraw: can(viewer.role, 'consultation.ask') && canMove('withdraw', consultation.state, 'SCHOOL'),
  };
});
export type ConsultationPage = Awaited<ReturnType<typeof consultationPage>>;

/** The form of a school's question; or of the centre's note of one that it has given already. */
export const newConsultationForm = defineQuery('visit.read', async (context) => {
  const { viewer, tx } = context;
  const isSchool = can(viewer.role, 'consultation.ask');
  if (!isSchool && !can(viewer.role, 'consultation.answer')) throw notFound();
  const themes = await termsOf(tx, ownMunicipality(viewer), 'CONSULTATION');
  return {
    themes: themes.filter(({ isRetired }) => !isRetired),
    schools: isSchool ? [] : await schoolChoices(tx, viewer),
    ...{ isSchool, today: todayOf(context) },
  };
});
export type NewConsultationForm = Awaited<ReturnType<typeof newConsultationForm>>;

/** Requests of a school year by theme and month, with the mean wait for an answer. */
export const consultationReport = defineQuery(
  'consultation.report',
  async ({ viewer, tx }, asked: number | undefined) => {
    const present = schoolYearAt(new Date(), viewer.timeZone);
    const year = asked ?? present;
    const rows = await themesByMonth(tx, ownMunicipality(viewer), `${year}-09-01`);
    const end = `${year + 1}-09`;
    return {
      ...{ year, present },
      rows: rows.filter(({ month }) => month < end),
      canSet: can(viewer.role, 'visit.settings'),
    };
  },
);
export type ConsultationReport = Awaited<ReturnType<typeof consultationReport>>;

/** That the report leaves the portal is in the journal. */
export const noteReportExport = defineQuery('consultation.report', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, {
    ...{ action: 'consultation.report-export', entity: 'municipality', entityId: municipalityId, details: {} },
  });
});
