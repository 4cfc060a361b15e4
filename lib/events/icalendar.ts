/**
 * iCalendar (RFC 5545) as text: what a calendar of a phone reads. Moments are written in UTC, so no VTIMEZONE is needed;
 * whole days are dates. Nothing here knows of the clock: the same entries always give the same bytes.
 */
export type CalendarEntry = {
  /** Stays the same for as long as the event lives. */
  readonly uid: string;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly starts: CalendarTime;
  /** Exclusive: whole days end on the day after the last one. */
  readonly ends: CalendarTime;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly categories: readonly string[];
};

export type CalendarTime = { readonly moment: Date } | { readonly day: string };

/** Text of a value: backslash, semicolon and comma are escaped, a line break is «\n» (§3.3.11); other controls go. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

const LINE_MAX = 75;
const bytesOf = (sign: string): number => {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** No line is longer than 75 octets; the rest goes on after a break and a space, never in the middle of a letter (§3.1). */
export function foldLine(line: string): string {
  let folded = '';
  let length = 0;
  for (const sign of line) {
    const size = bytesOf(sign);
    if (length + size > LINE_MAX) {
      folded += '\r\n ';
      length = 1;
    }
    folded += sign;
    length += size;
  }
  return folded;
}

/** «20261123T070000Z». */
const utc = (moment: Date): string => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const timeLine = (name: string, time: CalendarTime): string =>
  'day' in time ? `${name};VALUE=DATE:${time.day.replaceAll('-', '')}` : `${name}:${utc(time.moment)}`;

const textLine = (name: string, text: string): readonly string[] =>
  text === '' ? [] : [`${name}:${escapeText(text)}`];

const entryLines = (entry: CalendarEntry): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(entry.uid)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${utc(entry.changedAt)}`,
  `LAST-MODIFIED:${utc(entry.changedAt)}`,
  timeLine('DTSTART', entry.starts),
  timeLine('DTEND', entry.ends),
  `STATUS:${entry.status}`,
  // Whole days do not make somebody busy.
  `TRANSP:${'day' in entry.starts || entry.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'}`,
  ...textLine('SUMMARY', entry.summary),
  ...textLine('DESCRIPTION', entry.description),
  ...textLine('LOCATION', entry.location),
  // An address is no text: nothing in it is escaped.
  ...(entry.url === '' ? [] : [`URL:${entry.url}`]),
  ...(entry.categories.length === 0 ? [] : [`CATEGORIES:${entry.categories.map(escapeText).join(',')}`]),
  'END:VEVENT',
];

/** A calendar with its name and how often a subscriber should ask again. */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//MOC portal//Events//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
