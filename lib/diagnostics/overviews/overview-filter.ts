import { z } from 'zod';
import { POINT, type PointCode } from '@/lib/diagnostics/scoring/point-code';

/** Which outcomes a dashboard counts: those of accepted cards, or every submitted one (the centre's alone). */
export type Standing = 'ACCEPTED' | 'SUBMITTED';

const code = z.string().trim().min(1).max(32).optional().catch(undefined);
const campaign = z.uuid().optional().catch(undefined);

/** The choice that all dashboards share; what is not one of its words is left out. */
export const overviewSearch = z.object({
  campaign,
  /** Accepted cards by default; the official has no other. */
  standing: z.enum(['submitted']).optional().catch(undefined),
  /** The sum without the objectivity zone. */
  zone: z.enum(['results']).optional().catch(undefined),
});
export type OverviewSearch = z.infer<typeof overviewSearch>;

/** Two campaigns side by side: `campaign` is the later one. */
export const changeSearch = overviewSearch.extend({ earlier: campaign });
export type ChangeSearch = z.infer<typeof changeSearch>;

const CHANGES = ['better', 'same', 'worse'] as const;
export type Change = (typeof CHANGES)[number];

export const POINT_FILTERS = ['yes', 'no', 'inapplicable', 'missing'] as const;
export type PointFilter = (typeof POINT_FILTERS)[number];

/** The stored code of each answer that a list can be narrowed to. */
export const POINT_OF_FILTER: Readonly<Record<PointFilter, PointCode>> = {
  yes: POINT.YES,
  no: POINT.NO,
  inapplicable: POINT.NOT_APPLICABLE,
  missing: POINT.NO_DATA,
};

/** The list of schools behind a number. `from` and `to` are verdicts in the earlier and the later campaign. */
export const schoolsSearch = changeSearch.extend({
  verdict: code,
  item: code,
  point: z.enum(POINT_FILTERS).optional().catch(undefined),
  sum: z.coerce.number().int().min(0).max(999).optional().catch(undefined),
  from: code,
  to: code,
  change: z.enum(CHANGES).optional().catch(undefined),
  /** Schools of the approved list. */
  listed: z.enum(['1']).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  sort: z.enum(['school', '-sum', 'sum']).optional().catch(undefined),
  /** The last row of the page before: its sum, its name and its id. */
  after: z.string().max(400).optional().catch(undefined),
});
export type SchoolsSearch = z.infer<typeof schoolsSearch>;

/** A search as the parameters of an address; empty ones are left out. */
export const searchParams = (search: SchoolsSearch): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  );

const cursor = z.tuple([z.number().int(), z.string(), z.uuid()]);
export type SchoolsCursor = z.infer<typeof cursor>;

export const writeSchoolsCursor = (place: SchoolsCursor): string => JSON.stringify(place);

/** The place a page starts after; a spoilt one starts from the beginning. */
export function readSchoolsCursor(text: string | undefined): SchoolsCursor | undefined {
  if (!text) return undefined;
  try {
    return cursor.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
