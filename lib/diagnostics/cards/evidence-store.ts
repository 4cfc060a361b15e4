import 'server-only';
import type { CardEvidence } from '@/lib/diagnostics/cards/card-page';
import type { CardState } from '@/lib/diagnostics/cards/card-state';
import { newId } from '@/lib/kernel/ids';
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

export type NewEvidence = {
  readonly card: Pick<CardState, 'id' | 'municipalityId' | 'schoolId' | 'revision' | 'now'>;
  readonly item: string;
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

/** More than this many proofs of one answer are a mistake, not a proof. */
export const EVIDENCE_MAX = 20;

export async function insertEvidence(tx: Tx, { card, ...proof }: NewEvidence): Promise<string> {
  const id = newId(card.now.getTime());
  await tx.evidence.create({
    data: {
      ...proof,
      id,
      municipalityId: card.municipalityId,
      schoolId: card.schoolId,
      cardId: card.id,
      addedRevision: card.revision,
      addedAt: card.now,
    },
    select: { id: true },
  });
  return id;
}

/** A proof of the viewer's scope, with the card it belongs to. */
export async function findEvidence(
  tx: Tx,
  evidenceId: string,
): Promise<{ readonly id: string; readonly cardId: string; readonly item: string } | undefined> {
  const row = await tx.evidence.findUnique({
    where: { id: evidenceId },
    select: { id: true, cardId: true, item: true },
  });
  return row ?? undefined;
}

/** Leaves a proof out from the round in work on; rounds submitted with it keep it. */
export async function leaveOutEvidence(tx: Tx, evidenceId: string, revision: number): Promise<boolean> {
  const { count } = await tx.evidence.updateMany({
    where: { id: evidenceId, removedRevision: null },
    data: { removedRevision: revision },
  });
  return count === 1;
}

export const countEvidence = (tx: Tx, cardId: string, item: string): Promise<number> =>
  tx.evidence.count({ where: { cardId, item, removedRevision: null } });

export type FileRow = {
  readonly id: string;
  readonly municipalityId: string;
  readonly schoolId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly createdById: string;
};

export async function insertFile(tx: Tx, file: FileRow): Promise<void> {
  await tx.storedFile.create({ data: file, select: { id: true } });
}

/** A file that the viewer's scope shows: his school's, or a proof he may see. */
export async function findFile(
  tx: Tx,
  scope: { readonly municipalityId: string | null },
  fileId: string,
): Promise<Pick<FileRow, 'sha256' | 'name' | 'mediaType' | 'size'> | undefined> {
  if (!scope.municipalityId) return undefined;
  const row = await tx.storedFile.findUnique({
    where: { id: fileId, municipalityId: scope.municipalityId },
    select: { sha256: true, name: true, mediaType: true, size: true },
  });
  return row ?? undefined;
}
