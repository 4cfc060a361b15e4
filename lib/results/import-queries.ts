import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';
import { checkImport } from '@/lib/results/check-import';
import {
  importById,
  importLines,
  importState,
  type ResultImport,
  sameFile,
  schoolsToFill,
} from '@/lib/results/import-store';
import type { ImportsFilter } from '@/lib/results/import-view';
import { savedProfiles } from '@/lib/results/profile-store';
import { rowsOfImport } from '@/lib/results/result-store';
import { writtenBy } from '@/lib/results/screening';

const PAGE_SIZE = 25;

/** Files of results: who sent which, when, and what came of it. */
export const resultImportsPage = defineQuery('results.import', async ({ viewer, tx }, filter: ImportsFilter) => {
  const municipalityId = ownMunicipality(viewer);
  const found = await importLines(tx, municipalityId, filter, PAGE_SIZE);
  const back = !filter.after && filter.before !== undefined;
  const kept = found.slice(0, PAGE_SIZE);
  const imports = back ? kept.toReversed() : kept;
  const hasMore = found.length > PAGE_SIZE;
  const [after, before] = [imports.at(-1)?.id, imports[0]?.id];
  return {
    imports,
    profiles: await savedProfiles(tx, municipalityId, viewer.regionId),
    timeZone: viewer.timeZone,
    presentYear: schoolYearAt(new Date(), viewer.timeZone),
    ...((back || hasMore) && after ? { after } : {}),
    ...((filter.after !== undefined || (back && hasMore)) && before ? { before } : {}),
  };
});
export type ResultImportsPage = Awaited<ReturnType<typeof resultImportsPage>>;

async function seenImport(tx: Tx, viewer: Viewer, address: string): Promise<ResultImport> {
  const known = id.safeParse(address).data;
  if (!known) throw notFound();
  return importById(tx, ownMunicipality(viewer), known);
}

/** One file in whatever state it is: its report while it waits, what it wrote once it is applied. */
export const resultImportPage = defineQuery('results.import', async ({ viewer, tx }, address: string) => {
  const municipalityId = ownMunicipality(viewer);
  const { reading, ...found } = await seenImport(tx, viewer, address);
  const presentYear = schoolYearAt(new Date(), viewer.timeZone);
  const place = { found, presentYear, timeZone: viewer.timeZone, hasRegion: viewer.regionId !== null };
  if (found.status === 'CHECK' && reading) {
    const checked = await checkImport(tx, municipalityId, viewer.timeZone, { reading, ...found });
    const written = writtenBy(checked.reading, checked.verdicts, checked.scales);
    return {
      ...place,
      unknown: null,
      check: {
        works: checked.reading.works,
        schools: checked.reading.schools.map((school, index) => ({
          ...school,
          verdict: checked.verdicts[index] ?? { kind: 'unknown' as const },
        })),
        checks: checked.screened.checks,
        isClean: checked.screened.isClean,
        dropped: checked.reading.dropped,
        sheets: checked.reading.sheets,
        territories: checked.reading.territories.filter(({ kind }) => kind === 'region').length,
        isStageUnknown: reading.isStageUnknown,
        figuresWithoutYear: reading.figures.some(({ year }) => year === null),
        willWrite: { results: written.results.length, figures: written.figures.length },
        register: checked.register.map(({ id: schoolId, shortName }) => ({ id: schoolId, shortName })),
        sameAs: await sameFile(tx, municipalityId, found.sha256, found.id),
      },
      rows: [],
    };
  }
  const isWritten = found.status === 'APPLIED' || found.status === 'REPLACED' || found.status === 'UNDONE';
  return {
    ...place,
    unknown: found.status === 'MAPPING' ? (reading?.unknown ?? null) : null,
    check: null,
    rows: isWritten ? await rowsOfImport(tx, municipalityId, found.id) : [],
  };
});
export type ResultImportPage = Awaited<ReturnType<typeof resultImportPage>>;

/** How far the reading of a file is. */
export const resultImportState = defineQuery('results.import', async ({ viewer, tx }, importId: string) => {
  const { status, version, rowsDone, isDead } = await importState(tx, ownMunicipality(viewer), importId);
  return { status: isDead ? 'DEAD' : status, version, rowsDone, rowsTotal: 0 };
});

/** Schools at work for the centre's form, with the logins in force, and the last school year that has ended. */
export const schoolsForForm = defineQuery('results.import', async ({ viewer, tx }) => ({
  year: schoolYearAt(new Date(), viewer.timeZone) - 1,
  schools: await schoolsToFill(tx, ownMunicipality(viewer)),
}));
