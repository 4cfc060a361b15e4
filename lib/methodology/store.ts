import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import type { Method } from '@/lib/methodology/method';
import { methodHash } from '@/lib/methodology/method-hash';
import { fromRows } from '@/lib/methodology/method-rows';
import type { Tx } from '@/lib/platform/prisma';
import type { Prisma } from '@/prisma/generated/client';

const VERSION = {
  id: true,
  methodologyId: true,
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

const PARTS = {
  decision: true,
  sections: {
    select: { code: true, title: true, tableNo: true, position: true, enabled: true, properties: true },
  },
} as const satisfies Prisma.MethodologyVersionSelect;

const CRITERION = {
  code: true,
  sectionCode: true,
  parentCode: true,
  kind: true,
  wording: true,
  position: true,
  enabled: true,
  properties: true,
} as const satisfies Prisma.MethodCriterionSelect;

type VersionRow = Prisma.MethodologyVersionGetPayload<{ select: typeof VERSION }>;

/** The card of a version: what it is, its state, the order that approves it. */
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

export async function findVersion(tx: Tx, versionId: string): Promise<MethodVersion> {
  const row = await tx.methodologyVersion.findUnique({ where: { id: versionId }, select: VERSION });
  if (!row) throw notFound();
  return toVersion(row);
}

/** Published versions never change, so one object serves every request and is compiled once. Drafts are read anew. */
const known = new Map<string, Method>();
const KNOWN_MAX = 50;

/** A version as the rules read it; a version of another place does not exist. */
export async function loadMethod(tx: Tx, versionId: string): Promise<Method> {
  const seen = await tx.methodologyVersion.findUnique({
    where: { id: versionId },
    select: { hash: true, status: true },
  });
  if (!seen) throw notFound();
  const key = `${versionId}:${seen.hash}`;
  const found = known.get(key);
  if (found) return found;
  const parts = await tx.methodologyVersion.findUniqueOrThrow({ where: { id: versionId }, select: PARTS });
  const criteria = await tx.methodCriterion.findMany({ where: { versionId }, select: CRITERION });
  const method = fromRows({ ...parts, criteria });
  if (seen.status !== 'DRAFT') {
    // A wrong method would give wrong labels: what is published must still be what was published.
    if (methodHash(method) !== seen.hash) throw new Error(`Version ${versionId} is not what was published`);
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(key, method);
    if (ofCampaigns.size >= KNOWN_MAX) ofCampaigns.clear();
    ofCampaigns.set(versionId, method);
  }
  return method;
}

const ofCampaigns = new Map<string, Method>();

/**
 * The same for the version of a campaign, without asking the database once it is known: each save of an answer needs it.
 * `versionId` must come from a campaign that the viewer's scope has shown; an id from outside goes to loadMethod().
 */
export const campaignMethod = async (tx: Tx, versionId: string): Promise<Method> =>
  ofCampaigns.get(versionId) ?? loadMethod(tx, versionId);
