import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { everySchool } from '@/lib/diagnostics/overviews/overview-export-queries';
import { schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewGridPage, overviewSchoolsPage } from '@/lib/diagnostics/overviews/overview-queries';
import { schoolsStatement } from '@/lib/diagnostics/overviews/overview-schools-store';
import { inScope } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { buildTown, openCampaignOf, ownerClient, type Town } from './list-world';
import { acceptMany } from './many-cards';

const MANY = 3000;
const owner = ownerClient();
let town: Town;
let campaign: BuiltCampaign;
let official: Viewer;

beforeAll(async () => {
  town = await buildTown(owner, 'MANY', MANY);
  const earlier = await openCampaignOf(owner, town, 2024);
  campaign = await openCampaignOf(owner, town, 2025);
  await acceptMany(owner, earlier, (index) => index % 9);
  await acceptMany(owner, campaign, (index) => (index * 7) % 20);
  official = await town.viewer('OFFICIAL');
  await owner.$executeRaw`ANALYZE card, assessment, campaign`;
}, 120_000);
afterAll(() => owner.$disconnect());

/** The plan of the official's page of 50 that begins in the middle of the alphabet, with the rows each step gave. */
async function planOf(search: ReturnType<typeof schoolsSearch.parse>): Promise<string> {
  const middle = campaign.cards[MANY / 2];
  const statement = schoolsStatement({
    municipalityId: town.id,
    campaign: { id: campaign.id, generation: 1, listId: null },
    earlier: undefined,
    standing: 'ACCEPTED',
    search,
    position: undefined,
    after: [0, `СОШ № ${MANY / 2}`, middle?.id ?? ''],
    limit: 51,
  });
  const lines = await inScope(official, (tx) =>
    tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF) ${statement}`),
  );
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

describe('a dashboard’s list of 3,000 schools', () => {
  it('reads a page in its middle from the index alone, without sorting, also behind row-level security', async () => {
    const plan = await planOf(schoolsSearch.parse({}));
    const scan = plan.split('\n').find((line) => line.includes('using card_campaign_id_school_name_id_idx on card k'));
    expect(scan, plan).toBeDefined();
    expect(plan).toMatch(/Index Cond: .*ROW\(/);
    expect(Number(/actual rows=(\d+)/.exec(scan ?? '')?.[1])).toBeLessThanOrEqual(60);
    // Nothing in the whole plan, the policies' own reading of cards included, goes over the roster.
    const read = [...plan.matchAll(/actual rows=(\d+)(?:\.\d+)? loops=(\d+)/g)];
    expect(Math.max(...read.map(([, rows, loops]) => Number(rows) * Number(loops))), plan).toBeLessThanOrEqual(60);
  });

  it.each(['school', 'sum', '-sum'] as const)(
    'leaves as a file with every row of the screen, in its order, by %s',
    async (sort) => {
      const search = schoolsSearch.parse({ sort });
      const written: unknown[] = [];
      for await (const { points: _points, ...row } of everySchool(official, search)) written.push(row);
      const shown: unknown[] = [];
      let after: string | undefined;
      let pages = 0;
      do {
        const page = await overviewSchoolsPage.as(official, { ...search, after });
        expect(page.total).toBe(MANY);
        shown.push(...page.rows);
        after = page.after;
        pages += 1;
      } while (after && pages < 12);
      expect(written).toHaveLength(MANY);
      expect(written.slice(0, shown.length)).toEqual(shown);
    },
  );

  it('writes the grid with the points of the screen', async () => {
    const search = schoolsSearch.parse({});
    const page = await overviewGridPage.as(official, search);
    const written: { cardId: string; points: readonly number[] }[] = [];
    for await (const row of everySchool(official, search)) {
      written.push(row);
      if (written.length === page.rows.length) break;
    }
    expect(written.map((row) => [row.cardId, row.points])).toEqual(page.rows.map((row) => [row.cardId, row.points]));
  });
});
