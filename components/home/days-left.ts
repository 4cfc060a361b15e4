import { count } from '@/lib/kernel/russian';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** «осталось 14 дней», on the last day in hours. */
export function daysLeft(now: Date, due: Date): string {
  const left = due.getTime() - now.getTime();
  if (left <= 0) return 'срок прошёл';
  if (left < DAY_MS) return `осталось ${count(Math.max(1, Math.floor(left / HOUR_MS)), ['час', 'часа', 'часов'])}`;
  return `осталось ${count(Math.floor(left / DAY_MS), ['день', 'дня', 'дней'])}`;
}
