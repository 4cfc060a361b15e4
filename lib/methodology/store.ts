import 'server-only';
import type { Method } from '@/lib/methodology/method';
import { methodHash } from '@/lib/methodology/method-hash';
import { fromRows } from '@/lib/methodology/method-rows';
import type { Tx } from '@/lib/platform/prisma';
import type { Prisma } from '@/prisma/generated/client';

export type LoadedMethod = { readonly versionId: string; readonly method: Method; readonly hash: string };

const VERSION = {
  id: true,
  status: true,
  hash: true,
  decision: true,
  sections: {
    select: { code: true, title: true, tableNo: true, position: true, enabled: true, properties: true },
  },
} satisfies Prisma.MethodologyVersionSelect;

const CRITERION = {
  code: true,
  sectionCode: true,
  parentCode: true,
  kind: true,
  wording: true,
  position: true,
  enabled: true,
  properties: true,
} satisfies Prisma.MethodCriterionSelect;

/**
 * Published versions of this process by id: immutable (trigger), nothing of a person or a school in them, so they may
 * outlive a request. Drafts are read anew each time.
 */
const published = new Map<string, LoadedMethod>();
const KEPT = 64;

/** A published version that this process has read before, without asking the database; the rule of `loadMethod` holds. */
export const publishedMethod = (versionId: string): LoadedMethod | undefined => published.get(versionId);

/**
 * A version whole, or undefined where there is none of this id. What is known already is given without asking the
 * database (each save of an answer comes here), so `versionId` must come from a row that the viewer's scope has shown: a
 * campaign, or a version found by id. Refuses one whose content no longer gives the hash
 * it was published under: a wrong method would give wrong labels.
 */
export async function loadMethod(tx: Tx, versionId: string): Promise<LoadedMethod | undefined> {
  const known = published.get(versionId);
  if (known) return known;
  const version = await tx.methodologyVersion.findUnique({ where: { id: versionId }, select: VERSION });
  if (!version) return undefined;
  const criteria = await tx.methodCriterion.findMany({ where: { versionId }, select: CRITERION });
  const method = fromRows({ decision: version.decision, sections: version.sections, criteria });
  const loaded: LoadedMethod = { versionId, method, hash: methodHash(method) };
  if (version.status === 'DRAFT') return loaded;
  if (loaded.hash !== version.hash) {
    throw new Error(`Version ${versionId} of a method has other content than the one that was published`);
  }
  if (published.size >= KEPT) published.clear();
  published.set(versionId, loaded);
  return loaded;
}
