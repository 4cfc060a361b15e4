import 'server-only';
import { notFound } from '@/lib/kernel/refusal';
import { type LoadedMethod, loadMethod, publishedMethod } from '@/lib/methodology/store';
import { findVersion, type MethodVersion } from '@/lib/methodology/version-store';
import type { Tx } from '@/lib/platform/prisma';

/**
 * The method of a version, for the queries and actions of other contexts, inside their own transaction. The id comes from
 * a row that the viewer's scope has shown (a campaign, a list), never straight from a request.
 */
export async function methodOfVersion(tx: Tx, versionId: string): Promise<LoadedMethod> {
  const loaded = await loadMethod(tx, versionId);
  if (!loaded) throw notFound();
  return loaded;
}

/** The same for a save, which asks before it opens a transaction: undefined until the version was read once. */
export const knownMethod = (versionId: string): LoadedMethod['method'] | undefined =>
  publishedMethod(versionId)?.method;

/** What a version is and the order that approves it, by an id of an address: a version of another place does not exist. */
export const versionOf = (tx: Tx, versionId: string): Promise<MethodVersion> => findVersion(tx, versionId);
