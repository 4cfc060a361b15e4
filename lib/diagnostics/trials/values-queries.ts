import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { writeJournal } from '@/lib/audit/journal';
import { listCampaigns } from '@/lib/diagnostics/campaigns/campaign-store';
import { resultsTable } from '@/lib/diagnostics/computed/results-table-queries';
import { measureReadings, methodValues } from '@/lib/diagnostics/trials/method-values';
import { asksNumbers } from '@/lib/diagnostics/trials/trial';
import { trialCards } from '@/lib/diagnostics/trials/trial-store';
import { notFound } from '@/lib/kernel/refusal';
import { yearOfResults } from '@/lib/kernel/school-year';
import { methodOfVersion, versionOf } from '@/lib/methodology/queries';
import { CODE_TITLES } from '@/lib/results/words';

export type ValuesSearch = { readonly campaign?: string; readonly school?: string };

/** Measures and lists of a version over the schools of a campaign: the one of the address, or the latest. */
async function readValues({ viewer, tx }: QueryContext, versionId: string, search: ValuesSearch) {
  const { municipalityId } = viewer;
  if (!municipalityId) throw notFound();
  const version = await versionOf(tx, versionId);
  const { method } = await methodOfVersion(tx, version.id);
  const campaigns = (await listCampaigns(tx, municipalityId)).filter((one) => one.schools > 0);
  const campaign = search.campaign ? campaigns.find((one) => one.id === search.campaign) : campaigns[0];
  if (search.campaign && !campaign) throw notFound();
  const page = { version, method, campaigns };
  if (!campaign) return { ...page, campaign: undefined };
  const year = yearOfResults(campaign.year);
  const table = await resultsTable(tx, municipalityId, campaign.id, year);
  const cards = new Map((await trialCards(tx, campaign, asksNumbers(method))).map((card) => [card.schoolId, card]));
  const before = (await methodOfVersion(tx, campaign.versionId)).method;
  const rows = methodValues(method, before, table, cards, year);
  const opened = rows.find(({ schoolId }) => schoolId === search.school);
  return {
    ...page,
    campaign,
    year,
    rows,
    sent: cards.size,
    opened: opened && {
      ...opened,
      readings: measureReadings(method, table, opened.schoolId, year, CODE_TITLES),
    },
  };
}

export const valuesPage = defineQuery('campaign.read', readValues);
export type ValuesPage = Awaited<ReturnType<typeof valuesPage>>;

/** The same for the spreadsheet; that it left the portal is in the journal. */
export const valuesExport = defineQuery('campaign.read', async (context, versionId: string, search: ValuesSearch) => {
  const page = await readValues(context, versionId, search);
  if (!page.campaign) throw notFound();
  const details = { rows: page.rows.length };
  await writeJournal(context.tx, { action: 'values.export', entity: 'campaign', entityId: page.campaign.id, details });
  return page;
});
