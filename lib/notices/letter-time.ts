import { dayBeside } from '@/lib/kernel/day';
import { localOfMoment, momentOfLocal } from '@/lib/kernel/local-time';
import { isDayOff, isHoliday } from '@/lib/notices/day-off';

/** Letters leave from nine to seven; on the last working day before a holiday, when work ends earlier, until four. */
const OPENS = '09:00';
const CLOSES = '19:00';
const CLOSES_BEFORE_HOLIDAY = '16:00';

/** The first moment not before `now` at which a letter may be in somebody’s way; a letter of Friday 19:00 leaves on Monday 9:00. */
export function leavesAt(now: Date, timeZone: string): Date {
  const local = localOfMoment(now, timeZone);
  const [today, clock] = [local.slice(0, 10), local.slice(11, 16)];
  if (!isDayOff(today) && clock >= OPENS && clock < closing(today)) return now;
  return morningFrom(!isDayOff(today) && clock < OPENS ? today : dayBeside(today, 1), timeZone);
}

/** Of time zones those in which a letter may leave now. */
export const openZones = (now: Date, zones: readonly string[]): readonly string[] =>
  [...new Set(zones)].filter((zone) => leavesAt(now, zone).getTime() === now.getTime());

/** The next morning at which the letters of the day leave together. */
export function leavesDailyAt(now: Date, timeZone: string): Date {
  const local = localOfMoment(now, timeZone);
  const today = local.slice(0, 10);
  return morningFrom(!isDayOff(today) && local.slice(11, 16) < OPENS ? today : dayBeside(today, 1), timeZone);
}

const closing = (day: string): string => (isHoliday(dayBeside(day, 1)) ? CLOSES_BEFORE_HOLIDAY : CLOSES);

function morningFrom(day: string, timeZone: string): Date {
  let morning = day;
  while (isDayOff(morning)) morning = dayBeside(morning, 1);
  const found = momentOfLocal(`${morning}T${OPENS}`, timeZone);
  if (!found) throw new Error(`no nine o’clock on ${morning} in ${timeZone}`);
  return found;
}
