import 'server-only';
import type { PaperKind } from '@/lib/development/words';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

/** What a paper belongs to: a package to the institute, or minutes. */
export type PaperOwner = { readonly packageId: string } | { readonly minutesId: string };

export type Paper = {
  readonly id: string;
  readonly kind: PaperKind;
  readonly minutesId: string | null;
  readonly title: string;
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
};
type Row = Omit<Paper, 'href' | 'isFile'> & { readonly url: string | null; readonly fileId: string | null };

/** Papers that stand, of a package or of all minutes of an association. */
export async function papersOf(
  tx: Tx,
  of: { readonly packageId: string } | { readonly associationId: string },
): Promise<readonly Paper[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id::text, p.kind::text, p.minutes_id::text AS "minutesId", p.title, p.url, p.file_id::text AS "fileId", f.size
    FROM development_paper p LEFT JOIN stored_file f ON f.id = p.file_id
      LEFT JOIN association_minutes m ON m.id = p.minutes_id
    WHERE p.removed_at IS NULL AND ${
      'packageId' in of
        ? Prisma.sql`p.package_id = ${of.packageId}::uuid`
        : Prisma.sql`m.association_id = ${of.associationId}::uuid`
    } ORDER BY p.added_at, p.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.developmentFile(fileId) : (url ?? ''),
  }));
}

export const countPapers = (tx: Tx, of: PaperOwner): Promise<number> =>
  tx.developmentPaper.count({ where: { ...of, removedAt: null } });

type NewPaper = {
  readonly kind: PaperKind;
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

export async function insertPaper(tx: Tx, municipalityId: string, of: PaperOwner, paper: NewPaper): Promise<void> {
  await tx.developmentPaper.createMany({ data: [{ ...paper, ...of, id: newId(), municipalityId }] });
}

export async function findPaper(tx: Tx, municipalityId: string, id: string) {
  const row = await tx.developmentPaper.findFirst({
    where: { id, municipalityId, removedAt: null },
    select: { id: true, title: true, packageId: true, minutesId: true },
  });
  return row ?? undefined;
}

/** Takes a paper back; its row stays. False: somebody was faster. */
export async function leaveOutPaper(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.developmentPaper.updateMany({
    where: { id, removedAt: null },
    data: { removedAt: new Date() },
  });
  return count === 1;
}

/** The row of a file; its bytes are on the disk already. */
export async function insertPaperFile(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string | null },
  file: {
    readonly sha256: string;
    readonly mediaType: string;
    readonly size: number;
    readonly name: string;
    readonly createdById: string;
  },
): Promise<string> {
  const id = newId();
  await tx.storedFile.createMany({ data: [{ ...file, ...place, id }] });
  return id;
}

/** A file of a paper that the viewer may see. */
export async function findPaperFile(tx: Tx, fileId: string) {
  const [row] = await tx.$queryRaw<{ sha256: string; name: string; mediaType: string; size: number }[]>`
    SELECT f.sha256, f.name, f.media_type AS "mediaType", f.size FROM stored_file f
    WHERE f.id = ${fileId}::uuid
      AND EXISTS (SELECT FROM development_paper p WHERE p.file_id = f.id AND p.removed_at IS NULL)`;
  return row;
}
