import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import type { Result } from '@/lib/results/result';

/**
 * Federal sign Б, «несоответствие результатов и школьных отметок»: Spearman's correlation of the mark in the journal and
 * the primary score is below 0 (ФИОКО, 2019). The tie-corrected value is taken: with marks «2»…«5» the formula as printed
 * drifts upwards and hides a negative link. Where all marks or all scores are equal there is no correlation.
 */
export function marksMismatch(result: Result | undefined, least = 2): Finding {
  if (!result || result.participants === 0) return undefinedBecause('NO_RESULT');
  if (result.rankPairs === null) return undefinedBecause('NO_DETAIL', { n: result.participants });
  const n = result.rankPairs;
  if (n === 1) return undefinedBecause('ONE_PARTICIPANT', { n });
  if (n < least) return undefinedBecause('FEW_PARTICIPANTS', { n, least });
  if (result.rankCorrelation === null) return undefinedBecause('TIES', { n });
  return decided(result.rankCorrelation < 0, { n, correlation: result.rankCorrelation });
}
