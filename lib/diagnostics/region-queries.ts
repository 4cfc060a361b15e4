import 'server-only';
import { z } from 'zod';
import { defineQuery } from '@/lib/access/define-query';
import { regionRows, regionYears } from '@/lib/diagnostics/region-store';
import { schoolYear } from '@/lib/kernel/school-year';

/** The year of the address; what is not one is the latest. */
export const regionSearch = z.object({ year: z.coerce.number().pipe(schoolYear).optional().catch(undefined) });

/** Municipalities side by side in one school year. */
export const regionPage = defineQuery('dashboard.region', async ({ tx }, asked: number | undefined) => {
  const years = await regionYears(tx);
  const year = asked ?? years[0];
  return { years, year, rows: year === undefined ? [] : await regionRows(tx, year) };
});
export type RegionPage = Awaited<ReturnType<typeof regionPage>>;
