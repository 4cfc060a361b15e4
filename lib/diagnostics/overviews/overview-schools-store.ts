import 'server-only';
import type { PointFilter, SchoolsCursor, SchoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { POINT_OF_FILTER, type Standing } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewCampaign } from '@/lib/diagnostics/overviews/overview-store';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

/** One school of a dashboard's list or grid with its current outcome. */
export type OverviewSchool = {
  readonly cardId: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly accepted: boolean;
  readonly points: readonly number[];
  readonly sum: number;
  readonly max: number;
  readonly extra: number;
  readonly verdict: string;
  readonly borderline: boolean;
  /** The outcome of the earlier campaign, where one is compared with. */
  readonly earlierSum: number | null;
  readonly earlierMax: number | null;
  readonly earlierVerdict: string | null;
  /** By the approved list of the campaign. */
  readonly listed: boolean;
};

export type SchoolsAsked = {
  readonly municipalityId: string;
  readonly campaign: Pick<OverviewCampaign, 'id' | 'generation' | 'listId'>;
  readonly earlier: Pick<OverviewCampaign, 'id' | 'generation' | 'versionId'> | undefined;
  readonly standing: Standing;
  readonly search: SchoolsSearch;
  /** The position of `search.item` in the version of the campaign. */
  readonly position: number | undefined;
  readonly after: SchoolsCursor | undefined;
  readonly limit: number;
};

const standingOf = (standing: Standing, outcome: Prisma.Sql, card: Prisma.Sql) =>
  standing === 'SUBMITTED'
    ? Prisma.sql`true`
    : Prisma.sql`${outcome}.accepted AND ${card}.status IN ('ACCEPTED', 'CLOSED')`;

const pointCodeOf = (point: PointFilter | undefined) => POINT_OF_FILTER[point ?? 'yes'];

function conditions({ campaign, earlier, standing, search, position, municipalityId }: SchoolsAsked): Prisma.Sql {
  const sum = search.zone === 'results' ? Prisma.sql`a.sum_results` : Prisma.sql`a.sum`;
  const before = search.zone === 'results' ? Prisma.sql`b.sum_results` : Prisma.sql`b.sum`;
  const all = [
    Prisma.sql`k.campaign_id = ${campaign.id}::uuid`,
    Prisma.sql`a.campaign_id = k.campaign_id`,
    Prisma.sql`a.municipality_id = ${municipalityId}::uuid`,
    Prisma.sql`a.generation = ${campaign.generation}`,
    Prisma.sql`a.superseded_at IS NULL`,
    standingOf(standing, Prisma.sql`a`, Prisma.sql`k`),
  ];
  const verdict = search.to ?? search.verdict;
  if (verdict) all.push(Prisma.sql`a.verdict = ${verdict}`);
  if (search.sum !== undefined) all.push(Prisma.sql`${sum} = ${search.sum}`);
  // A position that the version does not have is no school's answer.
  if (search.item)
    all.push(
      Prisma.sql`a.points[${position === undefined ? 0 : position + 1}::int] = ${pointCodeOf(search.point)}::smallint`,
    );
  if (search.listed)
    all.push(Prisma.sql`EXISTS (SELECT FROM list_entry e WHERE e.list_id = ${campaign.listId}::uuid
      AND e.school_id = a.school_id AND e.decision = 'INCLUDE')`);
  if (search.q) all.push(Prisma.sql`k.school_name ILIKE ${`%${search.q.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (earlier && (search.from || search.change)) all.push(Prisma.sql`b.id IS NOT NULL`);
  if (earlier && search.from) all.push(Prisma.sql`b.verdict = ${search.from}`);
  if (earlier && search.change === 'better') all.push(Prisma.sql`${sum} < ${before}`);
  if (earlier && search.change === 'same') all.push(Prisma.sql`${sum} = ${before}`);
  if (earlier && search.change === 'worse') all.push(Prisma.sql`${sum} > ${before}`);
  return Prisma.join(all, ' AND ');
}

const source = (asked: SchoolsAsked): Prisma.Sql => {
  const { earlier, standing } = asked;
  const joined = earlier
    ? Prisma.sql`LEFT JOIN (SELECT o.* FROM assessment o JOIN card ok ON ok.id = o.card_id
        WHERE o.campaign_id = ${earlier.id}::uuid AND o.municipality_id = ${asked.municipalityId}::uuid
          AND o.generation = ${earlier.generation} AND o.superseded_at IS NULL
          AND ${standingOf(standing, Prisma.sql`o`, Prisma.sql`ok`)}) b ON b.school_id = a.school_id`
    : Prisma.sql`LEFT JOIN assessment b ON false`;
  return Prisma.sql`FROM assessment a JOIN card k ON k.id = a.card_id ${joined} WHERE ${conditions(asked)}`;
};

/** One comparison of a row, so that a deep page costs what the first one costs. */
const startAfter = (bySum: Prisma.Sql | undefined, [sum, name, id]: SchoolsCursor): Prisma.Sql =>
  bySum
    ? Prisma.sql`(${bySum}, k.school_name, k.id) > (${sum}::int, ${name}, ${id}::uuid)`
    : Prisma.sql`(k.school_name, k.id) > (${name}, ${id}::uuid)`;

/** A page of schools: alphabetical, or by sum where a person asks for it. Pages go by key, never by offset. */
export const overviewSchools = (tx: Tx, asked: SchoolsAsked): Promise<readonly OverviewSchool[]> =>
  tx.$queryRaw<OverviewSchool[]>(schoolsStatement(asked));

/** What overviewSchools() asks the database. */
export function schoolsStatement(asked: SchoolsAsked): Prisma.Sql {
  const { search, after, limit, campaign } = asked;
  const results = search.zone === 'results';
  const sum = results ? Prisma.sql`a.sum_results` : Prisma.sql`a.sum`;
  const bySum = search.sort === '-sum' ? Prisma.sql`-${sum}` : search.sort === 'sum' ? sum : undefined;
  const order = bySum ? Prisma.sql`${bySum}, k.school_name, k.id` : Prisma.sql`k.school_name, k.id`;
  const from = after ? Prisma.sql`AND ${startAfter(bySum, after)}` : Prisma.empty;
  return Prisma.sql`
    SELECT k.id::text AS "cardId", k.school_id::text AS "schoolId", k.school_name AS "schoolName",
      (a.accepted AND k.status IN ('ACCEPTED', 'CLOSED')) AS accepted, a.points, ${sum} AS sum,
      ${results ? Prisma.sql`a.max_results` : Prisma.sql`a.max`} AS max, a.extra, a.verdict, a.borderline,
      ${results ? Prisma.sql`b.sum_results` : Prisma.sql`b.sum`} AS "earlierSum",
      ${results ? Prisma.sql`b.max_results` : Prisma.sql`b.max`} AS "earlierMax", b.verdict AS "earlierVerdict",
      EXISTS (SELECT FROM list_entry e WHERE e.list_id = ${campaign.listId}::uuid AND e.school_id = a.school_id
        AND e.decision = 'INCLUDE') AS listed
    ${source(asked)} ${from}
    ORDER BY ${order} LIMIT ${limit}`;
}

export async function countOverviewSchools(tx: Tx, asked: SchoolsAsked): Promise<number> {
  const [row] = await tx.$queryRaw<{ schools: number }[]>`SELECT count(*)::int AS schools ${source(asked)}`;
  return row?.schools ?? 0;
}
