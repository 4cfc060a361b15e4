import 'server-only';
import { type CardState, cardState } from '@/lib/diagnostics/cards/card-state';
import type { AnswerWrite, StoredAnswer } from '@/lib/diagnostics/cards/decide-save';
import type { RoundAtWork } from '@/lib/diagnostics/cards/live-card';
import { newId } from '@/lib/kernel/ids';
import { prisma, type Scope, scopeJson, type Tx } from '@/lib/platform/prisma';

/**
 * Locks the card for the rest of the transaction and reads it with the answers of the round in work, by the database's
 * clock. Everything that changes a card begins here, but a save. Undefined: the viewer's scope has no such card.
 */
export async function lockCard(tx: Tx, cardId: string): Promise<CardState | undefined> {
  const [row] = await tx.$queryRaw<{ card: unknown }[]>`/*card_locked*/ SELECT card_locked(${cardId}::uuid) AS card`;
  return row?.card ? cardState.parse(row.card) : undefined;
}

/** A card as it was seen without a lock; the token goes stale with the next change of the card. */
export type OpenedCard = { readonly token: string; readonly card: CardState };

/**
 * The card for a save under `key`: in one statement that is a transaction of its own, or, with `tx`, under its lock to the
 * end of that transaction. Undefined: the scope has no such card.
 */
export async function openCard(scope: Scope, cardId: string, key: string, tx?: Tx): Promise<OpenedCard | undefined> {
  const [row] = await (tx ?? prisma()).$queryRaw<{ token: string; card: unknown }[]>`/*card_opened*/
    SELECT token, card FROM card_opened(${scopeJson(scope)}::jsonb, ${cardId}::uuid, ${key}::uuid, ${tx !== undefined})`;
  return row && { token: row.token, card: cardState.parse(row.card) };
}

export type SaveRecord = OpenedCard & {
  readonly writes: readonly AnswerWrite[];
  readonly round: RoundAtWork;
  readonly key: string;
  /** What the same request is answered when it comes again. */
  readonly result: unknown;
};

/**
 * Writes a save in one statement: all of it or nothing, durable when it returns (with `tx`, when that is committed).
 * False: the card has changed since it was opened without a lock, and nothing is written.
 */
export async function saveCard(scope: Scope, record: SaveRecord, tx?: Tx): Promise<boolean> {
  const { card, token, writes, round } = record;
  const { assessment, live } = round;
  const given = writes.map(({ item, value, source, number, comment, version }) => [
    newId(card.now.getTime()),
    item,
    value,
    source,
    comment,
    version,
    number,
  ]);
  const [row] = await (tx ?? prisma()).$queryRaw<{ saved: boolean }[]>`/*card_saved*/
    SELECT card_saved(${scopeJson(scope)}::jsonb, ${card.id}::uuid, ${token}, ${card.now}::timestamptz,
      ${JSON.stringify(given)}::jsonb, ${[...assessment.points]}::smallint[], ${live.sum}::int, ${live.max}::int,
      ${live.extra}::int, ${live.answered}::int, ${live.applicable}::int, ${record.key}::uuid,
      ${JSON.stringify(record.result)}::jsonb) AS saved`;
  return row?.saved ?? false;
}

/** Keeps the answer to a request that changed nothing (all in conflict or there already), for its repetition. */
export async function rememberSave(tx: Tx, userId: string, key: string, result: unknown): Promise<void> {
  await tx.$executeRaw`INSERT INTO idempotency_key (user_id, key, result)
    VALUES (${userId}::uuid, ${key}::uuid, ${JSON.stringify(result)}::jsonb) ON CONFLICT DO NOTHING`;
}

/** Names of the people behind ids, as far as the viewer's scope shows them. */
export async function namesOf(tx: Tx, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.user.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/**
 * What the named versions of answers said: tells a person's change from a field that a form without JavaScript sent back
 * untouched.
 */
export async function answersAtVersions(
  tx: Tx,
  cardId: string,
  seen: readonly { readonly item: string; readonly version: number }[],
): Promise<ReadonlyMap<string, Pick<StoredAnswer, 'value' | 'number' | 'comment'>>> {
  if (seen.length === 0) return new Map();
  const rows = await tx.answerChange.findMany({
    where: { cardId, OR: seen.map(({ item, version }) => ({ item, version })) },
    select: { item: true, value: true, number: true, comment: true },
  });
  return new Map(rows.map((row) => [row.item, { ...row, number: row.number?.toFixed() ?? '' }]));
}
