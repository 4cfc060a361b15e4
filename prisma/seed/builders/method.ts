import { newId } from '../../../lib/kernel/ids';
import type { Method } from '../../../lib/methodology/method';
import { methodHash } from '../../../lib/methodology/method-hash';
import { toRows } from '../../../lib/methodology/method-rows';
import type { Prisma } from '../../generated/client';
import type { Owner } from './owner-client';

export type MethodOwner = { readonly regionId?: string; readonly municipalityId?: string };

/** An opaque value as the JSON column takes it. */
const json = (value: unknown): Prisma.InputJsonValue => JSON.parse(JSON.stringify(value));

/**
 * Publishes a version of a method and gives its id; the same method published before is left as it is. Without an owner
 * it is reference data for everybody.
 */
export async function publishMethod(owner: Owner, method: Method, of: MethodOwner = {}): Promise<string> {
  const methodology = await owner.methodology.upsert({
    where: { code: method.code },
    create: {
      id: newId(),
      code: method.code,
      title: method.title,
      regionId: of.regionId ?? null,
      municipalityId: of.municipalityId ?? null,
    },
    update: {},
    select: { id: true },
  });
  const hash = methodHash(method);
  const known = await owner.methodologyVersion.findUnique({
    where: { methodologyId_number: { methodologyId: methodology.id, number: method.number } },
    select: { id: true, hash: true },
  });
  if (known?.hash === hash) return known.id;
  if (known)
    throw new Error(
      `Version ${method.number} of ${method.code} is published with other content: give the change a new number.`,
    );

  return owner.$transaction(async (tx) => {
    const versionId = await insertDraft(tx, methodology.id, method, hash);
    await tx.methodologyVersion.update({
      where: { id: versionId },
      data: { status: 'PUBLISHED', publishedAt: new Date() },
    });
    return versionId;
  });
}

async function insertDraft(
  tx: Prisma.TransactionClient,
  methodologyId: string,
  method: Method,
  hash: string,
): Promise<string> {
  const versionId = newId();
  const rows = toRows(method);
  await tx.methodologyVersion.create({
    data: {
      id: versionId,
      methodologyId,
      number: method.number,
      status: 'DRAFT',
      title: method.title,
      orderNumber: method.order.number,
      orderDate: method.order.date ? new Date(method.order.date) : null,
      orderTitle: method.order.title,
      provenance: method.provenance,
      decision: json(rows.decision),
      hash,
    },
  });
  await tx.methodSection.createMany({
    data: rows.sections.map((row) => ({ ...row, versionId, properties: json(row.properties) })),
  });
  await tx.methodCriterion.createMany({
    data: rows.criteria.map((row) => ({ ...row, versionId, properties: json(row.properties) })),
  });
  return versionId;
}

/** A draft of a municipality with the content of this method, under a code of its own. */
export async function buildDraft(owner: Owner, municipalityId: string, method: Method): Promise<string> {
  const id = newId();
  const own = { ...method, code: `draft-${id.slice(-8)}`, number: 1 };
  await owner.methodology.create({ data: { id, code: own.code, title: own.title, municipalityId } });
  return owner.$transaction((tx) => insertDraft(tx, id, own, methodHash(own)));
}
