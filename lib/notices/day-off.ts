import { type Day, dayBefore } from '@/lib/kernel/day';

/** Non-working holidays of the Labour Code, article 112, as month and day. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
  ...['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
]);

/**
 * Days off that the Government moves in a year, [from, to]: the first is worked like any day of its week, the second is off.
 * 2026: resolution of 24.09.2025 № 1466. A year that is not here follows the code alone.
 */
const MOVED: readonly (readonly [from: Day, to: Day])[] = [
  ['2026-01-03', '2026-01-09'],
  ['2026-01-04', '2026-12-31'],
];

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6;
export const isHoliday = (day: Day): boolean => HOLIDAYS.has(day.slice(5));

/**
 * Whether offices are closed on a day: weekends, holidays, days the Government moved, and the working day after a holiday
 * that fell on a weekend (article 112; the January holidays are moved by the Government alone).
 */
export function isDayOff(day: Day): boolean {
  if (isWeekend(day) || isHoliday(day) || MOVED.some(([, to]) => to === day)) return true;
  for (let back = dayBefore(day); isWeekend(back) || isHoliday(back); back = dayBefore(back)) {
    if (isWeekend(back) && isHoliday(back) && !back.startsWith(`${back.slice(0, 4)}-01-`)) return true;
  }
  return false;
}
