import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Method } from '@/lib/methodology/method';
import { methodHash } from '@/lib/methodology/method-hash';
import { toRows } from '@/lib/methodology/method-rows';
import type { Tx } from '@/lib/platform/prisma';
import type { Prisma } from '@/prisma/generated/client';

/** An opaque value as the JSON column takes it. */
const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));

/** What is kept in columns of the version, of a method of any state. */
const columnsOf = (method: Method) => ({
  title: method.title,
  orderNumber: method.order.number,
  orderDate: method.order.date ? new Date(method.order.date) : null,
  orderTitle: method.order.title,
  provenance: method.provenance,
  decision: json(toRows(method).decision),
  hash: methodHash(method),
});

/** A draft, and the municipality's method it belongs to; a version of somebody else is undefined. */
export async function findOwnVersion(tx: Tx, municipalityId: string, versionId: string) {
  const row = await tx.methodologyVersion.findFirst({
    where: { id: versionId, methodology: { municipalityId } },
    select: { id: true, status: true, hash: true, title: true, number: true, baseId: true, methodologyId: true },
  });
  return row ?? undefined;
}

/** The number that the next version of a method takes. */
export async function nextNumber(tx: Tx, methodologyId: string): Promise<number> {
  const { _max } = await tx.methodologyVersion.aggregate({ where: { methodologyId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

export async function insertMethodology(
  tx: Tx,
  of: { readonly municipalityId: string; readonly code: string; readonly title: string },
): Promise<string> {
  const id = newId();
  await tx.methodology.create({ data: { id, ...of }, select: { id: true } });
  return id;
}

/** A draft with all its parts; gives its id. */
export async function insertDraft(
  tx: Tx,
  of: { readonly methodologyId: string; readonly baseId: string | null },
  method: Method,
): Promise<string> {
  const id = newId();
  await tx.methodologyVersion.create({
    data: { id, ...of, number: method.number, status: 'DRAFT', ...columnsOf(method) },
    select: { id: true },
  });
  await insertParts(tx, id, method);
  return id;
}

async function insertParts(tx: Tx, versionId: string, method: Method): Promise<void> {
  const rows = toRows(method);
  await tx.methodSection.createMany({
    data: rows.sections.map((row) => ({ ...row, versionId, properties: json(row.properties) })),
  });
  await tx.methodCriterion.createMany({
    data: rows.criteria.map((row) => ({ ...row, versionId, properties: json(row.properties) })),
  });
}

/** Writes a draft over the content that was seen; false when it has other content by now. */
export async function saveDraft(tx: Tx, versionId: string, seen: string, method: Method): Promise<boolean> {
  const { count } = await tx.methodologyVersion.updateMany({
    where: { id: versionId, status: 'DRAFT', hash: seen },
    data: columnsOf(method),
  });
  if (count !== 1) return false;
  await tx.methodSection.deleteMany({ where: { versionId } });
  await insertParts(tx, versionId, method);
  return true;
}

/** Throws a draft away, and its method when nothing else is left of it. */
export async function removeDraft(
  tx: Tx,
  draft: { readonly id: string; readonly methodologyId: string },
  seen: string,
): Promise<boolean> {
  const { count } = await tx.methodologyVersion.deleteMany({ where: { id: draft.id, status: 'DRAFT', hash: seen } });
  if (count !== 1) return false;
  const left = await tx.methodologyVersion.count({ where: { methodologyId: draft.methodologyId } });
  if (left === 0) await tx.methodology.deleteMany({ where: { id: draft.methodologyId } });
  return true;
}

/** Puts the order under a draft as it was seen; `method` is that draft with the order in it. */
export async function publishDraft(tx: Tx, versionId: string, seen: string, method: Method): Promise<boolean> {
  const { orderNumber, orderDate, orderTitle, decision, hash } = columnsOf(method);
  const { count } = await tx.methodologyVersion.updateMany({
    where: { id: versionId, status: 'DRAFT', hash: seen },
    data: { status: 'PUBLISHED', publishedAt: new Date(), orderNumber, orderDate, orderTitle, decision, hash },
  });
  return count === 1;
}

export async function archiveVersion(tx: Tx, versionId: string): Promise<boolean> {
  const { count } = await tx.methodologyVersion.updateMany({
    where: { id: versionId, status: 'PUBLISHED' },
    data: { status: 'ARCHIVED' },
  });
  return count === 1;
}
