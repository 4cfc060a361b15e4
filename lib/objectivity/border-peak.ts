import type { Border } from '@/lib/objectivity/border';
import { decided, type Finding, undefinedBecause } from '@/lib/objectivity/finding';
import { type Reference, withoutSchool } from '@/lib/objectivity/reference';
import type { MarkScale } from '@/lib/results/dictionaries/mark-scales';
import type { Result } from '@/lib/results/result';
import { binomialTail } from '@/lib/statistics/binomial-tail';

/** Scores on either side of the border that are looked at. */
const WIDTH = 2;
const LEAST_NEAR = 5;
const LEVEL = 0.01;

/**
 * Local sign «пик на границе отметки» (Г15): of the N participants within two points of the border of a mark, k are on it
 * or one above; the sign is P(Bin(N, π) ≥ k) < 0.01 with N ≥ 5, where π is the same share in the territory without the
 * school. The territory's own share and never a half: every region piles up at «3» (0.77–0.86), so that against a half
 * more than half of the schools would be marked. (ФИОКО-2026, §4, c. 13–15: «выраженные пики – возможный маркер, требует
 * доп. анализа»; the formula is a proposal of the portal's handbook.)
 */
export function borderPeak(
  result: Result | undefined,
  reference: Reference | null,
  scale: MarkScale | null,
  border: Border,
): Finding {
  if (!result || result.participants === 0) return undefinedBecause('NO_RESULT');
  const n = result.participants;
  if (!scale) return undefinedBecause('NO_SCALE', { n });
  if (!result.histogram) return undefinedBecause('NO_DETAIL', { n });
  if (!reference?.histogram) return undefinedBecause('NO_REFERENCE', { n });
  const cut = scale[border];
  const own = near(result.histogram, cut);
  if (own.window < LEAST_NEAR) return undefinedBecause('FEW_AT_BORDER', { n, near: own.window, least: LEAST_NEAR });
  const others = near(
    reference.schools === null ? reference.histogram : withoutSchool(reference.histogram, result.histogram),
    cut,
  );
  if (others.window === 0) return undefinedBecause('NO_REFERENCE', { n });
  const usual = others.above / others.window;
  const p = binomialTail(own.above, own.window, usual);
  return decided(p < LEVEL, { n, cut, near: own.window, above: own.above, usual, p });
}

function near(histogram: readonly number[], cut: number) {
  const sum = (from: number, to: number) =>
    histogram.slice(Math.max(0, from), to + 1).reduce((total, count) => total + count, 0);
  const above = sum(cut, cut + WIDTH - 1);
  return { above, window: above + sum(cut - WIDTH, cut - 1) };
}
