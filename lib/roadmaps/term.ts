import type { Day } from '@/lib/kernel/day';
import {
  cleared,
  mend,
  RHYTHM_WORDS,
  type Token,
  type TokenKind,
  tokensOf,
  withoutPlan,
} from '@/lib/roadmaps/term-words';

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

/**
 * Reads a term of a roadmap row. Total: what is not understood is kept as an `unknown` part and doubted, never guessed
 * and never thrown. Slashes, semicolons and line breaks part sub-rows; a line break inside a phrase or a word does not:
 * of all ways to join lines the one is taken that leaves fewest lines unread and, among those, fewest parts.
 *
 * Deadlines are kind to the executor: «до 1 марта» includes 1 March. Quarters are those of the calendar; half-years are
 * the school's (September–December, January–May) in a school year, unless a calendar year is written beside them.
 *
 * Refused as unknown: terms relative to an event, weeks and school quarters, seasons, «или», days that do not exist,
 * ranges that run backwards in spite of their years, and texts past 2000 signs or 600 a sub-row.
 */
export function readTerm(written: string, calendar: TermCalendar): Term {
  const text = written.trim();
  if (text.length > 2000) return { written, parts: [{ kind: 'unknown', text }], doubt: 'unread' };
  const rows = rowsOf(text).flatMap((lines) => readLines(lines, calendar));
  return {
    written,
    parts: rows.flatMap((row) => row.parts),
    doubt: rows.length === 0 ? 'empty' : doubtOf(rows.map((row) => row.doubt)),
  };
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

const GRAVEST: readonly TermDoubt[] = ['unread', 'backwards', 'until-month', 'year-end', 'part-of-month'];

// Months are counted as whole numbers, year · 12 + (month − 1), so that ranges are subtraction.

const numberOf = (text: Month | Day) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

const monthAt = (number: number): Month => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;

const monthsBetween = (first: number, last: number): readonly Month[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => monthAt(first + step));

const lengthOf = (number: number) => new Date(Date.UTC(Math.floor(number / 12), (number % 12) + 1, 0)).getUTCDate();

/** The day of the month, or its last one where the month is shorter. */
const dayOf = (number: number, day: number): Day =>
  `${monthAt(number)}-${String(Math.min(day, lengthOf(number))).padStart(2, '0')}`;

/** Where the calendar puts a month (1–12) without a year. */
const placed = (month: number, { kind, year }: TermCalendar) =>
  (kind === 'school' && month < 9 ? year + 1 : year) * 12 + month - 1;

const firstOf = (calendar: TermCalendar) => placed(calendar.kind === 'school' ? 9 : 1, calendar);

/** What one sub-row says. */
type Row = { readonly parts: readonly TermPart[]; readonly doubt: TermDoubt | null };

const EDGES = /^(?:[\s.,:•·*–—)-]|\d{1,2}\))+|[\s.…,:(–—-]+$/g;

/**
 * Sub-rows parted by a sign, each as its lines without numbers and bullets. A slash between figures parts nothing
 * («2026/27») unless a whole year stands before it; a year on a line of its own belongs to the line above.
 */
function rowsOf(written: string): readonly (readonly string[])[] {
  const text = cleared(written).replace(/\s*\n\s*(?=20\d\d ?(?:г[а-я]*)?\.?\s*(?:\n|$))/gi, ' ');
  const isBulleted = /^\s*[-–—]/.test(text);
  return text
    .split(/;|(?<!\d)\/|\/(?!\d)|(?<=20\d\d)\/(?!(?:20)?\d\d(?!\.?\d))/)
    .map((row) =>
      row
        .split('\n')
        .map((line) => line.replace(isBulleted ? /^[\s•·*–—-]+/ : /^(?:[\s•·*]|\d{1,2}\))+/, '').trim())
        .filter((line) => /[\p{L}\d]/u.test(line.replace(EDGES, ''))),
    )
    .filter((lines) => lines.length > 0);
}

/** A cell so narrow that one term takes more lines is not read as one. */
const LINES_OF_ROW = 8;

/** Lines as one: «сен-⏎тябрь» is a month again, «плану-⏎графику» one word. */
const joined = (lines: readonly string[]) =>
  mend(lines.join(' '))
    .replace(EDGES, '')
    .replace(/(?<=\p{L}[-‐‑]) (?=\p{L})/gu, '');

/** Of all ways to join neighbouring lines, the one with fewest lines unread, then with fewest sub-rows. */
function readLines(lines: readonly string[], calendar: TermCalendar): readonly Row[] {
  const unread = (text: string): Row => ({ parts: [{ kind: 'unknown', text }], doubt: 'unread' });
  if (joined(lines).length > 600) return [unread(joined(lines))];
  const alone = lines.map((line) => readRow(joined([line]), calendar));
  const best: { readonly cost: number; readonly rows: readonly Row[] }[] = [{ cost: 0, rows: [] }];
  for (let end = 1; end <= lines.length; end += 1) {
    const ways = best.slice(-LINES_OF_ROW).map(({ cost, rows }, at, { length }) => {
      const start = end - length + at;
      const text = joined(lines.slice(start, end));
      const isApart = staysApart(lines.slice(start, end), alone.slice(start, end));
      const read = isApart ? null : readRow(text, calendar);
      return { cost: cost + 1 + (read ? 0 : 1000 * (end - start)), rows: [...rows, read ?? unread(text)] };
    });
    best.push(ways.reduce((a, b) => (b.cost < a.cost ? b : a)));
  }
  return best.at(-1)?.rows ?? [];
}

/** «март ⏎ по плану» is two sub-rows: a manner on a line of its own qualifies no other, unless a comma joins them. */
function staysApart(lines: readonly string[], alone: readonly (Row | null)[]): boolean {
  const isManner = (row: Row | null) =>
    row?.parts.every((part) => part.kind === 'by-plan' || (part.kind === 'whole' && part.word in RHYTHM_WORDS));
  return lines.length > 1 && alone.every(Boolean) && alone.some(isManner) && !lines.some((line) => /[,(]$/.test(line));
}

/** A sub-row is read whole or not at all (null). */
function readRow(text: string, calendar: TermCalendar): Row | null {
  const ways = withoutPlan(text);
  if (ways.length === 0) return readDated(text, null, calendar);
  for (const { plan, rest } of ways) {
    if (!/[\p{L}\d]/u.test(rest)) return { parts: [{ kind: 'by-plan', ...plan }], doubt: null };
    const row = readDated(rest, plan, calendar);
    if (row) return row;
  }
  return null;
}

/** Months, days and rhythms between commas. One manner at most qualifies them; a rhythm alone is the whole span. */
function readDated(text: string, plan: Manner | null, calendar: TermCalendar): Row | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const rhythms = tokens.flatMap(({ rhythm }) => (rhythm ? [{ word: rhythm, text: RHYTHM_WORDS[rhythm] }] : []));
  const segments = segmentsOf(tokens.filter((token) => !token.rhythm));
  const [rhythm, ...otherRhythms] = rhythms;
  if (otherRhythms.length > 0) return null;
  if (segments.length === 0) {
    const part = { kind: 'whole', months: spanOf(calendar), showsYear: false, manner: plan } as const;
    return rhythm ? { parts: [{ ...part, word: rhythm.word }], doubt: null } : null;
  }
  if (rhythm && plan) return null;
  const phrases = segments.map(readPhrase);
  const isRead = (phrase: Phrase | null) => phrase !== null;
  return phrases.every(isRead) ? partsOf(phrases, rhythm ?? plan, calendar) : null;
}

/** What stands between commas. «Декабрь, 2026» is one. */
function segmentsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const segments: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const isOfDate = tokens[at - 1]?.is === 'month' && tokens[at + 1]?.is === 'year';
    if (token.is !== 'comma') segments.at(-1)?.push(token);
    else if (!isOfDate) segments.push([]);
  }
  return segments.filter((segment) => segment.length > 0);
}

/** A written year: of the calendar, or of a school by its first year. */
type Year = { readonly n: number; readonly isSchool: boolean };

/** One end of a range, or a thing on its own. Without a unit it borrows it from the next: «10–20 марта», «I, III квартал». */
type Point = {
  readonly unit: 'month' | 'day' | 'decade' | 'half-month' | 'quarter' | 'half-year' | null;
  /** The day, or which of its kind. */
  readonly n: number;
  readonly month: number;
  readonly year: Year | null;
  readonly edge: 'start' | 'middle' | 'end' | null;
  readonly isOrdinal: boolean;
  /** «полугодие учебного года». */
  readonly isOfSchool: boolean;
};

type WholeYears = {
  readonly shape: 'whole';
  readonly word: 'year' | 'school-year' | 'period';
  readonly years: readonly Year[];
};
type YearEdge = {
  readonly shape: 'edge-of-year';
  readonly edge: 'start' | 'end';
  readonly isSchool: boolean;
  readonly year: number | null;
};
type YearPhrase = WholeYears | YearEdge;
type PointsShape = 'range' | 'range-until' | 'until' | 'not-later' | 'since';

/** What stands between two commas. */
type Phrase = YearPhrase | { readonly shape: PointsShape; readonly points: readonly Point[] };

/** Takes tokens one by one when they are of a kind asked for. */
function cursorOf(tokens: readonly Token[]) {
  let at = 0;
  return {
    take(...kinds: readonly TokenKind[]): Token | undefined {
      const next = tokens[at];
      if (next === undefined || !kinds.includes(next.is)) return undefined;
      at += 1;
      return next;
    },
    isDone: () => at === tokens.length,
  };
}

type Cursor = ReturnType<typeof cursorOf>;

function readPhrase(tokens: readonly Token[]): Phrase | null {
  for (const read of [wholePhrase, edgePhrase, pointsPhrase]) {
    const cursor = cursorOf(tokens);
    const phrase = read(cursor);
    if (phrase && cursor.isDone()) return phrase;
  }
  return null;
}

/** «в течение года», «2026 г.», «2026/27 учебный год», «2026–2027 годы», «весь период». */
function wholePhrase(cursor: Cursor): Phrase | null {
  const isDuring = skip(cursor, 'during');
  const said = cursor.take('year', 'years', 'school-year', 'this-school-year', 'period');
  if (said === undefined)
    return isDuring && cursor.take('this-year') ? { shape: 'whole', word: 'year', years: [] } : null;
  const isSchool = said.is === 'school-year' || said.is === 'this-school-year';
  const word = isSchool ? 'school-year' : said.is === 'period' ? 'period' : 'year';
  const years = said.n === 0 ? [] : [said.n, said.last ?? said.n].map((n) => ({ n, isSchool }));
  return { shape: 'whole', word, years };
}

/** «до конца года», «к началу 2026/27 учебного года». */
function edgePhrase(cursor: Cursor): Phrase | null {
  if (!cursor.take('until', 'not-later', 'to')) return null;
  const edge = cursor.take('start', 'end');
  const year = cursor.take('year', 'school-year', 'this-year', 'this-school-year');
  if (!edge || !year) return null;
  const isSchool = year.is === 'school-year' || year.is === 'this-school-year';
  return { shape: 'edge-of-year', edge: edge.is === 'start' ? 'start' : 'end', isSchool, year: year.n || null };
}

/** «март», «с 10 по 20 марта», «I–II кварталы», «до 15.03.2026», «не позднее мая», «с 1 сентября». */
function pointsPhrase(cursor: Cursor): Phrase | null {
  skip(cursor, 'during');
  const opening = cursor.take('from', 'until', 'not-later', 'to')?.is ?? null;
  const first = takePoint(cursor);
  if (first === null) return null;
  if (opening === 'until') return { shape: 'until', points: [first] };
  if (opening === 'not-later' || opening === 'to') return { shape: 'not-later', points: [first] };
  const joint = opening === 'from' ? cursor.take('dash', 'to', 'until') : cursor.take('dash', 'to');
  if (joint === undefined) return { shape: opening === 'from' ? 'since' : 'range', points: [first] };
  const second = takePoint(cursor);
  if (second === null) return null;
  const school = cursor.take('bare-years');
  const last = school ? { ...second, year: { n: school.n, isSchool: true } } : second;
  return { shape: joint.is === 'until' ? 'range-until' : 'range', points: [first, last] };
}

/** Whether there was at least one. */
function skip(cursor: Cursor, kind: TokenKind): boolean {
  let isThere = false;
  while (cursor.take(kind)) isThere = true;
  return isThere;
}

const NO_POINT = { unit: null, n: 0, month: 0, year: null, edge: null, isOrdinal: false, isOfSchool: false } as const;

function takePoint(cursor: Cursor): Point | null {
  const edge = cursor.take('start', 'middle', 'end')?.is ?? null;
  const dated = takeUndated(cursor);
  if (dated === null) return null;
  const isOfSchool = dated.unit === 'half-year' && cursor.take('this-school-year') !== undefined;
  const year = isOfSchool || dated.unit === null ? undefined : cursor.take('year', 'school-year');
  return {
    ...dated,
    edge: edge === 'start' || edge === 'middle' || edge === 'end' ? edge : null,
    isOfSchool,
    year: year ? { n: year.n, isSchool: year.is === 'school-year' } : null,
  };
}

/** A point but for its year. */
function takeUndated(cursor: Cursor): Point | null {
  const count = cursor.take('number', 'ordinal');
  if (count === undefined) {
    const month = cursor.take('month');
    return month ? { ...NO_POINT, unit: 'month', month: month.n } : null;
  }
  const n = count.n;
  const isOrdinal = count.is === 'ordinal';
  if (cursor.take('quarter')) return { ...NO_POINT, unit: 'quarter', n };
  if (cursor.take('half-year')) return { ...NO_POINT, unit: 'half-year', n };
  const unit = cursor.take('decade') ? 'decade' : cursor.take('half-month') ? 'half-month' : 'day';
  const month = unit === 'day' && isOrdinal ? undefined : cursor.take('month');
  if (month) return { ...NO_POINT, unit, n, month: month.n };
  return unit === 'day' ? { ...NO_POINT, n, isOrdinal } : null;
}

/** Units and months of the points that left them to the next one; null where nobody says them. */
function inherited(points: readonly Point[]): readonly Point[] | null {
  const whole: Point[] = [];
  for (const point of points.toReversed()) {
    const next = whole[0];
    const isLent = next !== undefined && next.unit !== 'month' && !(point.isOrdinal && next.unit === 'day');
    if (point.unit === null && !isLent) return null;
    whole.unshift(point.unit === null && next ? { ...next, n: point.n, edge: null } : point);
  }
  return whole;
}

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
function partsOf(phrases: readonly Phrase[], manner: Manner | null, calendar: TermCalendar): Row | null {
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

type Dated = Exclude<TermPart, { kind: 'by-plan' | 'unknown' }>;
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

const doubtOf = (doubts: readonly (TermDoubt | false | null)[]): TermDoubt | null =>
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
