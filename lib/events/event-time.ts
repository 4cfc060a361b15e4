import type { Day } from '@/lib/kernel/day';
import { localOfMoment, momentOfLocal } from '@/lib/kernel/local-time';
import type { SchoolYear } from '@/lib/kernel/school-year';

/** «2026-11-23T10:00» by the clocks of the municipality: an event at ten stays at ten whatever becomes of the zone. */
export type WallTime = string;

/**
 * When an event is: by the clock, on whole days (the seeds name days alone), or a term kept as it was written («март»,
 * «в течение года»), which no calendar can show.
 */
export type EventTime =
  | { readonly kind: 'HOURS'; readonly starts: WallTime; readonly ends: WallTime }
  | { readonly kind: 'DAYS'; readonly first: Day; readonly last: Day }
  | { readonly kind: 'TERM'; readonly term: string };

export type DatedTime = Exclude<EventTime, { kind: 'TERM' }>;

export const isDated = (time: EventTime): time is DatedTime => time.kind !== 'TERM';

export const dayOf = (local: WallTime): Day => local.slice(0, 10);
export const clockOf = (local: WallTime): string => local.slice(11, 16);

export const firstDay = (time: DatedTime): Day => (time.kind === 'DAYS' ? time.first : dayOf(time.starts));
export const lastDay = (time: DatedTime): Day => (time.kind === 'DAYS' ? time.last : dayOf(time.ends));

/** The day `days` later in the calendar; a negative number goes back. */
export function dayAfter(day: Day, days = 1): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The school year of a day: it turns on 1 September. */
export function schoolYearOfDay(day: Day): SchoolYear {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  return month >= 9 ? year : year - 1;
}

/** Months of a school year, from September: «2026-09» … «2027-08». */
export const monthsOfYear = (year: SchoolYear): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1;
    return `${month >= 9 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });

/** Schools may say they come until it begins; to an event of whole days until its first day is over. */
export function isBegun(time: EventTime, now: Date, timeZone: string): boolean {
  if (!isDated(time)) return false;
  const here = localOfMoment(now, timeZone);
  return time.kind === 'DAYS' ? dayOf(here) > time.first : here >= time.starts;
}

/** Whether its time is up, so that the centre is to say how it went. A term without a date is never up by itself. */
export function isPast(time: EventTime, now: Date, timeZone: string): boolean {
  if (!isDated(time)) return false;
  const here = localOfMoment(now, timeZone);
  return time.kind === 'DAYS' ? dayOf(here) > time.last : here >= time.ends;
}

const HOUR_MS = 3_600_000;

/** The moment of a wall time; an hour that the zone skips is taken an hour later, as its clocks would show. */
export function momentOf(local: WallTime, timeZone: string): Date {
  const found = momentOfLocal(local, timeZone);
  if (found) return found;
  const later = new Date(new Date(`${local}:00Z`).getTime() + HOUR_MS).toISOString().slice(0, 16);
  const next = momentOfLocal(later, timeZone);
  if (!next) throw new Error(`${local} is no time of ${timeZone}`);
  return next;
}
