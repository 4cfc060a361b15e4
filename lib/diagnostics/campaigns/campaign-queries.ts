import 'server-only';
import { z } from 'zod';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import {
  type Campaign,
  type CampaignCard,
  type CandidateSchool,
  campaignCards,
  databaseNow,
  findCampaign,
  listCampaigns,
  registerOf,
} from '@/lib/diagnostics/campaigns/campaign-store';
import { COVERAGE_FILTERS, STAGES } from '@/lib/diagnostics/campaigns/campaign-words';
import {
  type CoverageState,
  campaignState,
  coverageOf,
  coverageState,
  dueOf,
  isLate,
} from '@/lib/diagnostics/campaigns/coverage';
import { type RosterRow, rosterRow, worksOn } from '@/lib/diagnostics/campaigns/roster';
import type { Computation } from '@/lib/diagnostics/computed/computation';
import { computesAnswers } from '@/lib/diagnostics/computed/computed-answers';
import { lookAtCampaign } from '@/lib/diagnostics/computed/look-at-computation';
import { localOfMoment } from '@/lib/kernel/local-time';
import { notFound } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { methodOfVersion } from '@/lib/methodology/queries';
import { publishedVersions } from '@/lib/methodology/version-queries';
import type { Tx } from '@/lib/platform/prisma';

const placeOf = (viewer: Viewer): string => {
  if (!viewer.municipalityId) throw notFound();
  return viewer.municipalityId;
};

export const campaignsPage = defineQuery('campaign.read', async ({ viewer, tx }) => {
  const campaigns = await listCampaigns(tx, placeOf(viewer));
  return {
    timeZone: viewer.timeZone,
    mayChange: can(viewer.role, 'campaign.change'),
    campaigns: campaigns.map((campaign) => ({ ...campaign, state: campaignState(campaign, campaign.now) })),
  };
});
export type CampaignsPage = Awaited<ReturnType<typeof campaignsPage>>;

export type RosterCandidate = RosterRow<CandidateSchool> & {
  /** It works on the day the campaign opens, by the calendar of the municipality. */
  readonly works: boolean;
};

/** Every school of the register as the campaign would take it; for the actions too, inside their own transaction. */
export async function rosterCandidates(
  tx: Tx,
  campaign: Pick<Campaign, 'municipalityId' | 'versionId' | 'year' | 'opensAt' | 'held'>,
  timeZone: string,
): Promise<readonly RosterCandidate[]> {
  const { method } = await methodOfVersion(tx, campaign.versionId);
  const compiled = compileMethod(method);
  const day = localOfMoment(campaign.opensAt, timeZone).slice(0, 10);
  const register = await registerOf(tx, campaign.municipalityId, campaign.year);
  return register.map((school) => ({ ...rosterRow(compiled, campaign.held, school), works: worksOn(school, day) }));
}

const DAY_MS = 86_400_000;
/** What a new campaign begins with: from tomorrow morning, for four weeks. */
const LENGTH_DAYS = 28;

/** What the form of a new campaign shows: versions, the procedures of the chosen one, sensible dates. */
export const newCampaignPage = defineQuery('campaign.change', async ({ viewer, tx }, versionId: string | undefined) => {
  const versions = await publishedVersions(tx);
  const chosen = versions.find((version) => version.id === versionId) ?? versions[0];
  const now = await databaseNow(tx);
  const year = schoolYearAt(now, viewer.timeZone);
  const held = (await listCampaigns(tx, placeOf(viewer))).filter((campaign) => campaign.year === year);
  const day = (days: number) => localOfMoment(new Date(now.getTime() + days * DAY_MS), viewer.timeZone).slice(0, 10);
  return {
    versions,
    chosen,
    procedures: chosen ? (await methodOfVersion(tx, chosen.id)).method.procedures : [],
    year,
    /** The first stage of this year that has no campaign yet. */
    stage: STAGES.find((stage) => !held.some((campaign) => campaign.stage === stage)) ?? STAGES[0],
    opensAt: `${day(1)}T09:00`,
    closesAt: `${day(1 + LENGTH_DAYS)}T18:00`,
    timeZone: viewer.timeZone,
  };
});
export type NewCampaignPage = Awaited<ReturnType<typeof newCampaignPage>>;

/** A campaign with its procedures, for editing, dates and confirmation. */
export const campaignSettingsPage = defineQuery('campaign.change', async ({ viewer, tx }, id: string) => {
  const campaign = await findCampaign(tx, placeOf(viewer), id);
  const versions = await publishedVersions(tx);
  const { method } = await methodOfVersion(tx, campaign.versionId);
  return {
    campaign,
    state: campaignState(campaign, campaign.now),
    versions,
    procedures: method.procedures,
    opensAt: localOfMoment(campaign.opensAt, viewer.timeZone),
    closesAt: localOfMoment(campaign.closesAt, viewer.timeZone),
    timeZone: viewer.timeZone,
  };
});
export type CampaignSettingsPage = Awaited<ReturnType<typeof campaignSettingsPage>>;

export const campaignRosterPage = defineQuery('campaign.change', async ({ viewer, tx }, id: string) => {
  const campaign = await findCampaign(tx, placeOf(viewer), id);
  const [cards, candidates] = [
    await campaignCards(tx, campaign),
    await rosterCandidates(tx, campaign, viewer.timeZone),
  ];
  const taken = new Set(cards.map((card) => card.schoolId));
  return {
    campaign,
    state: campaignState(campaign, campaign.now),
    candidates: candidates.map((candidate) => ({ ...candidate, taken: taken.has(candidate.school.id) })),
  };
});
export type CampaignRosterPage = Awaited<ReturnType<typeof campaignRosterPage>>;

/** One card's extension: which school, until when it has now. */
export const extendCardPage = defineQuery('campaign.change', async ({ viewer, tx }, id: string, cardId: string) => {
  const campaign = await findCampaign(tx, placeOf(viewer), id);
  const card = (await campaignCards(tx, campaign)).find((one) => one.id === cardId);
  if (!card) throw notFound();
  return {
    campaign,
    card,
    dueAt: localOfMoment(dueOf(card, campaign.closesAt), viewer.timeZone),
    timeZone: viewer.timeZone,
  };
});
export type ExtendCardPage = Awaited<ReturnType<typeof extendCardPage>>;

export const COVERAGE_SORTS = [
  'school',
  '-school',
  'state',
  '-state',
  'progress',
  '-progress',
  'submitted',
  '-submitted',
] as const;
type CoverageSort = (typeof COVERAGE_SORTS)[number];

/** The parameters of the table's address; what is not one of them is left out. */
export const coverageSearch = z.object({
  state: z.enum(COVERAGE_FILTERS).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  sort: z.enum(COVERAGE_SORTS).optional().catch(undefined),
});
export type CoverageSearch = z.infer<typeof coverageSearch>;

/** A row of the coverage table. */
export type CoverageRow = CampaignCard & {
  readonly state: CoverageState;
  readonly late: boolean;
  readonly due: Date;
};

async function readCampaign({ viewer, tx }: QueryContext, id: string, search: CoverageSearch) {
  const campaign = await findCampaign(tx, placeOf(viewer), id);
  const cards = await campaignCards(tx, campaign);
  const rows = cards.map((card) => coverageRow(card, campaign));
  const state = campaignState(campaign, campaign.now);
  const mayCompute = state !== 'PLANNED' && can(viewer.role, 'campaign.change');
  const { method } = await methodOfVersion(tx, campaign.versionId);
  return {
    campaign,
    state,
    /** How the computed answers stand; undefined where nothing is computed or nobody here may. */
    computation: mayCompute && computesAnswers(method) ? await lookAtCampaign(tx, campaign) : undefined,
    coverage: coverageOf(cards, campaign.closesAt, campaign.now),
    rows: sorted(
      rows.filter((row) => matches(row, search)),
      search.sort,
    ),
    timeZone: viewer.timeZone,
    role: viewer.role,
    mayChange: can(viewer.role, 'campaign.change'),
  };
}

/** A campaign at a glance; the numbers above the table count the whole roster, whatever the table shows. */
export const campaignPage = defineQuery('campaign.read', readCampaign);
export type CampaignPage = Awaited<ReturnType<typeof campaignPage>>;

/**
 * Under a change of results: the campaigns whose cards are computed from them and still filled. Null for whoever may do
 * nothing about it.
 */
export const computationsPage = defineQuery('results.read', async ({ viewer, tx }) => {
  if (!can(viewer.role, 'campaign.change')) return null;
  const computations: Computation[] = [];
  for (const campaign of await listCampaigns(tx, placeOf(viewer))) {
    const isFilled = campaign.submitted < campaign.schools || campaign.returned > 0;
    if (!isFilled || campaignState(campaign, campaign.now) === 'PLANNED') continue;
    const { method } = await methodOfVersion(tx, campaign.versionId);
    if (computesAnswers(method)) computations.push(await lookAtCampaign(tx, campaign));
  }
  return { computations: computations.filter(({ open }) => open > 0), timeZone: viewer.timeZone };
});
export type ComputationsPage = Awaited<ReturnType<typeof computationsPage>>;

/** The same rows for the spreadsheet; that they left the portal is in the journal. */
export const campaignExport = defineQuery('campaign.read', async (context, id: string, search: CoverageSearch) => {
  const page = await readCampaign(context, id, search);
  const details = { rows: page.rows.length };
  await writeJournal(context.tx, { action: 'campaign.export', entity: 'campaign', entityId: id, details });
  return page;
});

const coverageRow = (card: CampaignCard, campaign: Campaign): CoverageRow => ({
  ...card,
  state: coverageState(card),
  late: isLate(card, campaign.closesAt, campaign.now),
  due: dueOf(card, campaign.closesAt),
});

function matches(row: CoverageRow, { state, q }: CoverageSearch): boolean {
  if (q && !fold(row.schoolName).includes(fold(q))) return false;
  if (state === undefined) return true;
  if (state === 'LATE') return row.late;
  if (state === 'NOT_SUBMITTED') return row.submittedRevision === 0;
  return row.state === state;
}

const STATE_ORDER: readonly CoverageState[] = ['NOT_STARTED', 'IN_WORK', 'RETURNED', 'TO_CHECK', 'ACCEPTED', 'CLOSED'];

/** Rows come alphabetical from the database; a stable sort keeps that order inside equal values. */
function sorted(rows: readonly CoverageRow[], sort: CoverageSort | undefined): readonly CoverageRow[] {
  if (sort === undefined || sort === 'school') return rows;
  if (sort === '-school') return [...rows].reverse();
  const key = (row: CoverageRow): number => {
    switch (sort.replace('-', '')) {
      case 'state':
        return STATE_ORDER.indexOf(row.state);
      case 'progress':
        return row.applicable === 0 ? 0 : row.answered / row.applicable;
      default:
        return row.submittedAt?.getTime() ?? 0;
    }
  };
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * (key(a) - key(b)));
}
