import 'server-only';
import type { CardRemark } from '@/lib/diagnostics/cards/card-page';
import type { CardState } from '@/lib/diagnostics/cards/card-state';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

/** Remarks of a card in the order they were written; the school's scope shows the sent ones alone. */
export async function remarksOf(tx: Tx, cardId: string): Promise<readonly CardRemark[]> {
  return tx.$queryRaw<CardRemark[]>`
    SELECT r.id::text, r.item, r.kind::text, r.text, r.revision, coalesce(u.name, 'сотрудник центра') AS author, r.at,
      r.sent_at AS "sentAt", r.reply, p.name AS "replyBy", r.reply_at AS "replyAt", r.settled_at AS "settledAt"
    FROM remark r LEFT JOIN app_user u ON u.id = r.author_id LEFT JOIN app_user p ON p.id = r.reply_by_id
    WHERE r.card_id = ${cardId}::uuid ORDER BY r.at, r.id`;
}

/** Whose remark it is and how far it has come. */
export type RemarkRow = {
  readonly id: string;
  readonly cardId: string;
  readonly schoolId: string;
  readonly kind: CardRemark['kind'];
  readonly sentAt: Date | null;
  readonly reply: string;
  readonly settledAt: Date | null;
};

/** A remark that the viewer's scope shows. */
export async function findRemark(tx: Tx, remarkId: string): Promise<RemarkRow | undefined> {
  const row = await tx.remark.findUnique({
    where: { id: remarkId },
    select: { id: true, cardId: true, schoolId: true, kind: true, sentAt: true, reply: true, settledAt: true },
  });
  return row ?? undefined;
}

export type NewRemark = {
  readonly card: CardState;
  readonly authorId: string;
  readonly item: string | null;
  readonly kind: CardRemark['kind'];
  readonly text: string;
  /** A question goes out at once, a remark with the return. */
  readonly sentAt: Date | null;
};

export async function insertRemark(tx: Tx, { card, ...remark }: NewRemark): Promise<string> {
  const id = newId(card.now.getTime());
  await tx.remark.create({
    data: {
      ...remark,
      id,
      municipalityId: card.municipalityId,
      schoolId: card.schoolId,
      cardId: card.id,
      revision: card.submittedRevision,
      at: card.now,
    },
    select: { id: true },
  });
  return id;
}

/** Changes the text of a remark that has not been sent; false when it has been, or is gone. */
export async function changeRemark(tx: Tx, remarkId: string, text: string): Promise<boolean> {
  const { count } = await tx.remark.updateMany({ where: { id: remarkId, sentAt: null }, data: { text } });
  return count === 1;
}

export async function deleteRemark(tx: Tx, remarkId: string): Promise<boolean> {
  const { count } = await tx.remark.deleteMany({ where: { id: remarkId, sentAt: null } });
  return count === 1;
}

/** Sends everything the centre has noted on the card; gives how many went out. */
export async function sendRemarks(tx: Tx, cardId: string, at: Date): Promise<number> {
  const { count } = await tx.remark.updateMany({ where: { cardId, sentAt: null }, data: { sentAt: at } });
  return count;
}

/** The school's answer to a remark, given once; false when somebody has answered already or it was settled. */
export async function replyTo(
  tx: Tx,
  remarkId: string,
  answer: { readonly reply: string; readonly replyById: string; readonly replyAt: Date },
): Promise<boolean> {
  const { count } = await tx.remark.updateMany({ where: { id: remarkId, reply: '', settledAt: null }, data: answer });
  return count === 1;
}

export async function settle(tx: Tx, remarkId: string, at: Date): Promise<boolean> {
  const { count } = await tx.remark.updateMany({
    where: { id: remarkId, settledAt: null, sentAt: { not: null } },
    data: { settledAt: at },
  });
  return count === 1;
}

/** What was asked is answered once the card is accepted: every remark that has gone out is settled. */
export async function settleAll(tx: Tx, cardId: string, at: Date): Promise<void> {
  await tx.remark.updateMany({
    where: { cardId, sentAt: { not: null }, settledAt: null },
    data: { settledAt: at },
  });
}
