import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { writeJournal } from '@/lib/audit/journal';
import { dayAt } from '@/lib/kernel/day';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { readSchool } from '@/lib/schools/queries';
import { caseLines, caseNumbers, yearsWithCases } from '@/lib/support/cases/case-list-store';
import { movesFrom } from '@/lib/support/cases/case-moves';
import type { CaseSearch } from '@/lib/support/cases/case-search';
import { caseOf, listsToOpen, workingSchools } from '@/lib/support/cases/case-store';
import { judgeCandidate } from '@/lib/support/curators/curator';
import { candidatesFor, curatorLimit, curatorLines } from '@/lib/support/curators/curator-store';

const nowOf = ({ viewer }: QueryContext) => ({
  present: schoolYearAt(new Date(), viewer.timeZone),
  today: dayAt(new Date(), viewer.timeZone),
});

/** Cases of a year that the viewer may see, under a filter; those in crisis first. */
export const supportList = defineQuery('support.list', async (context, search: CaseSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const { present, today } = nowOf(context);
  const years = await yearsWithCases(tx, municipalityId);
  const year = search.year ?? present;
  return {
    rows: await caseLines(tx, municipalityId, year, search, today),
    numbers: await caseNumbers(tx, municipalityId, year, today),
    curators:
      can(viewer.role, 'support.change') || viewer.role === 'OFFICIAL' ? await curatorLines(tx, municipalityId) : [],
    ...{ search, year, present, years: [...new Set([present, ...years])].sort((a, b) => b - a) },
    canChange: can(viewer.role, 'support.change'),
  };
});
export type SupportList = Awaited<ReturnType<typeof supportList>>;

/** The same rows for a file; that it left the portal is in the journal. */
export const supportSheet = defineQuery('support.list', async (context, search: CaseSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const { present, today } = nowOf(context);
  const rows = await caseLines(tx, municipalityId, search.year ?? present, search, today);
  await writeJournal(tx, {
    ...{ action: 'support.export', entity: 'municipality', entityId: municipalityId },
    details: { rows: rows.length },
  });
  return { rows, year: search.year ?? present };
});

/** Where cases are opened: for an approved list, or for a school by request. */
export const openSupportPage = defineQuery('support.change', async (context) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const { present } = nowOf(context);
  return {
    lists: await listsToOpen(tx, municipalityId, {}),
    schools: await workingSchools(tx, municipalityId, present),
    year: present,
  };
});
export type OpenSupportPage = Awaited<ReturnType<typeof openSupportPage>>;

/** Status and curators of a school's case, with what may be done. */
export const caseMovesPage = defineQuery(
  'support.change',
  async (context, address: string, asked: number | undefined) => {
    const { viewer, tx } = context;
    const school = await readSchool(context, address);
    const municipalityId = ownMunicipality(viewer);
    const year = asked ?? nowOf(context).present;
    const found = await caseOf(tx, municipalityId, school.id, year);
    const limit = await curatorLimit(tx, municipalityId);
    const candidates = await candidatesFor(tx, municipalityId, school.id);
    return {
      ...{ school: { id: school.id, shortName: school.shortName }, year, supportCase: found, limit },
      moves: found ? movesFrom(found) : [],
      candidates: candidates.map((candidate) => ({ ...candidate, verdict: judgeCandidate(candidate, limit) })),
    };
  },
);
export type CaseMovesPage = Awaited<ReturnType<typeof caseMovesPage>>;
