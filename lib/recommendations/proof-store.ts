import 'server-only';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';

/** What shows that a recommendation is carried out: a file of the portal or a link out. */
export type RecommendationProof = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
  readonly addedBy: string;
  readonly addedAt: Date;
};

type ProofRow = Omit<RecommendationProof, 'href' | 'isFile'> & {
  readonly url: string | null;
  readonly fileId: string | null;
};

/** Proofs that stand. */
export async function proofsOf(tx: Tx, recommendationId: string): Promise<readonly RecommendationProof[]> {
  const rows = await tx.$queryRaw<ProofRow[]>`
    SELECT p.id::text, p.title, p.url, p.file_id::text AS "fileId", f.size, coalesce(u.name, 'сотрудник школы') AS "addedBy",
      p.added_at AS "addedAt"
    FROM recommendation_proof p LEFT JOIN stored_file f ON f.id = p.file_id LEFT JOIN app_user u ON u.id = p.added_by_id
    WHERE p.recommendation_id = ${recommendationId}::uuid AND p.removed_at IS NULL ORDER BY p.added_at, p.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.recommendationFile(fileId) : (url ?? ''),
  }));
}

export const countProofs = (tx: Tx, recommendationId: string): Promise<number> =>
  tx.recommendationProof.count({ where: { recommendationId, removedAt: null } });

/** What a proof belongs to. */
export type ProofOwner = { readonly id: string; readonly municipalityId: string; readonly schoolId: string };

export type NewProof = {
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

export async function insertProof(
  tx: Tx,
  { id, municipalityId, schoolId }: ProofOwner,
  proof: NewProof,
): Promise<void> {
  await tx.recommendationProof.createMany({
    data: [{ ...proof, id: newId(), municipalityId, schoolId, recommendationId: id }],
  });
}

export async function findProof(tx: Tx, proofId: string) {
  const row = await tx.recommendationProof.findUnique({
    where: { id: proofId },
    select: { id: true, recommendationId: true, title: true, removedAt: true },
  });
  return row ?? undefined;
}

/** Takes a proof back; its row stays for the history. False: somebody was faster. */
export async function leaveOutProof(tx: Tx, proofId: string): Promise<boolean> {
  const { count } = await tx.recommendationProof.updateMany({
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
  { municipalityId, schoolId }: Pick<ProofOwner, 'municipalityId' | 'schoolId'>,
  file: NewFile,
): Promise<string> {
  const id = newId();
  await tx.storedFile.createMany({ data: [{ ...file, id, municipalityId, schoolId }] });
  return id;
}

/** A file that proves a recommendation of the viewer's scope and was not taken back. */
export async function findProofFile(tx: Tx, fileId: string) {
  const [row] = await tx.$queryRaw<{ sha256: string; name: string; mediaType: string; size: number }[]>`
    SELECT f.sha256, f.name, f.media_type AS "mediaType", f.size FROM stored_file f
    WHERE f.id = ${fileId}::uuid
      AND EXISTS (SELECT FROM recommendation_proof p WHERE p.file_id = f.id AND p.removed_at IS NULL)`;
  return row;
}
