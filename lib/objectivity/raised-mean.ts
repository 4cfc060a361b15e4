import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import { momentsOfOthers, type Reference } from '@/lib/objectivity/reference';
import { momentsOfResult } from '@/lib/objectivity/school-evidence';
import type { Result } from '@/lib/results/result';
import { confidenceInterval } from '@/lib/statistics/moments';

/**
 * Federal sign А, «завышенный средний балл»: the lower bound of the school's 95 % interval is above the upper bound of
 * the region's, x̄ − 1.96·s/√m > X̄ + 1.96·S/√n (ФИОКО, «Методика расчета показателя „Уровень объективности…“», 2019).
 *
 * `reference` is the region's; where the centre has no values of the region it is the municipality without the school, the
 * same as in the card. As published there is no least number of participants: `least` is 2, and one participant is undefined because s is.
 * Equal scores (s = 0) are taken literally: the bound is the mean. With thousands in the region its own interval has
 * almost no width, and schools really differ, so the sign fires on about a seventh of honest schools (docs/detectors.md).
 */
export function raisedMean(result: Result | undefined, reference: Reference | null, least = 2): Finding {
  if (!result || result.participants === 0) return undefinedBecause('NO_RESULT');
  const school = momentsOfResult(result);
  const n = school.n;
  if (n === 1) return undefinedBecause('ONE_PARTICIPANT', { n });
  if (n < least) return undefinedBecause('FEW_PARTICIPANTS', { n, least });
  if (school.mean === null || school.sd === null) return undefinedBecause('NO_DETAIL', { n });
  const own = confidenceInterval(school);
  const others = reference && momentsOfOthers(reference, school, result.histogram);
  const theirs = others && confidenceInterval(others);
  if (!own || !theirs) return undefinedBecause('NO_REFERENCE', { n });
  return decided(own.low > theirs.high, {
    n,
    mean: school.mean,
    sd: school.sd,
    low: own.low,
    referenceN: others.n,
    referenceMean: others.mean ?? 0,
    referenceHigh: theirs.high,
  });
}
