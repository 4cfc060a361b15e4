import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import type { SchoolsSearch } from '@/lib/diagnostics/overview-filter';
import { overviewGridPage, overviewSchoolsPage } from '@/lib/diagnostics/overview-queries';
import { inScope } from '@/lib/platform/prisma';

/**
 * Every row of a list or a grid, in the order of the screen, page by page with a transaction each: a slow reader of the
 * file holds none open.
 */
async function* everyRow<Row>(
  page: (search: SchoolsSearch) => Promise<{ readonly rows: readonly Row[]; readonly after: string | undefined }>,
  search: SchoolsSearch,
): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const { rows, after: next } = await page({ ...search, after });
    yield* rows;
    after = next;
  } while (after);
}

export const everySchool = (viewer: Viewer, search: SchoolsSearch) =>
  everyRow((place) => overviewSchoolsPage.as(viewer, place), search);

export const everyGridRow = (viewer: Viewer, search: SchoolsSearch) =>
  everyRow((place) => overviewGridPage.as(viewer, place), search);

/** The journal's line about a dashboard's table that leaves the portal. */
export const noteOverviewExport = (viewer: Viewer, table: string): Promise<void> =>
  inScope(viewer, (tx) =>
    writeJournal(tx, {
      action: 'overview.export',
      entity: 'municipality',
      entityId: viewer.municipalityId ?? viewer.regionId ?? '',
      details: { table },
    }),
  );
