import type { Manner, TermCalendar, TermDoubt, TermPart } from '@/lib/roadmaps/term';
import { dayOf, firstOf, lengthOf, monthsBetween, placed } from '@/lib/roadmaps/term-months';
import {
  inherited,
  type Phrase,
  type Point,
  type PointsShape,
  type Year,
  type YearEdge,
  type YearPhrase,
} from '@/lib/roadmaps/term-phrase';

/** What one sub-row says. */
export type TermRow = { readonly parts: readonly TermPart[]; readonly doubt: TermDoubt | null };
/** Months 1–12 of a point and, where it is finer than a month, its days. */
type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly days: readonly [from: number, to: number] | null;
};

const LAST_OF_KIND = { day: 31, decade: 3, 'half-month': 2, quarter: 4, 'half-year': 2 } as const;

/** Null for a third half or a 32nd day. */
function stretchOf({ unit, n, month }: Point, isSchool: boolean): Stretch | null {
  if (unit === 'month') return { from: month, to: month, days: null };
  if (unit === null || n < 1 || n > LAST_OF_KIND[unit]) return null;
  const isLast = n === LAST_OF_KIND[unit];
  switch (unit) {
    case 'day':
      return { from: month, to: month, days: [n, n] };
    case 'decade':
      return { from: month, to: month, days: [10 * n - 9, isLast ? 31 : 10 * n] };
    case 'half-month':
      return { from: month, to: month, days: isLast ? [16, 31] : [1, 15] };
    case 'quarter':
      return { from: 3 * n - 2, to: 3 * n, days: null };
    case 'half-year':
      if (isSchool) return isLast ? { from: 1, to: 5, days: null } : { from: 9, to: 12, days: null };
      return { from: 6 * n - 5, to: 6 * n, days: null };
  }
}

/** A point in time. Months are numbers. `isTurned`: the year was carried over from a neighbour into the one beside it. */
type Placed = {
  readonly first: number;
  readonly last: number;
  readonly days: readonly [from: number, to: number] | null;
  readonly year: Year | null;
  readonly isTurned: boolean;
};

/**
 * The years of a list. A written year rules the points before it up to the next one, so that the list ascends («ноябрь,
 * январь 2027» is November 2026); after the last written year the list goes on from it; without any, the calendar rules.
 */
function placeAll(points: readonly Point[], calendar: TermCalendar): readonly Placed[] | null {
  const ruled = points.findLastIndex((point) => point.year !== null) + 1;
  const all: Placed[] = [];
  for (const point of points.slice(0, ruled).toReversed()) {
    const one = placePoint(point, all[0] ?? null, 'before', calendar);
    if (one === null) return null;
    all.unshift(one);
  }
  for (const point of points.slice(ruled)) {
    const one = placePoint(point, ruled > 0 ? (all.at(-1) ?? null) : null, 'after', calendar);
    if (one === null) return null;
    all.push(one);
  }
  return all;
}

function placePoint(
  point: Point,
  neighbour: Placed | null,
  side: 'before' | 'after',
  calendar: TermCalendar,
): Placed | null {
  const year = point.year ?? neighbour?.year ?? null;
  const ruling = year ? calendarOf(year) : calendar;
  const stretch = stretchOf(point, ruling.kind === 'school' || point.isOfSchool);
  if (stretch === null) return null;
  const natural = placed(stretch.from, ruling);
  const isBound = neighbour !== null && point.year === null && ruling.kind === 'calendar';
  const first = isBound ? beside(stretch.from, neighbour.first, side) : natural;
  if (point.unit === 'day' && point.n > lengthOf(first)) return null;
  return {
    first,
    last: first + stretch.to - stretch.from,
    days: stretch.days,
    year: year && (isBound ? { n: Math.floor(first / 12), isSchool: false } : year),
    isTurned: isBound && first !== natural && first !== placed(stretch.from, calendar),
  };
}

const calendarOf = ({ n, isSchool }: Year): TermCalendar => ({ kind: isSchool ? 'school' : 'calendar', year: n });

/** The nearest such month (1–12) not after, or not before, another. */
function beside(month: number, other: number, side: 'before' | 'after'): number {
  const sameYear = other - (other % 12) + month - 1;
  if (side === 'before') return sameYear > other ? sameYear - 12 : sameYear;
  return sameYear < other ? sameYear + 12 : sameYear;
}

/**
 * A range that runs backwards without a word on years. In a calendar year it goes on into the next: «ноябрь–март». In a
 * school year, where autumn to spring is no turn at all, it is «август–июнь» (August before the year begins) or
 * «май–октябрь» (October after it has ended): of the two readings the one with more months inside the span.
 */
function carried(first: number, last: number, calendar: TermCalendar): readonly [first: number, last: number] {
  const start = firstOf(calendar);
  const inside = (from: number, to: number) => Math.min(to, start + 11) - Math.max(from, start);
  const isEarlier = calendar.kind === 'school' && inside(first - 12, last) > inside(first, last + 12);
  return isEarlier ? [first - 12, last] : [first, last + 12];
}

/**
 * All phrases of a sub-row on the calendar. Its months are one part; each of its days and deadlines is a part. A year
 * beside months is refused («2026 г.: март»): it would draw itself whole.
 */
export function partsOf(phrases: readonly Phrase[], manner: Manner | null, calendar: TermCalendar): TermRow | null {
  const points = inherited(phrases.flatMap((phrase) => ('points' in phrase ? phrase.points : [])));
  const places = points && placeAll(points, calendar);
  if (!points || !places) return null;
  if (points.length > 0 && phrases.some((phrase) => phrase.shape === 'whole' && phrase.years.length > 0)) return null;
  const ends = places.map((place, at): Ended => ({ ...place, edge: points[at]?.edge ?? null }));
  const found: Found[] = [];
  const starts: Ended[] = [];
  for (const phrase of phrases) {
    const own = 'points' in phrase ? ends.splice(0, phrase.points.length) : [];
    starts.push(...own.slice(0, 1));
    const one = 'points' in phrase ? datedPart(phrase.shape, own, calendar) : yearPart(phrase, calendar);
    if (one === null) return null;
    found.push(one);
  }
  const isBackward = starts.some((start, at) => start.year === null && start.first < (starts[at - 1]?.first ?? 0));
  return {
    parts: united(found.map(({ part }) => part)).map((part) => ({ ...part, manner })),
    doubt: doubtOf([isBackward && 'backwards', ...found.map(({ doubt }) => doubt)]),
  };
}

export type Dated = Exclude<TermPart, { kind: 'by-plan' | 'unknown' }>;
type Found = { readonly part: Dated; readonly doubt: TermDoubt | null };
type Ended = Placed & { readonly edge: Point['edge'] };

const isOutside = (first: number, last: number, calendar: TermCalendar) => {
  const start = firstOf(calendar);
  return first < start || last > start + 11;
};

function datedPart(shape: PointsShape, [a, b]: readonly Ended[], calendar: TermCalendar): Found | null {
  if (a === undefined) return null;
  if (shape === 'since') return sincePart(a, calendar);
  return shape === 'range' || shape === 'range-until'
    ? rangePart(shape, a, b ?? null, calendar)
    : deadlinePart(shape, a, calendar);
}

function sincePart(a: Ended, calendar: TermCalendar): Found {
  const months = monthsBetween(a.first, Math.max(a.first, firstOf(calendar) + 11));
  const showsYear = a.year !== null || isOutside(a.first, a.first, calendar);
  return {
    part: { kind: 'since', from: dayOf(a.first, a.days?.[0] ?? 1), months, showsYear, manner: null },
    doubt: doubtOf([a.isTurned && 'backwards', a.edge !== null && a.edge !== 'start' && 'part-of-month']),
  };
}

/** The day by which. «до мая» and «к маю» are taken for 1 May and doubted: to some they are the end of May. */
function deadlinePart(shape: 'until' | 'not-later', a: Ended, calendar: TermCalendar): Found | null {
  if (a.edge === 'middle' || (a.edge !== null && a.days !== null)) return null;
  const isStart = a.days === null && (a.edge === 'start' || (a.edge === null && shape === 'until'));
  const month = isStart ? a.first : a.last;
  const to = dayOf(month, isStart ? 1 : (a.days?.[1] ?? 31));
  const showsYear = a.year !== null || isOutside(month, month, calendar);
  return {
    part: { kind: 'days', from: null, to, showsYear, manner: null },
    doubt: doubtOf([a.isTurned && 'backwards', isStart && a.edge === null && 'until-month']),
  };
}

/** One point, or from one to another; days where either is a day, months otherwise. */
function rangePart(shape: 'range' | 'range-until', a: Ended, b: Ended | null, calendar: TermCalendar): Found | null {
  const end = b ?? a;
  const isSaid = a.year !== null || end.year !== null;
  const isBackward = a.first > end.first;
  const ruling = a.year?.isSchool && a.year.n === end.year?.n ? calendarOf(a.year) : calendar;
  if (isBackward && isSaid && ruling === calendar) return null;
  const [first, last] = isBackward ? carried(a.first, end.last, ruling) : [a.first, end.last];
  const doubt = doubtOf([
    (isBackward || a.isTurned || end.isTurned) && 'backwards',
    shape === 'range-until' && end.days === null && 'until-month',
    ((a.edge !== null && (b === null || a.edge !== 'start')) || (b !== null && b.edge !== null && b.edge !== 'end')) &&
      'part-of-month',
  ]);
  const said = { showsYear: isSaid || isOutside(first, last, calendar), manner: null };
  if (a.days === null && end.days === null)
    return { part: { kind: 'months', months: monthsBetween(first, last), ...said }, doubt };
  const [from, to] = [dayOf(first, a.days?.[0] ?? 1), dayOf(last, end.days?.[1] ?? 31)];
  return from > to ? null : { part: { kind: 'days', from, to, ...said }, doubt };
}

function yearPart(phrase: YearPhrase, calendar: TermCalendar): Found {
  if (phrase.shape === 'edge-of-year') return yearEdgePart(phrase, calendar);
  const spans = phrase.years.map((year) => firstOf(calendarOf(year)));
  const [first, last] = [spans[0] ?? firstOf(calendar), spans.at(-1) ?? firstOf(calendar)];
  const months = monthsBetween(first, last + 11);
  return { part: { kind: 'whole', word: phrase.word, months, showsYear: spans.length > 0, manner: null }, doubt: null };
}

/**
 * A year ends on 31 December; a school year begins on 1 September and is over on 31 May. The end of a school year, and
 * «до конца года» in a roadmap of a school year, are doubted: people mean different days.
 */
function yearEdgePart({ edge, isSchool, year }: YearEdge, calendar: TermCalendar): Found {
  const n = year ?? (isSchool && edge === 'end' && calendar.kind === 'calendar' ? calendar.year - 1 : calendar.year);
  const first = firstOf(calendarOf({ n, isSchool }));
  const month = edge === 'start' ? first : first + (isSchool ? 8 : 11);
  const isDoubted =
    edge === 'end' ? isSchool || (year === null && calendar.kind === 'school') : !isSchool && year === null;
  return {
    part: {
      kind: 'days',
      from: null,
      to: dayOf(month, edge === 'start' ? 1 : 31),
      showsYear: year !== null || isOutside(month, month, calendar),
      manner: null,
    },
    doubt: isDoubted ? 'year-end' : null,
  };
}

const GRAVEST: readonly TermDoubt[] = ['unread', 'backwards', 'until-month', 'year-end', 'part-of-month'];

export const doubtOf = (doubts: readonly (TermDoubt | false | null)[]): TermDoubt | null =>
  GRAVEST.find((doubt) => doubts.includes(doubt)) ?? null;

/** All months of a sub-row as one part, where the first of them stood. */
function united(parts: readonly Dated[]): readonly Dated[] {
  const isMonths = (part: Dated) => part.kind === 'months';
  const months = [...new Set(parts.filter(isMonths).flatMap((part) => part.months))].sort();
  const showsYear = parts.some((part) => part.kind === 'months' && part.showsYear);
  const at = parts.findIndex(isMonths);
  return parts.flatMap((part, i): readonly Dated[] => {
    if (part.kind !== 'months') return [part];
    return i === at ? [{ ...part, months, showsYear }] : [];
  });
}
