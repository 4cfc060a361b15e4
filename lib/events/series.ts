import {
  clockOf,
  type DatedTime,
  dayAfter,
  dayOf,
  type EventTime,
  firstDay,
  isDated,
  lastDay,
} from '@/lib/events/event-time';
import type { Day } from '@/lib/kernel/day';

export const SERIES_UNITS = ['WEEK', 'MONTH'] as const;
export type SeriesUnit = (typeof SERIES_UNITS)[number];

/** Again every `every` weeks or months, `times` times more. */
export type Series = { readonly unit: SeriesUnit; readonly every: number; readonly times: number };

const DAY_MS = 86_400_000;
const between = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The same day `months` later; the last day of a month that is too short for it. */
export function monthAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [ofYear, ofMonth] = [Math.floor(index / 12), index % 12];
  const length = new Date(Date.UTC(ofYear, ofMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(ofYear, ofMonth, Math.min(number, length))).toISOString().slice(0, 10);
}

function moved(time: DatedTime, first: Day): DatedTime {
  const last = dayAfter(first, between(firstDay(time), lastDay(time)));
  return time.kind === 'DAYS'
    ? { kind: 'DAYS', first, last }
    : { kind: 'HOURS', starts: `${first}T${clockOf(time.starts)}`, ends: `${last}T${clockOf(time.ends)}` };
}

/**
 * The times of the copies, the event itself left out. Each is counted from the event and not from the copy before, so that
 * «every month from the 31st» does not slide to the 28th for good. A term without a date has no copies.
 */
export function seriesTimes(time: EventTime, { unit, every, times }: Series): readonly DatedTime[] {
  if (!isDated(time)) return [];
  const start = dayOf(firstDay(time));
  return Array.from({ length: times }, (_, index) => {
    const step = (index + 1) * every;
    return moved(time, unit === 'WEEK' ? dayAfter(start, 7 * step) : monthAfter(start, step));
  });
}
