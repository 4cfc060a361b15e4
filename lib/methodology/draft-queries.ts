import 'server-only';
import { randomBytes } from 'node:crypto';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { notFound } from '@/lib/kernel/refusal';
import { compareVersions } from '@/lib/methodology/compare-versions';
import { findOwnVersion } from '@/lib/methodology/draft-store';
import { methodOfVersion } from '@/lib/methodology/queries';
import { findVersion } from '@/lib/methodology/version-store';
import type { Tx } from '@/lib/platform/prisma';

/** Six random hex digits for the code of a copy. */
export const draftTag = (): string => randomBytes(3).toString('hex');

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
  const base = version.baseId ? (await methodOfVersion(tx, version.baseId)).method : undefined;
  return {
    versionId: version.id,
    seen: hash,
    method,
    baseId: version.baseId,
    changes: base ? compareVersions(base, method) : [],
  };
}

export const draftPage = defineQuery('method.change', ({ viewer, tx }, versionId: string) =>
  draft(tx, viewer, versionId),
);
export type DraftPage = Awaited<ReturnType<typeof draftPage>>;

export const approvalPage = defineQuery('method.approve', ({ viewer, tx }, versionId: string) =>
  draft(tx, viewer, versionId),
);

/** Two versions that the viewer may see, line by line. */
export const comparePage = defineQuery('method.read', async ({ tx }, fromId: string, toId: string) => {
  const [from, to] = [await findVersion(tx, fromId), await findVersion(tx, toId)];
  const [before, after] = [await methodOfVersion(tx, from.id), await methodOfVersion(tx, to.id)];
  return { from, to, changes: compareVersions(before.method, after.method) };
});
