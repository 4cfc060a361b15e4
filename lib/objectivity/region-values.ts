import { procedureKey } from '@/lib/objectivity/procedure';
import type { Reference } from '@/lib/objectivity/reference';
import type { Territory } from '@/lib/objectivity/territory';
import type { Reference as RegionReference } from '@/lib/results/reference';
import { type Fences, fencesFrom } from '@/lib/statistics/fences';

/**
 * What the centre has of the region, in place of what its own schools add up to: one municipality is too small for most
 * statistics. A value without mean and deviation, or without quartiles of K, leaves the own ones where they are.
 */
export function regionValues(references: readonly RegionReference[], year: number, times = 3): Partial<Territory> {
  const of = (wanted: number) =>
    new Map(
      references.flatMap((one): [string, Reference][] =>
        one.year === wanted && one.mean !== null && one.sd !== null ? [[procedureKey(one), referenceOf(one)]] : [],
      ),
    );
  const fences = references.flatMap((one): [string, Fences][] =>
    one.year === year && one.ratioLow !== null && one.ratioHigh !== null && one.ratioSchools !== null
      ? [[procedureKey(one), fencesFrom(one.ratioSchools, one.ratioLow, one.ratioHigh, times)]]
      : [],
  );
  return { references: of(year), earlier: of(year - 1), fences: new Map(fences) };
}

const referenceOf = (one: RegionReference): Reference => ({
  moments: { n: one.participants, mean: one.mean, sd: one.sd },
  histogram: one.histogram.length > 0 ? one.histogram : null,
  schools: null,
});
