import 'server-only';
import type { CardRemark } from '@/lib/diagnostics/card-page';
import type { Tx } from '@/lib/platform/prisma';

/** Remarks of a card in the order they were written; the school's scope shows the sent ones alone. */
export async function remarksOf(tx: Tx, cardId: string): Promise<readonly CardRemark[]> {
  return tx.$queryRaw<CardRemark[]>`
    SELECT r.id::text, r.item, r.kind::text, r.text, r.revision, coalesce(u.name, 'сотрудник центра') AS author, r.at,
      r.sent_at AS "sentAt", r.reply, p.name AS "replyBy", r.reply_at AS "replyAt", r.settled_at AS "settledAt"
    FROM remark r LEFT JOIN app_user u ON u.id = r.author_id LEFT JOIN app_user p ON p.id = r.reply_by_id
    WHERE r.card_id = ${cardId}::uuid ORDER BY r.at, r.id`;
}
