import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';
import type { Prisma } from '@/prisma/generated/client';

const VERSION = {
  id: true,
  number: true,
  status: true,
  title: true,
  orderNumber: true,
  orderDate: true,
  orderTitle: true,
  hash: true,
  publishedAt: true,
  methodology: { select: { title: true, regionId: true, municipalityId: true } },
} as const satisfies Prisma.MethodologyVersionSelect;

type VersionRow = Prisma.MethodologyVersionGetPayload<{ select: typeof VERSION }>;

/** What a version is, its state and the order that approves it; its content comes from loadMethod. */
export type MethodVersion = Omit<VersionRow, 'methodology' | 'orderDate'> & {
  readonly methodologyTitle: string;
  /** Whose it is: reference data for all, a region's or a municipality's own. */
  readonly owner: 'EVERYBODY' | 'REGION' | 'MUNICIPALITY';
  /** ISO date. */
  readonly orderDate: string | null;
};

function toVersion({ methodology, orderDate, ...row }: VersionRow): MethodVersion {
  return {
    ...row,
    methodologyTitle: methodology.title,
    owner: methodology.municipalityId ? 'MUNICIPALITY' : methodology.regionId ? 'REGION' : 'EVERYBODY',
    orderDate: orderDate?.toISOString().slice(0, 10) ?? null,
  };
}

/** The versions that the viewer's place can use, newest first within a method. */
export async function listVersions(tx: Tx): Promise<readonly MethodVersion[]> {
  const rows = await tx.methodologyVersion.findMany({
    select: VERSION,
    orderBy: [{ methodology: { title: 'asc' } }, { number: 'desc' }],
  });
  return rows.map(toVersion);
}

/** One of them; a version of another place does not exist. */
export async function findVersion(tx: Tx, versionId: string): Promise<MethodVersion> {
  const row = await tx.methodologyVersion.findUnique({ where: { id: versionId }, select: VERSION });
  if (!row) throw notFound();
  return toVersion(row);
}
