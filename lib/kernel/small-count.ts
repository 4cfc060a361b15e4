/** Counts of people below this are not shown outside of where they were counted: a person could be recognised. */
export const SMALL_COUNT = 5;

export const SMALL_COUNT_WORDS = `менее ${SMALL_COUNT}`;

/** A count that may be shown, or the word that it may not. 0 names nobody. */
export type ShownCount = number | 'small';

/**
 * The parts of one sum as somebody outside may see them: 1 to 4 are hidden; where that hides exactly one part, the smallest
 * other one that is not 0 is hidden with it, for else the sum would tell it. Integers from 0; the order is kept.
 */
export function hideSmall(counts: readonly number[]): readonly ShownCount[] {
  const isSmall = (n: number) => n > 0 && n < SMALL_COUNT;
  const hidden = new Set(counts.flatMap((n, index) => (isSmall(n) ? [index] : [])));
  if (hidden.size === 1) {
    const rest = counts.flatMap((n, index) => (n > 0 && !hidden.has(index) ? [{ n, index }] : []));
    const next = rest.toSorted((a, b) => a.n - b.n || a.index - b.index)[0];
    if (next) hidden.add(next.index);
  }
  return counts.map((n, index) => (hidden.has(index) ? 'small' : n));
}

/** «менее 5», or the number. */
export const countWords = (shown: ShownCount): string => (shown === 'small' ? SMALL_COUNT_WORDS : String(shown));
