import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { writeJournal } from '@/lib/audit/journal';
import { listCampaigns } from '@/lib/diagnostics/campaigns/campaign-store';
import { resultsTable } from '@/lib/diagnostics/computed/results-table-queries';
import { asksNumbers, sweep, type TrialCard, trial } from '@/lib/diagnostics/trials/trial';
import { type FromResults, fromResults, readsNumber, takesResults } from '@/lib/diagnostics/trials/trial-from-results';
import { changedNumbers, sweepValues, type TrialSearch } from '@/lib/diagnostics/trials/trial-search';
import { trialCards } from '@/lib/diagnostics/trials/trial-store';
import { notFound } from '@/lib/kernel/refusal';
import { yearOfResults } from '@/lib/kernel/school-year';
import type { Method, MethodParam } from '@/lib/methodology/method';
import { methodOfVersion, versionOf } from '@/lib/methodology/queries';
import { withParams } from '@/lib/methodology/with-params';

/** More cards than this are tried as they are, without trying every value of a number too. */
const SWEPT_MAX = 1000;
/** The same where each value changes what is computed from results. */
const RECOMPUTED_MAX = 200;

/**
 * A version, perhaps with other numbers, tried on a campaign that has sent cards: the one of the address, or the latest.
 * Undefined campaign: there is nothing to try on yet.
 */
async function readTrial({ viewer, tx }: QueryContext, versionId: string, search: TrialSearch) {
  if (!viewer.municipalityId) throw notFound();
  const version = await versionOf(tx, versionId);
  const { method } = await methodOfVersion(tx, version.id);
  const { values, refused } = changedNumbers(method, search.numbers);
  const tried = withParams(method, values);
  const campaigns = (await listCampaigns(tx, viewer.municipalityId)).filter((one) => one.submitted > 0);
  const campaign = search.campaign ? campaigns.find((one) => one.id === search.campaign) : campaigns[0];
  if (search.campaign && !campaign) throw notFound();
  const page = { version, method: tried, own: method, refused, isChanged: values.size > 0, campaigns };
  if (!campaign) return { ...page, campaign: undefined };
  const cards = await trialCards(tx, campaign, asksNumbers(tried));
  const before = (await methodOfVersion(tx, campaign.versionId)).method;
  const year = yearOfResults(campaign.year);
  const table = takesResults(before, tried)
    ? await resultsTable(tx, viewer.municipalityId, campaign.id, year)
    : undefined;
  const takenBy = (of: Method) => (table ? fromResults(before, of, table, year) : new Map<string, FromResults>());
  const taken = takenBy(tried);
  const result = trial(before, tried, cards, taken);
  const swept =
    method.params.find((param) => param.code === search.sweep) ??
    method.params.find((param) => values.has(param.code)) ??
    method.params.find((param) => param.value !== null);
  const highest = Math.max(0, ...result.rows.map((row) => row.after.max));
  return {
    ...page,
    campaign,
    trial: result,
    rows: result.rows.filter(({ effect }) =>
      search.effect === 'all' ? true : search.effect ? effect === search.effect : effect !== 'SAME',
    ),
    sweep:
      swept && sweepOf(tried, swept, highest, cards, (of) => (readsNumber(tried, swept.code) ? takenBy(of) : taken)),
  };
}

function sweepOf(
  method: Method,
  param: MethodParam,
  highest: number,
  cards: readonly TrialCard[],
  takenBy: Parameters<typeof sweep>[4],
) {
  if (cards.length > (readsNumber(method, param.code) ? RECOMPUTED_MAX : SWEPT_MAX)) return undefined;
  return { param, counts: sweep(method, param.code, sweepValues(method, param.code, highest), cards, takenBy) };
}

export const trialPage = defineQuery('campaign.read', readTrial);
export type TrialPage = Awaited<ReturnType<typeof trialPage>>;

/** The same rows for the spreadsheet; that they left the portal is in the journal. */
export const trialExport = defineQuery('campaign.read', async (context, versionId: string, search: TrialSearch) => {
  const page = await readTrial(context, versionId, search);
  if (!page.campaign) throw notFound();
  const details = { rows: page.rows.length };
  await writeJournal(context.tx, { action: 'trial.export', entity: 'campaign', entityId: page.campaign.id, details });
  return page;
});
