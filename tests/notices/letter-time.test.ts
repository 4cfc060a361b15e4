import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localOfMoment } from '@/lib/kernel/local-time';
import { isDayOff } from '@/lib/notices/day-off';
import { leavesAt, leavesDailyAt, openZones } from '@/lib/notices/letter-time';

const MOSCOW = 'Europe/Moscow';
const at = (local: string) => new Date(`${local}:00+03:00`);
const local = (moment: Date) => localOfMoment(moment, MOSCOW);

describe('days off', () => {
  it.each([
    ['2026-11-23', false, 'a Monday'],
    ['2026-11-22', true, 'a Sunday'],
    ['2026-11-04', true, 'a holiday'],
    ['2026-03-09', true, 'the Monday after a holiday on a Sunday'],
    ['2026-05-11', true, 'the Monday after a holiday on a Saturday'],
    ['2026-05-12', false, 'the day after that'],
    ['2026-01-09', true, 'a day the Government moved'],
    ['2026-12-31', true, 'another of these'],
    ['2026-01-12', false, 'the first working day of the year'],
    ['2027-01-11', false, 'January holidays are not moved by the code'],
  ])('%s: %s, %s', (day, off) => {
    expect(isDayOff(day)).toBe(off);
  });
});

describe('the moment a letter leaves', () => {
  it.each([
    ['2026-11-23T10:15', '2026-11-23T10:15', 'at once in working hours'],
    ['2026-11-20T19:00', '2026-11-23T09:00', 'of Friday 19:00 on Monday 9:00'],
    ['2026-11-23T18:59', '2026-11-23T18:59', 'until the last minute'],
    ['2026-11-23T06:00', '2026-11-23T09:00', 'of an early morning at nine'],
    ['2026-11-21T12:00', '2026-11-23T09:00', 'of a Saturday on Monday'],
    ['2026-11-03T16:00', '2026-11-05T09:00', 'before a holiday only until four'],
    ['2026-11-03T15:59', '2026-11-03T15:59', 'before a holiday until four at once'],
    ['2026-12-30T20:00', '2027-01-11T09:00', 'of the year’s end after the January holidays'],
  ])('%s leaves at %s: %s', (written, leaves) => {
    expect(local(leavesAt(at(written), MOSCOW))).toBe(leaves);
  });

  it('is the next morning at nine for the day’s letters', () => {
    expect(local(leavesDailyAt(at('2026-11-23T10:15'), MOSCOW))).toBe('2026-11-24T09:00');
    expect(local(leavesDailyAt(at('2026-11-20T10:15'), MOSCOW))).toBe('2026-11-23T09:00');
    expect(local(leavesDailyAt(at('2026-11-23T08:00'), MOSCOW))).toBe('2026-11-23T09:00');
  });

  it('is now only where offices are open: at ten in Moscow Kaliningrad has begun and Vladivostok has not ended', () => {
    const zones = [MOSCOW, 'Europe/Kaliningrad', 'Asia/Vladivostok', 'Asia/Kamchatka', MOSCOW];
    expect(openZones(at('2026-11-23T10:00'), zones)).toEqual([MOSCOW, 'Europe/Kaliningrad', 'Asia/Vladivostok']);
  });

  it('is never in the past, in the evening, at night or on a day off, and once it may leave it stays', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
        fc.constantFrom(MOSCOW, 'Asia/Vladivostok', 'Europe/Kaliningrad'),
        (now, zone) => {
          const leaves = leavesAt(now, zone);
          const wall = localOfMoment(leaves, zone);
          expect(leaves.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(isDayOff(wall.slice(0, 10))).toBe(false);
          expect(wall.slice(11) >= '09:00' && wall.slice(11) < '19:00').toBe(true);
          expect(leavesAt(leaves, zone)).toEqual(leaves);
        },
      ),
    );
  });
});
