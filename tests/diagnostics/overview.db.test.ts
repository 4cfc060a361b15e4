import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { staffHome } from '@/lib/diagnostics/overviews/home-queries';
import { everySchool } from '@/lib/diagnostics/overviews/overview-export-queries';
import { overviewSearch, schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import {
  overviewChangePage,
  overviewGridPage,
  overviewPage,
  overviewSchoolsPage,
} from '@/lib/diagnostics/overviews/overview-queries';
import { regionPage } from '@/lib/diagnostics/overviews/region-queries';
import { formatShare } from '@/lib/kernel/percent';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { buildApprovedList } from '@/prisma/seed/builders/list';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { acceptCard, answersOf, buildTown, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
const all = overviewSearch.parse({});
let town: Town;
let campaign: BuiltCampaign;
let earlier: BuiltCampaign;
let centre: Viewer;
let official: Viewer;

/** Points of the accepted cards, in the order of the roster; the next school has only submitted its card. */
const ACCEPTED = [2, 20, 5, 20, 12];
const EARLIER = [4, 20, 5, 18, 15];
const SUBMITTED_POINTS = 9;

beforeAll(async () => {
  town = await buildTown(owner, 'dash', 8);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
  const director = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  earlier = await openCampaignOf(owner, town, 2024);
  campaign = await openCampaignOf(owner, town, 2025);
  for (const [index, points] of EARLIER.entries())
    await acceptCard(owner, cardAt(earlier, index), points, director.userId);
  for (const [index, points] of ACCEPTED.entries())
    await acceptCard(owner, cardAt(campaign, index), points, director.userId);
  const waiting = cardAt(campaign, ACCEPTED.length);
  const work = { method: defaultMethod, card: waiting, answers: answersOf(waiting, SUBMITTED_POINTS) };
  await fillCard(owner, { ...work, authorId: director.userId, startedAt: new Date() });
  await moveCard(owner, waiting, { to: 'SUBMITTED', actorId: director.userId, at: new Date() });
  await buildAssessment(owner, { ...work, accepted: false, at: new Date() });
});
afterAll(() => owner.$disconnect());

function cardAt(of: BuiltCampaign, index: number) {
  const card = of.cards[index];
  if (!card) throw new Error(`no card ${index}`);
  return card;
}

/** Counted by hand from the stored outcomes, without the tallies. */
async function recounted(standing: 'ACCEPTED' | 'SUBMITTED') {
  const rows = await owner.assessment.findMany({
    where: { campaignId: campaign.id, supersededAt: null, ...(standing === 'ACCEPTED' ? { accepted: true } : {}) },
    select: { sum: true, verdict: true, points: true },
  });
  const sums = new Map<number, number>();
  for (const { sum } of rows) sums.set(sum, (sums.get(sum) ?? 0) + 1);
  const fired = rows[0]?.points.map((_, position) => rows.filter((row) => row.points[position] === 1).length) ?? [];
  return { schools: rows.length, sums, fired };
}

const sumsOf = (page: { sums: readonly { sum: number; schools: number }[] }) => {
  const sums = new Map<number, number>();
  for (const { sum, schools } of page.sums) sums.set(sum, (sums.get(sum) ?? 0) + schools);
  return sums;
};

describe('the dashboard of the municipality', () => {
  it('shows the numbers that an independent count finds', async () => {
    const page = await overviewPage.as(official, all);
    const expected = await recounted('ACCEPTED');
    if (!page) throw new Error('no page');
    expect(page.campaign.id).toBe(campaign.id);
    expect(page.outcomes).toBe(expected.schools);
    expect(sumsOf(page)).toEqual(expected.sums);
    for (const one of page.firing)
      expect([one.item.code, one.yes]).toEqual([one.item.code, expected.fired[one.item.position]]);
    expect(page.coverage).toMatchObject({
      accepted: ACCEPTED.length,
      toCheck: 1,
      submitted: ACCEPTED.length + 1,
      notStarted: 2,
    });
  });

  it('never counts a card for the department before it is accepted, whatever the address asks', async () => {
    const page = await overviewPage.as(official, overviewSearch.parse({ standing: 'submitted' }));
    expect(page?.standing).toBe('ACCEPTED');
    expect(sumsOf(page ?? { sums: [] }).has(SUBMITTED_POINTS)).toBe(false);
    const list = await overviewSchoolsPage.as(official, schoolsSearch.parse({ standing: 'submitted' }));
    expect(list.rows.map((row) => row.sum).sort((a, b) => a - b)).toEqual([...ACCEPTED].sort((a, b) => a - b));
  });

  it('counts submitted cards for the centre when it asks for them', async () => {
    const page = await overviewPage.as(centre, overviewSearch.parse({ standing: 'submitted' }));
    expect(sumsOf(page ?? { sums: [] })).toEqual((await recounted('SUBMITTED')).sums);
  });

  it('opens every number to the list of its schools', async () => {
    const page = await overviewPage.as(official, all);
    for (const { sum, schools } of page?.sums ?? []) {
      const list = await overviewSchoolsPage.as(official, schoolsSearch.parse({ sum: String(sum) }));
      expect([sum, list.total]).toEqual([sum, sumsOf(page ?? { sums: [] }).get(sum) ?? schools]);
      expect(list.rows.every((row) => row.sum === sum)).toBe(true);
    }
    for (const one of page?.firing ?? []) {
      const list = await overviewSchoolsPage.as(official, schoolsSearch.parse({ item: one.item.code }));
      expect([one.item.code, list.total]).toEqual([one.item.code, one.yes]);
    }
  });

  it('lists schools alphabetically and gives the same rows to the file', async () => {
    const list = await overviewSchoolsPage.as(official, schoolsSearch.parse({}));
    expect(list.rows.map((row) => row.schoolName)).toEqual(['СОШ № 1', 'СОШ № 2', 'СОШ № 3', 'СОШ № 4', 'СОШ № 5']);
    const written: string[] = [];
    for await (const row of everySchool(official, schoolsSearch.parse({}))) written.push(row.schoolName);
    expect(written).toEqual(list.rows.map((row) => row.schoolName));
    const grid = await overviewGridPage.as(official, schoolsSearch.parse({}));
    expect(grid.rows.map((row) => row.points.filter((point) => point === 1).length)).toEqual(ACCEPTED);
  });

  it('compares two campaigns school by school', async () => {
    const change = await overviewChangePage.as(official, { ...all, earlier: undefined });
    if (!change?.earlier) throw new Error('nothing to compare with');
    expect(change.earlier.id).toBe(earlier.id);
    const count = (direction: string) =>
      change.moves.filter((move) => move.change === direction).reduce((sum, move) => sum + move.schools, 0);
    const expected = { better: 0, same: 0, worse: 0 };
    for (const [index, points] of ACCEPTED.entries()) {
      const before = EARLIER[index] ?? 0;
      expected[points < before ? 'better' : points === before ? 'same' : 'worse'] += 1;
    }
    expect({ better: count('better'), same: count('same'), worse: count('worse') }).toEqual(expected);
  });

  it('calls nobody listed before the order, and counts the share from the approved list after it', async () => {
    expect((await overviewPage.as(official, all))?.years.map((year) => year.listed)).toEqual([null, null]);
    const outcomes = await owner.assessment.findMany({
      where: { campaignId: earlier.id, supersededAt: null },
      orderBy: { sum: 'asc' },
    });
    await buildApprovedList(owner, {
      municipalityId: town.id,
      campaignId: earlier.id,
      orderNumber: '12',
      orderDate: new Date('2024-12-05'),
      orderTitle: 'Об утверждении списка',
      proposedById: centre.userId,
      approvedById: official.userId,
      entries: outcomes.map((outcome) => ({
        schoolId: outcome.schoolId,
        schoolName: 'Школа',
        assessmentId: outcome.id,
        verdict: outcome.verdict,
        decision: outcome.verdict === 'proposed' ? 'INCLUDE' : 'EXCLUDE',
      })),
    });
    const proposed = outcomes.filter((outcome) => outcome.verdict === 'proposed').length;
    const years = (await overviewPage.as(official, all))?.years ?? [];
    expect(years.map((year) => [year.year, year.listed, year.roster])).toEqual([
      [2024, proposed, 8],
      [2025, null, 8],
    ]);
    const region = await regionPage.as(await town.viewer('REGION'), 2024);
    expect(region.rows.map((row) => [row.listed, row.schools, formatShare(row.listed, row.schools)])).toEqual([
      [proposed, 8, formatShare(proposed, 8)],
    ]);
  });

  it('is nobody’s who has no business with it', async () => {
    for (const role of ['REGION', 'ADMIN', 'CURATOR'] as const) {
      await expect(overviewPage.as(await town.viewer(role), all)).rejects.toMatchObject({ code: 'not-found' });
    }
    const other = await buildTown(owner, 'other', 1);
    const stranger = await other.viewer('OFFICIAL');
    await expect(overviewPage.as(stranger, overviewSearch.parse({ campaign: campaign.id }))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(regionPage.as(official, 2025)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the first page of the centre', () => {
  it('counts what needs it today', async () => {
    const home = await staffHome.as(centre);
    expect(home.campaigns[0]).toMatchObject({
      id: campaign.id,
      toCheck: 1,
      notStarted: 2,
      accepted: ACCEPTED.length,
      late: 0,
      total: 8,
    });
  });
});
