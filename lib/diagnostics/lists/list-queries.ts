import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { type Campaign, campaignCards, findCampaign } from '@/lib/diagnostics/campaigns/campaign-store';
import { campaignState } from '@/lib/diagnostics/campaigns/coverage';
import { acceptedAssessments, unreviewedCards } from '@/lib/diagnostics/lists/accepted-card-store';
import { decidedSchools, entriesOf, type ListEntry, schoolsOutside } from '@/lib/diagnostics/lists/entry-store';
import { canDecide, canMoveList, computedDecision, shareOfList } from '@/lib/diagnostics/lists/list';
import { listsOf } from '@/lib/diagnostics/lists/list-store';
import { publishedLists, regionRosterSizes, rosterSizes } from '@/lib/diagnostics/lists/published-list-store';
import { localOfMoment } from '@/lib/kernel/local-time';
import { notFound } from '@/lib/kernel/refusal';
import type { Method } from '@/lib/methodology/method';
import { findRule, findVerdict, ruleWords, verdictWords } from '@/lib/methodology/method-words';
import { methodOfVersion } from '@/lib/methodology/queries';
import type { Tx } from '@/lib/platform/prisma';

/** A row of the commission's table in words: what was computed, why, and what was decided. */
export type ListRow = ListEntry & {
  /** «предлагается в список (погранично)»; empty for a school supported without a card. */
  readonly verdictText: string;
  readonly level: number | null;
  /** The rule that decided, as a sentence. */
  readonly because: string;
  readonly proposes: boolean;
  readonly differs: boolean;
};

function listRow(method: Method, entry: ListEntry): ListRow {
  const computed = computedDecision(method, entry.verdict);
  const known = { ...entry, proposes: computed === 'INCLUDE', differs: entry.decision !== computed };
  if (entry.verdict === '') return { ...known, verdictText: '', level: null, because: '' };
  return {
    ...known,
    verdictText: verdictWords(method, entry.verdict, entry.outcome?.borderline ?? false),
    level: findVerdict(method, entry.verdict).level,
    because: entry.outcome ? ruleWords(method, findRule(method, entry.outcome.rule)) : '',
  };
}

/** Those the method proposes stand first; inside each group the alphabet of the database stays. */
const proposedFirst = (rows: readonly ListRow[]): readonly ListRow[] => [
  ...rows.filter((row) => row.proposes),
  ...rows.filter((row) => !row.proposes),
];

async function campaignOf(tx: Tx, viewer: Viewer, campaignId: string): Promise<Campaign> {
  if (!viewer.municipalityId) throw notFound();
  return findCampaign(tx, viewer.municipalityId, campaignId);
}

/** The list of a campaign as the centre prepares it and the department approves it. */
export const campaignListPage = defineQuery('campaign.read', async ({ viewer, tx }, campaignId: string) => {
  const campaign = await campaignOf(tx, viewer, campaignId);
  const { method } = await methodOfVersion(tx, campaign.versionId);
  const lists = await listsOf(tx, campaign);
  const [list, ...earlier] = lists;
  const accepted = await acceptedAssessments(tx, campaign);
  const entries = list ? await entriesOf(tx, list.id) : [];
  // A draft is the centre's own until it is handed over.
  const mayRead = list !== undefined && (list.status !== 'DRAFT' || viewer.role === 'CENTRE');
  const stands = new Map(entries.map((entry) => [entry.schoolId, entry.assessmentId]));
  const standing = new Set(accepted.map((one) => one.assessmentId));
  const roster = (await campaignCards(tx, campaign)).length;
  return {
    campaign,
    state: campaignState(campaign, campaign.now),
    method: { id: campaign.versionId, publicLabel: method.publicLabel },
    list,
    earlier,
    rows: mayRead ? proposedFirst(entries.map((entry) => listRow(method, entry))) : [],
    accepted: accepted.length,
    roster,
    unreviewed: await unreviewedCards(tx, campaign),
    /** Accepted cards that a list in work does not stand on, and rows whose card has changed since. */
    changed:
      list === undefined || list.status === 'APPROVED'
        ? 0
        : accepted.filter((one) => stands.get(one.schoolId) !== one.assessmentId).length +
          entries.filter((entry) => entry.assessmentId !== null && !standing.has(entry.assessmentId)).length,
    share: shareOfList(lists, roster),
    role: viewer.role,
    publicLabel: viewer.publicLabel,
    mayDecide: list !== undefined && canDecide(list.status, viewer.role),
    mayPropose: list !== undefined && canMoveList('propose', list.status, viewer.role),
    mayApprove: list !== undefined && canMoveList('approve', list.status, viewer.role),
    mayPrepare: viewer.role === 'CENTRE' && (list === undefined || list.status === 'APPROVED'),
    today: localOfMoment(campaign.now, viewer.timeZone).slice(0, 10),
    timeZone: viewer.timeZone,
  };
});
export type CampaignListPage = Awaited<ReturnType<typeof campaignListPage>>;

/** One school before the commission. */
export const listDecisionPage = defineQuery(
  'list.decide',
  async ({ viewer, tx }, campaignId: string, schoolId: string) => {
    const campaign = await campaignOf(tx, viewer, campaignId);
    const { method } = await methodOfVersion(tx, campaign.versionId);
    const [list] = await listsOf(tx, campaign);
    if (!list || !canDecide(list.status, viewer.role)) throw notFound();
    const entry = (await entriesOf(tx, list.id)).find((one) => one.schoolId === schoolId);
    if (!entry) throw notFound();
    return { campaign, list, row: listRow(method, entry), role: viewer.role };
  },
);
export type ListDecisionPage = Awaited<ReturnType<typeof listDecisionPage>>;

export const listSupportPage = defineQuery('list.prepare', async ({ viewer, tx }, campaignId: string) => {
  const campaign = await campaignOf(tx, viewer, campaignId);
  const [list] = await listsOf(tx, campaign);
  if (!list || !canDecide(list.status, viewer.role)) throw notFound();
  return { campaign, schools: await schoolsOutside(tx, list) };
});
export type ListSupportPage = Awaited<ReturnType<typeof listSupportPage>>;

/** Approved lists by year with number and share, and the schools in them. The region sees those of its municipalities. */
export const listsPage = defineQuery('list.read', async ({ viewer, tx }) => {
  const isRegion = viewer.role === 'REGION';
  if (!isRegion && !viewer.municipalityId) throw notFound();
  const lists = await publishedLists(tx, { municipalityId: isRegion ? null : viewer.municipalityId });
  const sizes = isRegion
    ? await regionRosterSizes(tx, [...new Set(lists.map((list) => list.year))])
    : await rosterSizes(
        tx,
        lists.map((list) => list.campaignId),
      );
  const schools = await decidedSchools(
    tx,
    lists.map((list) => list.id),
  );
  return {
    isRegion,
    timeZone: viewer.timeZone,
    lists: lists.map((list) => {
      const ofCampaign = lists.filter((one) => one.campaignId === list.campaignId);
      const successor = ofCampaign.find((one) => one.number === list.number + 1);
      return {
        ...list,
        /** Number of the list that amended this one. */
        amendedBy: successor?.number,
        share: { numerator: list.included, denominator: sizes.get(list.campaignId) ?? 0 },
        schools: schools.filter((school) => school.listId === list.id),
      };
    }),
  };
});
export type ListsPage = Awaited<ReturnType<typeof listsPage>>;
export type ListsItem = ListsPage['lists'][number];

/** One list for print and export: the appendix to the order, or its project while there is no order. */
export const listPrintPage = defineQuery('list.read', async ({ viewer, tx }, listId: string) => {
  const isRegion = viewer.role === 'REGION';
  if (!isRegion && !viewer.municipalityId) throw notFound();
  const [list] = await publishedLists(tx, { municipalityId: isRegion ? null : viewer.municipalityId, listId });
  if (!list || (list.status === 'DRAFT' && viewer.role !== 'CENTRE')) throw notFound();
  const rows = (await decidedSchools(tx, [list.id])).map(({ schoolId, schoolName, decision }) => ({
    schoolId,
    schoolName,
    decision,
  }));
  return { list, isRegion, rows };
});
export type ListPrintPage = Awaited<ReturnType<typeof listPrintPage>>;

/** All rows of a list for the spreadsheet of the commission's table; that they left the portal is in the journal. */
export const listExportRows = defineQuery('campaign.read', async ({ viewer, tx }, listId: string) => {
  const [list] = await publishedLists(tx, { municipalityId: viewer.municipalityId, listId });
  if (!viewer.municipalityId || !list || (list.status === 'DRAFT' && viewer.role !== 'CENTRE')) throw notFound();
  const { method } = await methodOfVersion(tx, list.versionId);
  const entries = await entriesOf(tx, list.id);
  const details = { rows: entries.length };
  await writeJournal(tx, { action: 'list.export', entity: 'list', entityId: list.id, details });
  return { list, rows: proposedFirst(entries.map((entry) => listRow(method, entry))) };
});
