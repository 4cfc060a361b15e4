import { type Day, dayBefore } from '@/lib/kernel/day';

/** What the school was called from one day to another, both included, and by which order. */
export type SchoolName = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly basis: string;
};

/** The name in force: the one without an end, the latest where history holds several. */
export function currentName(names: readonly SchoolName[]): SchoolName | undefined {
  return names.filter((name) => name.to === null).toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0];
}

/**
 * The last day of the old name when a new one holds from `from`. Refused in Russian: a day after `today` (the register
 * shows the name in force) and a day on which the present name had not yet begun.
 */
export function endOfName(
  current: SchoolName | undefined,
  from: Day,
  today: Day,
): { readonly ok: true; readonly to: Day } | { readonly ok: false; readonly problem: string } {
  if (from > today)
    return { ok: false, problem: 'Дата ещё не наступила. Переименуйте школу, когда приказ вступит в силу.' };
  if (current?.from && from <= current.from)
    return { ok: false, problem: 'Нынешнее название действует с более поздней даты. Проверьте день приказа.' };
  return { ok: true, to: dayBefore(from) };
}
