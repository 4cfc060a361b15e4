import { dueOf } from '@/lib/diagnostics/campaigns/coverage';
import type { CardState } from '@/lib/diagnostics/cards/card-state';
import { dayAt } from '@/lib/kernel/day';
import { momentOfLocal } from '@/lib/kernel/local-time';
import { Refusal } from '@/lib/kernel/refusal';

/** Days that a school gets for corrections when the campaign is over and the centre names no date. */
export const CORRECTION_DAYS = 3;
const LONGEST_DAYS = 400;
const DAY_MS = 86_400_000;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A term as a person gives it: «2026-11-26» (the whole day) or «2026-11-26T18:00», by the municipality's clocks. Refuses
 * at the field `dueAt` what is no date, lies in the past or further than a year away.
 */
export function termFrom(text: string, timeZone: string, now: Date): Date {
  const refused = (why: string) => new Refusal('invalid', 'Проверьте новый срок.', { dueAt: why });
  const moment = momentOfLocal(DAY_ONLY.test(text) ? `${text}T23:59` : text, timeZone);
  if (!moment) throw refused('Такой даты или такого времени не бывает');
  if (moment <= now) throw refused('Новый срок должен быть в будущем');
  if (moment.getTime() - now.getTime() > LONGEST_DAYS * DAY_MS) throw refused('Срок дальше года: проверьте год');
  return moment;
}

/** The term for corrections: as given; else as it was while it lasts; else three days, to the end of the day. */
export function correctionTerm(
  card: Pick<CardState, 'now' | 'dueAt' | 'closesAt'>,
  given: string,
  timeZone: string,
): Date | undefined {
  if (given !== '') return termFrom(given, timeZone, card.now);
  if (dueOf(card, card.closesAt) > card.now) return undefined;
  const last = dayAt(new Date(card.now.getTime() + CORRECTION_DAYS * DAY_MS), timeZone);
  return termFrom(last, timeZone, card.now);
}
