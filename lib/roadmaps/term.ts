import type { Day } from '@/lib/kernel/day';
import { dayOf, firstOf, monthsBetween, numberOf } from '@/lib/roadmaps/term-months';

/** «2026-03». */
export type Month = string;

/**
 * The twelve months a roadmap is drawn on: the calendar year 2026, or the school year 2026 (September 2026 to August
 * 2027). A month written without a year is placed there. Years 2000–2099.
 */
export type TermCalendar = { readonly kind: 'calendar' | 'school'; readonly year: number };

/** How often: said alone it means the whole span, beside months or days it only qualifies them. */
export type Rhythm = 'always' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly';

/** What decides instead of a date: another plan, a need, a request, an agreement, an order. */
export type PlanWord = 'plan' | 'need' | 'request' | 'agreement' | 'order';

/** Said beside a period: «сентябрь–май, ежемесячно», «март, по плану СОИРО». The text is the one to print. */
export type Manner = { readonly word: Rhythm | PlanWord; readonly text: string };

/** What every dated part says besides its dates. A year is shown where one was written, or the calendar is left. */
type Said = { readonly showsYear: boolean; readonly manner: Manner | null };

/**
 * One sub-row of a term, or one of the things it lists. Months ascend and are unique. Days include both ends; `from` is
 * null where only the deadline is named. `since` has a beginning and no end: its months run to the end of the span.
 * `by-plan` and `unknown` have neither months nor a last day.
 */
export type TermPart =
  | ({ readonly kind: 'months'; readonly months: readonly Month[] } & Said)
  | ({ readonly kind: 'days'; readonly from: Day | null; readonly to: Day } & Said)
  | ({ readonly kind: 'since'; readonly from: Day; readonly months: readonly Month[] } & Said)
  | ({
      readonly kind: 'whole';
      readonly word: 'year' | 'school-year' | 'period' | Rhythm;
      readonly months: readonly Month[];
    } & Said)
  | { readonly kind: 'by-plan'; readonly word: PlanWord; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string };

/** Why a person should look at the reading; of several the first in this order. */
export type TermDoubt =
  /** Nothing was written. */
  | 'empty'
  /** A part was not understood. */
  | 'unread'
  /** Months ran backwards: a range was carried over the turn of the year, a list was put in order. */
  | 'backwards'
  /** «к маю» was taken for 1 May, «с марта до мая» for May as well. */
  | 'until-month'
  /** The end of a school year was taken for 31 May; the end of «год» inside a school year for 31 December. */
  | 'year-end'
  /** «конец мая» was taken for the whole of May. */
  | 'part-of-month';

export type Term = {
  /** Exactly as the person wrote it, spaces and line breaks included. */
  readonly written: string;
  /** In the order of writing. */
  readonly parts: readonly TermPart[];
  readonly doubt: TermDoubt | null;
};

/** The twelve months of the calendar. */
export function spanOf(calendar: TermCalendar): readonly Month[] {
  return monthsBetween(firstOf(calendar), firstOf(calendar) + 11);
}

/** What a timeline draws, ascending and unique. */
export function monthsOfTerm(term: Term): readonly Month[] {
  return [...new Set(term.parts.flatMap(monthsOfPart))].sort();
}

/**
 * The day after which the row is late: the last of all its parts. Null where any part has no end (by plan, unknown, «с 1
 * сентября»): nobody is called late by a term that was not understood whole.
 */
export function lastDayOfTerm(term: Term): Day | null {
  const ends = term.parts.map(lastDayOfPart);
  if (ends.some((end) => end === null)) return null;
  return ends.reduce((latest, end) => (latest === null || (end !== null && end > latest) ? end : latest), null);
}

function monthsOfPart(part: TermPart): readonly Month[] {
  if (part.kind === 'by-plan' || part.kind === 'unknown') return [];
  if (part.kind !== 'days') return part.months;
  return monthsBetween(numberOf(part.from ?? part.to), numberOf(part.to));
}

function lastDayOfPart(part: TermPart): Day | null {
  if (part.kind === 'days') return part.to;
  const last = part.kind === 'months' || part.kind === 'whole' ? part.months.at(-1) : undefined;
  return last === undefined ? null : dayOf(numberOf(last), 31);
}
