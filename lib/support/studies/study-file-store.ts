import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';

/** A protocol or act of a study: a file of the portal or a link out. */
export type StudyFile = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
  readonly addedBy: string;
  readonly addedAt: Date;
};

type FileRow = Omit<StudyFile, 'href' | 'isFile'> & {
  readonly url: string | null;
  readonly fileId: string | null;
};

/** Files that stand. */
export async function filesOf(tx: Tx, studyId: string): Promise<readonly StudyFile[]> {
  const rows = await tx.$queryRaw<FileRow[]>`
    SELECT p.id::text, p.title, p.url, p.file_id::text AS "fileId", f.size, coalesce(u.name, 'сотрудник портала') AS "addedBy",
      p.added_at AS "addedAt"
    FROM study_file p LEFT JOIN stored_file f ON f.id = p.file_id LEFT JOIN app_user u ON u.id = p.added_by_id
    WHERE p.study_id = ${studyId}::uuid AND p.removed_at IS NULL ORDER BY p.added_at, p.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.studyFile(fileId) : (url ?? ''),
  }));
}

export const countFiles = (tx: Tx, studyId: string): Promise<number> =>
  tx.studyFile.count({ where: { studyId, removedAt: null } });

/** What a file belongs to. */
export type FileOwner = { readonly id: string; readonly municipalityId: string; readonly schoolId: string };

export type NewStudyFile = {
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

export async function insertFile(
  tx: Tx,
  { id, municipalityId, schoolId }: FileOwner,
  file: NewStudyFile,
): Promise<void> {
  await tx.studyFile.createMany({
    data: [{ ...file, id: newId(), municipalityId, schoolId, studyId: id }],
  });
}

export async function findFile(tx: Tx, studyFileId: string) {
  const row = await tx.studyFile.findUnique({
    where: { id: studyFileId },
    select: { id: true, studyId: true, title: true, removedAt: true },
  });
  return row ?? undefined;
}

/** Takes a file back; its row stays for the history. False: somebody was faster. */
export async function leaveOutFile(tx: Tx, studyFileId: string): Promise<boolean> {
  const { count } = await tx.studyFile.updateMany({
    where: { id: studyFileId, removedAt: null },
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
export async function insertStoredFile(
  tx: Tx,
  { municipalityId, schoolId }: Pick<FileOwner, 'municipalityId' | 'schoolId'>,
  file: NewFile,
): Promise<string> {
  const id = newId();
  await tx.storedFile.createMany({ data: [{ ...file, id, municipalityId, schoolId }] });
  return id;
}

/** A file of a study of the viewer’s scope that was not taken back. */
export async function openStudyFile(tx: Tx, fileId: string) {
  const [row] = await tx.$queryRaw<{ sha256: string; name: string; mediaType: string; size: number }[]>`
    SELECT f.sha256, f.name, f.media_type AS "mediaType", f.size FROM stored_file f
    WHERE f.id = ${fileId}::uuid
      AND EXISTS (SELECT FROM study_file p WHERE p.file_id = f.id AND p.removed_at IS NULL)`;
  return row;
}
