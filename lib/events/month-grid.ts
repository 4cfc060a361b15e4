import { dayAfter, type EventTime, firstDay, isDated, lastDay } from '@/lib/events/event-time';
import type { Day } from '@/lib/kernel/day';

/** «2026-11». */
export type Month = string;

export const MONTH_PATTERN = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** The month `step` months later. */
export function monthBeside(month: Month, step: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + step;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

export const firstOfMonth = (month: Month): Day => `${month}-01`;
export const lastOfMonth = (month: Month): Day => dayAfter(firstOfMonth(monthBeside(month, 1)), -1);

const MONDAY = 1;
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export type GridDay<E> = { readonly day: Day; readonly isOfMonth: boolean; readonly events: readonly E[] };

/** Whole weeks from Monday that hold the month, each day with what is on it; an event of several days is on each. */
export function monthGrid<E extends { readonly time: EventTime }>(
  month: Month,
  events: readonly E[],
): readonly (readonly GridDay<E>[])[] {
  const [first, last] = [firstOfMonth(month), lastOfMonth(month)];
  const start = dayAfter(first, -((weekdayOf(first) + 7 - MONDAY) % 7));
  const weeks: GridDay<E>[][] = [];
  for (let day = start; day <= last; day = dayAfter(day, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const here = dayAfter(day, index);
        return {
          day: here,
          isOfMonth: here.startsWith(month),
          events: events.filter(({ time }) => isDated(time) && firstDay(time) <= here && here <= lastDay(time)),
        };
      }),
    );
  }
  return weeks;
}
