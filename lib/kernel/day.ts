import { z } from 'zod';
import { zonedFormat } from '@/lib/kernel/zoned-format';

/** A day of the calendar without a clock or a zone: «2026-11-23». Orders, names and codes hold from a day to a day. */
export type Day = string;

export const day = z.iso.date('Укажите дату: день, месяц и год.');

/** «23.11.2026». */
export const formatDay = (value: Day): string => value.split('-').reverse().join('.');

/** So many days later; earlier for a negative number. */
export const dayBeside = (value: Day, days: number): Day => {
  const moment = new Date(`${value}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
};

export const dayBefore = (value: Day): Day => dayBeside(value, -1);

/** The day by the wall clock of a zone (IANA name). */
export const dayAt = (moment: Date, timeZone: string): Day => ISO(timeZone).format(moment);

const ISO = zonedFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** «с 01.09.2019 по 31.08.2020», «с 01.09.2019», «по 31.08.2020»; empty where neither end is known. */
export function formatPeriod(from: Day | null, to: Day | null): string {
  return [from && `с ${formatDay(from)}`, to && `по ${formatDay(to)}`].filter(Boolean).join(' ');
}

/** Whether two periods, both ends included and an absent end open, share a day. */
export function periodsMeet(
  a: { readonly from: Day | null; readonly to: Day | null },
  b: { readonly from: Day | null; readonly to: Day | null },
): boolean {
  const startsInTime = (from: Day | null, to: Day | null) => from === null || to === null || from <= to;
  return startsInTime(a.from, b.to) && startsInTime(b.from, a.to);
}
