import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import type { Result } from '@/lib/results/result';
import { ascending, quantile } from '@/lib/statistics/quantile';

const LEAST = 10;
const FAR_SHARE = 10;

/**
 * Local sign Г16: the mark of the work and the mark in the journal are two or more apart for at least 10 % of the
 * participants, n ≥ 10. (ФИОКО-2026, §3, с. 11 asks to look at such pupils; the share is a proposal of the handbook: the
 * 90th percentile of real schools is 3–9 %.)
 */
export function farFromJournal(result: Result | undefined): Finding {
  const counted = pairsOf(result);
  if ('state' in counted) return counted;
  const { n, journal } = counted;
  if (journal.farApart === null) return undefinedBecause('NO_DETAIL', { n });
  return decided(100 * journal.farApart >= FAR_SHARE * n, {
    n,
    farApart: journal.farApart,
    share: journal.farApart / n,
  });
}

/** Share of «понизили» among participants of at least ten, for the territory's percentile; null where unknown. */
export function loweredShare(result: Result): number | null {
  const counted = pairsOf(result);
  return 'state' in counted ? null : counted.journal.lowered / counted.n;
}

/**
 * Local sign: «понизили» (mark of the work below the journal's) more often than in nine schools of ten. No fixed threshold
 * is right: 30 % would mark most schools in grades 5–6. `shares` are `loweredShare` of all schools of the territory. By
 * construction a tenth of the schools is above, so it is a reason to look and not evidence.
 */
export function loweredOften(result: Result | undefined, shares: readonly number[], leastSchools = 20): Finding {
  const counted = pairsOf(result);
  if ('state' in counted) return counted;
  const { n, journal } = counted;
  const border = quantile(ascending(shares), 0.9);
  if (border === null) return undefinedBecause('NO_REFERENCE', { n });
  if (shares.length < leastSchools)
    return undefinedBecause('FEW_SCHOOLS', { n, schools: shares.length, least: leastSchools });
  const share = journal.lowered / n;
  return decided(share > border, { n, lowered: journal.lowered, share, border });
}

function pairsOf(result: Result | undefined) {
  if (!result || result.participants === 0) return undefinedBecause('NO_RESULT');
  const journal = result.againstJournal;
  if (!journal) return undefinedBecause('NO_DETAIL', { n: result.participants });
  const n = journal.lowered + journal.confirmed + journal.raised;
  return n < LEAST ? undefinedBecause('FEW_PARTICIPANTS', { n, least: LEAST }) : { n, journal };
}
