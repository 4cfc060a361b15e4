import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localOfMoment, momentOfLocal } from '@/lib/kernel/local-time';

describe('the clocks of a municipality', () => {
  it.each([
    ['2026-11-23T09:30', 'Europe/Moscow', '2026-11-23T06:30:00.000Z'],
    ['2026-11-23T09:30', 'Europe/Kaliningrad', '2026-11-23T07:30:00.000Z'],
    ['2026-11-23T09:30', 'Asia/Kamchatka', '2026-11-22T21:30:00.000Z'],
    ['2026-01-01T00:00', 'Asia/Yekaterinburg', '2025-12-31T19:00:00.000Z'],
    ['2010-07-01T12:00', 'Europe/Moscow', '2010-07-01T08:00:00.000Z'],
    ['2026-07-01T12:00', 'Europe/Berlin', '2026-07-01T10:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, moment) => {
    expect(momentOfLocal(local, zone)?.toISOString()).toBe(moment);
    expect(localOfMoment(new Date(moment), zone)).toBe(local);
  });

  it('have no hour that is skipped when they go forward, and take the first of two when they go back', () => {
    expect(momentOfLocal('2026-03-29T02:30', 'Europe/Berlin')).toBeUndefined();
    expect(momentOfLocal('2026-03-29T03:00', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(momentOfLocal('2026-10-25T02:30', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(momentOfLocal('2014-10-26T01:30', 'Europe/Moscow')?.toISOString()).toBe('2014-10-25T21:30:00.000Z');
  });

  it.each(['', 'завтра', '2026-11-23', '2026-02-30T10:00', '2026-13-01T10:00', '2026-11-23T24:00', '2026-11-23T10:60'])(
    'do not show «%s»',
    (local) => {
      expect(momentOfLocal(local, 'Europe/Moscow')).toBeUndefined();
    },
  );

  it('give back every minute that they show', () => {
    const zones = fc.constantFrom(
      'Europe/Moscow',
      'Europe/Samara',
      'Asia/Vladivostok',
      'Europe/Berlin',
      'America/New_York',
    );
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const local = localOfMoment(new Date(minute * 60_000), zone);
        const again = momentOfLocal(local, zone);
        expect(again && localOfMoment(again, zone)).toBe(local);
      }),
      { numRuns: 300 },
    );
  });
});
