import { zonedFormat } from '@/lib/kernel/zoned-format';

/** «2026-11-23T09:30»: what a datetime-local control holds, without a zone. */
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const CLOCK = zonedFormat('en-US', {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** How far the wall clock of a zone (IANA name) is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = CLOCK(timeZone).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(moment / 1000) * 1000;
}

/**
 * The moment at which the clocks of a zone show `local`. Undefined for what is not a date and for an hour that the zone
 * skips when clocks go forward; of an hour that comes twice it is the first. The offset is looked up a day to each side,
 * because a change of clocks may lie between the guess and the answer.
 */
export function momentOfLocal(local: string, timeZone: string): Date | undefined {
  const match = LOCAL.exec(local);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  const made = new Date(wall);
  const isReal = made.getUTCMonth() === month - 1 && made.getUTCDate() === day && hour < 24 && minute < 60;
  if (!isReal) return undefined;
  const offsets = [offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)];
  const moments = offsets
    .map((offset) => wall - offset)
    .filter((moment) => moment + offsetAt(moment, timeZone) === wall);
  return moments.length === 0 ? undefined : new Date(Math.min(...moments));
}

/** What a datetime-local control shows for a moment: «2026-11-23T09:30» by the clocks of the zone. */
export function localOfMoment(moment: Date, timeZone: string): string {
  const minute = Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(minute + offsetAt(minute, timeZone)).toISOString().slice(0, 16);
}
