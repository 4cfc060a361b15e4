import 'server-only';
import { z } from 'zod';
import { defineQuery } from '@/lib/access/define-query';
import { writeJournal } from '@/lib/audit/journal';
import { regionRows, regionYears } from '@/lib/diagnostics/overviews/region-store';
import { schoolYear } from '@/lib/kernel/school-year';
import type { Tx } from '@/lib/platform/prisma';

/** The year of the address; what is not one is the latest. */
export const regionSearch = z.object({ year: z.coerce.number().pipe(schoolYear).optional().catch(undefined) });

async function readRegion(tx: Tx, asked: number | undefined) {
  const years = await regionYears(tx);
  const year = asked ?? years[0];
  return { years, year, rows: year === undefined ? [] : await regionRows(tx, year) };
}

/** Municipalities side by side in one school year. */
export const regionPage = defineQuery('dashboard.region', ({ tx }, asked: number | undefined) => readRegion(tx, asked));
export type RegionPage = Awaited<ReturnType<typeof regionPage>>;

/** The same rows for the spreadsheet; that they left the portal is in the journal. */
export const regionExport = defineQuery('dashboard.region', async ({ viewer, tx }, asked: number | undefined) => {
  const page = await readRegion(tx, asked);
  const details = { rows: page.rows.length };
  await writeJournal(tx, { action: 'region.export', entity: 'region', entityId: viewer.regionId ?? '', details });
  return page;
});
