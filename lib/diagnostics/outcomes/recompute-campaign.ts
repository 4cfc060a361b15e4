import 'server-only';
import {
  type NewOutcome,
  pointsOfGeneration,
  switchGeneration,
  takeGeneration,
} from '@/lib/diagnostics/outcomes/generation-store';
import { assessPoints } from '@/lib/diagnostics/scoring/assess-card';
import { countLow, procedureOutcomes } from '@/lib/diagnostics/scoring/low-procedures';
import { notFound } from '@/lib/kernel/refusal';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { methodOfVersion } from '@/lib/methodology/queries';
import type { Tx } from '@/lib/platform/prisma';

/**
 * Makes every standing outcome of a campaign anew under its version, as the next generation, and switches readers to it.
 * Gives how many. The old generation stays as it was; under the same version the new one says the same.
 */
export async function recomputeCampaign(tx: Tx, campaignId: string): Promise<number> {
  const campaign = await takeGeneration(tx, campaignId);
  if (!campaign) throw notFound();
  const { method } = await methodOfVersion(tx, campaign.versionId);
  const compiled = compileMethod(method);
  const rows = await pointsOfGeneration(tx, campaignId, campaign.generation);
  const outcomes = rows.map(({ id, kind, points, procedures }): NewOutcome => {
    const low = procedures.length === 0 ? [] : countLow(procedureOutcomes(compiled, procedures));
    const { low: _low, ...outcome } = assessPoints(compiled, kind, points, low);
    return { ...outcome, of: id };
  });
  await switchGeneration(tx, campaignId, campaign.generation, outcomes);
  return outcomes.length;
}
