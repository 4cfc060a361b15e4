import type { Role } from '@/lib/access/role';
import { hideSmall, type ShownCount } from '@/lib/kernel/small-count';

/** Who counted may see what was counted: the centre all, a school its own. Anybody else sees no 1 to 4. */
export const seesSmallCounts = (role: Role): boolean => role !== 'OFFICIAL';

/** A count of a row by itself: its list shows no sum that would tell it. */
export const shownAlone = (n: number, role: Role): ShownCount =>
  seesSmallCounts(role) ? n : (hideSmall([n])[0] ?? 'small');

/** Counts that are added up beside the list: null is unknown and stays so. */
export function shownTogether(counts: readonly (number | null)[], role: Role): readonly (ShownCount | null)[] {
  if (seesSmallCounts(role)) return counts;
  const shown = hideSmall(counts.map((n) => n ?? 0));
  return counts.map((n, index) => (n === null ? null : (shown[index] ?? 'small')));
}
