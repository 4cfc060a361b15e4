import 'server-only';
import { rosterUnits } from '@/lib/diagnostics/computed/computed-store';
import { factsOfResults, yearsRead } from '@/lib/diagnostics/computed/facts-of-results';
import { type FactTable, factTable } from '@/lib/methodology/measures/facts';
import type { Tx } from '@/lib/platform/prisma';
import { factsOfYears } from '@/lib/results/queries';

/** Loaded results of the schools of a campaign, alphabetical, as measures of this year read them. */
export async function resultsTable(
  tx: Tx,
  municipalityId: string,
  campaignId: string,
  year: number,
): Promise<FactTable> {
  const units = await rosterUnits(tx, campaignId);
  const schools = new Set(units.map(({ school }) => school));
  const alphabetical = [...units].sort((a, b) => a.title.localeCompare(b.title, 'ru', { numeric: true }));
  return factTable(
    alphabetical,
    factsOfResults(await factsOfYears(tx, municipalityId, yearsRead(year)), schools).facts,
  );
}
