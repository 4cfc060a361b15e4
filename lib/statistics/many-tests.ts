/**
 * Corrections for many tests at once. Both return adjusted p-values in the order given, each from 0 to 1: a test stands
 * when its adjusted value is below the level. Refuse a value outside 0…1.
 */

/** Holm (1979): keeps the chance of even one false finding below the level, whatever ties the tests to each other. */
export function holm(pValues: readonly number[]): number[] {
  const order = smallestFirst(pValues);
  const adjusted = pValues.map(() => 1);
  let reached = 0;
  for (const [place, { p, index }] of order.entries()) {
    reached = Math.max(reached, Math.min(1, (order.length - place) * p));
    adjusted[index] = reached;
  }
  return adjusted;
}

/**
 * Benjamini and Hochberg (1995): keeps the expected share of false findings among all findings below the level, for
 * tests that are independent or rise together.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = smallestFirst(pValues);
  const adjusted = pValues.map(() => 1);
  let reached = 1;
  for (const [place, { p, index }] of [...order.entries()].reverse()) {
    reached = Math.min(reached, p * (order.length / (place + 1)));
    adjusted[index] = reached;
  }
  return adjusted;
}

function smallestFirst(pValues: readonly number[]) {
  const wrong = pValues.find((p) => !(p >= 0 && p <= 1));
  if (wrong !== undefined) throw new RangeError(`Not a probability: ${wrong}`);
  return pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
}
