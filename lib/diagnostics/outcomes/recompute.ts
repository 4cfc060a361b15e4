import { assessCard, type Outcome } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { inputHash } from '@/lib/diagnostics/scoring/input-hash';
import type { PointCode } from '@/lib/diagnostics/scoring/point-code';
import type { Method } from '@/lib/methodology/method';

/** What an assessment stores besides whose it is. */
export type StoredOutcome = Omit<Outcome, 'low'> & { readonly points: readonly number[]; readonly inputHash: string };

type Recomputed = Omit<StoredOutcome, 'points'> & { readonly points: readonly PointCode[] };

/** The outcome of stored facts under a version: the same bytes whenever and wherever it is made. */
export function recompute(method: Method, methodHash: string, facts: CardFacts): Recomputed {
  const made = assessCard(method, facts);
  const { points, sum, max, extra, sumResults, maxResults, missing, applicable, verdict, rule, borderline } = made;
  return {
    ...{ points, sum, max, extra, sumResults, maxResults, missing, applicable, verdict, rule, borderline },
    inputHash: inputHash(methodHash, facts),
  };
}

export type Difference = { readonly field: keyof StoredOutcome; readonly stored: string; readonly recomputed: string };

const FIELDS = [
  'points',
  'sum',
  'max',
  'extra',
  'sumResults',
  'maxResults',
  'missing',
  'applicable',
  'verdict',
  'rule',
  'borderline',
  'inputHash',
] as const satisfies readonly (keyof StoredOutcome)[];

/** Field by field what a stored outcome says otherwise than its own facts under its own version; empty is as it must be. */
export function differences(stored: StoredOutcome, recomputed: StoredOutcome): readonly Difference[] {
  return FIELDS.flatMap((field) => {
    const [was, is] = [JSON.stringify(stored[field]), JSON.stringify(recomputed[field])];
    return was === is ? [] : [{ field, stored: was, recomputed: is }];
  });
}
