/** Counts made of shares; `fits` says that the shares are those of whole people. */
export type Counted = { readonly counts: readonly number[]; readonly fits: boolean };

/** A share rounded to one digit after the comma may be off by this, in percent. */
const ROUNDED = 0.06;

/**
 * Percents of `n` participants → people, by the largest remainders, so that they add up to n (handbook §6.1: counts =
 * round(percent · n / 100)). Shares of one (0.033) are taken as percents. Null where they do not add up to the whole.
 */
export function countsOfShares(n: number, shares: readonly number[]): Counted | null {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (n === 0) return sum === 0 ? { counts: shares.map(() => 0), fits: true } : null;
  const isOfOne = Math.abs(sum - 1) < 0.02 && shares.every((share) => share <= 1);
  const percents = isOfOne ? shares.map((share) => share * 100) : shares;
  if (percents.some((percent) => percent < 0 || percent > 100.5) || Math.abs((isOfOne ? sum * 100 : sum) - 100) > 1.5)
    return null;
  const exact = percents.map((percent) => (percent * n) / 100);
  const counts = exact.map((value) => Math.floor(value + 1e-9));
  const left = n - counts.reduce((total, count) => total + count, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - (counts[index] ?? 0) }))
    .sort((a, b) => (left >= 0 ? b.rest - a.rest : a.rest - b.rest));
  for (const { index } of order.slice(0, Math.abs(left))) counts[index] = (counts[index] ?? 0) + Math.sign(left);
  const off = (ROUNDED * n) / 100 + 0.02;
  const fits = counts.every((count, index) => count >= 0 && Math.abs(count - (exact[index] ?? 0)) <= off);
  return { counts: counts.map((count) => Math.max(0, count)), fits };
}
