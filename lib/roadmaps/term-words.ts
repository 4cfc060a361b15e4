import { fold } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { Month, PlanWord, Rhythm, Term, TermPart } from '@/lib/roadmaps/term';

/**
 * What a word of a term means, free of Russian: `n` is the month (1–12), the number, the ordinal or the year; `last`
 * ends a pair of years. A date is three tokens: number, month, year.
 */
export type Token = { readonly is: TokenKind; readonly n: number; readonly last?: number; readonly rhythm?: Rhythm };

export type TokenKind =
  | 'month'
  | 'number'
  | 'ordinal'
  | 'quarter'
  | 'half-year'
  | 'decade'
  | 'half-month'
  | 'year'
  | 'years'
  | 'school-year'
  | 'bare-years'
  | 'this-year'
  | 'this-school-year'
  | 'period'
  | 'rhythm'
  | 'during'
  | 'start'
  | 'middle'
  | 'end'
  | 'from'
  | 'to'
  | 'until'
  | 'not-later'
  | 'dash'
  | 'comma';

const SOFT = '(?:ь|я|ю|ем|е)?';
const HARD = '(?:а|у|ом|е)?';

/** Every case of the twelve months, and the cuts of them that people write. */
const MONTHS = [
  { name: 'январь', of: 'января', forms: `янв(?:ар${SOFT})?` },
  { name: 'февраль', of: 'февраля', forms: `фев(?:р(?:ал${SOFT})?)?` },
  { name: 'март', of: 'марта', forms: `мар(?:т${HARD})?` },
  { name: 'апрель', of: 'апреля', forms: `апр(?:ел${SOFT})?` },
  { name: 'май', of: 'мая', forms: 'ма(?:й|я|ю|ем|е)' },
  { name: 'июнь', of: 'июня', forms: `июн${SOFT}` },
  { name: 'июль', of: 'июля', forms: `июл${SOFT}` },
  { name: 'август', of: 'августа', forms: `авг(?:уст${HARD})?` },
  { name: 'сентябрь', of: 'сентября', forms: `сен(?:т(?:ябр${SOFT})?)?` },
  { name: 'октябрь', of: 'октября', forms: `окт(?:ябр${SOFT})?` },
  { name: 'ноябрь', of: 'ноября', forms: `ноя(?:б(?:р${SOFT})?)?` },
  { name: 'декабрь', of: 'декабря', forms: `дек(?:абр${SOFT})?` },
] as const;

/** How a rhythm is printed, whichever way it was written. */
export const RHYTHM_WORDS: Readonly<Record<Rhythm, string>> = {
  always: 'постоянно',
  daily: 'ежедневно',
  weekly: 'еженедельно',
  monthly: 'ежемесячно',
  quarterly: 'ежеквартально',
  'half-yearly': 'раз в полугодие',
  yearly: 'ежегодно',
};

const ONCE = '(?:не реже )?(?:(?:1|один|одного) )?раза? в ';

const RHYTHMS: readonly (readonly [Rhythm, string])[] = [
  ['always', 'постоянно|на постоянной основе|непрерывно|систематически|регулярно'],
  ['daily', `ежедневно|каждый день|${ONCE}день`],
  ['weekly', `еженедельно|каждую неделю|${ONCE}неделю`],
  ['monthly', `ежемесячно|каждый месяц|${ONCE}месяц`],
  ['quarterly', `ежеквартально|каждый квартал|${ONCE}квартал`],
  ['half-yearly', `каждое полугодие|${ONCE}полугодие|(?:не реже )?(?:2|два|двух) раза? в год|дважды в год`],
  ['yearly', `ежегодно|каждый год|${ONCE}год`],
];

/** Words that stand where a date would, with what may stand between: «по отдельному утверждённому плану». */
const BETWEEN = '(?:[\\p{L}-]+(?:ому|ему|ыми|ими|ым|им) ){0,2}';
const PLANS: readonly (readonly [PlanWord, RegExp])[] = [
  ['plan', planned(`(?:по|согласно|в соответствии с) ${BETWEEN}(?:план|график|расписани|циклограмм)[\\p{L}-]*`)],
  ['need', planned(`по мере \\p{L}+|(?:по|при) ${BETWEEN}необходимости`)],
  ['request', planned(`по ${BETWEEN}(?:запрос|заявк|заявлени|обращени)\\p{L}*`)],
  ['agreement', planned(`по ${BETWEEN}согласовани\\p{L}*`)],
  ['order', planned(`(?:по|согласно) ${BETWEEN}(?:приказ|распоряжени)\\p{L}*`)],
];

function planned(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${pattern})`, 'iu');
}

const YEAR = '(20\\d\\d|2100)';
const OF_YEAR = 'год(?:а|у|ом|е)?';
const YEAR_TAIL = `(?: ?(?:г|${OF_YEAR})(?!\\p{L}))?`;
const SCHOOL_YEAR = `уч(?:ебн\\p{L}+)? ?(?:${OF_YEAR}|г)(?!\\p{L})`;
const ORDINAL = '(?:ый|ой|ого|ому|ом|ое|ая|ую)';

/** A rule may decline what its pattern found (null): then the next one is asked. */
type Rule = readonly [pattern: RegExp, read: (found: readonly string[]) => readonly Token[] | null];

const token = (is: TokenKind, n = 0): Token => ({ is, n });

const said = (pattern: string, ...tokens: readonly Token[]): Rule => [
  new RegExp(`(?:${pattern})(?![\\p{L}\\d])`, 'uy'),
  () => tokens,
];

const figures = (pattern: string, read: (...numbers: readonly number[]) => readonly Token[] | null): Rule => [
  new RegExp(`${pattern}(?!\\d)`, 'uy'),
  (found) => read(...found.map(Number)),
];

const monthToken = (month: number) => (month >= 1 && month <= 12 ? [token('month', month)] : null);

const dateTokens = (day: number, month: number, year?: number): readonly Token[] | null => {
  const named = monthToken(month);
  const dated = year === undefined ? [] : [token('year', year < 100 ? 2000 + year : year)];
  return named && [token('number', day), ...named, ...dated];
};

/** Two years, the second in full or by its last two figures; declined unless they are neighbours. */
const neighbours = (is: 'school-year' | 'bare-years') => (first: number, second: number) =>
  second === first + 1 || second === (first + 1) % 100 ? [token(is, first)] : null;

/** Longer phrases stand before the words they begin with. What changes nothing («в», «месяц») gives no tokens. */
const LEXICON: readonly Rule[] = [
  ...RHYTHMS.map(([rhythm, pattern]) => said(pattern, { is: 'rhythm', n: 0, rhythm })),
  figures(`${YEAR}-(\\d\\d)-(\\d\\d)`, (year, month, day) => dateTokens(day, month, year)),
  figures(`(\\d{1,2}) ?\\. ?(\\d{1,2}) ?\\. ?(20\\d\\d|2100|\\d\\d)(?!\\d)${YEAR_TAIL}`, dateTokens),
  figures(`(\\d{1,2})\\.${YEAR}(?!\\d)${YEAR_TAIL}`, (month, year) => {
    const named = monthToken(month);
    return named && [...named, token('year', year)];
  }),
  figures('(\\d{1,2})\\.(\\d\\d)(?!\\.?\\d)', (day, month) => dateTokens(day, month)),
  figures(`${YEAR} ?[-/] ?(\\d{4}|\\d\\d) ?${SCHOOL_YEAR}`, neighbours('school-year')),
  figures(`${YEAR}/(\\d{4}|\\d\\d)(?!\\.?\\d)`, neighbours('school-year')),
  figures(`${YEAR} ?- ?${YEAR} ?(?:г ?г|год(?:ы|ов|ах))(?!\\p{L})`, (n, last) => [{ is: 'years', n, last }]),
  figures(`${YEAR}(?: ?- ?(?=\\d{4})|-)(\\d{4}|\\d\\d)(?!\\.?\\d)`, neighbours('bare-years')),
  figures(`${YEAR}(?!\\d)${YEAR_TAIL}`, (year) => [token('year', year)]),
  figures('(\\d{1,2})(?!\\d)(?:-?(?:ый|ий|ой|го|му|ое|ая|й|е|я|м)(?!\\p{L}))?', (n) => [token('number', n)]),

  ...['i', 'ii', 'iii', 'iv'].map((roman, at) =>
    said(`${roman}(?:-?(?:ый|ий|ой|го|му|ое|ая|ом|й|е|я|м))?`, token('ordinal', at + 1)),
  ),
  // What recognition makes of «II» and «III».
  said('п(?= ?(?:кв|полуг))', token('ordinal', 2)),
  said('ш(?= ?кв)', token('ordinal', 3)),
  said(`перв${ORDINAL}`, token('ordinal', 1)),
  said(`втор${ORDINAL}`, token('ordinal', 2)),
  said('трет(?:ий|ьего|ьему|ьем|ья|ьей|ью)', token('ordinal', 3)),
  said(`четверт${ORDINAL}`, token('ordinal', 4)),
  said('кв(?:артал\\p{L}*)?', token('quarter')),
  said('полугоди[еяию]\\p{L}*', token('half-year')),
  said('декад\\p{L}+', token('decade')),
  said('половин\\p{L}+', token('half-month')),

  ...MONTHS.map(({ forms }, at) => said(forms, token('month', at + 1))),
  said('начал(?:о|а|е|у)', token('start')),
  said('середин(?:а|ы|е|у)', token('middle')),
  said('кон(?:ец|ца|це|цу)', token('end')),

  said(`(?:текущ\\p{L}+ )?${SCHOOL_YEAR}`, token('this-school-year')),
  said('круглый год|круглогодично', token('during'), token('this-year')),
  said(`(?:текущ\\p{L}+ |календарн\\p{L}+ )?${OF_YEAR}`, token('this-year')),
  said('(?:весь|всего) период(?:а)?(?: реализации(?: (?:проекта|программы|дорожной карты|плана))?)?', token('period')),
  said('(?:период|срок)а? реализации(?: (?:проекта|программы|дорожной карты|плана))?', token('period')),
  said('течени[еи]|теч|протяжении|весь|всего|всю|период', token('during')),

  said('не (?:позднее|позже),?(?: чем)?(?: до)?', token('not-later')),
  said('со?|от|начиная с', token('from')),
  said('по', token('to')),
  said('до|ко?', token('until')),
  said('и|а также', token('comma')),
  said('месяц(?:а|у|е|ем|ы|ев|ах)?|включительно|срок(?:и|ом)?|во?|на'),
  [/-/uy, () => [token('dash')]],
  [/[,()]/uy, () => [token('comma')]],
  [/[\s.:]/uy, () => []],
];

/** Latin letters that look like Russian ones come with recognised text. */
const ALIKE = new Map(Array.from('abcehkmoptxy', (latin, at) => [latin, 'авсенкмортху'.charAt(at)]));

/** One spelling for the lexicon: folded, one kind of dash, no full stops of abbreviations, one alphabet. */
const levelled = (text: string) =>
  fold(text.normalize('NFKC'))
    .replace(/\p{L}+/gu, (word) => {
      if (/^[ivі]+$/.test(word)) return word.replaceAll('і', 'i');
      return /[а-я]|^[bck]$/.test(word) ? word.replace(/[a-z]/g, (letter) => ALIKE.get(letter) ?? letter) : word;
    })
    .replace(/[‐‑‒–—―−-]+/g, '-')
    .replace(/(?<=\p{L})\.+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The tokens of one sub-row, or null where a word of it is not known. */
export function tokensOf(text: string): readonly Token[] | null {
  const line = levelled(text);
  const tokens: Token[] = [];
  let at = 0;
  const next = () => {
    for (const [pattern, read] of LEXICON) {
      pattern.lastIndex = at;
      const found = pattern.exec(line);
      const meant = found && read(found.slice(1));
      if (found && meant) return { length: found[0].length, meant };
    }
    return null;
  };
  while (at < line.length) {
    const step = next();
    if (step === null) return null;
    tokens.push(...step.meant);
    at += step.length;
  }
  return tokens;
}

const ANY_MONTH = new RegExp(`(?<!\\p{L})(?:${MONTHS.map(({ forms }) => forms).join('|')})(?!\\p{L})`, 'u');

/** Without signs at the end; a bracket stays where it closes one. */
function trimmed(text: string): string {
  const open = text.replace(/[\s,.:…(–—-]+$/, '');
  const name = open.includes('(') ? open : open.replace(/[\s,.:…–—)-]+$/, '');
  return name === text ? name : trimmed(name);
}

type PlanTaken = { readonly plan: { readonly word: PlanWord; readonly text: string }; readonly rest: string };

/**
 * The ways to take «по плану СОИРО» out of a sub-row, shortest name of the plan first; what is left is to be read
 * without it. A name that holds a month is no name: the month would be lost.
 */
export function withoutPlan(row: string): readonly PlanTaken[] {
  const text = trimmed(row);
  const found = PLANS.flatMap(([word, pattern]) => {
    const match = pattern.exec(text);
    return match ? [{ word, start: match.index, end: match.index + match[0].length }] : [];
  }).toSorted((a, b) => a.start - b.start)[0];
  if (found === undefined) return [];
  const before = /[\p{L}\d]/u.test(text.slice(0, found.start)) ? text.slice(0, found.start) : '';
  const tail = text.slice(found.end);
  const cuts = [...tail.matchAll(/[,(]|\sв\s+течени[еи]/giu)].map((match) => match.index);
  return [...cuts, tail.length].flatMap((cut) => {
    const name = trimmed(text.slice(found.start, found.end + cut));
    if (ANY_MONTH.test(levelled(name))) return [];
    const plan = { word: found.word, text: name.charAt(0).toLowerCase() + name.slice(1) };
    return [{ plan, rest: `${before},${tail.slice(cut)}` }];
  });
}

const KNOWN = new RegExp(
  `^(?:${MONTHS.map(({ forms }) => forms).join('|')}|${[
    'течени[еи]|год|года|году|учебн(?:ый|ого|ом)|квартал(?:а|е|у|ы|ом|ов)?|полугоди[еяию]|период|периода',
    'весь|всего|мере|необходимости|план|плану|график|графику|отдельному|согласно|позднее|позже|раз|раза|реже|месяц',
    'постоянно|ежедневно|еженедельно|ежемесячно|ежеквартально|ежегодно|первый|первого|второй|второго|третий',
    'и|в|с|по|до|к|ко|не',
  ].join('|')})$`,
  'u',
);

/** The text without what nobody sees: soft hyphens, odd spaces, other machines' line ends. Line breaks are kept. */
export const cleared = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\u00ad\s*\n\s*|[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?<!\d)(20\d\d) ?\/ ?(20\d\d)(?= ?уч)/giu, (slashed, first, second) =>
      Number(second) === Number(first) + 1 ? `${first}/${second}` : slashed,
    );

/**
 * A line with its broken words whole again: «сен- тябрь», «нояб рь». Two fragments are one word only where that word is
 * known and one of them is not: «март- ноябрь» stays a range.
 */
export function mend(line: string): string {
  const isKnown = (word: string) => KNOWN.test(levelled(word));
  const mended: string[] = [];
  for (const piece of line.match(/\p{L}+|[^\p{L}]+/gu) ?? []) {
    const [left, gap] = mended.slice(-2);
    const isBroken = left !== undefined && gap !== undefined && /^(?: | ?[-‐‑–—] ?)$/.test(gap);
    if (isBroken && isKnown(left + piece) && !(isKnown(left) && isKnown(piece))) mended.splice(-2, 2, left + piece);
    else mended.push(piece);
  }
  return mended.join('');
}

/**
 * The term in its one spelling: «март–ноябрь», «март, октябрь, ноябрь», «март / апрель–октябрь», «до 15 марта», «в
 * течение года». Three months in a row make a range. A year is printed where one was written or where the months lie
 * outside the calendar. What was not understood is printed as it was written. Read again, it means the same months,
 * days and words.
 */
export function printTerm(term: Term): string {
  return term.parts.reduce((line, part, at) => {
    const previous = term.parts[at - 1];
    if (previous === undefined) return printPart(part);
    // «15 марта, 20 апреля» is one list, unless a year of the second would be read as a year of the first.
    const isList =
      part.kind === 'days' &&
      previous.kind === 'days' &&
      !part.manner &&
      !previous.manner &&
      part.showsYear === previous.showsYear;
    return `${line}${isList ? ', ' : ' / '}${printPart(part)}`;
  }, '');
}

type DatedPart = Exclude<TermPart, { kind: 'by-plan' | 'unknown' }>;

function printPart(part: TermPart): string {
  if (part.kind === 'by-plan' || part.kind === 'unknown') return part.text;
  return [printDated(part), part.manner?.text].filter(Boolean).join(', ');
}

function printDated(part: DatedPart): string {
  switch (part.kind) {
    case 'months':
      return printMonths(part.months, part.showsYear);
    case 'days':
      return printDays(part.from, part.to, part.showsYear);
    case 'since':
      return `с ${printDay(part.from, part.showsYear)}`;
    case 'whole':
      return part.showsYear ? printYears(part) : WHOLE_WORDS[part.word];
  }
}

const WHOLE_WORDS: Readonly<Record<Extract<TermPart, { kind: 'whole' }>['word'], string>> = {
  ...RHYTHM_WORDS,
  year: 'в течение года',
  'school-year': 'в течение учебного года',
  period: 'весь период',
};

function printYears({ word, months }: Extract<TermPart, { kind: 'whole' }>): string {
  const [first, last] = [yearOf(months[0] ?? ''), yearOf(months.at(-1) ?? '')];
  if (word === 'school-year') return `${formatSchoolYear(first)} учебный год`;
  return first === last ? `в течение ${first} года` : `${first}–${last} годы`;
}

const yearOf = (date: string) => Number(date.slice(0, 4));
const monthOf = (date: string) => MONTHS[Number(date.slice(5, 7)) - 1];

function printMonths(months: readonly Month[], hasYear: boolean): string {
  const name = (month: Month) => monthOf(month)?.name ?? month;
  const runs = runsOf(months);
  return runs
    .map(([first, last], at) => {
      if (hasYear && yearOf(first) !== yearOf(last))
        return `${name(first)} ${yearOf(first)} – ${name(last)} ${yearOf(last)}`;
      const range = first === last ? name(first) : `${name(first)}–${name(last)}`;
      // A year stands for the months before it as well.
      const next = runs[at + 1]?.[0];
      return hasYear && (next === undefined || yearOf(next) !== yearOf(last)) ? `${range} ${yearOf(last)}` : range;
    })
    .join(', ');
}

/** Three months in a row and more are one run; fewer are named one by one. */
function runsOf(months: readonly Month[]): readonly (readonly [first: Month, last: Month])[] {
  const number = (month: Month) => yearOf(month) * 12 + Number(month.slice(5, 7));
  const rows = months.reduce<Month[][]>((found, month) => {
    const row = found.at(-1);
    const before = row?.at(-1);
    if (row && before !== undefined && number(month) === number(before) + 1) row.push(month);
    else found.push([month]);
    return found;
  }, []);
  return rows.flatMap((row) => {
    const [first, last] = [row[0], row.at(-1)];
    if (row.length < 3 || first === undefined || last === undefined) return row.map((month) => [month, month] as const);
    return [[first, last] as const];
  });
}

const printDay = (date: string, hasYear: boolean) =>
  `${Number(date.slice(8))} ${monthOf(date)?.of ?? ''}${hasYear ? ` ${yearOf(date)}` : ''}`;

function printDays(from: string | null, to: string, hasYear: boolean): string {
  if (from === null) return `до ${printDay(to, hasYear)}`;
  if (from === to) return printDay(to, hasYear);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${printDay(to, hasYear)}`;
  return `${printDay(from, hasYear && yearOf(from) !== yearOf(to))} – ${printDay(to, hasYear)}`;
}
