import 'server-only';
import type { Tx } from '@/lib/platform/prisma';

/** One municipality in one school year, by counts alone; a municipality without a campaign has nulls. */
export type RegionRow = {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly campaignId: string | null;
  readonly stage: 'INITIAL' | 'INTERIM' | 'FINAL' | null;
  readonly schools: number;
  readonly started: number;
  readonly submitted: number;
  readonly accepted: number;
  readonly listed: number;
  readonly supported: number;
  /** Of the latest approved list; null while there is none. */
  readonly orderNumber: string | null;
  readonly orderDate: Date | null;
};

/** The region's comparison: the database counts, cards stay closed to the region. */
export async function regionRows(tx: Tx, year: number): Promise<readonly RegionRow[]> {
  return tx.$queryRaw<RegionRow[]>`
    SELECT municipality_id::text AS "municipalityId", municipality_name AS municipality, campaign_id::text AS "campaignId", stage,
      schools, started, submitted, accepted, listed, supported, order_number AS "orderNumber", order_date AS "orderDate"
    FROM region_overview(${year}::int)`;
}

/** School years in which any municipality of the region had a campaign, newest first. */
export async function regionYears(tx: Tx): Promise<readonly number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>`SELECT DISTINCT year::int FROM campaign ORDER BY year DESC`;
  return rows.map((row) => row.year);
}
