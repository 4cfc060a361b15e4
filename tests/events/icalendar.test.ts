import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { EventStatus } from '@/lib/events/event';
import { eventEntry } from '@/lib/events/event-entry';
import type { EventTime } from '@/lib/events/event-time';
import { type CalendarEntry, calendarText, escapeText, foldLine } from '@/lib/events/icalendar';

const ZONE = 'Europe/Moscow';
const event = {
  id: '01a20670-8774-708e-aaa3-6393023daafe',
  formName: 'Диалоговая площадка',
  title: 'Современный урок; формы, приёмы',
  audience: 'Руководители и педагоги школ, сотрудники МОЦ',
  speakers: 'Методист центра',
  time: { kind: 'HOURS', starts: '2026-11-23T10:00', ends: '2026-11-23T12:00' } as EventTime,
  baseName: 'СШ № 40',
  place: 'Актовый зал, 2 этаж',
  link: 'https://video.example/room?a=1,2;b=3',
  isPublished: true,
  status: 'PLANNED' as EventStatus,
  cancelReason: '',
  sequence: 3,
  updatedAt: new Date('2026-11-01T08:15:30.500Z'),
};
const URL_OF = 'https://portal.example/events/01a20670-8774-708e-aaa3-6393023daafe';
const NOTE = { note: 'Ваша школа записана.' };

function entryOf(change: Partial<typeof event> = {}): CalendarEntry {
  const entry = eventEntry({ ...event, ...change }, ZONE, URL_OF, NOTE);
  if (!entry) throw new Error('no entry');
  return entry;
}

/** What an independent parser makes of the text. */
function parsed(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => ({ one, event: new ICAL.Event(one) }));
}

describe('a calendar', () => {
  it('says to an independent parser what the event is', () => {
    const [found] = parsed(calendarText('Мероприятия', [entryOf()]));
    expect(found?.event.uid).toBe(event.id);
    expect(found?.event.sequence).toBe(3);
    expect(found?.event.summary).toBe('Диалоговая площадка: Современный урок; формы, приёмы');
    expect(found?.event.location).toBe('СШ № 40, Актовый зал, 2 этаж');
    expect(found?.event.description.split('\n')).toEqual([
      'Ваша школа записана.',
      'Для кого: Руководители и педагоги школ, сотрудники МОЦ',
      'Выступают: Методист центра',
      'Подключиться: https://video.example/room?a=1,2;b=3',
    ]);
    expect(found?.event.startDate.toJSDate().toISOString()).toBe('2026-11-23T07:00:00.000Z');
    expect(found?.event.endDate.toJSDate().toISOString()).toBe('2026-11-23T09:00:00.000Z');
    const values = ['status', 'transp', 'url', 'dtstamp', 'last-modified'].map((name) =>
      String(found?.one.getFirstPropertyValue(name)),
    );
    expect(values).toEqual(['CONFIRMED', 'OPAQUE', URL_OF, '2026-11-01T08:15:30Z', '2026-11-01T08:15:30Z']);
  });

  it('ends whole days on the day after the last one', () => {
    const [found] = parsed(
      calendarText('Мероприятия', [entryOf({ time: { kind: 'DAYS', first: '2020-02-27', last: '2020-02-29' } })]),
    );
    expect(found?.event.startDate.isDate).toBe(true);
    expect([found?.event.startDate.toString(), found?.event.endDate.toString()]).toEqual(['2020-02-27', '2020-03-01']);
  });

  it('tells a subscriber that an event is called off, under the same name and a greater number', () => {
    const [found] = parsed(
      calendarText('Мероприятия', [entryOf({ status: 'CANCELLED', cancelReason: 'Карантин.', sequence: 4 })]),
    );
    expect(found?.event.uid).toBe(event.id);
    expect(found?.event.sequence).toBe(4);
    expect(String(found?.one.getFirstPropertyValue('status'))).toBe('CANCELLED');
    expect(found?.event.summary).toMatch(/^Отменено: /);
    expect(found?.event.description).toContain('Отменено. Карантин.');
  });

  it('marks a draft as tentative, and has no entry for a term in words', () => {
    expect(entryOf({ isPublished: false }).status).toBe('TENTATIVE');
    expect(eventEntry({ ...event, time: { kind: 'TERM', term: 'март' } }, ZONE, URL_OF, NOTE)).toBeUndefined();
  });

  it('is a calendar without events as well', () => {
    expect(parsed(calendarText('Мероприятия', []))).toEqual([]);
  });
});

/** Half of a letter: what a cut in the middle would leave. */
const LONELY = /\p{Surrogate}/gu;

/** Everything a person may type, awkward signs the likeliest. */
const typed = fc.string({
  unit: fc.oneof(fc.constantFrom(...',;:\\"\n\r\tёЖ№«»–👩‍🏫🎉'), fc.string({ minLength: 1, maxLength: 1 })),
});

describe('the text of a calendar', () => {
  it('has no line over 75 octets, breaks no letter, and ends every line with CRLF', () => {
    fc.assert(
      fc.property(typed, typed, typed, (title, audience, place) => {
        const text = calendarText('Мероприятия', [entryOf({ title, audience, place })]);
        expect(text.endsWith('\r\n')).toBe(true);
        for (const line of text.slice(0, -2).split('\r\n')) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(LONELY);
        }
      }),
    );
  });

  it('unfolds to what was folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (any) => {
        const line = any.replace(LONELY, '').replace(/[\r\n]/g, '');
        expect(foldLine(line).replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });

  it('comes out of an independent parser as it was typed', () => {
    const kept = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
    fc.assert(
      fc.property(typed, (title) => {
        fc.pre(title.search(LONELY) === -1);
        const [found] = parsed(calendarText('Мероприятия', [entryOf({ title })]));
        expect(found?.event.summary).toBe(`Диалоговая площадка: ${kept(title)}`);
      }),
    );
  });

  it('lets nobody write a line of his own into it', () => {
    const text = calendarText('Мероприятия', [entryOf({ title: 'Урок\r\nATTENDEE:mailto:x@x.example\nEND:VEVENT' })]);
    expect(text).not.toMatch(/^(ATTENDEE|END:VEVENT\r\n[^E])/m);
    expect(parsed(text)).toHaveLength(1);
  });

  it.each([
    ['а; б, в \\ г', 'а\\; б\\, в \\\\ г'],
    ['строка\r\nдругая\rтретья', 'строка\\nдругая\\nтретья'],
    ['«Кавычки» – как есть: да', '«Кавычки» – как есть: да'],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});
