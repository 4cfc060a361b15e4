import type { Token, TokenKind } from '@/lib/roadmaps/term-words';

/** A written year: of the calendar, or of a school by its first year. */
export type Year = { readonly n: number; readonly isSchool: boolean };

/** One end of a range, or a thing on its own. Without a unit it borrows it from the next: «10–20 марта», «I, III квартал». */
export type Point = {
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

export type WholeYears = {
  readonly shape: 'whole';
  readonly word: 'year' | 'school-year' | 'period';
  readonly years: readonly Year[];
};
export type YearEdge = {
  readonly shape: 'edge-of-year';
  readonly edge: 'start' | 'end';
  readonly isSchool: boolean;
  readonly year: number | null;
};
export type YearPhrase = WholeYears | YearEdge;
export type PointsShape = 'range' | 'range-until' | 'until' | 'not-later' | 'since';

/** What stands between two commas. */
export type Phrase = YearPhrase | { readonly shape: PointsShape; readonly points: readonly Point[] };

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

export function readPhrase(tokens: readonly Token[]): Phrase | null {
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
export function inherited(points: readonly Point[]): readonly Point[] | null {
  const whole: Point[] = [];
  for (const point of points.toReversed()) {
    const next = whole[0];
    const isLent = next !== undefined && next.unit !== 'month' && !(point.isOrdinal && next.unit === 'day');
    if (point.unit === null && !isLent) return null;
    whole.unshift(point.unit === null && next ? { ...next, n: point.n, edge: null } : point);
  }
  return whole;
}
