import 'server-only';
import type { AnswerWrite, LockedAnswer } from '@/lib/diagnostics/decide-save';
import type { RoundAtWork } from '@/lib/diagnostics/live-card';
import { type LockedCard, lockedCard } from '@/lib/diagnostics/locked-card';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

const NO_KEY = '00000000-0000-0000-0000-000000000000';

/**
 * Locks the card for the rest of the transaction and reads it with the answers of the round in work, by the database's
 * clock. Everything that changes a card begins here. Undefined: the viewer's scope has no such card.
 */
export async function lockCard(tx: Tx, cardId: string, key: string = NO_KEY): Promise<LockedCard | undefined> {
  const [row] = await tx.$queryRaw<
    { card: unknown }[]
  >`/*card_locked*/ SELECT card_locked(${cardId}::uuid, ${key}::uuid) AS card`;
  return row?.card ? lockedCard.parse(row.card) : undefined;
}

export type SaveRecord = {
  readonly card: LockedCard;
  readonly authorId: string;
  readonly writes: readonly AnswerWrite[];
  readonly round: RoundAtWork;
  readonly key: string;
  /** What the same request is answered when it comes again. */
  readonly result: unknown;
};

/**
 * Writes a save in one statement: answers, their history, the counters of the card, its live sum, the key of the request
 * and the line of the journal (no values in it: the administrator reads the journal). All of it or nothing.
 */
export async function writeAnswers(tx: Tx, record: SaveRecord): Promise<void> {
  const { card, writes, round, authorId } = record;
  const { assessment, live } = round;
  const ids = writes.map(() => newId(card.now.getTime()));
  const details = JSON.stringify({ revision: card.revision, items: writes.length });
  const [row] = await tx.$queryRaw<{ written: number }[]>`/*card_save*/
    WITH given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${writes.map((w) => w.item)}::text[], ${writes.map((w) => w.value)}::answer_value[],
        ${writes.map((w) => w.source)}::answer_source[], ${writes.map((w) => w.comment)}::text[],
        ${writes.map((w) => w.version)}::int[]) AS g(id, item, value, source, comment, version)
    ), written AS (
      INSERT INTO answer AS a (municipality_id, school_id, card_id, revision, item, value, source, comment, version, author_id, at)
      SELECT ${card.municipalityId}::uuid, ${card.schoolId}::uuid, ${card.id}::uuid, ${card.revision}::int,
        g.item, g.value, g.source, g.comment, g.version, ${authorId}::uuid, ${card.now}::timestamptz FROM given g
      ON CONFLICT (card_id, revision, item) DO UPDATE SET value = excluded.value, source = excluded.source,
        comment = excluded.comment, version = excluded.version, author_id = excluded.author_id, at = excluded.at
        WHERE a.version = excluded.version - 1
      RETURNING item
    ), history AS (
      INSERT INTO answer_change (id, municipality_id, school_id, card_id, revision, item, value, comment, version, author_id, at)
      SELECT g.id, ${card.municipalityId}::uuid, ${card.schoolId}::uuid, ${card.id}::uuid, ${card.revision}::int,
        g.item, g.value, g.comment, g.version, ${authorId}::uuid, ${card.now}::timestamptz
      FROM given g JOIN written w USING (item)
    ), counted AS (
      UPDATE card SET answered = ${live.answered}::int, applicable = ${live.applicable}::int,
        started_at = coalesce(started_at, ${card.now}::timestamptz), updated_at = ${card.now}::timestamptz
      WHERE id = ${card.id}::uuid
    ), summed AS (
      INSERT INTO card_live (card_id, municipality_id, school_id, points, sum, max, extra)
      VALUES (${card.id}::uuid, ${card.municipalityId}::uuid, ${card.schoolId}::uuid, ${[...assessment.points]}::smallint[],
        ${live.sum}::smallint, ${live.max}::smallint, ${live.extra}::smallint)
      ON CONFLICT (card_id) DO UPDATE SET points = excluded.points, sum = excluded.sum, max = excluded.max, extra = excluded.extra
    ), once AS (
      INSERT INTO idempotency_key (user_id, key, result) VALUES (${authorId}::uuid, ${record.key}::uuid, ${JSON.stringify(record.result)}::jsonb)
    )
    SELECT (SELECT count(*) FROM written)::int AS written,
      journal_add('answer.save', 'card', ${card.id}, ${details}::jsonb)::text AS seq`;
  // Only a writer that went round the card's lock could make this differ; the whole save is then taken back.
  if (row?.written !== writes.length) throw new Error('an answer was changed past the lock of its card');
}

/** Keeps the answer to a request that changed nothing (all in conflict or there already), for its repetition. */
export async function rememberSave(tx: Tx, userId: string, key: string, result: unknown): Promise<void> {
  await tx.$executeRaw`INSERT INTO idempotency_key (user_id, key, result)
    VALUES (${userId}::uuid, ${key}::uuid, ${JSON.stringify(result)}::jsonb)`;
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
): Promise<ReadonlyMap<string, Pick<LockedAnswer, 'value' | 'comment'>>> {
  if (seen.length === 0) return new Map();
  const rows = await tx.answerChange.findMany({
    where: { cardId, OR: seen.map(({ item, version }) => ({ item, version })) },
    select: { item: true, value: true, comment: true },
  });
  return new Map(rows.map((row) => [row.item, row]));
}
