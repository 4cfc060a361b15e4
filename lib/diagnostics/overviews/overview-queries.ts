import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import type { Viewer } from '@/lib/access/viewer';
import {
  type ChangeSearch,
  type OverviewSearch,
  readSchoolsCursor,
  type SchoolsSearch,
  type Standing,
  writeSchoolsCursor,
} from '@/lib/diagnostics/overviews/overview-filter';
import {
  countOverviewSchools,
  type OverviewSchool,
  overviewSchools,
  type SchoolsAsked,
} from '@/lib/diagnostics/overviews/overview-schools-store';
import { firingItems } from '@/lib/diagnostics/overviews/overview-shape';
import {
  movesBetween,
  type Overview,
  type OverviewCampaign,
  overviewOf,
} from '@/lib/diagnostics/overviews/overview-store';
import { notFound } from '@/lib/kernel/refusal';
import { itemsOf } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';
import { verdictWords } from '@/lib/methodology/method-words';
import { methodOfVersion } from '@/lib/methodology/queries';
import type { Tx } from '@/lib/platform/prisma';

const placeOf = (viewer: Viewer): string => {
  if (!viewer.municipalityId) throw notFound();
  return viewer.municipalityId;
};

/** The centre may also count what is not accepted yet; whoever else asks gets the accepted cards. */
const standingOf = (viewer: Viewer, search: OverviewSearch): Standing =>
  viewer.role === 'CENTRE' && search.standing === 'submitted' ? 'SUBMITTED' : 'ACCEPTED';

const zoneOf = (search: OverviewSearch) => (search.zone === 'results' ? 'RESULTS' : 'ALL');

type Chosen = {
  readonly overview: Overview;
  readonly campaign: OverviewCampaign;
  readonly method: Method;
  readonly standing: Standing;
};

/** The campaign of the address with its method, or undefined where the municipality has none at all. */
async function choose(tx: Tx, viewer: Viewer, search: OverviewSearch): Promise<Chosen | undefined> {
  const standing = standingOf(viewer, search);
  const asked = {
    municipalityId: placeOf(viewer),
    campaignId: search.campaign,
    standing,
    zone: zoneOf(search),
  } as const;
  const overview = await overviewOf(tx, asked);
  const campaign = overview.campaigns.find((one) => one.id === overview.chosen);
  if (!campaign) {
    if (search.campaign) throw notFound();
    return undefined;
  }
  const { method } = await methodOfVersion(tx, campaign.versionId);
  return { overview, campaign, method, standing };
}

/** What every dashboard says of itself. */
const headOf = (viewer: Viewer, { overview, campaign, method, standing }: Chosen) => ({
  campaign,
  campaigns: overview.campaigns,
  standing,
  maySeeSubmitted: viewer.role === 'CENTRE',
  publicLabel: viewer.publicLabel,
  /** How many outcomes are counted, of the roster. */
  outcomes: overview.sums.reduce((all, one) => all + one.schools, 0),
  method: { versionId: campaign.versionId, title: method.title, number: method.number, verdicts: method.verdicts },
});

export const overviewPage = defineQuery('dashboard.municipality', async ({ viewer, tx }, search: OverviewSearch) => {
  const chosen = await choose(tx, viewer, search);
  if (!chosen) return undefined;
  const { overview, method } = chosen;
  return {
    ...headOf(viewer, chosen),
    coverage: overview.coverage,
    sums: overview.sums,
    firing: firingItems(itemsOf(method), overview.items),
    /** Campaigns that are over or under way, from the oldest. */
    years: overview.campaigns.filter((one) => one.state !== 'PLANNED').toReversed(),
  };
});
export type OverviewPage = NonNullable<Awaited<ReturnType<typeof overviewPage>>>;
export type OverviewHead = ReturnType<typeof headOf>;

/** More columns than rows would fit a screen: a page of the grid has no more cells than a browser draws at once. */
const GRID_PAGE = 50;
const LIST_PAGE = 50;

const askedFor = (viewer: Viewer, chosen: Chosen, search: SchoolsSearch, limit: number): SchoolsAsked => {
  const items = itemsOf(chosen.method);
  return {
    municipalityId: placeOf(viewer),
    campaign: chosen.campaign,
    earlier: chosen.overview.campaigns.find((one) => one.id === search.earlier),
    standing: chosen.standing,
    search,
    position: items.find((item) => item.code === search.item)?.position,
    after: readSchoolsCursor(search.after),
    limit,
  };
};

const placeAfter = (rows: readonly OverviewSchool[], limit: number, search: SchoolsSearch): string | undefined => {
  const last = rows[limit - 1];
  if (rows.length <= limit || !last) return undefined;
  return writeSchoolsCursor([search.sort === '-sum' ? -last.sum : last.sum, last.schoolName, last.cardId]);
};

async function schoolsOf(tx: Tx, viewer: Viewer, search: SchoolsSearch, limit: number) {
  const chosen = await choose(tx, viewer, search);
  if (!chosen) throw notFound();
  const asked = askedFor(viewer, chosen, search, limit + 1);
  const found = await overviewSchools(tx, asked);
  const earlierMethod = asked.earlier ? (await methodOfVersion(tx, asked.earlier.versionId)).method : undefined;
  return { chosen, asked, found, rows: found.slice(0, limit), after: placeAfter(found, limit, search), earlierMethod };
}

/** The list of schools behind a number, alphabetical, a page of it. */
export const overviewSchoolsPage = defineQuery(
  'dashboard.municipality',
  async ({ viewer, tx }, search: SchoolsSearch) => {
    const { chosen, asked, rows, after, earlierMethod } = await schoolsOf(tx, viewer, search, LIST_PAGE);
    return {
      ...headOf(viewer, chosen),
      earlier: chosen.overview.campaigns.find((one) => one.id === search.earlier),
      item: itemsOf(chosen.method).find((item) => item.code === search.item),
      total: await countOverviewSchools(tx, asked),
      after,
      rows: rows.map((row) => shapeSchool(chosen.method, earlierMethod, row)),
    };
  },
);
export type OverviewSchoolsPage = Awaited<ReturnType<typeof overviewSchoolsPage>>;
export type OverviewSchoolRow = OverviewSchoolsPage['rows'][number];

function shapeSchool(method: Method, earlierMethod: Method | undefined, row: OverviewSchool) {
  const { points: _points, ...known } = row;
  return {
    ...known,
    verdictText: verdictWords(method, row.verdict, row.borderline),
    level: method.verdicts.find((verdict) => verdict.code === row.verdict)?.level ?? null,
    earlierVerdictText:
      row.earlierVerdict && earlierMethod ? verdictWords(earlierMethod, row.earlierVerdict, false) : null,
  };
}

/** Schools × criteria, a page of it. */
export const overviewGridPage = defineQuery('dashboard.municipality', async ({ viewer, tx }, search: SchoolsSearch) => {
  const { chosen, asked, rows, after } = await schoolsOf(tx, viewer, search, GRID_PAGE);
  return {
    ...headOf(viewer, chosen),
    items: itemsOf(chosen.method).filter((item) => item.on),
    total: await countOverviewSchools(tx, asked),
    after,
    rows: rows.map((row) => ({ ...shapeSchool(chosen.method, undefined, row), points: row.points })),
  };
});
export type OverviewGridPage = Awaited<ReturnType<typeof overviewGridPage>>;

/**
 * The rows of the list and of the grid for a file: many at once and not counted. `campaign` is the one they are of, for the
 * next batch to stay with.
 */
export const overviewSchoolsBatch = defineQuery(
  'dashboard.municipality',
  async ({ viewer, tx }, search: SchoolsSearch, size: number) => {
    const { chosen, rows, after, earlierMethod } = await schoolsOf(tx, viewer, search, size);
    return {
      campaign: chosen.campaign.id,
      after,
      rows: rows.map((row) => ({ ...shapeSchool(chosen.method, earlierMethod, row), points: row.points })),
    };
  },
);

/** Levels of two campaigns. Without a choice: the chosen campaign and the one before it that has outcomes. */
export const overviewChangePage = defineQuery(
  'dashboard.municipality',
  async ({ viewer, tx }, search: ChangeSearch) => {
    const chosen = await choose(tx, viewer, search);
    if (!chosen) return undefined;
    const { campaigns } = chosen.overview;
    const place = campaigns.indexOf(chosen.campaign);
    const earlier = search.earlier
      ? campaigns.find((one) => one.id === search.earlier && one.id !== chosen.campaign.id)
      : campaigns.slice(place + 1).find((one) => one.accepted > 0);
    const head = headOf(viewer, chosen);
    if (!earlier) return { ...head, earlier: undefined };
    const pair = { municipalityId: placeOf(viewer), earlier, later: chosen.campaign, standing: chosen.standing };
    const { method } = await methodOfVersion(tx, earlier.versionId);
    return {
      ...head,
      earlier,
      earlierMethod: { title: method.title, number: method.number, verdicts: method.verdicts },
      sameMethod: earlier.versionId === chosen.campaign.versionId,
      ...(await movesBetween(tx, { ...pair, zone: zoneOf(search) })),
    };
  },
);
export type OverviewChangePage = NonNullable<Awaited<ReturnType<typeof overviewChangePage>>>;
