import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { methodOfVersion } from '@/lib/methodology/queries';
import { findVersion, listVersions, type MethodVersion } from '@/lib/methodology/version-store';
import type { Tx } from '@/lib/platform/prisma';

/** Versions a new campaign can be held by. */
export async function publishedVersions(tx: Tx): Promise<readonly MethodVersion[]> {
  return (await listVersions(tx)).filter((version) => version.status === 'PUBLISHED');
}

const mayOf = (viewer: Viewer) => ({
  change: can(viewer.role, 'method.change'),
  approve: can(viewer.role, 'method.approve'),
});

export const methodListPage = defineQuery('method.read', async ({ viewer, tx }, status?: MethodVersion['status']) => {
  const all = await listVersions(tx);
  return { versions: all.filter((version) => !status || version.status === status), status, may: mayOf(viewer) };
});
export type MethodListPage = Awaited<ReturnType<typeof methodListPage>>;

/** A version and its content; state and order are read first, so that a version of another place is refused. */
export const methodPage = defineQuery('method.read', async ({ viewer, tx }, versionId: string) => {
  const version = await findVersion(tx, versionId);
  const { method } = await methodOfVersion(tx, version.id);
  return { version, method, canTry: can(viewer.role, 'campaign.read'), may: mayOf(viewer) };
});
export type { MethodVersion };
export type MethodPage = Awaited<ReturnType<typeof methodPage>>;
