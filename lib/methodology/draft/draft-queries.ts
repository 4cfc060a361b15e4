import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { localOfMoment } from '@/lib/kernel/local-time';
import { notFound } from '@/lib/kernel/refusal';
import { compareVersions } from '@/lib/methodology/compare-versions';
import { findOwnVersion } from '@/lib/methodology/draft/draft-store';
import type { Method } from '@/lib/methodology/method';
import { methodOfVersion } from '@/lib/methodology/queries';
import { findVersion, listVersions } from '@/lib/methodology/version-store';
import type { Tx } from '@/lib/platform/prisma';

/** A version of one's own municipality; anything else does not exist. */
export async function ownVersion(tx: Tx, viewer: Viewer, versionId: string) {
  const version = await findOwnVersion(tx, ownMunicipality(viewer), versionId);
  if (!version) throw notFound();
  return version;
}

/** A draft of one's own with its content. `seen` is the hash that a save must name. */
async function draft(tx: Tx, viewer: Viewer, versionId: string) {
  const version = await ownVersion(tx, viewer, versionId);
  if (version.status !== 'DRAFT') throw notFound();
  const { method, hash } = await methodOfVersion(tx, version.id);
  return {
    versionId: version.id,
    seen: hash,
    method,
    baseId: version.baseId,
    changes: await changesSince(tx, version.baseId, method),
  };
}

export const draftPage = defineQuery('method.change', ({ viewer, tx }, versionId: string) =>
  draft(tx, viewer, versionId),
);
export type DraftPage = Awaited<ReturnType<typeof draftPage>>;

/** A version that the department may act on: a draft to approve, or one in force to archive. */
export const approvalPage = defineQuery('method.approve', async ({ viewer, tx }, versionId: string) => {
  const version = await ownVersion(tx, viewer, versionId);
  if (version.status === 'ARCHIVED') throw notFound();
  const { method, hash } = await methodOfVersion(tx, version.id);
  return {
    version,
    method,
    seen: hash,
    baseId: version.baseId,
    changes: await changesSince(tx, version.baseId, method),
    today: localOfMoment(new Date(), viewer.timeZone).slice(0, 10),
  };
});
export type ApprovalPage = Awaited<ReturnType<typeof approvalPage>>;

/** Two versions that the viewer may see, line by line; until both are chosen there is only what to choose from. */
export const comparePage = defineQuery('method.read', async ({ tx }, fromId?: string, toId?: string) => {
  const versions = await listVersions(tx);
  const from = fromId ? await findVersion(tx, fromId) : undefined;
  const to = toId ? await findVersion(tx, toId) : undefined;
  if (!from || !to) return { versions, from, to, changes: undefined };
  const [before, after] = [await methodOfVersion(tx, from.id), await methodOfVersion(tx, to.id)];
  return { versions, from, to, changes: compareVersions(before.method, after.method) };
});
export type ComparePage = Awaited<ReturnType<typeof comparePage>>;

const changesSince = async (tx: Tx, baseId: string | null, method: Method) =>
  baseId ? compareVersions((await methodOfVersion(tx, baseId)).method, method) : [];
