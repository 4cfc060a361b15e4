import { isHeading, type PlanRow } from '@/lib/roadmaps/plan';

/**
 * The number of a row at the end of a plan: one more in the last place of the last numbered row, spelled alike («7.» after
 * «6.», «2.10» after «2.9»). Empty where that row has no number, or none that can be counted on: a plan keeps its own
 * numbering, whatever it is.
 */
export function nextNumber(rows: readonly Pick<PlanRow, 'kind' | 'number'>[]): string {
  const last = rows.findLast((row) => !isHeading(row) && row.kind !== 'SUBROW');
  const found = /^(.*?)(\d{1,6})([.)]?)$/.exec(last?.number ?? '');
  if (!found) return '';
  const [, before = '', digits = '', after = ''] = found;
  return `${before}${Number(digits) + 1}${after}`;
}
