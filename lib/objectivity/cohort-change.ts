import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import { completionOf } from '@/lib/objectivity/school-evidence';
import type { Result } from '@/lib/results/result';
import type { Fences } from '@/lib/statistics/fences';

/** Quartiles mean little below this number of schools. */
export const LEAST_SCHOOLS = 20;

/**
 * K of federal sign В: mean completion of one parallel in grade N over the same a year later in grade N + 1. Null where
 * either is not known or nobody got a point in the later work.
 */
export function cohortRatio(earlier: Result | undefined, later: Result | undefined): number | null {
  const before = earlier ? completionOf(earlier) : null;
  const after = later ? completionOf(later) : null;
  return before === null || after === null || after === 0 ? null : before / after;
}

/**
 * Federal sign В, «резкое изменение результатов одной параллели» (ФИОКО, 2019): a fall when K > Q3 + 3·IQR, a rise when
 * K < Q1 − 3·IQR; `fences` are made of K of all schools of the territory, or of the region's quartiles. As published
 * there is no least number of participants.
 */
export function cohortChange(
  direction: 'RISE' | 'FALL',
  earlier: Result | undefined,
  later: Result | undefined,
  fences: Fences | null,
  least = 1,
): Finding {
  if (!later || later.participants === 0) return undefinedBecause('NO_RESULT');
  if (!earlier || earlier.participants === 0) return undefinedBecause('NO_EARLIER_YEAR', { n: later.participants });
  const n = Math.min(earlier.participants, later.participants);
  if (n < least) return undefinedBecause('FEW_PARTICIPANTS', { n, least });
  const ratio = cohortRatio(earlier, later);
  if (ratio === null) return undefinedBecause('NO_DETAIL', { n });
  if (!fences) return undefinedBecause('NO_REFERENCE', { n });
  if (fences.n < LEAST_SCHOOLS) return undefinedBecause('FEW_SCHOOLS', { n, schools: fences.n, least: LEAST_SCHOOLS });
  return decided(direction === 'FALL' ? ratio > fences.high : ratio < fences.low, {
    n,
    ratio,
    before: completionOf(earlier) ?? 0,
    after: completionOf(later) ?? 0,
    border: direction === 'FALL' ? fences.high : fences.low,
    schools: fences.n,
  });
}
