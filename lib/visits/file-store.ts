import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';

/** The act, photographs, the protocol with signatures: a file of the portal or a link out. */
export type VisitFile = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
  readonly addedAt: Date;
};
type FileRow = Omit<VisitFile, 'href' | 'isFile'> & {
  readonly url: string | null;
  readonly fileId: string | null;
};

export async function filesOf(tx: Tx, visitId: string): Promise<readonly VisitFile[]> {
  const rows = await tx.$queryRaw<FileRow[]>`
    SELECT p.id::text, p.title, p.url, p.file_id::text AS "fileId", f.size, p.added_at AS "addedAt"
    FROM visit_file p LEFT JOIN stored_file f ON f.id = p.file_id
    WHERE p.visit_id = ${visitId}::uuid AND p.removed_at IS NULL ORDER BY p.added_at, p.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.visitFile(fileId) : (url ?? ''),
  }));
}

/** More than this many of one visit are an archive, which has its own place. */
export const FILES_MAX = 20;

export const countFiles = (tx: Tx, visitId: string): Promise<number> =>
  tx.visitFile.count({ where: { visitId, removedAt: null } });

type NewFileRow = {
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

export async function insertFileRow(tx: Tx, municipalityId: string, visitId: string, file: NewFileRow): Promise<void> {
  await tx.visitFile.createMany({ data: [{ ...file, id: newId(), municipalityId, visitId }] });
}

export async function findFileRow(tx: Tx, fileRowId: string) {
  const row = await tx.visitFile.findUnique({
    where: { id: fileRowId },
    select: { id: true, visitId: true, title: true, removedAt: true },
  });
  return row ?? undefined;
}

/** Takes one back; its row stays. False: somebody was faster. */
export async function leaveOutFile(tx: Tx, fileRowId: string): Promise<boolean> {
  const { count } = await tx.visitFile.updateMany({
    where: { id: fileRowId, removedAt: null },
    data: { removedAt: new Date() },
  });
  return count === 1;
}

export type StoredBytes = {
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  readonly name: string;
};

/** The row of a file of the author; its bytes are on the disk already. */
export async function insertStored(
  tx: Tx,
  municipalityId: string,
  file: StoredBytes,
  createdById: string,
): Promise<string> {
  const id = newId();
  await tx.storedFile.createMany({ data: [{ ...file, id, municipalityId, createdById }] });
  return id;
}

/** A file of a visit that the viewer sees and that was not taken back. */
export async function findStored(tx: Tx, fileId: string) {
  const [row] = await tx.$queryRaw<StoredBytes[]>`
    SELECT f.sha256, f.name, f.media_type AS "mediaType", f.size FROM stored_file f
    WHERE f.id = ${fileId}::uuid
      AND EXISTS (SELECT FROM visit_file p WHERE p.file_id = f.id AND p.removed_at IS NULL)`;
  return row;
}
