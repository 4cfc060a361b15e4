import { type Day, dayBeside, formatDay } from '@/lib/kernel/day';

/** How near a last day is: a week, two days, or over. */
export type Stage = 'week' | 'days' | 'late';

/** Things that are late are told of once; those that were late long before anybody was told are left to the lists. */
const FORGOTTEN_DAYS = 14;

/** Which reminder a last day asks for today; undefined: none. Each stage is told once, whatever day it is noticed on. */
export function stageOf(due: Day, today: Day): Stage | undefined {
  if (due < dayBeside(today, -FORGOTTEN_DAYS)) return undefined;
  if (due < today) return 'late';
  if (due <= dayBeside(today, 2)) return 'days';
  return due <= dayBeside(today, 7) ? 'week' : undefined;
}

/** «Срок – 25.11.2026», «Срок прошёл 20.11.2026». */
export const stageWords = (stage: Stage, due: Day): string =>
  stage === 'late' ? `Срок прошёл ${formatDay(due)}` : `Срок – ${formatDay(due)}`;
