import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import type { Result } from '@/lib/results/result';

/**
 * Local sign «нет ни одной „2“ при n ≥ 20». Common by itself (107 of 491 real schools in РУ4), so it is shown beside the
 * others and decides nothing alone.
 */
export function noTwos(result: Result | undefined, least = 20): Finding {
  if (!result || result.participants === 0) return undefinedBecause('NO_RESULT');
  const n = result.participants;
  if (result.below === null) return undefinedBecause('NO_DETAIL', { n });
  return n < least
    ? undefinedBecause('FEW_PARTICIPANTS', { n, least })
    : decided(result.below === 0, { n, twos: result.below });
}
