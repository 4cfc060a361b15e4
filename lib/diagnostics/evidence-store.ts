import 'server-only';
import type { CardEvidence } from '@/lib/diagnostics/card-page';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';

type EvidenceRow = Omit<CardEvidence, 'href' | 'isFile' | 'canRemove'> & {
  readonly url: string | null;
  readonly fileId: string | null;
};

/** The proofs that belong to one round: added by then and not removed by then. */
export async function evidenceOfRound(
  tx: Tx,
  cardId: string,
  round: number,
): Promise<readonly Omit<CardEvidence, 'canRemove'>[]> {
  const rows = await tx.$queryRaw<EvidenceRow[]>`
    SELECT e.id::text, e.item, e.title, e.url, e.file_id::text AS "fileId", f.size, coalesce(u.name, 'сотрудник школы') AS "addedBy",
      e.added_at AS "addedAt"
    FROM evidence e LEFT JOIN stored_file f ON f.id = e.file_id LEFT JOIN app_user u ON u.id = e.added_by_id
    WHERE e.card_id = ${cardId}::uuid AND e.added_revision <= ${round}::int
      AND (e.removed_revision IS NULL OR e.removed_revision > ${round}::int)
    ORDER BY e.added_at, e.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.file(fileId) : (url ?? ''),
  }));
}
