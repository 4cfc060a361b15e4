import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTerm } from '@/lib/roadmaps/read-term';
import {
  lastDayOfTerm,
  type Month,
  monthsOfTerm,
  spanOf,
  type Term,
  type TermCalendar,
  type TermPart,
} from '@/lib/roadmaps/term';
import { printTerm, RHYTHM_WORDS } from '@/lib/roadmaps/term-words';

const calendars: fc.Arbitrary<TermCalendar> = fc.record({
  kind: fc.constantFrom('calendar', 'school'),
  year: fc.integer({ min: 2001, max: 2098 }),
});

const monthNear = (calendar: TermCalendar): fc.Arbitrary<Month> =>
  fc
    .record({
      year: fc.integer({ min: calendar.year - 1, max: calendar.year + 2 }),
      month: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`);

const rhythms = fc.constantFrom('always', 'daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly');
const plans = fc.constantFrom(
  { word: 'plan', text: 'по плану СОИРО' } as const,
  { word: 'plan', text: 'по отдельному графику' } as const,
  { word: 'need', text: 'по мере необходимости' } as const,
  { word: 'request', text: 'по запросам школ, РМО' } as const,
);
const manners = fc.option(
  fc.oneof(
    plans,
    rhythms.map((word) => ({ word, text: RHYTHM_WORDS[word] })),
  ),
);

/** Any part that a person could have meant, inside the calendar or with its years. */
function parts(calendar: TermCalendar): fc.Arbitrary<TermPart> {
  const span = spanOf(calendar);
  const shows = (dates: readonly string[], isSaid: boolean) =>
    isSaid || dates.some((date) => !span.includes(date.slice(0, 7)));
  const month = fc.oneof(fc.constantFrom(...span), monthNear(calendar));
  const day = fc
    .tuple(month, fc.integer({ min: 1, max: 28 }))
    .map(([at, of]) => `${at}-${String(of).padStart(2, '0')}`);
  const said = fc.record({ isSaid: fc.boolean(), manner: manners });
  return fc.oneof(
    fc.tuple(fc.uniqueArray(month, { minLength: 1, maxLength: 8 }), said).map(([months, { isSaid, manner }]) => ({
      kind: 'months' as const,
      months: months.toSorted(),
      showsYear: shows(months, isSaid),
      manner,
    })),
    fc.tuple(day, fc.option(day), said).map(([a, b, { isSaid, manner }]) => {
      const from = b === null ? null : a < b ? a : b;
      const to = b === null || a > b ? a : b;
      return { kind: 'days' as const, from, to, showsYear: shows(from === null ? [to] : [from, to], isSaid), manner };
    }),
    fc.tuple(rhythms, fc.option(plans)).map(([word, manner]) => ({
      kind: 'whole' as const,
      word,
      months: span,
      showsYear: false,
      manner,
    })),
    fc.tuple(fc.constantFrom('year', 'school-year', 'period'), manners).map(([word, manner]) => ({
      kind: 'whole' as const,
      word,
      months: span,
      showsYear: false,
      manner,
    })),
    plans.map((plan) => ({ kind: 'by-plan' as const, ...plan })),
    fc.constantFrom('осень', 'после ВПР', 'март или май').map((text) => ({ kind: 'unknown' as const, text })),
  );
}

const meant = calendars.chain((calendar) =>
  fc.record({ calendar: fc.constant(calendar), parts: fc.array(parts(calendar), { minLength: 1, maxLength: 4 }) }),
);

/** What people write, put together without sense: scraps that the reader knows, and signs between them. */
const scraps = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...'март,Марта,мае,ноябрь,сент.,сен,тябрь,янв,15,31,1-го,15.03,15.03.2026,2026,2026 г.,2026/27,2026–2027'.split(
          ',',
        ),
        ...'учебный год,уч. г.,года,гг.,в течение,весь период,I,II,квартал,полугодие,декада,половина,конец,начало'.split(
          ',',
        ),
        ...'с,по,до,к,не позднее,и,или,по плану,СОИРО,по мере необходимости,ежемесячно,раз в год,(,),1),после'.split(
          ',',
        ),
      ),
      fc.constantFrom(
        ' ',
        ' ',
        ' ',
        '\n',
        '-',
        ' – ',
        ', ',
        ' / ',
        '/',
        ';',
        '-\n',
        '\n- ',
        '.',
        '',
        '\u00ad',
        '\u00a0',
      ),
    ),
    { maxLength: 9 },
  )
  .map((pairs) => pairs.flat().join(''));

const texts = fc.oneof(
  scraps,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);

const read = (written: string, calendar: TermCalendar): Term => readTerm(written, calendar);

describe('a term', () => {
  it('that is printed is read again as the same months, days and words', () => {
    fc.assert(
      fc.property(meant, ({ calendar, parts: said }) => {
        const printed = printTerm({ written: '', parts: said, doubt: null });
        // Longer texts are no terms.
        fc.pre(printed.length <= 300);
        expect(read(printed, calendar).parts, printed).toEqual(said);
      }),
      { numRuns: 1000 },
    );
  });

  it('once read is printed in a spelling that stays', () => {
    fc.assert(
      fc.property(texts, calendars, (written, calendar) => {
        const first = read(written, calendar);
        const again = read(printTerm(first), calendar);
        expect(again.parts).toEqual(first.parts);
        expect(printTerm(again)).toBe(printTerm(first));
      }),
      { numRuns: 2000 },
    );
  });

  it('is kept as it was written and never throws', () => {
    fc.assert(
      fc.property(texts, calendars, (written, calendar) => {
        expect(read(written, calendar).written).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives months that ascend, each once, and a last day in the last of them', () => {
    fc.assert(
      fc.property(texts, calendars, (written, calendar) => {
        const term = read(written, calendar);
        const months = monthsOfTerm(term);
        expect(months).toEqual([...new Set(months)].sort());
        for (const part of term.parts)
          if ('months' in part) expect(part.months).toEqual([...new Set(part.months)].sort());
        const last = lastDayOfTerm(term);
        if (last !== null) expect(last.slice(0, 7)).toBe(months.at(-1));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the calendar only with a year in it («15.03.26» has one) or with a doubt', () => {
    fc.assert(
      fc.property(scraps, calendars, (written, calendar) => {
        const term = read(written, calendar);
        const isInside = monthsOfTerm(term).every((month) => spanOf(calendar).includes(month));
        expect(isInside || /20\d\d|\.\d\d\b/.test(written) || term.doubt !== null).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is doubted exactly where a part of it is unknown, backwards or approximate', () => {
    fc.assert(
      fc.property(texts, calendars, (written, calendar) => {
        const term = read(written, calendar);
        expect(term.doubt === 'unread').toBe(term.parts.some((part) => part.kind === 'unknown'));
        expect(term.doubt === 'empty').toBe(term.parts.length === 0);
      }),
      { numRuns: 1000 },
    );
  });
});
