import { type Manner, spanOf, type Term, type TermCalendar } from '@/lib/roadmaps/term';
import { doubtOf, partsOf, type TermRow } from '@/lib/roadmaps/term-dates';
import { type Phrase, readPhrase } from '@/lib/roadmaps/term-phrase';
import { cleared, mend, RHYTHM_WORDS, type Token, tokensOf, withoutPlan } from '@/lib/roadmaps/term-words';

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
function readLines(lines: readonly string[], calendar: TermCalendar): readonly TermRow[] {
  const unread = (text: string): TermRow => ({ parts: [{ kind: 'unknown', text }], doubt: 'unread' });
  if (joined(lines).length > 600) return [unread(joined(lines))];
  const alone = lines.map((line) => readRow(joined([line]), calendar));
  const best: { readonly cost: number; readonly rows: readonly TermRow[] }[] = [{ cost: 0, rows: [] }];
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
function staysApart(lines: readonly string[], alone: readonly (TermRow | null)[]): boolean {
  const isManner = (row: TermRow | null) =>
    row?.parts.every((part) => part.kind === 'by-plan' || (part.kind === 'whole' && part.word in RHYTHM_WORDS));
  return lines.length > 1 && alone.every(Boolean) && alone.some(isManner) && !lines.some((line) => /[,(]$/.test(line));
}

/** A sub-row is read whole or not at all (null). */
function readRow(text: string, calendar: TermCalendar): TermRow | null {
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
function readDated(text: string, plan: Manner | null, calendar: TermCalendar): TermRow | null {
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
