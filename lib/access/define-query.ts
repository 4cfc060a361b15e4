import 'server-only';
import { notFound as pageNotFound } from 'next/navigation';
import { admit } from '@/lib/access/admit';
import { can, type Permission } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { inScope, type Tx } from '@/lib/platform/prisma';

export type QueryContext = { readonly viewer: Viewer; readonly tx: Tx };

/**
 * One screen's reading: admit → read → shape, in one transaction of the viewer's scope. Called plainly it serves the
 * request at hand; `.as(viewer, …)` serves route handlers and tests, which have the viewer already.
 */
export function defineQuery<Args extends readonly unknown[], T>(
  permission: Permission,
  read: (context: QueryContext, ...args: Args) => Promise<T>,
) {
  const as = async (viewer: Viewer, ...args: Args): Promise<T> => {
    if (!can(viewer.role, permission)) throw notFound();
    return inScope(viewer, (tx) => read({ viewer, tx }, ...args));
  };
  const query = async (...args: Args): Promise<T> => {
    const viewer = await admit(permission);
    try {
      return await as(viewer, ...args);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not-found') pageNotFound();
      throw error;
    }
  };
  return Object.assign(query, { as, permission });
}
