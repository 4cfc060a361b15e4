import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_STATUSES } from '@/lib/events/event';
import { timeOfForm, yearOfTime } from '@/lib/events/event-input';
import { mayMove } from '@/lib/events/event-moves';
import { readCursor, writeCursor } from '@/lib/events/event-search';
import {
  clockOf,
  type DatedTime,
  dayAfter,
  firstDay,
  isBegun,
  isPast,
  lastDay,
  momentOf,
  monthsOfYear,
  schoolYearOfDay,
} from '@/lib/events/event-time';
import { monthBeside, monthGrid } from '@/lib/events/month-grid';
import { planAndFact } from '@/lib/events/plan-and-fact';
import { monthAfter, seriesTimes } from '@/lib/events/series';
import { standingWords, timeWords } from '@/lib/events/words';

const ZONE = 'Europe/Moscow';
const FIELDS = { firstDay: null, startTime: null, endTime: null, lastDay: null, term: '' };
const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dated = fc
  .tuple(day, fc.nat({ max: 5 }), fc.boolean())
  .map(
    ([first, more, isWhole]): DatedTime =>
      isWhole
        ? { kind: 'DAYS', first, last: dayAfter(first, more) }
        : { kind: 'HOURS', starts: `${first}T10:00`, ends: `${dayAfter(first, more)}T12:30` },
  );

describe('when an event is', () => {
  it.each([
    [{ firstDay: '2020-01-17' }, { kind: 'DAYS', first: '2020-01-17', last: '2020-01-17' }],
    [
      { firstDay: '2026-11-23', lastDay: '2026-11-25' },
      { kind: 'DAYS', first: '2026-11-23', last: '2026-11-25' },
    ],
    [
      { firstDay: '2026-11-23', startTime: '10:00', endTime: '12:00' },
      { kind: 'HOURS', starts: '2026-11-23T10:00', ends: '2026-11-23T12:00' },
    ],
    [{ term: 'в течение года' }, { kind: 'TERM', term: 'в течение года' }],
  ])('%j is read as %j', (fields, time) => {
    expect(timeOfForm({ ...FIELDS, ...fields })).toEqual(time);
  });

  it.each([
    [{}, 'firstDay'],
    [{ firstDay: '2026-11-23', term: 'март' }, 'term'],
    [{ firstDay: '2026-11-23', lastDay: '2026-11-22' }, 'lastDay'],
    [{ firstDay: '2026-11-23', lastDay: '2027-05-31' }, 'lastDay'],
    [{ firstDay: '2026-11-23', startTime: '10:00' }, 'endTime'],
    [{ firstDay: '2026-11-23', endTime: '10:00' }, 'startTime'],
    [{ firstDay: '2026-11-23', startTime: '10:00', endTime: '10:00' }, 'endTime'],
  ])('%j is refused at «%s»', (fields, field) => {
    expect(() => timeOfForm({ ...FIELDS, ...fields })).toThrow(
      expect.objectContaining({ code: 'invalid', fields: { [field]: expect.any(String) } }),
    );
  });

  it('belongs to the school year of its first day; a term in words names its own', () => {
    expect([schoolYearOfDay('2026-08-31'), schoolYearOfDay('2026-09-01')]).toEqual([2025, 2026]);
    expect(yearOfTime({ kind: 'TERM', term: 'март' }, 2026)).toBe(2026);
    expect(yearOfTime({ kind: 'DAYS', first: '2020-01-17', last: '2020-01-17' }, 2026)).toBe(2019);
    expect(monthsOfYear(2026)).toEqual(expect.arrayContaining(['2026-09', '2026-12', '2027-01', '2027-08']));
  });

  it('begins and ends by the clocks of the municipality', () => {
    const hours: DatedTime = { kind: 'HOURS', starts: '2026-11-23T10:00', ends: '2026-11-23T12:00' };
    const at = (utc: string) => new Date(`2026-11-${utc}:00Z`);
    expect([isBegun(hours, at('23T06:59'), ZONE), isBegun(hours, at('23T07:00'), ZONE)]).toEqual([false, true]);
    expect([isPast(hours, at('23T08:59'), ZONE), isPast(hours, at('23T09:00'), ZONE)]).toEqual([false, true]);
    const whole: DatedTime = { kind: 'DAYS', first: '2026-11-23', last: '2026-11-24' };
    expect([isBegun(whole, at('23T20:59'), ZONE), isBegun(whole, at('23T21:00'), ZONE)]).toEqual([false, true]);
    expect([isPast(whole, at('24T20:59'), ZONE), isPast(whole, at('24T21:00'), ZONE)]).toEqual([false, true]);
    expect(isPast({ kind: 'TERM', term: 'март' }, at('23T00:00'), ZONE)).toBe(false);
  });

  it('takes an hour that the clocks skip as they would show it', () => {
    expect(momentOf('2026-03-29T02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(momentOf('2026-11-23T10:00', ZONE).toISOString()).toBe('2026-11-23T07:00:00.000Z');
  });

  it.each([
    [{ kind: 'HOURS', starts: '2026-11-23T10:00', ends: '2026-11-23T12:00' } as const, '23.11.2026, 10:00–12:00'],
    [{ kind: 'DAYS', first: '2020-02-27', last: '2020-02-27' } as const, '27.02.2020'],
    [{ kind: 'DAYS', first: '2026-11-23', last: '2026-11-25' } as const, '23.11.2026–25.11.2026'],
    [{ kind: 'TERM', term: 'май, июнь, сентябрь' } as const, 'май, июнь, сентябрь'],
  ])('%j is said as «%s»', (time, words) => {
    expect(timeWords(time)).toBe(words);
  });
});

describe('a series', () => {
  const series = fc.record({
    unit: fc.constantFrom('WEEK' as const, 'MONTH' as const),
    every: fc.integer({ min: 1, max: 12 }),
    times: fc.integer({ min: 1, max: 30 }),
  });

  it('has as many copies as were asked for, each later than the one before and as long as the event', () => {
    fc.assert(
      fc.property(dated, series, (time, of) => {
        const copies = seriesTimes(time, of);
        expect(copies).toHaveLength(of.times);
        const firsts = [time, ...copies].map(firstDay);
        expect(firsts).toEqual([...new Set(firsts)].sort());
        const long = (one: DatedTime) => Date.parse(lastDay(one)) - Date.parse(firstDay(one));
        expect(new Set([time, ...copies].map(long)).size).toBe(1);
      }),
    );
  });

  it('of weeks keeps the day of the week and the hours, of months the day of the month where there is one', () => {
    fc.assert(
      fc.property(dated, series, (time, of) => {
        const weekday = (one: DatedTime) => new Date(firstDay(one)).getUTCDay();
        const number = (one: DatedTime) => Number(firstDay(one).slice(8));
        for (const copy of seriesTimes(time, of)) {
          if (of.unit === 'WEEK') expect(weekday(copy)).toBe(weekday(time));
          else expect(number(copy)).toBeLessThanOrEqual(number(time));
          if (copy.kind === 'HOURS') expect([clockOf(copy.starts), clockOf(copy.ends)]).toEqual(['10:00', '12:30']);
        }
      }),
    );
  });

  it('from the 31st meets the last day of short months and comes back to the 31st', () => {
    expect([1, 2, 3, 13].map((months) => monthAfter('2027-12-31', months))).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2029-01-31',
    ]);
  });

  it('of a term in words is empty', () => {
    expect(seriesTimes({ kind: 'TERM', term: 'март' }, { unit: 'WEEK', every: 1, times: 5 })).toEqual([]);
  });
});

describe('a month of the calendar', () => {
  it('is whole weeks from Monday with every day of the month once', () => {
    fc.assert(
      fc.property(day, (any) => {
        const month = any.slice(0, 7);
        const weeks = monthGrid(month, []);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(weeks.map(([monday]) => new Date(monday?.day ?? '').getUTCDay())).toEqual(weeks.map(() => 1));
        const own = weeks.flat().filter(({ isOfMonth }) => isOfMonth);
        expect(own[0]?.day).toBe(`${month}-01`);
        expect(dayAfter(own.at(-1)?.day ?? '')).toBe(`${monthBeside(month, 1)}-01`);
      }),
    );
  });

  it('shows an event on each of its days and a term in words on none', () => {
    const events = [
      { time: { kind: 'DAYS', first: '2026-10-31', last: '2026-11-02' } as const },
      { time: { kind: 'TERM', term: 'ноябрь' } as const },
    ];
    const days = monthGrid('2026-11', events).flat();
    expect(days.filter((one) => one.events.length > 0).map((one) => one.day)).toEqual([
      '2026-10-31',
      '2026-11-01',
      '2026-11-02',
    ]);
  });
});

describe('plan and fact', () => {
  const form = { id: 'f', name: 'Семинар', normMin: 3, normMax: 4, isRetired: false };
  const counted = (held: number, planned: number) => [
    { formId: 'f', status: 'HELD' as const, events: held },
    { formId: 'f', status: 'PLANNED' as const, events: planned },
    { formId: 'f', status: 'CANCELLED' as const, events: 9 },
    { formId: 'other', status: 'HELD' as const, events: 9 },
  ];
  it.each([
    [0, 0, 0, 'SHORT'],
    [1, 1, 2, 'SHORT'],
    [1, 2, 3, 'PLANNED'],
    [3, 0, 3, 'HELD'],
    [5, 1, 6, 'HELD'],
  ])('with %s held and %s to come there are %s in the plan: %s', (held, planned, plan, outlook) => {
    expect(planAndFact([form], counted(held, planned))).toEqual([{ form, min: 3, max: 4, plan, fact: held, outlook }]);
  });
  it('is kept only for forms that have a norm', () => {
    expect(planAndFact([{ ...form, normMin: null, normMax: null }], counted(1, 1))).toEqual([]);
  });
});

describe('the states of an event', () => {
  it('move as the table says and in no other way', () => {
    const moves = EVENT_STATUSES.flatMap((from) => EVENT_STATUSES.map((to) => [from, to] as const));
    expect(moves.filter(([from, to]) => mayMove(from, to)).map((move) => move.join(' → '))).toEqual([
      'PLANNED → HELD',
      'PLANNED → CANCELLED',
      'HELD → PLANNED',
      'CANCELLED → PLANNED',
    ]);
  });
});

describe('the address of a list', () => {
  const id = '01a20670-8774-708e-aaa3-6393023daafe';
  it('carries a cursor there and back, and takes nothing else for one', () => {
    expect(readCursor(writeCursor({ key: '2026-11-23T10:00', id }), 'date')).toEqual({ key: '2026-11-23T10:00', id });
    expect(readCursor(writeCursor({ key: 'infinity', id }), '-date')).toEqual({ key: 'infinity', id });
    expect(readCursor(writeCursor({ key: 'Современный урок', id }), 'title')?.key).toBe('Современный урок');
    for (const wrong of ['', 'x', writeCursor({ key: 'урок', id }), writeCursor({ key: 'x\u0000', id: 'y' })])
      expect(readCursor(wrong, 'date')).toBeUndefined();
  });
});

describe('the words of the queue', () => {
  it.each([
    [{ state: 'SEATED' } as const, 'записана'],
    [{ state: 'WAITING', ahead: 0 } as const, 'в листе ожидания, первая в очереди'],
    [{ state: 'WAITING', ahead: 2 } as const, 'в листе ожидания, впереди 2 школы'],
  ])('%j: «%s»', (standing, words) => {
    expect(standingWords(standing)).toBe(words);
  });
});
