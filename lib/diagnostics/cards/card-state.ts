import { z } from 'zod';
import { dueOf } from '@/lib/diagnostics/campaigns/coverage';
import { CARD_STATUSES } from '@/lib/diagnostics/cards/card';
import { answerSource, answerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { SchoolFacts } from '@/lib/diagnostics/scoring/card-facts';
import { formatMoment } from '@/lib/kernel/moment';
import { Refusal } from '@/lib/kernel/refusal';

/** An answer as the database sends it: a list, because a round has forty of them and is read at each save. */
const stateAnswer = z
  .tuple([z.string(), answerValue, answerSource, z.string(), z.number(), z.string(), z.string(), z.string()])
  .transform(([item, value, source, comment, version, authorId, at, number]) => ({
    item,
    value,
    source,
    comment,
    version,
    authorId,
    at,
    number,
  }));

/** A card as card_state() gives it: with the answers of the round in work, by the database's clock. */
export const cardState = z.object({
  id: z.string(),
  municipalityId: z.string(),
  schoolId: z.string(),
  campaignId: z.string(),
  versionId: z.string(),
  year: z.number(),
  kind: z.string(),
  grades: z.array(z.number()),
  held: z.array(z.string()),
  status: z.enum(CARD_STATUSES),
  revision: z.number(),
  submittedRevision: z.number(),
  generation: z.number(),
  opensAt: z.coerce.date(),
  closesAt: z.coerce.date(),
  dueAt: z.coerce.date().nullable(),
  phase: z.enum(['BEFORE', 'OPEN', 'PAST']),
  now: z.coerce.date(),
  answers: z.array(stateAnswer),
  /** What the same request answered the first time. */
  result: z.unknown(),
});
export type CardState = z.infer<typeof cardState>;

export const schoolFactsOf = (card: Pick<CardState, 'kind' | 'grades' | 'held'>): SchoolFacts => ({
  school: { kind: card.kind, grades: card.grades },
  held: card.held,
});

type Term = Pick<CardState, 'status' | 'phase' | 'opensAt' | 'closesAt' | 'dueAt'>;

/** Why the school cannot change its answers now, as a sentence, or undefined when it can. */
export function whyClosed(card: Term, timeZone: string): string | undefined {
  switch (card.status) {
    case 'SUBMITTED':
      return 'Карта отправлена на проверку, ответы в ней уже не меняются. Исправить их можно, если центр вернёт карту.';
    case 'ACCEPTED':
      return 'Карта принята центром, ответы в ней уже не меняются. Если нашли ошибку, попросите центр открыть карту заново.';
    case 'CLOSED':
      return 'Карта закрыта приказом, ответы в ней уже не меняются.';
  }
  if (card.phase === 'BEFORE') return `Заполнение начнётся ${formatMoment(card.opensAt, timeZone)}.`;
  if (card.phase === 'PAST') {
    return `Срок вышел: карту можно было заполнять до ${formatMoment(dueOf(card, card.closesAt), timeZone)}. Продлить срок для вашей школы может муниципальный центр.`;
  }
  return undefined;
}

/** Refuses a change of answers in a state or at a time that does not allow it. */
export function assertFillable(card: Term, timeZone: string): void {
  const why = whyClosed(card, timeZone);
  if (why) throw new Refusal('closed', why);
}
