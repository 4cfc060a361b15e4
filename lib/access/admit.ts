import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { currentViewer } from '@/lib/access/current-viewer';
import { PATH_HEADER } from '@/lib/access/path-header';
import { can, type Permission } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';

/**
 * Opens every screen: somebody signed in who may. Nobody signed in goes to the sign-in page; for a role without the
 * permission the page does not exist.
 */
export async function admit(permission: Permission): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) {
    const path = (await headers()).get(PATH_HEADER) ?? '/home';
    redirect(`/login?callbackUrl=${encodeURIComponent(path)}`);
  }
  if (!can(viewer.role, permission)) notFound();
  return viewer;
}
