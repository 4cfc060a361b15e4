import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import type { SchoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewSchoolsBatch } from '@/lib/diagnostics/overviews/overview-queries';
import { inScope } from '@/lib/platform/prisma';

const BATCH = 1000;

/**
 * Every school of a dashboard's list or grid, in the order of the screen, batch by batch with a transaction each: a slow
 * reader of the file holds none open.
 */
export async function* everySchool(viewer: Viewer, search: SchoolsSearch) {
  let place: SchoolsSearch = { ...search, after: undefined };
  do {
    const { campaign, rows, after } = await overviewSchoolsBatch.as(viewer, place, BATCH);
    yield* rows;
    place = { ...search, campaign, after };
  } while (place.after);
}

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
