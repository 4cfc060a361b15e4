import 'server-only';
import type { CardStatus } from '@/lib/diagnostics/cards/card';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { Tx } from '@/lib/platform/prisma';

export type CardEventRow = {
  readonly from: CardStatus;
  readonly to: CardStatus;
  readonly revision: number;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
};

export async function eventsOf(tx: Tx, cardId: string): Promise<readonly CardEventRow[]> {
  return tx.$queryRaw<CardEventRow[]>`
    SELECT e."from"::text, e."to"::text, e.revision, e.reason, coalesce(u.name, 'сотрудник') AS actor, e.at
    FROM card_event e LEFT JOIN app_user u ON u.id = e.actor_id
    WHERE e.card_id = ${cardId}::uuid ORDER BY e.at, e.id`;
}

/** One answer as it was given once. */
export type AnswerEntry = {
  readonly item: string;
  readonly revision: number;
  readonly version: number;
  readonly value: AnswerValue;
  readonly number: string;
  readonly comment: string;
  readonly author: string;
  readonly at: Date;
};

/** Every answer ever given: the school's own, the scope shows it to nobody above. `item`: of one item alone. */
export async function changesOf(tx: Tx, cardId: string, item: string | null): Promise<readonly AnswerEntry[]> {
  return tx.$queryRaw<AnswerEntry[]>`
    SELECT h.item, h.revision, h.version, h.value::text, coalesce(h.number::text, '') AS number, h.comment, coalesce(u.name, 'сотрудник школы') AS author, h.at
    FROM answer_change h LEFT JOIN app_user u ON u.id = h.author_id
    WHERE h.card_id = ${cardId}::uuid AND (${item}::text IS NULL OR h.item = ${item})
    ORDER BY h.item, h.at, h.id`;
}

/** What each submitted round said; a round that kept an answer does not repeat it. */
export async function answersByRound(
  tx: Tx,
  cardId: string,
  upTo: number,
  item: string | null,
): Promise<readonly AnswerEntry[]> {
  return tx.$queryRaw<AnswerEntry[]>`
    SELECT DISTINCT ON (a.item, a.version) a.item, a.revision, a.version, a.value::text,
      coalesce(a.number::text, '') AS number, a.comment, coalesce(u.name, 'сотрудник школы') AS author, a.at
    FROM answer a LEFT JOIN app_user u ON u.id = a.author_id
    WHERE a.card_id = ${cardId}::uuid AND a.revision <= ${upTo}::int AND (${item}::text IS NULL OR a.item = ${item})
    ORDER BY a.item, a.version, a.revision`;
}
