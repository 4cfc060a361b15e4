import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';
import type { RowState } from '@/lib/roadmaps/row-moves';

/** What proves a row: a file of the portal or a link out. */
export type RowProof = {
  readonly id: string;
  readonly rowId: string;
  readonly title: string;
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
  readonly addedBy: string;
  readonly addedAt: Date;
};

type ProofRow = Omit<RowProof, 'href' | 'isFile'> & { readonly url: string | null; readonly fileId: string | null };

/** Proofs that stand, of one row or of a whole roadmap. */
export async function proofsOf(
  tx: Tx,
  of: { readonly roadmapId: string; readonly rowId?: string },
): Promise<readonly RowProof[]> {
  const rows = await tx.$queryRaw<ProofRow[]>`
    SELECT p.id::text, p.row_id::text AS "rowId", p.title, p.url, p.file_id::text AS "fileId", f.size,
      coalesce(u.name, 'сотрудник') AS "addedBy", p.added_at AS "addedAt"
    FROM roadmap_proof p LEFT JOIN stored_file f ON f.id = p.file_id LEFT JOIN app_user u ON u.id = p.added_by_id
    WHERE p.roadmap_id = ${of.roadmapId}::uuid AND (${of.rowId ?? null}::uuid IS NULL OR p.row_id = ${of.rowId ?? null}::uuid)
      AND p.removed_at IS NULL
    ORDER BY p.added_at, p.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.roadmapFile(fileId) : (url ?? ''),
  }));
}

type RowOf = {
  readonly id: string;
  readonly roadmapId: string;
  readonly municipalityId: string;
  readonly schoolId: string | null;
};

export type NewProof = {
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

export async function insertProof(tx: Tx, row: RowOf, proof: NewProof): Promise<string> {
  const id = newId();
  const { municipalityId, roadmapId, schoolId } = row;
  await tx.roadmapProof.create({
    data: { ...proof, id, municipalityId, roadmapId, schoolId, rowId: row.id },
    select: { id: true },
  });
  return id;
}

export const countProofs = (tx: Tx, rowId: string): Promise<number> =>
  tx.roadmapProof.count({ where: { rowId, removedAt: null } });

export async function findProof(tx: Tx, proofId: string) {
  const row = await tx.roadmapProof.findUnique({
    where: { id: proofId },
    select: { id: true, rowId: true, removedAt: true },
  });
  return row ?? undefined;
}

/** Takes a proof back; its row stays for the history. False: somebody was faster. */
export async function leaveOutProof(tx: Tx, proofId: string): Promise<boolean> {
  const { count } = await tx.roadmapProof.updateMany({
    where: { id: proofId, removedAt: null },
    data: { removedAt: new Date() },
  });
  return count === 1;
}

export type NewFile = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  readonly name: string;
  readonly createdById: string;
};

/** The row of a file; its bytes are on the disk already. */
export async function insertProofFile(
  tx: Tx,
  { municipalityId, schoolId }: Pick<RowOf, 'municipalityId' | 'schoolId'>,
  file: NewFile,
): Promise<string> {
  const id = newId();
  // Without reading it back: a file is seen by what it proves, which is written next.
  await tx.storedFile.createMany({ data: [{ ...file, id, municipalityId, schoolId }] });
  return id;
}

/** A file that proves a row of the viewer's scope. */
export async function findProofFile(tx: Tx, fileId: string) {
  const [row] = await tx.$queryRaw<{ sha256: string; name: string; mediaType: string; size: number }[]>`
    SELECT f.sha256, f.name, f.media_type AS "mediaType", f.size FROM stored_file f
    WHERE f.id = ${fileId}::uuid AND EXISTS (SELECT FROM roadmap_proof p WHERE p.file_id = f.id)`;
  return row;
}

/** What happened to a row once. */
export type RowEvent = {
  readonly id: string;
  readonly from: RowState | null;
  readonly to: RowState | null;
  readonly text: string;
  readonly author: string;
  readonly at: Date;
};

export async function eventsOfRow(tx: Tx, rowId: string): Promise<readonly RowEvent[]> {
  return tx.$queryRaw<RowEvent[]>`
    SELECT e.id::text, e."from"::text, e."to"::text, e.text, coalesce(u.name, 'сотрудник') AS author, e.at
    FROM roadmap_row_event e LEFT JOIN app_user u ON u.id = e.author_id
    WHERE e.row_id = ${rowId}::uuid ORDER BY e.at, e.id`;
}

export async function insertEvent(
  tx: Tx,
  row: RowOf,
  event: Pick<RowEvent, 'from' | 'to' | 'text'> & { readonly authorId: string },
): Promise<void> {
  const { municipalityId, roadmapId, schoolId } = row;
  await tx.roadmapRowEvent.create({
    data: { ...event, id: newId(), municipalityId, roadmapId, schoolId, rowId: row.id },
    select: { id: true },
  });
}
