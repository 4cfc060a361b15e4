import 'server-only';
import type { CentreEvent, MaterialKind } from '@/lib/events/event';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';

/** What is kept of an event: a file of the portal or a link out. */
export type EventMaterial = {
  readonly id: string;
  readonly kind: MaterialKind;
  readonly title: string;
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
  readonly addedAt: Date;
};
type MaterialRow = Omit<EventMaterial, 'href' | 'isFile'> & {
  readonly url: string | null;
  readonly fileId: string | null;
};

export async function materialsOf(tx: Tx, eventId: string): Promise<readonly EventMaterial[]> {
  const rows = await tx.$queryRaw<MaterialRow[]>`
    SELECT m.id::text, m.kind::text AS kind, m.title, m.url, m.file_id::text AS "fileId", f.size, m.added_at AS "addedAt"
    FROM event_material m LEFT JOIN stored_file f ON f.id = m.file_id
    WHERE m.event_id = ${eventId}::uuid AND m.removed_at IS NULL ORDER BY m.kind, m.added_at, m.id`;
  return rows.map(({ url, fileId, ...row }) => ({
    ...row,
    isFile: fileId !== null,
    href: fileId ? links.eventFile(fileId) : (url ?? ''),
  }));
}

/** More than this many of one event are a bank of documents, which has its own place. */
export const MATERIALS_MAX = 50;

export const countMaterials = (tx: Tx, eventId: string): Promise<number> =>
  tx.eventMaterial.count({ where: { eventId, removedAt: null } });

export type NewMaterial = {
  readonly kind: MaterialKind;
  readonly title: string;
  readonly addedById: string;
  readonly url?: string;
  readonly fileId?: string;
};

export async function insertMaterial(
  tx: Tx,
  { id: eventId, municipalityId }: Pick<CentreEvent, 'id' | 'municipalityId'>,
  material: NewMaterial,
): Promise<string> {
  const id = newId();
  await tx.eventMaterial.create({ data: { ...material, id, municipalityId, eventId }, select: { id: true } });
  return id;
}

export async function findMaterial(tx: Tx, municipalityId: string, materialId: string) {
  const row = await tx.eventMaterial.findUnique({
    where: { id: materialId, municipalityId },
    select: { id: true, eventId: true },
  });
  return row ?? undefined;
}

/** Takes one back; its row stays. False: somebody was faster. */
export async function leaveOutMaterial(tx: Tx, materialId: string): Promise<boolean> {
  const { count } = await tx.eventMaterial.updateMany({
    where: { id: materialId, removedAt: null },
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

/** The row of a file of the centre; its bytes are on the disk already. */
export async function insertEventFile(tx: Tx, municipalityId: string, file: NewFile): Promise<string> {
  const id = newId();
  await tx.storedFile.create({ data: { ...file, id, municipalityId }, select: { id: true } });
  return id;
}

/** A file among the materials of an event that the viewer sees. */
export async function findEventFile(tx: Tx, municipalityId: string, fileId: string) {
  const [row] = await tx.$queryRaw<Pick<NewFile, 'sha256' | 'name' | 'mediaType' | 'size'>[]>`
    SELECT f.sha256, f.name, f.media_type AS "mediaType", f.size FROM stored_file f
    WHERE f.id = ${fileId}::uuid AND f.municipality_id = ${municipalityId}::uuid
      AND EXISTS (SELECT FROM event_material m WHERE m.file_id = f.id AND m.removed_at IS NULL)`;
  return row;
}
