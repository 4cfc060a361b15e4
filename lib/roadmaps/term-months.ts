import type { Day } from '@/lib/kernel/day';
import type { Month, TermCalendar } from '@/lib/roadmaps/term';

// Months are counted as whole numbers, year · 12 + (month − 1), so that ranges are subtraction.

export const numberOf = (text: Month | Day) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

export const monthAt = (number: number): Month =>
  `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

export const monthsBetween = (first: number, last: number): readonly Month[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => monthAt(first + step));

export const lengthOf = (number: number) =>
  new Date(Date.UTC(Math.floor(number / 12), (number % 12) + 1, 0)).getUTCDate();

/** The day of the month, or its last one where the month is shorter. */
export const dayOf = (number: number, day: number): Day =>
  `${monthAt(number)}-${String(Math.min(day, lengthOf(number))).padStart(2, '0')}`;

/** Where the calendar puts a month (1–12) without a year. */
export const placed = (month: number, { kind, year }: TermCalendar) =>
  (kind === 'school' && month < 9 ? year + 1 : year) * 12 + month - 1;

export const firstOf = (calendar: TermCalendar) => placed(calendar.kind === 'school' ? 9 : 1, calendar);
