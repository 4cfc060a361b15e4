/**
 * Tenths of a percent of numerator / denominator, rounded half up, in integers: 5 of 43 is 116.
 * Undefined for an empty denominator: a share of nothing is not 0.
 */
export function permille(numerator: number, denominator: number): number | undefined {
  if (denominator <= 0) return undefined;
  return Math.floor((2000 * numerator + denominator) / (2 * denominator));
}

/** «11,6 %» with a space that does not break, or «–» where there is nothing to divide by. */
export function formatShare(numerator: number, denominator: number): string {
  const value = permille(numerator, denominator);
  if (value === undefined) return '–';
  return `${Math.floor(value / 10)},${value % 10}\u00a0%`;
}

/** «5 из 43 (11,6 %)»: numerator and denominator stand beside every share. */
export function formatShareOf(numerator: number, denominator: number): string {
  return `${numerator} из ${denominator} (${formatShare(numerator, denominator)})`;
}
