import type { Change } from '@/lib/diagnostics/overviews/overview-filter';
import { POINT, pointCode } from '@/lib/diagnostics/scoring/point-code';
import { formatShare, formatShareOf } from '@/lib/kernel/percent';
import { count, formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { Item } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';

const SCHOOLS = ['школа', 'школы', 'школ'] as const;

export type SumCount = { readonly verdict: string; readonly sum: number; readonly schools: number };

/** Schools by sum, every whole sum from 0 to the greatest: a gap is a column of its own, not a missing one. */
export function sumColumns(sums: readonly SumCount[]): readonly { readonly sum: number; readonly schools: number }[] {
  const bySum = new Map<number, number>();
  for (const { sum, schools } of sums) bySum.set(sum, (bySum.get(sum) ?? 0) + schools);
  const last = Math.max(-1, ...bySum.keys());
  return Array.from({ length: last + 1 }, (_, sum) => ({ sum, schools: bySum.get(sum) ?? 0 }));
}

/** The lower median: half of the schools have this sum or less. Undefined where there are no schools. */
export function medianSum(sums: readonly SumCount[]): number | undefined {
  const columns = sumColumns(sums);
  const total = columns.reduce((all, column) => all + column.schools, 0);
  let seen = 0;
  for (const { sum, schools } of columns) {
    seen += schools;
    if (total > 0 && 2 * seen >= total) return sum;
  }
  return undefined;
}

export type VerdictCount = {
  readonly code: string;
  readonly words: string;
  readonly level: number | null;
  readonly schools: number;
};

/** Schools by verdict in the order of the scale, from the calm end; what stands outside the scale is last. */
export function verdictCounts(method: Pick<Method, 'verdicts'>, sums: readonly SumCount[]): readonly VerdictCount[] {
  const place = (level: number | null) => level ?? Number.POSITIVE_INFINITY;
  return [...method.verdicts]
    .sort((a, b) => place(a.level) - place(b.level))
    .map(({ code, words, level }) => ({
      code,
      words,
      level,
      schools: sums.reduce((all, one) => all + (one.verdict === code ? one.schools : 0), 0),
    }));
}

export type ItemCount = {
  readonly position: number;
  readonly yes: number;
  readonly no: number;
  readonly inapplicable: number;
  readonly missing: number;
};

export type FiringItem = Omit<ItemCount, 'position'> & {
  readonly item: Item;
  /** The denominator of its share: schools of which it is known whether the point is there. */
  readonly known: number;
};

/**
 * How often each item that the version asks gives its point. The most frequent first: criteria are ordered, not
 * schools; equal ones keep the order of the card.
 */
export function firingItems(items: readonly Item[], counts: readonly ItemCount[]): readonly FiringItem[] {
  const byPosition = new Map(counts.map((one) => [one.position, one]));
  return items
    .flatMap((item): FiringItem[] => {
      const found = byPosition.get(item.position);
      if (!item.on || !found) return [];
      const { yes, no, inapplicable, missing } = found;
      return [{ item, yes, no, inapplicable, missing, known: yes + no }];
    })
    .sort((a, b) => b.yes - a.yes || a.item.position - b.item.position);
}

export type CellState = 'point' | 'none' | 'inapplicable' | 'missing';

/** What the grid shows of one stored point. */
export function cellState(stored: number | undefined): CellState {
  const code = stored === undefined ? POINT.NO_DATA : pointCode(stored);
  if (code === POINT.YES) return 'point';
  if (code === POINT.NO) return 'none';
  return code === POINT.NO_DATA ? 'missing' : 'inapplicable';
}

type YearOfList = { readonly year: number; readonly roster: number; readonly listed: number | null };

/** One sentence over the shares; `years` from the oldest. Years without an approved list are said aloud. */
export function sharesSentence(years: readonly YearOfList[], publicLabel: string): string {
  const known = years.flatMap((one) => (one.listed === null ? [] : [{ ...one, listed: one.listed }]));
  const last = known.at(-1);
  if (!last) return 'Утверждённых списков ещё нет: доля появится после приказа.';
  const before = known.at(-2);
  const now = `В ${formatSchoolYear(last.year)} учебном году в утверждённом списке (${publicLabel}) ${formatShareOf(last.listed, last.roster)} школ`;
  if (!before) return `${now}.`;
  return `${now}; в ${formatSchoolYear(before.year)} – ${formatShareOf(before.listed, before.roster)}.`;
}

/** One sentence over the distribution of sums. */
export function sumsSentence(sums: readonly SumCount[], standing: string, roster: number): string {
  const schools = sums.reduce((all, one) => all + one.schools, 0);
  const about = `${standing}: ${schools} из ${roster}`;
  const median = medianSum(sums);
  if (median === undefined) return `${capital(about)}. Сумм пока нет.`;
  const greatest = sumColumns(sums).length - 1;
  const least = Math.min(...sums.filter((one) => one.schools > 0).map((one) => one.sum));
  return `${capital(about)}. Суммы от ${least} до ${greatest}; у половины школ – не больше ${median}.`;
}

/** One sentence over the criteria. */
export function itemsSentence(firing: readonly FiringItem[]): string {
  const top = firing[0];
  if (!top || top.yes === 0) return 'Ни один критерий пока не дал ни одного балла.';
  return `Чаще других балл даёт ${top.item.code}: ${top.yes} из ${top.known} известных ответов (${formatShare(top.yes, top.known)}).`;
}

export type MoveCount = {
  readonly from: string;
  readonly to: string;
  readonly change: Change;
  readonly schools: number;
};

/** Schools of a matrix by the direction of their sums. */
export function byChange(moves: readonly MoveCount[]): Readonly<Record<Change, number>> {
  const total = { better: 0, same: 0, worse: 0 };
  for (const move of moves) total[move.change] += move.schools;
  return total;
}

/** The cells of the matrix: schools by verdict before and after, whatever their sums did. */
export function byVerdict(moves: readonly MoveCount[]): readonly { from: string; to: string; schools: number }[] {
  const cells = new Map<string, { from: string; to: string; schools: number }>();
  for (const { from, to, schools } of moves) {
    const key = JSON.stringify([from, to]);
    cells.set(key, { from, to, schools: (cells.get(key)?.schools ?? 0) + schools });
  }
  return [...cells.values()];
}

export function changeSentence(moves: readonly MoveCount[]): string {
  const { better, same, worse } = byChange(moves);
  const all = better + same + worse;
  if (all === 0) return 'Школ, у которых есть итог в обеих кампаниях, пока нет.';
  return `Сравнить можно ${count(all, ['школу', 'школы', 'школ'])}: сумма стала меньше у ${better}, не изменилась у ${same}, стала больше у ${worse}.`;
}

export const schoolsWords = (n: number) => count(n, SCHOOLS);
export const outOf = (n: number, of: number) => `${formatNumber(n)} из ${formatNumber(of)}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
