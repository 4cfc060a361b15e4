import { compared, minus, over, plus, Quantity, times } from '@/lib/methodology/measures/quantity';

/** Functions over lists of numbers. What is not known in a list is left out; of nothing there is nothing. */
const knownOf = (values: readonly Quantity[]): Quantity[] => values.filter((value) => value.isKnown);

const ascending = (values: readonly Quantity[]): Quantity[] => knownOf(values).sort(compared);

export const sum = (values: readonly Quantity[]): Quantity => {
  const known = knownOf(values);
  return known.length === 0 ? Quantity.missing : known.reduce(plus);
};

export const mean = (values: readonly Quantity[]): Quantity => over(sum(values), Quantity.of(knownOf(values).length));

export const least = (values: readonly Quantity[]): Quantity => ascending(values)[0] ?? Quantity.missing;
export const greatest = (values: readonly Quantity[]): Quantity => ascending(values).at(-1) ?? Quantity.missing;

/** By linear interpolation at (n − 1)·p (Hyndman and Fan, type 7). `p` from 0 to 1, else «нет данных». */
export function quantile(values: readonly Quantity[], p: Quantity): Quantity {
  const sorted = ascending(values);
  if (p.value === undefined || p.value.compare(0) < 0 || p.value.compare(1) > 0) return Quantity.missing;
  const place = p.value.mul(sorted.length - 1);
  const index = Number(place.floor().valueOf());
  const below = sorted[index];
  const above = sorted[index + 1] ?? below;
  if (below === undefined || above === undefined) return Quantity.missing;
  return plus(below, times(minus(above, below), new Quantity(place.sub(index))));
}

/** Place of a value among all of them from the greatest, equal ones share the best place: 1, 2, 2, 4. */
export function place(value: Quantity, values: readonly Quantity[]): Quantity {
  return value.isKnown ? Quantity.of(1 + knownOf(values).filter((one) => compared(one, value) > 0).length) : value;
}

/** Part of the values that are not above this one. */
export function percentile(value: Quantity, values: readonly Quantity[]): Quantity {
  const known = knownOf(values);
  return value.isKnown ? Quantity.share(known.filter((one) => compared(one, value) <= 0).length, known.length) : value;
}

/** Values from the greatest down to this one, equal ones included, as a part of the sum of all. */
export function cumulativeShare(value: Quantity, values: readonly Quantity[]): Quantity {
  return value.isKnown
    ? over(sum(values.filter((one) => one.isKnown && compared(one, value) >= 0)), sum(values))
    : value;
}
