import 'server-only';
import { type Difference, differences, recompute } from '@/lib/diagnostics/outcomes/recompute';
import { type AssessmentToVerify, assessmentsAfter } from '@/lib/diagnostics/outcomes/verify-store';
import { cardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { methodOfVersion } from '@/lib/methodology/queries';
import type { Tx } from '@/lib/platform/prisma';

/** An outcome that its own facts do not give, or whose facts are none. */
export type Disagreement = {
  readonly id: string;
  readonly where: string;
  readonly differences: readonly Difference[];
  readonly failure: string;
};

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Makes every stored outcome anew from its facts under its own version and reports what differs. In batches, each read
 * for itself, so that a country is checked without holding anything. `onBatch` hears how many are done.
 */
export async function verifyAssessments(
  owner: Tx,
  onBatch: (done: number) => void = () => {},
): Promise<{ readonly checked: number; readonly wrong: readonly Disagreement[] }> {
  const wrong: Disagreement[] = [];
  let checked = 0;
  for (let after = FIRST; ; ) {
    const batch = await assessmentsAfter(owner, after, BATCH);
    for (const one of batch) {
      const found = await verify(owner, one);
      if (found) wrong.push(found);
    }
    checked += batch.length;
    onBatch(checked);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return { checked, wrong };
    after = last.id;
  }
}

async function verify(owner: Tx, one: AssessmentToVerify): Promise<Disagreement | undefined> {
  const { id, where } = one;
  try {
    const { method, hash } = await methodOfVersion(owner, one.versionId);
    const found = differences(one.outcome, recompute(method, hash, cardFacts.parse(one.facts)));
    return found.length === 0 ? undefined : { id, where, differences: found, failure: '' };
  } catch (error) {
    return { id, where, differences: [], failure: error instanceof Error ? error.message : String(error) };
  }
}
